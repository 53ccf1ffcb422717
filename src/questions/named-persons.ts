import type { PartsRead } from '../opening/open-case.ts';
import { QUESTION } from '../opening/sources.ts';
import { problem, type Problem } from '../words/problem.ts';

/** Somebody whom an option names, and where. */
interface Named {
  readonly id: string;
  readonly field: string;
}

/** That candidates whom a question names are not in the pool; of appointments the units tell. */
export function notInPool(named: readonly Named[], { pool }: PartsRead): readonly Problem[] {
  if (pool === undefined) return [];
  const known = new Set(pool.ids);
  return named
    .filter(({ id }) => !known.has(id) && !id.includes('@'))
    .map(({ id, field }) => problem('explain.no-candidate', { id }, { file: QUESTION, field }));
}

/** That they are not on the slate; whom the pool does not have either is told of once, appointments by the open case. */
export function notOnSlate(named: readonly Named[], { pool, slate }: PartsRead): readonly Problem[] {
  if (slate === undefined) return [];
  const [members, known] = [new Set(slate), pool && new Set(pool.ids)];
  return named
    .filter(({ id }) => !members.has(id) && !id.includes('@') && known?.has(id) !== false)
    .map(({ id, field }) => problem('explain.not-on-slate', { id }, { file: QUESTION, field }));
}
