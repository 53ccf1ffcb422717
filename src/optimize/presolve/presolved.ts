import { rowsThatCount } from './redundant-rows.ts';
import type { LinearProgram } from '../linear-program.ts';
import { withOtherRows } from '../extended-program.ts';
import { roundedRows } from './rounding-cuts.ts';

const NOTHING_MOVES: ReadonlySet<number> = new Set();

/**
 * The same program made easier for any solver: without rows that nothing can break, with the rounded rows of
 * shares. The same solutions, in the same columns; only for programs whose bounds stay as they are.
 */
export function easedProgram(program: LinearProgram): LinearProgram {
  const kept = rowsThatCount(program, NOTHING_MOVES);
  const added = roundedRows(program, NOTHING_MOVES);
  if (kept.length === program.rowCount && added.length === 0) return program;
  return withOtherRows(program, kept, added);
}
