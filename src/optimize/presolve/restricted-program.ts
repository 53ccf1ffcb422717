import { withColumns } from '../extended-program.ts';
import { withoutIdleRows } from './redundant-rows.ts';
import { type Bounds, type LinearProgram, rowActivities } from '../linear-program.ts';

/**
 * The program of some columns alone, the others fixed where they are in `fixed`: what these add to the rows
 * is in their bounds, and rows that the free columns cannot break are left out.
 *
 * @param fixed a point with every free column at zero.
 */
export function freeProgram(
  program: LinearProgram,
  bounds: Bounds,
  free: Int32Array,
  fixed: Float64Array,
): LinearProgram {
  const activity = rowActivities(program, fixed);
  const part = withColumns({ ...program, ...bounds }, free);
  const rowLower = bounds.rowLower.map((lower, row) => lower - activity[row]!);
  const rowUpper = bounds.rowUpper.map((upper, row) => upper - activity[row]!);
  return withoutIdleRows({ ...part, rowLower, rowUpper }, new Set()).program;
}
