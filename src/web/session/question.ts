import { useMemo } from 'react';
import type { QuestionOf } from '../api/questions.ts';
import { NO_CHANGES } from '../state/work.ts';
import { useSession } from './session.tsx';

/** What every question about the open draft is asked about; another object only where it changes. */
export function useQuestion(): QuestionOf {
  const { pool, rules, units, changes, pin, exclude } = useSession().work;
  return useMemo(
    () => ({ pool, rules, units, changes, pin, exclude }),
    [pool, rules, units, changes, pin, exclude],
  );
}

/** The same without decisions on persons, for questions that they do not matter to. */
export function useUndecided(): QuestionOf {
  const { pool, rules, units, changes } = useSession().work;
  return useMemo(
    () => ({ pool, rules, units, changes, pin: [], exclude: [] }),
    [pool, rules, units, changes],
  );
}

/** The same under the rules as they stand, without the quotas that the board has changed. */
export function useUnchanged(): QuestionOf {
  const { pool, rules, units, pin, exclude } = useSession().work;
  return useMemo(
    () => ({ pool, rules, units, changes: NO_CHANGES, pin, exclude }),
    [pool, rules, units, pin, exclude],
  );
}
