/**
 * A mixed-integer linear program, neutral to solvers:
 *
 *     maximise lexicographically  c₁·x, c₂·x, …
 *     subject to                  rowLower ≤ A x ≤ rowUpper
 *                                 columnLower ≤ x ≤ columnUpper
 *                                 x_j whole where integer_j
 *
 * All coefficients are whole numbers (see `objective.ts` and `rule-rows.ts` for how fractions are
 * cleared), so that a solution can be verified and its value computed without rounding error.
 */
export interface LinearProgram {
  readonly columnCount: number;
  readonly rowCount: number;
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  /** 1 where the column must be whole. */
  readonly integer: Uint8Array;
  /** A by columns: the entries of column j are at `starts[j]` … `starts[j + 1] − 1`. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** For people who read the model; solvers get generated names. */
  readonly rowNames: readonly string[];
  /** Levels in order of importance; each has one whole coefficient per column. At least one. */
  readonly levels: readonly Float64Array[];
  /** For each level a bound on how far apart its values at two solutions can be; zero counts as one. */
  readonly spans: readonly number[];
}

/** The bounds of a program: what may change between the solves of one series. */
export interface Bounds {
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
}

/** A copy of a program's bounds, to be changed. */
export function copyBounds(bounds: Bounds): Bounds {
  return {
    columnLower: bounds.columnLower.slice(),
    columnUpper: bounds.columnUpper.slice(),
    rowLower: bounds.rowLower.slice(),
    rowUpper: bounds.rowUpper.slice(),
  };
}

/** A program that asks for its first level alone. */
export function firstLevelOf(program: LinearProgram): LinearProgram {
  return { ...program, levels: program.levels.slice(0, 1), spans: program.spans.slice(0, 1) };
}

/** A·x for one column vector. */
export function rowActivities(program: LinearProgram, x: Float64Array): Float64Array {
  const activity = new Float64Array(program.rowCount);
  for (let column = 0; column < program.columnCount; column += 1) {
    const value = x[column]!;
    if (value === 0) continue;
    for (let entry = program.starts[column]!; entry < program.starts[column + 1]!; entry += 1) {
      activity[program.rows[entry]!]! += program.values[entry]! * value;
    }
  }
  return activity;
}

/** c·x. Whole for whole c and x below 2^53. */
export function objectiveValue(costs: Float64Array, x: Float64Array): number {
  let value = 0;
  for (let column = 0; column < x.length; column += 1) value += costs[column]! * x[column]!;
  return value;
}
