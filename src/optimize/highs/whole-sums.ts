import type { LinearProgram } from '../linear-program.ts';

/** A sum of binary columns, whole in every solution: something a search can branch on. */
export interface WholeSum {
  /** Ascending. */
  readonly columns: Int32Array;
  /** The row of the program that is this very sum; absent where none is. */
  readonly row?: number;
}

/** Sums of fewer columns say little more than the columns themselves. */
const FEWEST = 3;

/**
 * Sums of columns that a program's rows speak of: the binary columns with the same coefficient in the
 * same row. Members under 40, women, members altogether: where the relaxation holds 18.4 of them, the
 * two branches "at most 18" and "at least 19" move the bound, while branching on one person only
 * exchanges them for another. This is branching on constraints (Appleget and Wood, "Explicit-constraint
 * branching for solving mixed-integer programs", 2000), with the constraints read off the model.
 *
 * Largest first; each sum once.
 */
export function wholeSums(program: LinearProgram): readonly WholeSum[] {
  const groups = Array.from({ length: program.rowCount }, () => new Map<number, number[]>());
  const entries = new Int32Array(program.rowCount);
  for (let column = 0; column < program.columnCount; column += 1) {
    const binary = program.columnLower[column] === 0 && program.columnUpper[column] === 1;
    for (let entry = program.starts[column]!; entry < program.starts[column + 1]!; entry += 1) {
      const row = program.rows[entry]!;
      entries[row]! += 1;
      if (!binary) continue;
      const group = groups[row]!.get(program.values[entry]!);
      if (group === undefined) groups[row]!.set(program.values[entry]!, [column]);
      else group.push(column);
    }
  }
  const sums = new Map<string, WholeSum>();
  groups.forEach((byValue, row) => {
    for (const [value, columns] of byValue) {
      if (columns.length < FEWEST) continue;
      const key = columns.join();
      const itself = value === 1 && columns.length === entries[row];
      const known = sums.get(key);
      if (known === undefined || (itself && known.row === undefined)) {
        sums.set(key, { columns: Int32Array.from(columns), ...(itself && { row }) });
      }
    }
  });
  return [...sums.values()].sort((one, other) => other.columns.length - one.columns.length);
}
