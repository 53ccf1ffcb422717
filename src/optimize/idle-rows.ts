import type { LinearProgram } from './linear-program.ts';

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
  const [least, most] = reach(program);
  const kept: number[] = [];
  const rowOf = new Int32Array(program.rowCount).fill(-1);
  for (let row = 0; row < program.rowCount; row += 1) {
    const idle = program.rowLower[row]! <= least[row]! && program.rowUpper[row]! >= most[row]!;
    if (!idle || moving.has(row)) rowOf[row] = kept.push(row) - 1;
  }
  if (kept.length === program.rowCount) return { program, rowOf };
  const starts = new Int32Array(program.columnCount + 1);
  const rows = new Int32Array(program.rows.length);
  const values = new Float64Array(program.rows.length);
  let next = 0;
  for (let column = 0; column < program.columnCount; column += 1) {
    for (let entry = program.starts[column]!; entry < program.starts[column + 1]!; entry += 1) {
      const row = rowOf[program.rows[entry]!]!;
      if (row === -1) continue;
      rows[next] = row;
      values[next] = program.values[entry]!;
      next += 1;
    }
    starts[column + 1] = next;
  }
  const trimmed: LinearProgram = {
    ...program,
    rowCount: kept.length,
    starts,
    rows: rows.slice(0, next),
    values: values.slice(0, next),
    rowLower: Float64Array.from(kept, (row) => program.rowLower[row]!),
    rowUpper: Float64Array.from(kept, (row) => program.rowUpper[row]!),
    rowNames: kept.map((row) => program.rowNames[row]!),
  };
  return { program: trimmed, rowOf };
}

/** The least and greatest value of every row. */
function reach(program: LinearProgram): readonly [least: Float64Array, most: Float64Array] {
  const least = new Float64Array(program.rowCount);
  const most = new Float64Array(program.rowCount);
  for (let column = 0; column < program.columnCount; column += 1) {
    const [lower, upper] = [program.columnLower[column]!, program.columnUpper[column]!];
    for (let entry = program.starts[column]!; entry < program.starts[column + 1]!; entry += 1) {
      const [row, value] = [program.rows[entry]!, program.values[entry]!];
      least[row]! += value * (value > 0 ? lower : upper);
      most[row]! += value * (value > 0 ? upper : lower);
    }
  }
  return [least, most];
}
