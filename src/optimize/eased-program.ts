import { withoutIdleRows } from './idle-rows.ts';
import type { LinearProgram } from './linear-program.ts';
import { withRoundedRows } from './rounded-rows.ts';

const NOTHING_MOVES: ReadonlySet<number> = new Set();

/**
 * The same program made easier for any solver: without rows that nothing can break, with the rounded rows of
 * shares. The same solutions, in the same columns; only for programs whose bounds stay as they are.
 */
export function easedProgram(program: LinearProgram): LinearProgram {
  return withRoundedRows(withoutIdleRows(program, NOTHING_MOVES).program, NOTHING_MOVES);
}
