import type { Pool } from '../pool/pool.ts';
import { decisionProblems } from '../slate/case.ts';
import type { Decisions } from '../pool/decisions.ts';
import type { Problem, Reading } from '../words/problem.ts';

/** What is wrong with decisions as far as can be said where candidates or rules cannot be read. */
export function problemsOfDecisions(pool: Reading<Pool>, decisions: Decisions): readonly Problem[] {
  const named = Object.values(decisions).flatMap((each: readonly (string | readonly string[])[]) =>
    each.flat(),
  );
  // Of an appointment only the rules and the units together tell whether it exists.
  const known = pool.ok ? [...pool.value.ids, ...named.filter((id) => id.includes('@'))] : named;
  return decisionProblems(known, decisions);
}
