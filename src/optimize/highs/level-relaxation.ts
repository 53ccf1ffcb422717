import type { Highs, Model } from 'highs';
import type { Bounds, LinearProgram } from '../linear-program.ts';
import { type AddedRow, levelRow, withRows } from '../extended-program.ts';
import { dualBound } from './dual-bound.ts';
import { type Clock, openModel } from './runtime.ts';
import { costScale } from './scale.ts';
import type { WholeSum } from './whole-sums.ts';

/** What a run came to: a point with duals, the proof that there is none, or nothing. */
type RelaxationStatus = 'solved' | 'infeasible' | 'stopped';

/** What the dual solution of a run proves: no solution has a higher value than `bound`. */
export interface LevelBound {
  readonly bound: number;
  /** By how much the bound falls when a column leaves its better bound, per unit; positive: it is better low. */
  readonly reduced: Float64Array;
}

/**
 * Measured on sweeps of 120 candidates: most runs take three steps, so what a step costs matters less
 * than what comes before and after. Without perturbed costs there is nothing to clean up afterwards, and
 * plain pricing keeps no weights. What guards against cycling then is the limit of steps.
 */
const FEW_STEPS = {
  dual_simplex_cost_perturbation_multiplier: 0,
  simplex_dual_edge_weight_strategy: 0,
  simplex_iteration_limit: 5000,
} as const;
/** Wider relaxations take many steps, and HiGHS's own choices serve them better. */
const NARROW = 500;

/**
 * The linear relaxation of one level, kept open. Costs never change, only bounds do, so the basis of
 * one run stays dual feasible for the next and the dual simplex needs a few steps from cell to cell of a
 * sweep and from node to node of a search.
 *
 * Below the program's rows stand the earlier levels, `c_k·x ≥ z_k`, and the whole sums that are no rows
 * of the program.
 */
export class LevelRelaxation {
  /** How much the costs were multiplied by. */
  readonly scale: number;
  readonly #highs: Highs;
  readonly #program: LinearProgram;
  readonly #model: Model;
  readonly #costs: Float64Array;
  readonly #lockScales: readonly number[];
  /** The program with the levels before this one and the sums as rows. */
  readonly #whole: LinearProgram;
  readonly #rowOfSum: readonly number[];
  /** The bounds that the native model has at the moment. */
  readonly #rowLower: Float64Array;
  readonly #rowUpper: Float64Array;
  readonly #columnLower: Float64Array;
  readonly #columnUpper: Float64Array;

  constructor(highs: Highs, program: LinearProgram, level: number, sums: readonly WholeSum[]) {
    this.#highs = highs;
    this.#program = program;
    this.scale = costScale(program.levels[level]!);
    this.#costs = program.levels[level]!.map((cost) => -cost * this.scale);
    this.#lockScales = program.levels.slice(0, level).map(costScale);
    let rowCount = program.rowCount + level;
    this.#rowOfSum = sums.map(({ row }) => row ?? rowCount++);
    this.#rowLower = new Float64Array(rowCount).fill(-Infinity);
    this.#rowUpper = new Float64Array(rowCount).fill(Infinity);
    this.#columnLower = program.columnLower.slice();
    this.#columnUpper = program.columnUpper.slice();
    this.#whole = withRows(program, [
      ...this.#lockScales.map((scale, index) => levelRow(`level ${index}`, program.levels[index]!, scale)),
      ...sums.flatMap(({ row, columns }, index) =>
        row === undefined ? [sumRow(`sum ${index}`, columns)] : [],
      ),
    ]);
    this.#model = openModel(highs, {
      numCols: program.columnCount,
      numRows: rowCount,
      colCost: this.#costs,
      colLower: program.columnLower,
      colUpper: program.columnUpper,
      rowLower: this.#rowLower,
      rowUpper: this.#rowUpper,
      matrix: {
        format: 'csc',
        numRows: rowCount,
        numCols: program.columnCount,
        starts: this.#whole.starts,
        indices: this.#whole.rows,
        values: this.#whole.values,
      },
    });
    if (program.columnCount <= NARROW) this.#model.options.set(FEW_STEPS);
  }

  /** Sets all bounds, the values of the earlier levels, and opens the sums; only what differs is sent. */
  setBounds(bounds: Bounds, locked: readonly number[]): void {
    const { rowCount, columnCount } = this.#program;
    for (let column = 0; column < columnCount; column += 1) {
      this.setColumn(column, bounds.columnLower[column]!, bounds.columnUpper[column]!);
    }
    for (let row = 0; row < rowCount; row += 1) {
      this.#setRow(row, bounds.rowLower[row]!, bounds.rowUpper[row]!);
    }
    // Half a unit of slack, since values are whole.
    this.#lockScales.forEach((scale, level) => {
      this.#setRow(rowCount + level, (locked[level]! - 0.5) * scale, Infinity);
    });
    for (const row of this.#rowOfSum) if (row >= rowCount) this.#setRow(row, -Infinity, Infinity);
  }

  /** Sets the bounds of one column. */
  setColumn(column: number, lower: number, upper: number): void {
    if (this.#columnLower[column] === lower && this.#columnUpper[column] === upper) return;
    this.#columnLower[column] = lower;
    this.#columnUpper[column] = upper;
    this.#model.changeColBounds(column, lower, upper);
  }

  #setRow(row: number, lower: number, upper: number): void {
    if (this.#rowLower[row] === lower && this.#rowUpper[row] === upper) return;
    this.#rowLower[row] = lower;
    this.#rowUpper[row] = upper;
    this.#model.changeRowBounds(row, lower, upper);
  }

  /** The bounds of one sum. */
  sumBounds(sum: number): readonly [lower: number, upper: number] {
    const row = this.#rowOfSum[sum]!;
    return [this.#rowLower[row]!, this.#rowUpper[row]!];
  }

  /** Sets the bounds of one sum. */
  setSum(sum: number, lower: number, upper: number): void {
    this.#setRow(this.#rowOfSum[sum]!, lower, upper);
  }

  /**
   * Solves from the last basis. HiGHS calls a run "unknown" when its answer misses a tolerance: that
   * is a point with duals like any other here, since {@link bound} trusts no dual.
   */
  run(clock: Clock): RelaxationStatus {
    if (clock.left() <= 0) return 'stopped';
    const { modelStatus } = this.#model.run();
    const status = this.#highs.constants.modelStatus;
    if (modelStatus === status.optimal || modelStatus === status.unknown) return 'solved';
    // Every column is bounded, so "unbounded or infeasible" is infeasible.
    return modelStatus === status.infeasible || modelStatus === status.unboundedOrInfeasible
      ? 'infeasible'
      : 'stopped';
  }

  /** The columns' values after an optimal run. */
  solution(): Float64Array {
    return Float64Array.from(this.#model.getSolution().colValue);
  }

  /** The bound that the last run's duals prove on the scale of the level, however inexact they are. */
  bound({ columnLower, columnUpper }: Bounds): LevelBound {
    const duals = this.#model.getSolution().rowDual;
    const bounds = { columnLower, columnUpper, rowLower: this.#rowLower, rowUpper: this.#rowUpper };
    const { bound, reduced } = dualBound(this.#whole, bounds, this.#costs, duals);
    return { bound: -bound / this.scale, reduced: reduced.map((cost) => cost / this.scale) };
  }

  /** Gives the native memory back. */
  close(): void {
    this.#model.dispose();
  }
}

function sumRow(name: string, columns: Int32Array): AddedRow {
  return { name, terms: [{ columns, value: 1 }], lower: -Infinity, upper: Infinity };
}
