import type { Highs, Model } from 'highs';
import { MILLION } from '../../proofs/leaf-bound.ts';
import type { PlainProgram, PlainRow } from '../../proofs/plain-model.ts';
import { type Clock, openModel } from '../highs/runtime.ts';
import { costScale } from '../highs/scale.ts';
import type { Branching, Split } from './proof-tree.ts';

/** What is relaxed: a level's value, with earlier ones at least as high as they are; or only whether anything is there. */
export interface Aim {
  /** Absent: nothing is worth anything. */
  readonly level?: number;
  /** The values of the levels before, in steps. */
  readonly earlier: readonly number[];
}

/** Prices in millionths, as a leaf of a proof has them. */
export interface Prices {
  /** By row of the plain model. */
  readonly rows: ReadonlyMap<number, number>;
  /** By branching on the way to the node, in their order. */
  readonly branchings: readonly number[];
  readonly earlier: readonly number[];
}

/** What a run came to. */
export type RelaxedStatus = 'solved' | 'empty' | 'stopped';

const MOST_STEPS = 20_000;

/**
 * The linear relaxation of a plain model over some of its columns, the core, in HiGHS. The rows that the
 * core cannot break are left out: they are free. Sums that a proof branches on are rows that stand open
 * until they are bounded.
 */
export class PlainRelaxation {
  readonly core: Uint32Array;
  readonly #highs: Highs;
  readonly #plain: PlainProgram;
  readonly #aim: Aim;
  readonly #model: Model;
  readonly #scale: number;
  readonly #lockScales: readonly number[];
  /** The rows of the plain model that the relaxation has. */
  readonly #rows: readonly number[];
  /** The rows with a goal among these; each has a column for its steps, after the core. */
  readonly #goals: readonly number[];
  readonly #placeOf: Int32Array;
  readonly #rowOfSplit = new Map<string, number>();
  #rowCount: number;

