import { Button, Group, Loader } from '@mantine/core';
import { CircleDashed, Columns3, Sparkles } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSession } from '../../session/session.tsx';
import { idleUnless } from '../../shared/idle.ts';
import { useWording } from '../../shared/language.tsx';
import { ComplianceBadge } from './compliance-badge.tsx';
import { MissedGoals } from './missed-goals.tsx';
import classes from './summary-bar.module.css';
import type { NearBestAnswer } from '../alternatives/use-near-best.ts';
import type { SlateAnswers } from '../use-slate-answers.ts';

/** Stays in sight: whether the slate keeps the rules, what it is worth, and the one click to the best. */
export function SummaryBar(properties: {
  readonly answers: SlateAnswers;
  readonly comparing: boolean;
  readonly onCompare: () => void;
  readonly nearBest: NearBestAnswer;
  /** Whether it is shown why no slate can be better. */
  readonly proving: boolean;
  readonly onProve: () => void;
}): ReactNode {
  const { answers, comparing, onCompare, nearBest, proving, onProve } = properties;
  const { say, number, points } = useWording();
  const { work, make } = useSession();
  const { report, best, worth } = answers;
  const size = report.answer?.rules.find(({ id }) => id === 'size');
  const slate = best.current ? best.answer?.slates[0] : undefined;
  const isBest = slate !== undefined && slate.members.join() === work.members.join();
  const isProven = best.answer?.assurance === 'proven';
  const isEmpty = work.members.length === 0;
  const bestWorth = best.answer?.slates[0]?.objective;
  return (
    <div className={classes.bar} role="region" aria-label={say('web.summary')}>
      <div className={classes.standing}>
        <ComplianceBadge answers={answers} empty={isEmpty} />
        {!isEmpty && report.answer !== undefined && <MissedGoals report={report.answer} />}
      </div>
      <dl className={classes.figures}>
        <Figure label={say('web.on-slate')}>
          <b>{number(work.members.length)}</b>
          {size?.min !== undefined && size.min !== null && (
            <span> / {size.min === size.max ? size.min : `${size.min}–${size.max ?? ''}`}</span>
          )}
        </Figure>
        <Figure label={say('web.objective')}>
          <b>{worth === undefined ? '–' : points(worth)}</b>
          {bestWorth !== undefined && !isBest && (
            <span> {say('web.best-worth', { value: points(bestWorth) })}</span>
          )}
          {isBest && (
            <button
              data-finger
              type="button"
              className={classes.best}
              aria-expanded={proving}
              onClick={onProve}
            >
              {say(isProven ? 'web.is-proven-best' : 'web.is-best')}
            </button>
          )}
        </Figure>
        <Figure label={say('web.pinned')}>
          <b>{number(work.pin.length)}</b>
        </Figure>
        <Figure label={say('web.excluded')}>
          <b>{number(work.exclude.length)}</b>
        </Figure>
      </dl>
      <Group gap="xs" className={classes.actions}>
        <Button
          variant="default"
          leftSection={<Columns3 size={16} aria-hidden />}
          aria-expanded={comparing}
          onClick={onCompare}
        >
          {say('web.alternatives')}
        </Button>
        <Button
          variant="default"
          leftSection={<CircleDashed size={16} aria-hidden />}
          aria-expanded={nearBest.shown}
          onClick={() => nearBest.show(!nearBest.shown)}
        >
          {say('web.near-best-short')}
        </Button>
        <Button
          leftSection={
            best.asking && !best.current ? (
              <Loader size={16} color="gray" aria-hidden />
            ) : (
              <Sparkles size={16} aria-hidden />
            )
          }
          {...idleUnless(slate !== undefined && !isBest)}
          onClick={() => slate && !isBest && make({ do: 'take', members: slate.members, from: 'proposal' })}
        >
          {say('web.propose')}
        </Button>
      </Group>
    </div>
  );
}

function Figure({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
