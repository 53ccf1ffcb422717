import { Button, Group, Loader, TextInput } from '@mantine/core';
import { ArrowRight, Bookmark } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Proposal } from '../../slate/propose-answer.ts';
import { goTo } from '../address/use-address.ts';
import type { Answering } from '../api/use-answer.ts';
import { newId } from '../session/new-id.ts';
import { useSession } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { MissedGoals } from '../slate/quotas/missed-goals.tsx';
import { type Changes, isChanged } from '../state/work.ts';
import { Exchange } from '../why/exchange.tsx';
import { LiveConflict } from './live-conflict.tsx';
import classes from './live-panel.module.css';

/** The answer under the quotas as they stand at this moment, against the rule set as it is. */
export function LivePanel(properties: {
  readonly changes: Changes;
  readonly live: Answering<Proposal>;
  readonly base: Proposal | undefined;
}): ReactNode {
  const { changes, live, base } = properties;
  const { say } = useWording();
  const { make } = useSession();
  const { answer, asking, failure } = live;
  const slate = answer?.slates[0];
  const isImpossible = answer?.status === 'infeasible';
  const take = (): void => {
    if (slate === undefined) return;
    make({ do: 'take-changes', changes, members: slate.members });
    goTo('slate');
  };
  return (
    <Panel title={say('web.live')} aside={asking && <Loader size={16} aria-hidden />}>
      <div
        aria-live="polite"
        className={classes.answer}
        data-stale={asking}
        data-live={isImpossible ? 'impossible' : slate === undefined ? 'none' : 'slate'}
      >
        {failure !== undefined && <Failure failure={failure} />}
        {isImpossible && <LiveConflict changes={changes} />}
        {answer !== undefined && slate !== undefined && <LiveSlate proposal={answer} base={base} />}
      </div>
      <Group gap="xs" mt="md">
        <Button
          rightSection={<ArrowRight size={16} aria-hidden />}
          disabled={slate === undefined || !live.current}
          onClick={take}
        >
          {say('web.use-scenario')}
        </Button>
        <KeepScenario changes={changes} />
      </Group>
    </Panel>
  );
}

function LiveSlate(properties: {
  readonly proposal: Proposal;
  readonly base: Proposal | undefined;
}): ReactNode {
  const { proposal, base } = properties;
  const { say, points, pointsMore } = useWording();
  const slate = proposal.slates[0];
  const before = base?.slates[0];
  if (slate === undefined) return null;
  const difference = before === undefined ? 0 : slate.objective - before.objective;
  const without = (ids: readonly string[], others: readonly string[]): readonly string[] =>
    ids.filter((id) => !others.includes(id));
  return (
    <>
      <p className={classes.figures}>
        <b data-live-objective={slate.objective}>{points(slate.objective)}</b>
        {Math.abs(difference) > 1e-9 && <span data-better={difference > 0}>{pointsMore(difference)}</span>}
        <small>{say('web.live-members', { count: slate.members.length })}</small>
        <MissedGoals report={slate.report} worth={slate.objective} />
      </p>
      {before !== undefined && (
        <Exchange
          leave={without(before.members, slate.members)}
          enter={without(slate.members, before.members)}
        />
      )}
      {before !== undefined && slate.members.join() === before.members.join() && (
        <p className={classes.same}>{say('web.same-slate')}</p>
      )}
    </>
  );
}

function KeepScenario({ changes }: { readonly changes: Changes }): ReactNode {
  const { say } = useWording();
  const { work, make } = useSession();
  const [title, setTitle] = useState('');
  const keep = (): void => {
    const named =
      title.trim() === '' ? say('web.scenario-number', { number: work.scenarios.length + 1 }) : title;
    make({ do: 'keep-scenario', scenario: { id: newId(), title: named.trim(), changes } });
    setTitle('');
  };
  return (
    <form
      className={classes.keep}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <TextInput
        aria-label={say('web.scenario-name')}
        placeholder={say('web.scenario-name')}
        value={title}
        maxLength={60}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Button
        type="submit"
        variant="default"
        leftSection={<Bookmark size={15} aria-hidden />}
        disabled={!isChanged(changes)}
      >
        {say('web.keep-scenario')}
      </Button>
    </form>
  );
}
