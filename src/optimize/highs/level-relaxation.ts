import type { Highs, Model } from 'highs';
import type { Bounds, LinearProgram } from '../linear-program.ts';
import { type Clock, openModel } from './runtime.ts';
import { costScale } from './scale.ts';
import type { WholeSum } from './whole-sums.ts';

/** What a run came to: a point with duals, the proof that there is none, or nothing. */
export type RelaxationStatus = 'solved' | 'infeasible' | 'stopped';

/** What the dual solution of a run proves: no solution has a higher value than `bound`. */
export interface LevelBound {
  readonly bound: number;
  /** By how much the bound falls when a column leaves its better bound, per unit; positive: it is better low. */
  readonly reduced: Float64Array;
}

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
  readonly #starts: Int32Array;
  readonly #rows: Int32Array;
  readonly #values: Float64Array;
  readonly #rowOfSum: readonly number[];
  readonly #rowLower: Float64Array;
  readonly #rowUpper: Float64Array;

  constructor(highs: Highs, program: LinearProgram, level: number, sums: readonly WholeSum[]) {
    this.#highs = highs;
    this.#program = program;
    this.scale = costScale(program.levels[level]!);
    this.#costs = program.levels[level]!.map((cost) => -cost * this.scale);
    this.#lockScales = program.levels.slice(0, level).map(costScale);
    let rowCount = program.rowCount + level;
    this.#rowOfSum = sums.map(({ row }) => row ?? rowCount++);
    this.#rowLower = new Float64Array(rowCount);
    this.#rowUpper = new Float64Array(rowCount);
    [this.#starts, this.#rows, this.#values] = this.#matrix(sums);
    this.#model = openModel(highs, {
      numCols: program.columnCount,
      numRows: rowCount,
      colCost: this.#costs,
      colLower: program.columnLower,
      colUpper: program.columnUpper,
      rowLower: new Float64Array(rowCount).fill(-Infinity),
      rowUpper: new Float64Array(rowCount).fill(Infinity),
      matrix: {
        format: 'csc',
        numRows: rowCount,
        numCols: program.columnCount,
        starts: this.#starts,
        indices: this.#rows,
        values: this.#values,
      },
    });
  }

  #matrix(sums: readonly WholeSum[]): [Int32Array, Int32Array, Float64Array] {
    const program = this.#program;
    const sumsOf = Array.from({ length: program.columnCount }, (): number[] => []);
    sums.forEach((sum, index) => {
      if (sum.row === undefined) for (const column of sum.columns) sumsOf[column]!.push(index);
    });
    const starts = [0];
    const rows: number[] = [];
    const values: number[] = [];
    for (let column = 0; column < program.columnCount; column += 1) {
      for (let entry = program.starts[column]!; entry < program.starts[column + 1]!; entry += 1) {
        rows.push(program.rows[entry]!);
        values.push(program.values[entry]!);
      }
      this.#lockScales.forEach((scale, level) => {
        const cost = program.levels[level]![column]!;
        if (cost === 0) return;
        rows.push(program.rowCount + level);
        values.push(cost * scale);
      });
      for (const sum of sumsOf[column]!) {
        rows.push(this.#rowOfSum[sum]!);
        values.push(1);
      }
      starts.push(rows.length);
    }
    return [Int32Array.from(starts), Int32Array.from(rows), Float64Array.from(values)];
  }

  /** Sets all bounds, the values of the earlier levels, and opens the sums. */
  setBounds(bounds: Bounds, locked: readonly number[]): void {
    const { rowCount, columnCount } = this.#program;
    this.#rowLower.fill(-Infinity);
    this.#rowUpper.fill(Infinity);
    this.#rowLower.set(bounds.rowLower);
    this.#rowUpper.set(bounds.rowUpper);
    // Half a unit of slack, since values are whole.
    this.#lockScales.forEach((scale, level) => {
      this.#rowLower[rowCount + level] = (locked[level]! - 0.5) * scale;
    });
    const rows = { kind: 'range', from: 0, to: this.#rowLower.length - 1 } as const;
    this.#model.changeRowsBounds(rows, this.#rowLower, this.#rowUpper);
    const columns = { kind: 'range', from: 0, to: columnCount - 1 } as const;
    this.#model.changeColsBounds(columns, bounds.columnLower, bounds.columnUpper);
  }

  /** Sets the bounds of one column. */
  setColumn(column: number, lower: number, upper: number): void {
    this.#model.changeColBounds(column, lower, upper);
  }

  /** The bounds of one sum. */
  sumBounds(sum: number): readonly [lower: number, upper: number] {
    const row = this.#rowOfSum[sum]!;
    return [this.#rowLower[row]!, this.#rowUpper[row]!];
  }

  /** Sets the bounds of one sum. */
  setSum(sum: number, lower: number, upper: number): void {
    const row = this.#rowOfSum[sum]!;
    this.#rowLower[row] = lower;
    this.#rowUpper[row] = upper;
    this.#model.changeRowBounds(row, lower, upper);
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

  /**
   * The bound that the last run's duals prove, by weak duality: for any multipliers y,
   * `min c·x ≥ Σ y_i·(L_i or U_i) + Σ_j (c − yA)_j·(l_j or u_j)`. It is recomputed from the whole
   * coefficients, so it holds however inexact y is.
   */
  bound({ columnLower, columnUpper }: Bounds): LevelBound {
    const duals = Float64Array.from(this.#model.getSolution().rowDual);
    let least = 0;
    duals.forEach((dual, row) => {
      const bound = dual > 0 ? this.#rowLower[row]! : this.#rowUpper[row]!;
      if (dual !== 0 && Number.isFinite(bound)) least += dual * bound;
      else duals[row] = 0;
    });
    const reduced = this.#costs.slice();
    for (let column = 0; column < reduced.length; column += 1) {
      let cost = reduced[column]!;
      for (let entry = this.#starts[column]!; entry < this.#starts[column + 1]!; entry += 1) {
        cost -= this.#values[entry]! * duals[this.#rows[entry]!]!;
      }
      reduced[column] = cost / this.scale;
      if (cost !== 0) least += cost * (cost > 0 ? columnLower[column]! : columnUpper[column]!);
    }
    return { bound: -least / this.scale, reduced };
  }

  /** Gives the native memory back. */
  close(): void {
    this.#model.dispose();
  }
}
