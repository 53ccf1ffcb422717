import type { LinearProgram } from './linear-program.ts';
import { placesOfRows, withOtherRows } from './other-rows.ts';

/** A program with fewer rows, and where its rows were before. */
export interface Trimmed {
  readonly program: LinearProgram;
  /** The new index of each row; −1 for those left out. */
  readonly rowOf: Int32Array;
}

/**
 * Leaves out the rows that no values of the columns can break: a family of which one member takes part,
 * a cap above what the columns can reach. In a long series of small solves every row costs.
 *
 * @param moving rows whose bounds will be moved; they stay.
 */
export function withoutIdleRows(program: LinearProgram, moving: ReadonlySet<number>): Trimmed {
  const kept = rowsThatCount(program, moving);
  const rowOf = placesOfRows(kept, program.rowCount);
  return { program: kept.length === program.rowCount ? program : withOtherRows(program, kept, []), rowOf };
}

/** The rows that some values of the columns break, and those whose bounds will be moved. */
export function rowsThatCount(program: LinearProgram, moving: ReadonlySet<number>): Int32Array {
  const [least, most] = reach(program);
  const kept: number[] = [];
  for (let row = 0; row < program.rowCount; row += 1) {
    const idle = program.rowLower[row]! <= least[row]! && program.rowUpper[row]! >= most[row]!;
    if (!idle || moving.has(row)) kept.push(row);
  }
  return Int32Array.from(kept);
}

/** The least and greatest value of every row. */
function reach(program: LinearProgram): readonly [least: Float64Array, most: Float64Array] {
  const least = new Float64Array(program.rowCount);
  const most = new Float64Array(program.rowCount);
  for (let column = 0; column < program.columnCount; column += 1) {
    const lower = program.columnLower[column]!;
    const upper = program.columnUpper[column]!;
    for (let entry = program.starts[column]!; entry < program.starts[column + 1]!; entry += 1) {
      const row = program.rows[entry]!;
      const value = program.values[entry]!;
      least[row]! += value * (value > 0 ? lower : upper);
      most[row]! += value * (value > 0 ? upper : lower);
    }
  }
  return [least, most];
}
