import { useMemo } from 'react';
import { poolIn, poolNamed } from '../api/questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import type { Notice } from '../../slate/answers.ts';
import type { ProblemItem } from '../../service/answers.ts';
import type { PoolAnswer, PoolValidation } from '../../service/pool-answers.ts';
import type { PoolChoice } from '../state/work.ts';

/** A table of candidates as the service has read it. */
export interface ReadPool {
  readonly pool: PoolAnswer | undefined;
  readonly notices: readonly Notice[];
  readonly sheets: PoolValidation['sheets'];
  readonly layout: PoolValidation['layout'];
  readonly problems: readonly ProblemItem[];
  readonly failure: Error | undefined;
  readonly asking: boolean;
}

const NO_PROBLEMS: readonly ProblemItem[] = [];
const NO_NOTICES: readonly Notice[] = [];

/** Reads a table of candidates. Keep the choice the same object while it is the same. */
export function useReadPool(pool: PoolChoice): ReadPool {
  const shipped = useAnswer(
    useMemo(() => (pool.kind === 'shipped' ? poolNamed(pool.name) : undefined), [pool]),
  );
  const own = useAnswer(useMemo(() => (pool.kind === 'shipped' ? undefined : poolIn(pool)), [pool]));
  const ownAnswer: PoolValidation | undefined = own.answer;
  return useMemo(
    () => ({
      pool: pool.kind === 'shipped' ? shipped.answer : ownAnswer?.pool,
      notices: ownAnswer?.notices ?? NO_NOTICES,
      sheets: ownAnswer?.sheets,
      layout: ownAnswer?.layout,
      problems: ownAnswer?.problems ?? NO_PROBLEMS,
      failure: shipped.failure ?? own.failure,
      asking: shipped.asking || own.asking,
    }),
    [pool.kind, shipped.answer, shipped.failure, shipped.asking, ownAnswer, own.failure, own.asking],
  );
}
