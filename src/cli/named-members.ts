import type { Pool } from '../pool/pool.ts';
import { problem, type Problem } from '../words/problem.ts';

/** That candidates whom the command line names are not in the pool; of appointments the units tell. */
export const notInPool =
  (ids: readonly string[]) =>
  ({ ids: known }: Pool): readonly Problem[] =>
    ids
      .filter((id) => !known.includes(id) && !id.includes('@'))
      .map((id) => problem('explain.no-candidate', { id }));

/** That they are not on a slate; whom the pool does not have either is told of once. */
export const notOnSlate =
  (ids: readonly string[]) =>
  (members: readonly string[], pool: Pool | undefined): readonly Problem[] =>
    ids
      .filter((id) => !members.includes(id) && pool?.ids.includes(id) !== false)
      .map((id) => problem('explain.not-on-slate', { id }));
