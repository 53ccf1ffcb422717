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
  const starts = new Int32Array(free.length + 1);
  const rows: number[] = [];
  const values: number[] = [];
  free.forEach((column, index) => {
    for (let entry = program.starts[column]!; entry < program.starts[column + 1]!; entry += 1) {
      rows.push(program.rows[entry]!);
      values.push(program.values[entry]!);
    }
    starts[index + 1] = rows.length;
  });
  const picked = (cells: Float64Array): Float64Array => Float64Array.from(free, (column) => cells[column]!);
  const part: LinearProgram = {
    ...program,
    columnCount: free.length,
    columnLower: picked(bounds.columnLower),
    columnUpper: picked(bounds.columnUpper),
    integer: Uint8Array.from(free, (column) => program.integer[column]!),
    starts,
    rows: Int32Array.from(rows),
    values: Float64Array.from(values),
    rowLower: bounds.rowLower.map((lower, row) => lower - activity[row]!),
    rowUpper: bounds.rowUpper.map((upper, row) => upper - activity[row]!),
    levels: program.levels.map(picked),
  };
  return withoutIdleRows(part, new Set()).program;
}
