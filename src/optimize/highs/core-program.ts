import type { Highs, Model } from 'highs';
import quickselect from 'quickselect';
import type { Bounds, LinearProgram } from '../linear-program.ts';
import { placesOfRows } from '../extended-program.ts';
import { openModel } from './runtime.ts';
import { costScale } from './scale.ts';

/** A reduced cost this far below zero (in scaled costs) lets a column join. */
const PRICE_TOLERANCE = 1e-7;
/** Rows missed by less are kept. */
const ROW_TOLERANCE = 1e-6;

/** A level to relax: which, under which bounds, with which earlier levels locked at which values. */
export interface LevelProblem {
  readonly program: LinearProgram;
  readonly bounds: Bounds;
  readonly level: number;
  /** Values of the levels before this one. */
  readonly locked: readonly number[];
}

/**
 * The native relaxation over a growing set of columns, with the rows that it is asked to have: without
 * some it is a relaxation still, and so are its bounds.
 */
export class CoreProgram {
  readonly model: Model;
  readonly #problem: LevelProblem;
  readonly #costs: Float64Array;
  readonly #scale: number;
  readonly #lockScales: readonly number[];
  /** Bounds of the rows of the model, locks last. */
  readonly #rowLower: Float64Array;
  readonly #rowUpper: Float64Array;
  /** The program's rows that the model has. */
  readonly #rows: Int32Array;
  /** Of each row of the program the row of the model; −1 for those left out. */
  readonly #rowOf: Int32Array;
  readonly #inCore: Uint8Array;
  readonly #members: number[] = [];
  readonly #elastic: number;

  constructor(highs: Highs, problem: LevelProblem, rows: Int32Array) {
    const { program, level, locked } = problem;
    this.#problem = problem;
    this.#rows = rows;
    this.#rowOf = placesOfRows(rows, program.rowCount);
    this.#costs = program.levels[level]!;
    this.#scale = costScale(this.#costs);
    this.#lockScales = locked.map((_, index) => costScale(program.levels[index]!));
    this.#inCore = new Uint8Array(program.columnCount);
    [this.#rowLower, this.#rowUpper] = this.#rowBounds();
    const [elasticRows, elasticSigns] = this.#elasticEntries();
    this.#elastic = elasticRows.length;
    this.model = openModel(highs, {
      numCols: this.#elastic,
      numRows: this.#rowLower.length,
      colCost: new Float64Array(this.#elastic),
      colLower: new Float64Array(this.#elastic),
      colUpper: new Float64Array(this.#elastic).fill(Infinity),
      rowLower: this.#rowLower,
      rowUpper: this.#rowUpper,
      matrix: {
        format: 'csc',
        numRows: this.#rowLower.length,
        numCols: this.#elastic,
        starts: Int32Array.from({ length: this.#elastic + 1 }, (_, index) => index),
        indices: Int32Array.from(elasticRows),
        values: Float64Array.from(elasticSigns),
      },
    });
  }

  /** Bounds of all rows, locks last. Fixed columns are priced like free ones, so nothing moves across. */
  #rowBounds(): [Float64Array, Float64Array] {
    const { bounds, locked } = this.#problem;
    const count = this.#rows.length;
    const rowLower = new Float64Array(count + locked.length);
    const rowUpper = new Float64Array(count + locked.length).fill(Infinity);
    this.#rows.forEach((row, index) => {
      rowLower[index] = bounds.rowLower[row]!;
      rowUpper[index] = bounds.rowUpper[row]!;
    });
    locked.forEach((value, index) => {
      rowLower[count + index] = (value - 0.5) * this.#lockScales[index]!;
    });
    return [rowLower, rowUpper];
  }

  #elasticEntries(): [number[], number[]] {
    const rows: number[] = [];
    const signs: number[] = [];
    this.#rowLower.forEach((lower, row) => {
      if (lower > -Infinity) {
        rows.push(row);
        signs.push(1);
      }
      if (this.#rowUpper[row]! < Infinity) {
        rows.push(row);
        signs.push(-1);
      }
    });
    return [rows, signs];
  }

