import { Button, Group, Progress, SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { NearBest } from '../../../slate/propose-answer.ts';
import { formatShare } from '../../../words/number.ts';
import { Failure } from '../../shared/failure.tsx';
import { useWording } from '../../shared/language.tsx';
import { Panel } from '../../shared/panel.tsx';
import { NearBestPersons } from './near-best-persons.tsx';
import classes from './near-best-panel.module.css';
import { StandingIcon } from '../people/standing-mark.tsx';
import { type Standing, STANDINGS } from '../people/standing.ts';
import { SHARES, type NearBestAnswer } from './use-near-best.ts';

/** Who is on all, on some or on none of the slates near the best: what a board need not discuss, and what it must. */
export function NearBestPanel({ answer }: { readonly answer: NearBestAnswer }): ReactNode {
  const { say, language } = useWording();
  const { within, choose, show, near, without, failure, seconds } = answer;
  return (
    <Panel
      title={say('web.near-best')}
      aside={
        <Button variant="subtle" size="compact-sm" onClick={() => show(false)}>
          {say('web.close')}
        </Button>
      }
    >
      <Group gap="xs" className={classes.share}>
        <span id="near-best-share">{say('web.near-within')}</span>
        <SegmentedControl
          size="xs"
          aria-labelledby="near-best-share"
          value={String(within)}
          onChange={(value) => choose(Number(value))}
          data={SHARES.map((share) => ({ value: String(share), label: formatShare(share, language) }))}
        />
      </Group>
      <div className={classes.answer}>
        <Asking answer={answer} />
        {failure !== undefined && <Failure failure={failure} />}
        {without === 'impossible' && <p role="status">{say('web.near-impossible')}</p>}
        {without === 'unknown' && (
          <p className={classes.undecided} role="status">
            {say('web.near-unknown', { seconds })} <LookLonger answer={answer} />
          </p>
        )}
        {near !== undefined && <Found near={near} answer={answer} />}
      </div>
    </Panel>
  );
}

function Asking({ answer }: { readonly answer: NearBestAnswer }): ReactNode {
  const { say, language } = useWording();
  const { progress, stop, stopped, again, failure } = answer;
  if (progress !== undefined) {
    return (
      <div className={classes.asking} role="status">
        <span>
          {say('web.near-asking', { share: formatShare(Math.round(progress * 100) / 100, language) })}
        </span>
        <Progress value={100 * progress} aria-label={say('web.progress')} />
        <Button size="compact-sm" variant="default" onClick={stop}>
          {say('web.stop')}
        </Button>
      </div>
    );
  }
  if (!stopped && failure === undefined) return null;
  return (
    <Group gap="sm">
      {stopped && <span role="status">{say('web.near-stopped')}</span>}
      <Button size="compact-sm" variant="default" onClick={again}>
        {say('web.ask-again')}
      </Button>
    </Group>
  );
}

function LookLonger({ answer: { longer } }: { readonly answer: NearBestAnswer }): ReactNode {
  const { say } = useWording();
  if (longer === undefined) return null;
  return (
    <Button size="compact-sm" variant="default" onClick={longer}>
      {say('web.near-longer')}
    </Button>
  );
}

function Found(properties: { readonly near: NearBest; readonly answer: NearBestAnswer }): ReactNode {
  const { near, answer } = properties;
  const { say, points } = useWording();
  const [chosen, setChosen] = useState<Standing>('open');
  const { seconds } = answer;
  return (
    <>
      <p className={classes.looked} role="status">
        {say('web.near-threshold', { threshold: points(near.threshold), best: points(near.best) })}
      </p>
      <Tallies near={near} chosen={chosen} onChoose={setChosen} />
      {near.undecided.length > 0 && (
        <p className={classes.undecided}>
          {say('web.near-undecided', { count: near.undecided.length, seconds })}
          <LookLonger answer={answer} />
        </p>
      )}
      <NearBestPersons near={near} chosen={chosen} />
    </>
  );
}

function Tallies(properties: {
  readonly near: NearBest;
  readonly chosen: Standing;
  readonly onChoose: (standing: Standing) => void;
}): ReactNode {
  const { near, chosen, onChoose } = properties;
  const { say, number } = useWording();
  const shown = STANDINGS.filter((standing) => standing !== 'undecided' || near.undecided.length > 0);
  return (
    <div className={classes.tallies} role="group" aria-label={say('web.near-best')}>
      {shown.map((standing) => (
        <button
          key={standing}
          type="button"
          data-standing={standing}
          aria-pressed={standing === chosen}
          style={{ flexGrow: near[standing].length }}
          onClick={() => onChoose(standing)}
        >
          <b>{number(near[standing].length)}</b>
          <span>
            <StandingIcon standing={standing} /> {say(`web.standing-${standing}`)}
          </span>
          <small>{say(`web.standing-${standing}-means`)}</small>
        </button>
      ))}
    </div>
  );
}
