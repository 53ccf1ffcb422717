import type { Highs, Model } from 'highs';
import type { PlainProgram } from '../../proofs/plain-model.ts';
import { openModel } from '../highs/runtime.ts';
import { costScale } from '../highs/scale.ts';
import type { Split } from './proof-tree.ts';

/** What is relaxed: a level's value, with earlier ones at least as high as they are; or only whether anything is there. */
export interface Aim {
  /** Absent: nothing is worth anything. */
  readonly level?: number;
  /** The values of the levels before, in steps. */
  readonly earlier: readonly number[];
}

const MOST_STEPS = 20_000;

/**
 * A plain model over some of its columns, the core, in HiGHS. The rows that the core cannot break are left
 * out: they are free. Sums that a proof branches on are rows that stand open until they are bounded.
 */
export class CoreModel {
  /** The columns in the order in which they joined; in HiGHS they stand after those of the goals. */
  readonly columns: number[] = [];
  readonly #highs: Highs;
  readonly #plain: PlainProgram;
  readonly #aim: Aim;
  readonly model: Model;
  readonly scale: number;
  readonly lockScales: readonly number[];
  /** The rows of the plain model that the relaxation has, and where each stands in HiGHS. */
  readonly rows = new Map<number, number>();
  /** What the core can come to in each row, towards its bound. */
  readonly #reach: Float64Array;
  /** The rows with a goal; each has a column for its steps. */
  readonly goals: readonly number[];
  /** Where each column stands in HiGHS; -1: it is not in the core. */
  readonly #placeOf: Int32Array;
  readonly #splits = new Map<string, { readonly row: number; readonly columns: Uint32Array }>();
  #rowCount: number;

  /** @param core columns of the plain model to begin with. */
  constructor(highs: Highs, plain: PlainProgram, aim: Aim, core: readonly number[]) {
    this.#highs = highs;
    this.#plain = plain;
    this.#aim = aim;
    this.#placeOf = new Int32Array(plain.eligible.length).fill(-1);
    this.#reach = new Float64Array(plain.rows.length);
    // Where nothing is worth anything a goal may be missed for nothing, and has no say.
    this.goals =
      aim.level === undefined ? [] : plain.rows.flatMap(({ goal }, row) => (goal === undefined ? [] : [row]));
    this.scale = aim.level === undefined ? 1 : costScale(plain.levels[aim.level]!.values);
    this.lockScales = aim.earlier.map((_, level) => costScale(plain.levels[level]!.values));
    this.#rowCount = aim.earlier.length;
    this.model = this.#open();
    this.join(core);
  }

