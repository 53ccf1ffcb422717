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

/** A program with one more level, the least important: costs of the first columns, of which `most` can be 1 at once. */
export function withLastLevel(program: LinearProgram, costs: readonly number[], most: number): LinearProgram {
  const level = new Float64Array(program.columnCount);
  level.set(costs);
  return {
    ...program,
    levels: [...program.levels, level],
    spans: [...program.spans, spanOf(level, program.columnUpper, costs.length, most)],
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
    // Written so that what is no number at all fails, too.
    if (program.integer[column] === 1 && !(Math.abs(value - whole) <= INTEGRALITY)) return undefined;
    rounded[column] = program.integer[column] === 1 ? whole + 0 : value;
    if (!(rounded[column]! >= bounds.columnLower[column]!)) return undefined;
    if (!(rounded[column]! <= bounds.columnUpper[column]!)) return undefined;
  }
  const activity = rowActivities(program, rounded);
  for (let row = 0; row < program.rowCount; row += 1) {
    if (activity[row]! < bounds.rowLower[row]! || activity[row]! > bounds.rowUpper[row]!) return undefined;
  }
  return rounded;
}

/** A growing array of doubles or whole numbers. */
class Growing<Cells extends Float64Array | Int32Array> {
  #cells: Cells;
  readonly #make: (length: number) => Cells;
  length = 0;

  constructor(make: (length: number) => Cells) {
    this.#make = make;
    this.#cells = make(256);
  }

  push(value: number): void {
    this.#makeRoom(1);
    this.#cells[this.length] = value;
    this.length += 1;
  }

  append(values: Cells): void {
    this.#makeRoom(values.length);
    this.#cells.set(values, this.length);
    this.length += values.length;
  }

  repeat(value: number, times: number): void {
    this.#makeRoom(times);
    this.#cells.fill(value, this.length, this.length + times);
    this.length += times;
  }

  #makeRoom(more: number): void {
    if (this.length + more <= this.#cells.length) return;
    const larger = this.#make(Math.max(this.length * 2, this.length + more));
    larger.set(this.#cells);
    this.#cells = larger;
  }

  take(): Cells {
    const taken = this.#make(this.length);
    taken.set(this.#cells.subarray(0, this.length));
    return taken;
  }
}

const doubles = (): Growing<Float64Array> => new Growing((length) => new Float64Array(length));
const wholes = (): Growing<Int32Array> => new Growing((length) => new Int32Array(length));

/**
 * How far apart two values of c·x can be, with at most `most` of the first columns at 1 and every other
 * anywhere up to its bound. Costs of both signs add up: from `most` of the lowest to `most` of the highest.
 */
function spanOf(costs: Float64Array, upper: Float64Array, choices: number, most: number): number {
  let [lowest, highest, others] = [0, 0, 0];
  for (let column = 0; column < costs.length; column += 1) {
    const cost = costs[column]!;
    if (column >= choices) others += cost === 0 ? 0 : Math.abs(cost) * upper[column]!;
    else if (cost < lowest) lowest = cost;
    else if (cost > highest) highest = cost;
  }
  return (highest - lowest) * most + others;
}

/** The entries of a column under construction; one after the other, each of another row. */
export class ColumnEntries {
  readonly #rows: Int32Array;
  readonly #values: Float64Array;
  #length = 0;

  /** @param rowCount how many rows the program has. */
  constructor(rowCount: number) {
    this.#rows = new Int32Array(rowCount);
    this.#values = new Float64Array(rowCount);
  }

  clear(): void {
    this.#length = 0;
  }

  push(row: number, value: number): void {
    this.#rows[this.#length] = row;
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  get rows(): Int32Array {
    return this.#rows.subarray(0, this.#length);
  }

  get values(): Float64Array {
    return this.#values.subarray(0, this.#length);
  }
}

/** A program under construction. Columns are added with all their entries, one at a time or some alike. */
export class LinearProgramBuilder {
  readonly #columnLower = doubles();
  readonly #columnUpper = doubles();
  readonly #starts = wholes();
  readonly #rows = wholes();
  readonly #values = doubles();
  readonly #rowLower = doubles();
  readonly #rowUpper = doubles();
  readonly #rowNames: string[] = [];
  readonly #levels: readonly Growing<Float64Array>[];

  /** @param levelCount how many levels the objective has. */
  constructor(levelCount: number) {
    this.#levels = Array.from({ length: levelCount }, doubles);
  }

  /** Adds a row `lower ≤ … ≤ upper` and returns its index. */
  addRow(name: string, lower: number, upper: number): number {
    this.#rowLower.push(lower);
    this.#rowUpper.push(upper);
    return this.#rowNames.push(name) - 1;
  }

  /**
   * Opens a column, always integer, and returns its index. {@link addValue} then gives its value on
   * each level in turn, and {@link addEntry} its entries.
   */
  addColumn(lower: number, upper: number): number {
    this.#columnLower.push(lower);
    this.#columnUpper.push(upper);
    this.#starts.push(this.#rows.length);
    return this.#starts.length - 1;
  }

  /** Adds columns from 0 to 1 that have the same entries; {@link addValues} then gives their values. */
  addAlike(count: number, { rows, values }: ColumnEntries): void {
    this.#columnLower.repeat(0, count);
    this.#columnUpper.repeat(1, count);
    for (let column = 0; column < count; column += 1) {
      this.#starts.push(this.#rows.length);
      this.#rows.append(rows);
      this.#values.append(values);
    }
  }

  /** Gives the values of the columns added last on one level. */
  addValues(level: number, values: Float64Array): void {
    this.#levels[level]!.append(values);
  }

  /** Gives the value of the column opened last on one level; every level gets one value per column. */
  addValue(level: number, value: number): void {
    this.#levels[level]!.push(value);
  }

  /** Adds an entry to the column opened last. */
  addEntry(row: number, value: number): void {
    this.#rows.push(row);
    this.#values.push(value);
  }

  /**
   * The finished program.
   *
   * @param choices how many columns, from the first, are choices of which only `most` can be 1 at once.
   */
  build(choices: number, most: number): LinearProgram {
    const columnCount = this.#columnLower.length;
    const columnUpper = this.#columnUpper.take();
    const levels = this.#levels.map((level) => level.take());
    this.#starts.push(this.#rows.length);
    return {
      columnCount,
      rowCount: this.#rowLower.length,
      columnLower: this.#columnLower.take(),
      columnUpper,
      integer: new Uint8Array(columnCount).fill(1),
      starts: this.#starts.take(),
      rows: this.#rows.take(),
      values: this.#values.take(),
      rowLower: this.#rowLower.take(),
      rowUpper: this.#rowUpper.take(),
      rowNames: this.#rowNames,
      levels,
      spans: levels.map((level) => spanOf(level, columnUpper, choices, most)),
    };
  }
}
