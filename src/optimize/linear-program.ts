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
export function valueOf(costs: Float64Array, x: Float64Array): number {
  let value = 0;
  for (let column = 0; column < x.length; column += 1) value += costs[column]! * x[column]!;
  return value;
}

/** How far from a whole number a solver's value of an integer column may be. */
const INTEGRALITY = 1e-5;

/**
 * Verifies what a solver returned: rounds the integer columns and holds every bound exactly. Since all
 * columns of our models are integer (slack counts in whole units), so are all activities, and no
 * tolerance is needed after rounding.
 *
 * @returns the rounded solution, or `undefined` where it is fractional or breaks a bound.
 */
export function verified(
  program: LinearProgram,
  bounds: Bounds,
  x: ArrayLike<number>,
): Float64Array | undefined {
  const rounded = new Float64Array(program.columnCount);
  for (let column = 0; column < program.columnCount; column += 1) {
    const value = x[column]!;
    const whole = Math.round(value);
    if (program.integer[column] === 1 && Math.abs(value - whole) > INTEGRALITY) return undefined;
    rounded[column] = program.integer[column] === 1 ? whole + 0 : value;
    if (rounded[column]! < bounds.columnLower[column]! || rounded[column]! > bounds.columnUpper[column]!) {
      return undefined;
    }
  }
  const activity = rowActivities(program, rounded);
  for (let row = 0; row < program.rowCount; row += 1) {
    if (activity[row]! < bounds.rowLower[row]! || activity[row]! > bounds.rowUpper[row]!) return undefined;
  }
  return rounded;
}

/** A program under construction. Columns are added one at a time, each with all its entries. */
export class LinearProgramBuilder {
  readonly #columnLower: number[] = [];
  readonly #columnUpper: number[] = [];
  readonly #starts: number[] = [0];
  readonly #rows: number[] = [];
  readonly #values: number[] = [];
  readonly #rowLower: number[] = [];
  readonly #rowUpper: number[] = [];
  readonly #rowNames: string[] = [];
  readonly #levels: number[][];

  /** @param levelCount how many levels the objective has. */
  constructor(levelCount: number) {
    this.#levels = Array.from({ length: levelCount }, () => []);
  }

  /** Adds a row `lower ≤ … ≤ upper` and returns its index. */
  addRow(name: string, lower: number, upper: number): number {
    this.#rowNames.push(name);
    this.#rowLower.push(lower);
    return this.#rowUpper.push(upper) - 1;
  }

  /** Opens a column (always integer) and returns its index; {@link addEntry} then adds its entries. */
  addColumn(lower: number, upper: number, coefficients: readonly number[]): number {
    this.#columnLower.push(lower);
    this.#levels.forEach((level, index) => level.push(coefficients[index] ?? 0));
    this.#starts.push(this.#rows.length);
    return this.#columnUpper.push(upper) - 1;
  }

  /** Adds an entry to the column opened last. */
  addEntry(row: number, value: number): void {
    this.#rows.push(row);
    this.#values.push(value);
    this.#starts[this.#starts.length - 1] = this.#rows.length;
  }

  /** The finished program. */
  build(): LinearProgram {
    return {
      columnCount: this.#columnLower.length,
      rowCount: this.#rowLower.length,
      columnLower: Float64Array.from(this.#columnLower),
      columnUpper: Float64Array.from(this.#columnUpper),
      integer: new Uint8Array(this.#columnLower.length).fill(1),
      starts: Int32Array.from(this.#starts),
      rows: Int32Array.from(this.#rows),
      values: Float64Array.from(this.#values),
      rowLower: Float64Array.from(this.#rowLower),
      rowUpper: Float64Array.from(this.#rowUpper),
      rowNames: this.#rowNames,
      levels: this.#levels.map((level) => Float64Array.from(level)),
    };
  }
}
