import { NativeSelect } from '@mantine/core';
import { type ReactNode, useState, useMemo } from 'react';
import { useSession } from '../session/session.tsx';
import { areSamePool } from '../state/work.ts';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import classes from './compare-works.module.css';
import { PeopleDiff } from './people-diff.tsx';
import { QuotaDiff } from './quota-diff.tsx';
import { type Comparable, useComparables } from './use-comparables.ts';
import type { Report } from '../../check/check-answer.ts';
import { checkOf, proposalOf } from '../api/questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useReadPool } from '../session/read-pool.ts';

/** Two drafts, versions or scenarios as what differs: people, quotas and goals, coloured by better and worse. */
export function CompareWorks(): ReactNode {
  const { say } = useWording();
  const { draft } = useSession();
  const comparables = useComparables();
  const [chosen, setChosen] = useState<readonly [string | undefined, string | undefined]>([
    undefined,
    undefined,
  ]);
  const find = (key: string | undefined): Comparable | undefined =>
    comparables.find((each) => each.key === key);
  const after = find(chosen[1]) ?? comparables[0];
  // At first what one has is held against what comes next in the list and is about the same people.
  const next = comparables.find(
    ({ work }, place) => place > 0 && after !== undefined && areSamePool(work.pool, after.work.pool),
  );
  const before = find(chosen[0]) ?? next ?? comparables[0];
  const data = comparables.map(({ key, title }) => ({ value: key, label: title }));
  if (before === undefined || after === undefined) return null;
  return (
    <Panel title={say('web.compare-works')} flush>
      <div className={classes.sides}>
        <NativeSelect
          size="xs"
          label={say('web.compare-from')}
          value={before.key}
          data={data}
          onChange={(event) => setChosen([event.currentTarget.value, after.key])}
        />
        <NativeSelect
          size="xs"
          label={say('web.compare-to')}
          value={after.key}
          data={data}
          onChange={(event) => setChosen([before.key, event.currentTarget.value])}
        />
      </div>
      {before.key === after.key ? (
        <p className={classes.note}>{say('web.compare-choose')}</p>
      ) : (
        <Difference key={`${draft.id} ${before.key} ${after.key}`} before={before} after={after} />
      )}
    </Panel>
  );
}

function Difference(properties: { readonly before: Comparable; readonly after: Comparable }): ReactNode {
  const { say } = useWording();
  const before = useStanding(properties.before);
  const after = useStanding(properties.after);
  const failure = before.failure ?? after.failure;
  if (failure !== undefined) return <Failure failure={failure} />;
  if (before.report === undefined || after.report === undefined) {
    const isNone = before.isImpossible || after.isImpossible;
    return <p className={classes.note}>{isNone ? say('web.no-slate-short') : say('web.asking')}</p>;
  }
  return (
    <>
      <PeopleDiff before={before} after={after} />
      <QuotaDiff
        titles={[properties.before.title, properties.after.title]}
        before={before.report.rules}
        after={after.report.rules}
      />
    </>
  );
}

/** Who is on the slate of something that is compared, and how it stands. */
interface ComparedStanding {
  readonly members: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  /** Absent while it is not known. */
  readonly report: Report | undefined;
  /** No slate keeps its quotas. */
  readonly isImpossible: boolean;
  readonly failure: Error | undefined;
}

const NOBODY: readonly string[] = [];

/** Asks how the slate of a draft stands; of a scenario the best one. */
function useStanding({ work, isScenario }: Comparable): ComparedStanding {
  const best = useAnswer(useMemo(() => (isScenario ? proposalOf(work) : undefined), [isScenario, work]));
  const members = isScenario ? best.answer?.slates[0]?.members : work.members;
  const checked = useAnswer(
    useMemo(() => (members === undefined ? undefined : checkOf(work, members)), [work, members]),
  );
  const { pool, failure: unread } = useReadPool(work.pool);
  const names = useMemo(
    () => new Map((pool?.rows ?? []).map((row) => [row['id'] ?? '', row['name'] ?? ''])),
    [pool],
  );
  return {
    members: members ?? NOBODY,
    names,
    // Of two tables the same ids may be other people's: who is who is told by their names.
    report: pool === undefined ? undefined : checked.answer,
    isImpossible: best.answer?.status === 'infeasible',
    failure: best.failure ?? checked.failure ?? unread,
  };
}