  /** The goals' columns, and the rows of earlier levels. */
  #open(): Model {
    const { level, earlier } = this.#aim;
    const numCols = this.goals.length;
    const cost = level === undefined ? undefined : this.#plain.levels[level]!.prices;
    const entries = new Entries();
    this.lockScales.forEach((scale, lock) => {
      const { prices } = this.#plain.levels[lock]!;
      this.goals.forEach((row, index) => entries.add(index, lock, -prices[row]! * scale));
    });
    const model = openModel(this.#highs, {
      numCols,
      numRows: earlier.length,
      colCost: Float64Array.from(this.goals, (row) => cost![row]! * this.scale),
      colLower: new Float64Array(numCols),
      colUpper: new Float64Array(numCols).fill(Infinity),
      rowLower: Float64Array.from(earlier, (value, lock) => value * this.lockScales[lock]!),
      rowUpper: new Float64Array(earlier.length).fill(Infinity),
      matrix: {
        format: 'csc',
        numRows: earlier.length,
        numCols,
        ...entries.compressed(numCols),
      },
    });
    model.options.set({ simplex_iteration_limit: MOST_STEPS });
    return model;
  }

  /** Whether a column is in the core. */
  has(column: number): boolean {
    return this.#placeOf[column] !== -1;
  }

  /** Takes columns into the core, and the rows that can be broken with them; the basis stays. */
  join(columns: readonly number[]): void {
    const first = this.goals.length + this.columns.length;
    columns.forEach((column, index) => (this.#placeOf[column] = first + index));
    this.columns.push(...columns);
    const { entries, reached } = this.#entriesFrom(first);
    this.#addColumns(columns, entries);
    this.#addRows(reached);
  }

  /**
   * The entries of the columns from a place on, in the rows that are there; and the rows that come with them:
   * those that the core can break now, a cap on more columns than it allows or anything it must have; goals
   * all at the first time. Looks at every entry of the plain model once, for there may be millions.
   */
  #entriesFrom(first: number): { readonly entries: Entries; readonly reached: readonly number[] } {
    const entries = new Entries();
    const reached: number[] = [];
    this.#plain.rows.forEach(({ side, bound, goal }, row) => {
      const at = this.rows.get(row);
      const sign = side === 'max' ? 1 : -1;
      let reach = this.#reach[row]!;
      this.#eachPlace(row, first, (place, coefficient) => {
        if (at !== undefined) entries.add(place - first, at, coefficient);
        reach += Math.max(0, sign * coefficient);
      });
      this.#reach[row] = reach;
      if (at !== undefined) return;
      if (goal === undefined ? reach > sign * bound : this.#aim.level !== undefined) reached.push(row);
    });
    for (const { row, columns } of this.#splits.values()) {
      for (const column of columns) {
        const place = this.#placeOf[column]!;
        if (place >= first) entries.add(place - first, row, 1);
      }
    }
    return { entries, reached };
  }

  /** Calls `tell` with the columns in HiGHS that have a coefficient in a row, from a place on. */
  #eachPlace(row: number, first: number, tell: (place: number, coefficient: number) => void): void {
    const placeOf = this.#placeOf;
    for (const { columns, coefficient } of this.#plain.rows[row]!.terms) {
      if (coefficient === 0) continue;
      for (let index = 0; index < columns.length; index += 1) {
        const place = placeOf[columns[index]!]!;
        if (place >= first) tell(place, coefficient);
      }
    }
  }

  #addColumns(columns: readonly number[], entries: Entries): void {
    const { eligible, levels } = this.#plain;
    const { level } = this.#aim;
    const values = level === undefined ? undefined : levels[level]!.values;
    this.lockScales.forEach((scale, lock) => {
      const { values } = levels[lock]!;
      columns.forEach((column, index) => entries.add(index, lock, values[column]! * scale));
    });
    this.model.addCols({
      cost: Float64Array.from(columns, (column) =>
        values === undefined ? 0 : -values[column]! * this.scale,
      ),
      lower: new Float64Array(columns.length),
      upper: Float64Array.from(columns, (column) => eligible[column]!),
      matrix: {
        format: 'csc',
        numRows: this.#rowCount,
        numCols: columns.length,
        ...entries.compressed(columns.length),
      },
    });
  }

  #addRows(rows: readonly number[]): void {
    const numRows = rows.length;
    const lower = new Float64Array(numRows).fill(-Infinity);
    const upper = new Float64Array(numRows).fill(Infinity);
    rows.forEach((row, index) => {
      const { side, bound } = this.#plain.rows[row]!;
      (side === 'max' ? upper : lower)[index] = bound;
      this.rows.set(row, this.#rowCount + index);
    });
    const entries = new Entries();
    const goalAt = new Map(this.goals.map((row, index) => [row, index]));
    rows.forEach((row, index) => {
      const { side, goal } = this.#plain.rows[row]!;
      if (goal !== undefined) entries.add(index, goalAt.get(row)!, side === 'max' ? -goal.step : goal.step);
      this.#eachPlace(row, 0, (place, coefficient) => entries.add(index, place, coefficient));
    });
    this.model.addRows({
      lower,
      upper,
      matrix: {
        format: 'csr',
        numRows,
        numCols: this.goals.length + this.columns.length,
        ...entries.compressed(numRows),
      },
    });
    this.#rowCount += numRows;
  }

  /** Bounds what a split counts; `undefined` on either side: open. */
  bound(split: Split, least: number | undefined, most: number | undefined): void {
    let row = this.#splits.get(split.key)?.row;
    if (row === undefined) {
      const places = this.#placesOf(split);
      this.model.addRow(-Infinity, Infinity, {
        indices: Int32Array.from(places),
        values: new Float64Array(places.length).fill(1),
      });
      row = this.#rowCount;
      this.#rowCount += 1;
      this.#splits.set(split.key, { row, columns: split.columns });
    }
    this.model.changeRowBounds(row, least ?? -Infinity, most ?? Infinity);
  }

  #placesOf(split: Split): readonly number[] {
    if (split.goal !== undefined) {
      const index = this.goals.indexOf(split.goal);
      return index === -1 ? [] : [index];
    }
    return Array.from(split.columns, (column) => this.#placeOf[column]!).filter((place) => place !== -1);
  }

  /** The row of a sum that was branched on. */
  rowOf(split: Split): number {
    return this.#splits.get(split.key)!.row;
  }

  /** HiGHS has no ray where a row without columns asks for something: the row alone shows it. */
  rayOfUnreachable(): Float64Array | undefined {
    for (const [row, at] of this.rows) {
      const { side, bound, terms } = this.#plain.rows[row]!;
      const isWithout = terms.every(({ columns }) => columns.every((column) => !this.has(column)));
      if (!isWithout || (side === 'min' ? bound <= 0 : bound >= 0)) continue;
      const ray = new Float64Array(this.#rowCount);
      ray[at] = side === 'max' ? -1 : 1;
      return ray;
    }
    return undefined;
  }
}

/** Entries of a matrix in the order in which they are found. */
class Entries {
  readonly #majors: number[] = [];
  readonly #minors: number[] = [];
  readonly #values: number[] = [];

  /** @param major the column, where they are kept by columns, or the row. */
  add(major: number, minor: number, value: number): void {
    if (value === 0) return;
    this.#majors.push(major);
    this.#minors.push(minor);
    this.#values.push(value);
  }

  /** The entries of each of so many columns, or rows, one after the other. */
  compressed(count: number): {
    readonly starts: Int32Array;
    readonly indices: Int32Array;
    readonly values: Float64Array;
  } {
    const starts = new Int32Array(count + 1);
    for (const major of this.#majors) starts[major + 1]! += 1;
    for (let major = 0; major < count; major += 1) starts[major + 1]! += starts[major]!;
    const next = starts.slice();
    const indices = new Int32Array(this.#majors.length);
    const values = new Float64Array(this.#majors.length);
    this.#majors.forEach((major, index) => {
      const at = next[major]!;
      indices[at] = this.#minors[index]!;
      values[at] = this.#values[index]!;
      next[major] = at + 1;
    });
    return { starts, indices, values };
  }
}
