import type { Highs, Model } from 'highs';
import quickselect from 'quickselect';
import type { Bounds, LinearProgram } from '../linear-program.ts';
import {
  everyRow,
  levelRow,
  placesOfRows,
  withColumns,
  withOtherRows,
  withRows,
} from '../extended-program.ts';
import { type DualBound, dualBound } from './dual-bound.ts';
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
 * some it is a relaxation still, and so are its bounds. The levels before this one are rows of it.
 */
export class CoreProgram {
  readonly model: Model;
  readonly #problem: LevelProblem;
  /** The program under the bounds of the level, with the locked levels as its last rows. */
  readonly #whole: LinearProgram;
  /** Costs to be minimised, on HiGHS's scale. */
  readonly #costs: Float64Array;
  /** The rows that the model has. */
  readonly #rows: Int32Array;
  /** Of each row the one of the model; −1 for those left out. */
  readonly #rowOf: Int32Array;
  readonly #inCore: Uint8Array;
  readonly #members: number[] = [];
  readonly #elastic: number;

  /** @param rows the rows of the program that the model has. */
  constructor(highs: Highs, problem: LevelProblem, rows: Int32Array) {
    const { program, level } = problem;
    const scale = costScale(program.levels[level]!);
    this.#problem = problem;
    this.#whole = withLockedLevels(problem);
    this.#costs = program.levels[level]!.map((cost) => -cost * scale);
    this.#rows = Int32Array.from([...rows, ...everyRow(this.#whole).subarray(program.rowCount)]);
    this.#rowOf = placesOfRows(this.#rows, this.#whole.rowCount);
    this.#inCore = new Uint8Array(program.columnCount);
    const rowLower = Float64Array.from(this.#rows, (row) => this.#whole.rowLower[row]!);
    const rowUpper = Float64Array.from(this.#rows, (row) => this.#whole.rowUpper[row]!);
    const elastic = elasticEntries(rowLower, rowUpper);
    this.#elastic = elastic.length;
    this.model = openModel(highs, {
      numCols: this.#elastic,
      numRows: this.#rows.length,
      colCost: new Float64Array(this.#elastic),
      colLower: new Float64Array(this.#elastic),
      colUpper: new Float64Array(this.#elastic).fill(Infinity),
      rowLower,
      rowUpper,
      matrix: {
        format: 'csc',
        numRows: this.#rows.length,
        numCols: this.#elastic,
        starts: Int32Array.from({ length: this.#elastic + 1 }, (_, index) => index),
        indices: Int32Array.from(elastic, ({ row }) => row),
        values: Float64Array.from(elastic, ({ sign }) => sign),
      },
    });
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
        Float64Array.from(this.#members, (column) => this.#costs[column]!),
      );
    }
    this.#phase = phase;
  }

  #phase: 1 | 2 = 1;

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
    return [...chosen, ...leastOf(open, count, (column) => this.#costs[column]!)];
  }

  /** Adds columns to the native model. */
  add(columns: readonly number[]): void {
    if (columns.length === 0) return;
    for (const column of columns) {
      this.#inCore[column] = 1;
      this.#members.push(column);
    }
    const { columnLower, columnUpper } = this.#whole;
    const { starts, rows, values } = withOtherRows(withColumns(this.#whole, columns), this.#rows, []);
    this.model.addCols({
      cost: Float64Array.from(columns, (column) => (this.#phase === 1 ? 0 : this.#costs[column]!)),
      lower: Float64Array.from(columns, (column) => columnLower[column]!),
      upper: Float64Array.from(columns, (column) => columnUpper[column]!),
      matrix: {
        format: 'csc',
        numRows: this.#rows.length,
        numCols: columns.length,
        starts,
        indices: rows,
        values,
      },
    });
  }

  /** What the duals of the last run prove over all columns of the program, in the costs of the phase. */
  proves(duals: Float64Array): DualBound {
    const costs = this.#phase === 1 ? new Float64Array(this.#costs.length) : this.#costs;
    // Rows that are left out have no part in it.
    const all = new Float64Array(this.#whole.rowCount);
    this.#rows.forEach((row, index) => {
      all[row] = duals[index]!;
    });
    return dualBound(this.#whole, this.#whole, costs, all);
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
}

/** The program under the bounds of a level, with the levels before it as rows. Half a unit of slack: values are whole. */
function withLockedLevels({ program, bounds, locked }: LevelProblem): LinearProgram {
  const { columnLower, columnUpper, rowLower, rowUpper } = bounds;
  return withRows(
    { ...program, columnLower, columnUpper, rowLower, rowUpper },
    locked.map((value, level) => {
      const costs = program.levels[level]!;
      return levelRow(`level ${level}`, costs, costScale(costs), value - 0.5);
    }),
  );
}

/** An entry for every side of a row that has a bound: what may be missing from it, or too much. */
function elasticEntries(
  rowLower: Float64Array,
  rowUpper: Float64Array,
): readonly { readonly row: number; readonly sign: 1 | -1 }[] {
  return Array.from(rowLower.keys()).flatMap((row) => [
    ...(rowLower[row]! > -Infinity ? [{ row, sign: 1 } as const] : []),
    ...(rowUpper[row]! < Infinity ? [{ row, sign: -1 } as const] : []),
  ]);
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