  /** @param core columns of the plain model, ascending. */
  constructor(highs: Highs, plain: PlainProgram, aim: Aim, core: Uint32Array) {
    this.#highs = highs;
    this.#plain = plain;
    this.#aim = aim;
    this.core = core;
    this.#placeOf = new Int32Array(plain.eligible.length).fill(-1);
    core.forEach((column, place) => (this.#placeOf[column] = place));
    this.#rows = [...plain.rows.keys()].filter((row) => this.#canBreak(plain.rows[row]!));
    this.#goals = this.#rows.filter((row) => plain.rows[row]!.goal !== undefined);
    this.#scale = aim.level === undefined ? 1 : costScale(plain.levels[aim.level]!.values);
    this.#lockScales = aim.earlier.map((_, level) => costScale(plain.levels[level]!.values));
    this.#rowCount = this.#rows.length + aim.earlier.length;
    this.#model = this.#open();
  }

  /** Whether the core can break a row: a cap on more columns than it allows, or anything it must have. */
  #canBreak({ side, bound, terms, goal }: PlainRow): boolean {
    // Where nothing is worth anything a goal may be missed for nothing, and has no say.
    if (goal !== undefined) return this.#aim.level !== undefined;
    const sign = side === 'max' ? 1 : -1;
    let most = 0;
    for (const { columns, coefficient } of terms) {
      for (const column of columns) {
        if (this.#placeOf[column] !== -1)
          most += Math.max(0, sign * coefficient) * this.#plain.eligible[column]!;
      }
    }
    return most > sign * bound;
  }

  #open(): Model {
    const { core } = this;
    const { eligible, levels } = this.#plain;
    const { level } = this.#aim;
    const numCols = core.length + this.#goals.length;
    const colCost = new Float64Array(numCols);
    const colLower = new Float64Array(numCols);
    const colUpper = new Float64Array(numCols).fill(Infinity);
    core.forEach((column, place) => {
      if (level !== undefined) colCost[place] = -levels[level]!.values[column]! * this.#scale;
      colUpper[place] = eligible[column]!;
    });
    this.#goals.forEach((row, index) => {
      if (level !== undefined) colCost[core.length + index] = levels[level]!.prices[row]! * this.#scale;
    });
    const matrix = this.#matrix(numCols);
    const model = openModel(this.#highs, {
      numCols,
      numRows: this.#rowCount,
      colCost,
      colLower,
      colUpper,
      ...this.#rowBounds(),
      matrix: { format: 'csc', numRows: this.#rowCount, numCols, ...matrix },
    });
    model.options.set({ simplex_iteration_limit: MOST_STEPS });
    return model;
  }

  #rowBounds(): { readonly rowLower: Float64Array; readonly rowUpper: Float64Array } {
    const rowLower = new Float64Array(this.#rowCount).fill(-Infinity);
    const rowUpper = new Float64Array(this.#rowCount).fill(Infinity);
    this.#rows.forEach((row, place) => {
      const { side, bound } = this.#plain.rows[row]!;
      (side === 'max' ? rowUpper : rowLower)[place] = bound;
    });
    this.#lockScales.forEach((scale, level) => {
      rowLower[this.#rows.length + level] = this.#aim.earlier[level]! * scale;
    });
    return { rowLower, rowUpper };
  }

  /** By columns: every entry is counted first, then each has its place. */
  #matrix(numCols: number): { starts: Int32Array; indices: Int32Array; values: Float64Array } {
    const starts = new Int32Array(numCols + 1);
    this.#eachEntry((_row, column) => (starts[column + 1]! += 1));
    for (let column = 0; column < numCols; column += 1) starts[column + 1]! += starts[column]!;
    const next = starts.slice();
    const indices = new Int32Array(starts[numCols]!);
    const values = new Float64Array(starts[numCols]!);
    this.#eachEntry((row, column, value) => {
      const at = next[column]!;
      indices[at] = row;
      values[at] = value;
      next[column] = at + 1;
    });
    return { starts, indices, values };
  }

  /** Calls `tell` with every entry, by rows. */
  #eachEntry(tell: (row: number, column: number, value: number) => void): void {
    const first = this.core.length;
    const goalAt = new Map(this.#goals.map((row, index) => [row, first + index]));
    this.#rows.forEach((row, place) => {
      const { side, terms, goal } = this.#plain.rows[row]!;
      for (const { columns, coefficient } of terms) {
        if (coefficient === 0) continue;
        for (const column of columns) {
          const at = this.#placeOf[column]!;
          if (at !== -1) tell(place, at, coefficient);
        }
      }
      if (goal !== undefined) tell(place, goalAt.get(row)!, side === 'max' ? -goal.step : goal.step);
    });
    this.#lockScales.forEach((scale, level) => {
      const { values, prices } = this.#plain.levels[level]!;
      const row = this.#rows.length + level;
      this.core.forEach((column, place) => {
        if (values[column] !== 0) tell(row, place, values[column]! * scale);
      });
      for (const [goal, at] of goalAt) {
        if (prices[goal] !== 0) tell(row, at, -prices[goal]! * scale);
      }
    });
  }

  /** Bounds what a split counts; `undefined` on either side: open. */
  bound(split: Split, least: number | undefined, most: number | undefined): void {
    let row = this.#rowOfSplit.get(split.key);
    if (row === undefined) {
      const places = this.#placesOf(split);
      this.#model.addRow(-Infinity, Infinity, {
        indices: Int32Array.from(places),
        values: new Float64Array(places.length).fill(1),
      });
      row = this.#rowCount;
      this.#rowCount += 1;
      this.#rowOfSplit.set(split.key, row);
    }
    this.#model.changeRowBounds(row, least ?? -Infinity, most ?? Infinity);
  }

  #placesOf(split: Split): readonly number[] {
    if (split.goal !== undefined) {
      const index = this.#goals.indexOf(split.goal);
      return index === -1 ? [] : [this.core.length + index];
    }
    return Array.from(split.columns, (column) => this.#placeOf[column]!).filter((place) => place !== -1);
  }

  /** Solves from the last basis. */
  run(clock: Clock): RelaxedStatus {
    const left = clock.left();
    if (left <= 0) return 'stopped';
    this.#model.zeroAllClocks();
    this.#model.options.set('time_limit', left / 1000);
    const { modelStatus } = this.#model.run();
    const status = this.#highs.constants.modelStatus;
    if (modelStatus === status.optimal || modelStatus === status.unknown) return 'solved';
    return modelStatus === status.infeasible || modelStatus === status.unboundedOrInfeasible
      ? 'empty'
      : 'stopped';
  }

  /** The values of the core's columns, and the steps of each goal's row. */
  point(): { readonly values: Float64Array; readonly steps: ReadonlyMap<number, number> } {
    const values = Float64Array.from(this.#model.getSolution().colValue);
    const first = this.core.length;
    return {
      values: values.subarray(0, first),
      steps: new Map(this.#goals.map((row, index) => [row, values[first + index]!])),
    };
  }

  /** What the point of the last run is worth, in steps; 0 where nothing is worth anything. */
  value(): number {
    const { level } = this.#aim;
    if (level === undefined) return 0;
    const { values, prices } = this.#plain.levels[level]!;
    const { colValue } = this.#model.getSolution();
    let value = 0;
    this.core.forEach((column, place) => (value += values[column]! * colValue[place]!));
    this.#goals.forEach((row, index) => (value -= prices[row]! * colValue[this.core.length + index]!));
    return value;
  }

  /** The duals of the last run as prices; where it was empty, of the ray that shows it. */
  prices(status: RelaxedStatus, path: readonly Branching[]): Prices | undefined {
    const duals =
      status === 'empty'
        ? (this.#model.getDualRay()?.values ?? this.#rayOfUnreachable())
        : Float64Array.from(this.#model.getSolution().rowDual);
    if (duals === undefined) return undefined;
    // A ray has no size: its largest multiplier becomes a hundred.
    const scale = status === 'empty' ? largest(duals) / 100 : this.#scale;
    if (!(scale > 0)) return undefined;
    const millionths = (dual: number): number => Math.round((dual / scale) * MILLION);
    const rows = new Map<number, number>();
    this.#rows.forEach((row, place) => {
      const price = millionths(this.#plain.rows[row]!.side === 'max' ? -duals[place]! : duals[place]!);
      if (price > 0) rows.set(row, price);
    });
    const earlier = this.#lockScales.map((lockScale, level) =>
      Math.max(0, millionths(duals[this.#rows.length + level]! * lockScale)),
    );
    const branchings = path.map((branching) => this.#priceOf(branching, path, duals, millionths));
    return { rows, branchings, earlier };
  }

  /** HiGHS has no ray where a row without columns asks for something: the row alone shows it. */
  #rayOfUnreachable(): Float64Array | undefined {
    const place = this.#rows.findIndex((row) => {
      const { side, bound, terms } = this.#plain.rows[row]!;
      const isWithout = terms.every(({ columns }) => columns.every((column) => this.#placeOf[column] === -1));
      return isWithout && (side === 'min' ? bound > 0 : bound < 0);
    });
    if (place === -1) return undefined;
    const ray = new Float64Array(this.#rowCount);
    ray[place] = this.#plain.rows[this.#rows[place]!]!.side === 'max' ? -1 : 1;
    return ray;
  }

  /** The dual of a split's row belongs to the tightest of the branchings that bound it on that side. */
  #priceOf(
    branching: Branching,
    path: readonly Branching[],
    duals: ArrayLike<number>,
    millionths: (dual: number) => number,
  ): number {
    const dual = duals[this.#rowOfSplit.get(branching.split.key)!]!;
    const price = millionths(branching.side === 'max' ? -dual : dual);
    const alike = path.filter(
      ({ split, side }) => split.key === branching.split.key && side === branching.side,
    );
    return price > 0 && alike.at(-1) === branching ? price : 0;
  }

  /** Gives the native memory back. */
  close(): void {
    this.#model.dispose();
  }
}

function largest(values: ArrayLike<number>): number {
  let most = 0;
  for (let index = 0; index < values.length; index += 1) most = Math.max(most, Math.abs(values[index]!));
  return most;
}
