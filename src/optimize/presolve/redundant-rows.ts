import type { Bounds, LinearProgram } from '../linear-program.ts';
import { everyRow, placesOfRows, withOtherRows } from '../extended-program.ts';

/** A program with fewer rows, and where its rows were before. */
interface Trimmed {
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
  const columns = Int32Array.from({ length: program.columnCount }, (_, column) => column);
  const isBreakable = breakable(program, program, columns, new Float64Array(program.rowCount));
  return everyRow(program).filter((row) => isBreakable[row] === 1 || moving.has(row));
}

/**
 * The rows that some values of these columns break, and those that are broken already.
 *
 * @param fixed what all other columns add to each row.
 */
export function breakableRows(
  program: LinearProgram,
  bounds: Bounds,
  columns: Int32Array,
  fixed: Float64Array,
): Int32Array {
  const isBreakable = breakable(program, bounds, columns, fixed);
  return everyRow(program).filter((row) => isBreakable[row] === 1);
}

/** 1 for every row whose least or greatest value is beyond its bounds. */
function breakable(
  { rowCount, starts, rows, values }: LinearProgram,
  bounds: Bounds,
  columns: Int32Array,
  fixed: Float64Array,
): Uint8Array {
  const least = fixed.slice();
  const most = fixed.slice();
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index]!;
    const lower = bounds.columnLower[column]!;
    const upper = bounds.columnUpper[column]!;
    for (let entry = starts[column]!; entry < starts[column + 1]!; entry += 1) {
      const row = rows[entry]!;
      const value = values[entry]!;
      least[row]! += value * (value > 0 ? lower : upper);
      most[row]! += value * (value > 0 ? upper : lower);
    }
  }
  const isBreakable = new Uint8Array(rowCount);
  for (let row = 0; row < rowCount; row += 1) {
    // Written so that a row of what is no number stays.
    const holds = least[row]! >= bounds.rowLower[row]! && most[row]! <= bounds.rowUpper[row]!;
    isBreakable[row] = holds ? 0 : 1;
  }
  return isBreakable;
}