  /** Sets the costs of a phase: violation only, or the level with violation forbidden. */
  begin(phase: 1 | 2): void {
    const { model } = this;
    if (this.#elastic > 0) {
      const elastic = { kind: 'range', from: 0, to: this.#elastic - 1 } as const;
      model.changeColsCost(elastic, new Float64Array(this.#elastic).fill(phase === 1 ? 1 : 0));
      const upper = new Float64Array(this.#elastic).fill(phase === 1 ? Infinity : 0);
      model.changeColsBounds(elastic, new Float64Array(this.#elastic), upper);
    }
    if (phase === 2 && this.#members.length > 0) {
      const range = {
        kind: 'range',
        from: this.#elastic,
        to: this.#elastic + this.#members.length - 1,
      } as const;
      model.changeColsCost(
        range,
        Float64Array.from(this.#members, (column) => this.#cost(column)),
      );
    }
    this.#phase = phase;
  }

  #phase: 1 | 2 = 1;

  #cost(column: number): number {
    return -this.#costs[column]! * this.#scale;
  }

  /** The columns that must be there (a lower bound above zero) and the `count` richest others. */
  richest(count: number): number[] {
    const { columnLower, columnUpper } = this.#problem.bounds;
    const open: number[] = [];
    const chosen: number[] = [];
    for (let column = 0; column < this.#costs.length; column += 1) {
      if (columnLower[column]! > 0) chosen.push(column);
      else if (columnUpper[column]! > 0) open.push(column);
    }
    if (open.length <= count * 2) return [...chosen, ...open];
    return [...chosen, ...leastOf(open, count, (column) => -this.#costs[column]!)];
  }

  /** Adds columns to the native model. */
  add(columns: readonly number[]): void {
    if (columns.length === 0) return;
    const { program, bounds, locked } = this.#problem;
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    for (const column of columns) {
      this.#inCore[column] = 1;
      this.#members.push(column);
      for (let entry = program.starts[column]!; entry < program.starts[column + 1]!; entry += 1) {
        const row = this.#rowOf[program.rows[entry]!]!;
        if (row === -1) continue;
        indices.push(row);
        values.push(program.values[entry]!);
      }
      for (let index = 0; index < locked.length; index += 1) {
        const coefficient = program.levels[index]![column]! * this.#lockScales[index]!;
        if (coefficient === 0) continue;
        indices.push(this.#rows.length + index);
        values.push(coefficient);
      }
      starts.push(indices.length);
    }
    this.model.addCols({
      cost: Float64Array.from(columns, (column) => (this.#phase === 1 ? 0 : this.#cost(column))),
      lower: Float64Array.from(columns, (column) => bounds.columnLower[column]!),
      upper: Float64Array.from(columns, (column) => bounds.columnUpper[column]!),
      matrix: {
        format: 'csc',
        numRows: this.#rowLower.length,
        numCols: columns.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
    });
  }

  /** Reduced costs `cost − Aᵀy` of all columns of the program. */
  price(phase: 1 | 2, duals: Float64Array): Float64Array {
    const { program, locked } = this.#problem;
    const { starts, rows, values, columnCount } = program;
    const dualOf = this.#dualsOfProgram(duals);
    const reduced = new Float64Array(columnCount);
    for (let column = 0; column < columnCount; column += 1) {
      let price = phase === 1 ? 0 : this.#cost(column);
      for (let entry = starts[column]!; entry < starts[column + 1]!; entry += 1) {
        price -= values[entry]! * dualOf[rows[entry]!]!;
      }
      reduced[column] = price;
    }
    locked.forEach((_, index) => {
      const dual = duals[this.#rows.length + index]! * this.#lockScales[index]!;
      if (dual === 0) return;
      const costs = program.levels[index]!;
      for (let column = 0; column < columnCount; column += 1) reduced[column]! -= dual * costs[column]!;
    });
    return reduced;
  }

  /** Duals by row of the program; rows that are left out have none. */
  #dualsOfProgram(duals: Float64Array): Float64Array {
    const all = new Float64Array(this.#rowOf.length);
    this.#rows.forEach((row, index) => {
      all[row] = duals[index]!;
    });
    return all;
  }

  /** Whether the solution of the last run keeps every row of the program, those left out too. */
  keepsAllRows(values: Float64Array): boolean {
    const { program, bounds } = this.#problem;
    const activity = new Float64Array(program.rowCount);
    this.#members.forEach((column, index) => {
      const value = values[this.#elastic + index]!;
      for (let entry = program.starts[column]!; entry < program.starts[column + 1]!; entry += 1) {
        activity[program.rows[entry]!]! += program.values[entry]! * value;
      }
    });
    return activity.every(
      (value, row) =>
        this.#rowOf[row] !== -1 ||
        (value >= bounds.rowLower[row]! - ROW_TOLERANCE && value <= bounds.rowUpper[row]! + ROW_TOLERANCE),
    );
  }

  /** The columns outside the core that would lower the cost, the most attractive ones, one round of them. */
  attractive(reduced: Float64Array, round: number): number[] {
    const { columnLower, columnUpper } = this.#problem.bounds;
    const found: number[] = [];
    for (let column = 0; column < reduced.length; column += 1) {
      if (reduced[column]! < -PRICE_TOLERANCE && this.#inCore[column] === 0) {
        if (columnLower[column]! < columnUpper[column]!) found.push(column);
      }
    }
    return leastOf(found, round, (column) => reduced[column]!);
  }

  /**
   * The safe bound of any duals y (Neumaier and Shcherbina, "Safe bounds in linear and mixed-integer
   * linear programming", Mathematical Programming 99, 2004): for every x within its bounds,
   *
   *     cost·x = y·(A x) + (cost − Aᵀy)·x ≥ Σ_i min(y_i·[L_i, U_i]) + Σ_j min(d_j·[l_j, u_j]).
   *
   * It holds whatever tolerance the solver stopped at. With the costs of phase 1, where no x costs
   * anything, a bound above zero refutes the program.
   */
  dualBound(duals: Float64Array, reduced: Float64Array): number {
    const { columnLower, columnUpper } = this.#problem.bounds;
    let bound = 0;
    for (let row = 0; row < this.#rowLower.length; row += 1) {
      const dual = duals[row]!;
      if (dual > 0) bound += this.#rowLower[row] === -Infinity ? lost(dual) : dual * this.#rowLower[row]!;
      else if (dual < 0) bound += this.#rowUpper[row] === Infinity ? lost(dual) : dual * this.#rowUpper[row]!;
    }
    for (let column = 0; column < reduced.length; column += 1) {
      const price = reduced[column]!;
      if (price !== 0) bound += price * (price > 0 ? columnLower[column]! : columnUpper[column]!);
    }
    return bound;
  }
}

/** As many columns as asked for whose keys are the least, in their order; of equal ones the first. */
function leastOf(columns: readonly number[], count: number, keyOf: (column: number) => number): number[] {
  if (columns.length <= count) return [...columns];
  const keys = columns.map(keyOf);
  quickselect(keys, count - 1);
  const threshold = keys[count - 1]!;
  const least: number[] = [];
  let equal = count - columns.reduce((below, column) => below + (keyOf(column) < threshold ? 1 : 0), 0);
  for (const column of columns) {
    const key = keyOf(column);
    if (key < threshold) least.push(column);
    else if (key === threshold && equal > 0) {
      least.push(column);
      equal -= 1;
    }
  }
  return least;
}

/** A dual of the wrong sign on an open side: noise is dropped, anything more makes the bound useless. */
function lost(dual: number): number {
  return Math.abs(dual) < 1e-9 ? 0 : -Infinity;
}
