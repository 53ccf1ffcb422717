import type { Highs, Model, ModelData } from 'highs';
import { breakableRows } from '../presolve/redundant-rows.ts';
import type { Bounds, LinearProgram } from '../linear-program.ts';
import { verified } from '../verified-solution.ts';
import { everyRow, levelRow, withColumns, withOtherRows } from '../extended-program.ts';
import { costScale } from './scale.ts';
import { type Clock, runModel, openModel } from './runtime.ts';

/**
 * What a run on a part of the columns came to: `x` is a verified solution of the whole program, `bound` the
 * best proven value of the level over the free columns.
 */
type PartOutcome =
  | { readonly status: 'optimal'; readonly x: Float64Array }
  | { readonly status: 'feasible'; readonly x: Float64Array; readonly bound: number }
  | { readonly status: 'infeasible' }
  | { readonly status: 'stopped'; readonly bound: number };

/**
 * A native model of some of a program's columns: the free ones. All others stand fixed at their lower
 * bound, so they move into the bounds of the rows. Below the program's rows stands one row per level,
 * `c_k·x ≥ z_k`, open until that level's optimum is known: this is how levels are locked.
 *
 * Where columns and bounds are settled for good, rows that the free columns cannot break are left out:
 * of 400 rows some dozens are left once 50 of 7,000 columns are free.
 *
 * Rows with a single free column are handed over as bounds of that column: beside two of them HiGHS 1.15.1
 * without presolve calls lesser solutions optimal: once in some thousand slates with people pinned and tied
 * (`test/optimize/wrong-optimum.json`).
 */
export class PartModel {
  readonly #highs: Highs;
  readonly #program: LinearProgram;
  readonly #free: Int32Array;
  readonly #model: Model;
  readonly #scales: readonly number[];
  /** The program's rows that the model has. */
  readonly #rows: Int32Array;
  /** The rows with a single free column. */
  readonly #single: readonly SingleEntry[];
  /** Whether no column has bounds that exclude each other; without columns: whether every row holds. */
  #possible = true;

  /** @param rows those of the program that the model needs; absent: all. */
  constructor(highs: Highs, program: LinearProgram, free: Int32Array, rows: Int32Array = everyRow(program)) {
    this.#highs = highs;
    this.#program = program;
    this.#free = free;
    this.#rows = rows;
    this.#scales = program.levels.map(costScale);
    const data = this.#data();
    this.#single = singleEntries(data.matrix, rows.length);
    this.#model = openModel(highs, data);
  }

  /** A model whose columns and bounds are settled; `fixed` is the activity of all columns that are not free. */
  static settled(
    highs: Highs,
    program: LinearProgram,
    free: Int32Array,
    bounds: Bounds,
    fixed: Float64Array,
  ): PartModel {
    const part = new PartModel(highs, program, free, breakableRows(program, bounds, free, fixed));
    part.setBounds(bounds, fixed);
    return part;
  }

