import { type ReactNode, useMemo } from 'react';
import { proposalOf } from '../api/questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCase } from '../session/case.tsx';
import { useUnchanged } from '../session/question.ts';
import { useSession } from '../session/session.tsx';
import { EmptyView } from '../shared/empty-view.tsx';
import { useWording } from '../shared/language.tsx';
import { ComparePanel } from './compare-panel.tsx';
import { DialsPanel } from './dials-panel.tsx';
import { LivePanel } from './live-panel.tsx';
import { RobustnessPanel } from './robustness-panel.tsx';
import classes from './scenarios-view.module.css';
import { SweepPanel } from './sweep-panel.tsx';
import { TradeOffPanel } from './trade-off-panel.tsx';
import { useTurned } from './use-turned.ts';

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
