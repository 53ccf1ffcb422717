import { useMemo } from 'react';
import type { Report } from '../../check/check-answer.ts';
import { checkOf, proposalOf } from '../api/questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useReadPool } from '../session/read-pool.ts';
import type { Comparable } from './use-comparables.ts';

/** Who is on the slate of something that is compared, and how it stands. */
export interface ComparedStanding {
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
export function useStanding({ work, isScenario }: Comparable): ComparedStanding {
  const best = useAnswer(useMemo(() => (isScenario ? proposalOf(work) : undefined), [isScenario, work]));
  const members = isScenario ? best.answer?.slates[0]?.members : work.members;
  const checked = useAnswer(
    useMemo(() => (members === undefined ? undefined : checkOf(work, members)), [work, members]),
  );
  const { pool } = useReadPool(work.pool);
  const names = useMemo(
    () => new Map((pool?.rows ?? []).map((row) => [row['id'] ?? '', row['name'] ?? ''])),
    [pool],
  );
  return {
    members: members ?? NOBODY,
    names,
    report: checked.answer,
    isImpossible: best.answer?.status === 'infeasible',
    failure: best.failure ?? checked.failure,
  };
}