  #data(): ModelData & { readonly matrix: Matrix } {
    const free = withColumns(this.#program, this.#free);
    const levels = free.levels.map((costs, level) => levelRow(`level ${level}`, costs, this.#scales[level]));
    const { starts, rows, values, columnCount, rowCount } = withOtherRows(free, this.#rows, levels);
    const { integer, continuous } = this.#highs.constants.variableType;
    return {
      numCols: columnCount,
      numRows: rowCount,
      colCost: new Float64Array(columnCount),
      colLower: new Float64Array(columnCount),
      colUpper: new Float64Array(columnCount),
      rowLower: new Float64Array(rowCount).fill(-Infinity),
      rowUpper: new Float64Array(rowCount).fill(Infinity),
      matrix: {
        format: 'csc',
        numRows: rowCount,
        numCols: columnCount,
        starts,
        indices: rows,
        values,
      },
      integrality: Array.from(free.integer, (whole) => (whole === 1 ? integer : continuous)),
    };
  }

  /** Sets bounds; `fixed` is the activity of all columns that are not free. Opens the locks of all levels. */
  setBounds(bounds: Bounds, fixed: Float64Array): void {
    const { levels } = this.#program;
    const model = this.#model;
    const columnLower = Float64Array.from(this.#free, (column) => bounds.columnLower[column]!);
    const columnUpper = Float64Array.from(this.#free, (column) => bounds.columnUpper[column]!);
    const rowLower = new Float64Array(this.#rows.length + levels.length).fill(-Infinity);
    const rowUpper = new Float64Array(this.#rows.length + levels.length).fill(Infinity);
    this.#rows.forEach((row, index) => {
      rowLower[index] = bounds.rowLower[row]! - fixed[row]!;
      rowUpper[index] = bounds.rowUpper[row]! - fixed[row]!;
    });
    for (const { row, column, value } of this.#single) {
      const [one, other] = [rowLower[row]! / value, rowUpper[row]! / value];
      const whole = this.#program.integer[this.#free[column]!] === 1;
      const [least, most] = [Math.min(one, other), Math.max(one, other)];
      columnLower[column] = Math.max(columnLower[column]!, whole ? Math.ceil(least - ROUNDING) : least);
      columnUpper[column] = Math.min(columnUpper[column]!, whole ? Math.floor(most + ROUNDING) : most);
      rowLower[row] = -Infinity;
      rowUpper[row] = Infinity;
    }
    if (this.#free.length > 0) {
      model.changeColsBounds({ kind: 'range', from: 0, to: this.#free.length - 1 }, columnLower, columnUpper);
    }
    model.changeRowsBounds({ kind: 'range', from: 0, to: rowLower.length - 1 }, rowLower, rowUpper);
    this.#possible =
      this.#free.length === 0
        ? rowLower.every((lower, row) => lower <= 0 && rowUpper[row]! >= 0)
        : columnLower.every((lower, column) => lower <= columnUpper[column]!);
  }

  /** Demands that a level keep the value it has reached; half a unit of slack, since values are whole. */
  lock(level: number, value: number, fixedValue: number): void {
    const lower = (value - fixedValue - 0.5) * this.#scales[level]!;
    this.#model.changeRowBounds(this.#rows.length + level, lower, Infinity);
  }

  /**
   * Maximises one level over the free columns, all others at their lower bound. HiGHS takes 0.9999999 for
   * a whole number, and in a row with coefficients of a million (a share of 33.3333 %) that can gain it a
   * whole unit. An optimum that breaks a bound in whole numbers is asked for again, as sharply as HiGHS can.
   *
   * @param start a solution of the whole program to start from, if one is known.
   * @throws Error where that breaks a bound as well.
   */
  maximise(level: number, bounds: Bounds, clock: Clock, start?: Float64Array): PartOutcome {
    const found = this.#verified(this.#maximise(level, clock, start), bounds);
    if (found !== undefined) return found;
    this.#model.options.set({ mip_feasibility_tolerance: SHARPEST, primal_feasibility_tolerance: SHARPEST });
    const sharp = this.#verified(this.#maximise(level, clock, start), bounds);
    if (sharp === undefined) throw new Error('HiGHS called a solution optimal that breaks a bound');
    return sharp;
  }

  #maximise(level: number, clock: Clock, start?: Float64Array): PartOutcome {
    const model = this.#model;
    const costs = this.#program.levels[level]!;
    const scale = this.#scales[level]!;
    const free = this.#free;
    if (!this.#possible) return { status: 'infeasible' };
    // HiGHS does not solve a model without columns.
    if (free.length === 0) return { status: 'optimal', x: new Float64Array(0) };
    if (clock.left() <= 0) return { status: 'stopped', bound: Infinity };
    const mine = Float64Array.from(free, (column) => -costs[column]! * scale);
    model.changeColsCost({ kind: 'range', from: 0, to: free.length - 1 }, mine);
    if (start !== undefined) {
      model.setSolution({ colValue: Float64Array.from(free, (column) => start[column]!) });
    }
    const status = runModel(this.#highs, model, clock, true);
    if (status === 'infeasible') return { status: 'infeasible' };
    const bound = -Number(model.info.get('mip_dual_bound')) / scale;
    const proof = status === 'optimal';
    if (!proof && Number(model.info.get('primal_solution_status')) !== FEASIBLE_POINT) {
      return { status: 'stopped', bound };
    }
    const x = model.getSolution().colValue;
    return proof ? { status: 'optimal', x } : { status: 'feasible', x, bound };
  }

  /** An outcome with its point spread over the whole program; `undefined` for an optimum that does not verify. */
  #verified(outcome: PartOutcome, bounds: Bounds): PartOutcome | undefined {
    if (!('x' in outcome)) return outcome;
    const x = verified(this.#program, bounds, this.#spread(outcome.x, bounds));
    if (x !== undefined) return { ...outcome, x };
    return outcome.status === 'feasible' ? { status: 'stopped', bound: outcome.bound } : undefined;
  }

  /** Spreads a solution of the free columns over the whole program; all others stay at their lower bound. */
  #spread(x: Float64Array, bounds: Bounds): Float64Array {
    const whole = bounds.columnLower.slice();
    this.#free.forEach((column, index) => {
      whole[column] = x[index]!;
    });
    return whole;
  }

  /** Gives the native memory back. */
  close(): void {
    this.#model.dispose();
  }
}

/** A row with a single column. */
interface SingleEntry {
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

type Matrix = NonNullable<ModelData['matrix']>;

/** The entries that stand alone in their row, of the first `rowCount` rows. */
function singleEntries({ starts, indices, values }: Matrix, rowCount: number): readonly SingleEntry[] {
  const entries = new Uint32Array(rowCount);
  for (const row of indices) if (row < rowCount) entries[row]! += 1;
  const single: SingleEntry[] = [];
  for (let column = 0; column + 1 < starts.length; column += 1) {
    for (let entry = starts[column]!; entry < starts[column + 1]!; entry += 1) {
      const row = indices[entry]!;
      if (row < rowCount && entries[row] === 1) single.push({ row, column, value: values[entry]! });
    }
  }
  return single;
}

/** What a quotient of whole numbers can be off by. */
const ROUNDING = 1e-9;
/** The least tolerance that HiGHS takes. */
const SHARPEST = 1e-10;
/** HiGHS's `kSolutionStatusFeasible`. */
const FEASIBLE_POINT = 2;
