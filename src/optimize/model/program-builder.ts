import type { LinearProgram } from '../linear-program.ts';
import { doubles, type GrowingArray, wholes } from './growing-array.ts';

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
  readonly #levels: readonly GrowingArray<Float64Array>[];

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
