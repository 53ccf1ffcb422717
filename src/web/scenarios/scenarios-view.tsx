import { type ReactNode, useMemo, useCallback } from 'react';
import { proposalOf } from '../api/questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCase } from '../session/case.tsx';
import { useUnchanged } from '../session/question.ts';
import { useSession } from '../session/session.tsx';
import { EmptyView } from '../shared/empty-view.tsx';
import { useWording } from '../shared/language.tsx';
import { DialsPanel } from './dials-panel.tsx';
import { LivePanel } from './live-panel.tsx';
import { RobustnessPanel } from './robustness-panel.tsx';
import classes from './scenarios-view.module.css';
import { SweepPanel } from './sweep-panel.tsx';
import { TradeOffPanel } from './trade-off-panel.tsx';
import { comparisonOf } from '../api/scenario-questions.ts';
import { Failure } from '../shared/failure.tsx';
import { Panel } from '../shared/panel.tsx';
import { type Changes, type KeptScenario, NO_CHANGES } from '../state/work.ts';
import { CompareTable } from './compare-table.tsx';
import { changesIn } from '../address/address.ts';
import { usePending } from '../session/use-pending.ts';

/** What if? Quotas turned by hand with the answer following, kept to be compared, swept over ranges. */
export function ScenariosView(): ReactNode {
  const { say } = useWording();
  const { ready, loading } = useCase();
  const { work } = useSession();
  const [changes, setChanges] = useTurned(work.changes);
  const unchanged = useUnchanged();
  const base = useAnswer(useMemo(() => (ready ? proposalOf(unchanged) : undefined), [ready, unchanged]));
  const live = useAnswer(
    useMemo(
      () => (ready ? proposalOf({ ...unchanged, changes }, LIVE) : undefined),
      [ready, unchanged, changes],
    ),
  );
  if (!ready && loading) return <p>{say('web.loading')}</p>;
  if (!ready) return <EmptyView words={say('web.no-case')} to="start" action={say('web.go-to-start')} />;
  return (
    <div className={classes.view}>
      <div className={classes.live}>
        <LivePanel changes={changes} live={live} base={base.answer} />
      </div>
      <DialsPanel className={classes.dials} changes={changes} onChanges={setChanges} />
      <div className={classes.answers}>
        <ComparePanel onChanges={setChanges} />
        <SweepPanel changes={changes} onChanges={setChanges} />
        <TradeOffPanel />
        <RobustnessPanel />
      </div>
    </div>
  );
}

/** While the hand moves, one solver answers: the other is for confirming what is taken. */
const LIVE = { solver: 'highs' } as const;

/** The scenarios that were kept, side by side with the rule set as it stands. */
function ComparePanel({ onChanges }: { readonly onChanges: (changes: Changes) => void }): ReactNode {
  const { say } = useWording();
  const { ready } = useCase();
  const unchanged = useUnchanged();
  const { scenarios } = useSession().work;
  const compared = useMemo(
    (): readonly KeptScenario[] => [
      { id: 'as-it-stands', title: say('web.as-it-stands'), changes: NO_CHANGES },
      ...scenarios,
    ],
    [scenarios, say],
  );
  const { answer, failure, asking } = useAnswer(
    useMemo(
      () => (ready && scenarios.length > 0 ? comparisonOf(unchanged, compared) : undefined),
      [ready, unchanged, scenarios, compared],
    ),
  );
  return (
    <Panel title={say('web.compare')} flush={answer !== undefined}>
      {scenarios.length === 0 && <p>{say('web.compare-hint')}</p>}
      {failure !== undefined && <Failure failure={failure} />}
      {asking && answer === undefined && <p>{say('web.asking')}</p>}
      {answer !== undefined && <CompareTable comparison={answer} compared={compared} onChanges={onChanges} />}
    </Panel>
  );
}

/**
 * The quotas as the dials have them: those of the draft, until one is turned. Turned dials stand as they
 * are until they are taken over, turned back, or the draft gets other quotas.
 */
function useTurned(changes: Changes): readonly [turned: Changes, turn: (changes: Changes) => void] {
  const base = JSON.stringify(changes);
  const [text, write] = usePending('dials', base);
  const turned = useMemo(
    () => (text === undefined ? changes : (changesIn(text) ?? changes)),
    [text, changes],
  );
  const turn = useCallback(
    (next: Changes) => {
      const written = JSON.stringify(next);
      write(written === base ? undefined : written);
    },
    [write, base],
  );
  return [turned, turn];
}
