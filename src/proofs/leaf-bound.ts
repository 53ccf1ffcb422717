import type { KeptRow, Worth } from './kept-rows.ts';
import type { PlainProgram, PlainRow } from './plain-model.ts';
import { exact } from './unprovable.ts';

/** Prices are counted in millionths. */
export const MILLION = 1_000_000;

/** What a split says on one of its sides: so many, at most or at least, of some columns, or of a goal's steps. */
export interface Branch {
  readonly side: 'min' | 'max';
  readonly bound: number;
  readonly columns: Uint32Array;
  /** The row whose goal it counts the steps of. */
  readonly goalOf?: PlainRow;
}

/**
 * A sum of the level's value and of priced inequalities, from which a bound of the value follows by
 * arithmetic alone. With prices p ≥ 0, and for every slate x that keeps the inequalities,
 *
 *     value(x) ≤ value(x) + Σ_max p (bound − a·x + step·s) + Σ_min p (a·x + step·s − bound)
 *              = Σ_max p bound − Σ_min p bound + Σ_j d_j x_j + Σ_goals e·s
 *              ≤ Σ_max p bound − Σ_min p bound + Σ_j max(0, d_j)   over those who can be on a slate
 *
 * since each bracket is at least 0, as long as no goal has e > 0. It holds for any prices: wrong ones
 * only prove less. Without the value (d = −Σ p a from the start) a sum below 0 shows that no x is there.
 *
 * All numbers are whole: values and bounds times a million, prices in millionths.
 */
export class PricedSum {
  readonly #model: PlainProgram;
  readonly #reduced: Float64Array;
  /** What a step of each row's goal adds: e. */
  readonly #goals = new Map<PlainRow, number>();
  #constant = 0n;

  constructor(model: PlainProgram) {
    this.#model = model;
    this.#reduced = new Float64Array(model.eligible.length);
  }

  /** Adds the value of a level so many millionths of times; with a bound: the inequality value ≥ bound. */
  addValue(level: number, millionths: number, atLeast = 0): void {
    const { values, prices } = this.#model.levels[level]!;
    for (let column = 0; column < values.length; column += 1) {
      this.#reduced[column] = exact(this.#reduced[column]! + exact(values[column]! * millionths));
    }
    this.#model.rows.forEach((row, index) => {
      if (row.goal !== undefined) this.#addToGoal(row, -exact(prices[index]! * millionths));
    });
    this.#constant -= BigInt(millionths) * BigInt(atLeast);
  }

  /** Adds a row at a price. */
  addRow(row: PlainRow, millionths: number): void {
    const sign = row.side === 'max' ? 1 : -1;
    this.#constant += BigInt(sign * millionths) * BigInt(row.bound);
    for (const { columns, coefficient } of row.terms) {
      this.#subtract(columns, exact(sign * millionths * coefficient));
    }
    if (row.goal !== undefined) this.#addToGoal(row, exact(millionths * row.goal.step));
  }

  /** Adds a side of a split at a price. */
  addBranch({ side, bound, columns, goalOf }: Branch, millionths: number): void {
    const sign = side === 'max' ? 1 : -1;
    this.#constant += BigInt(sign * millionths) * BigInt(bound);
    this.#subtract(columns, sign * millionths);
    if (goalOf !== undefined) this.#addToGoal(goalOf, -sign * millionths);
  }

  #subtract(columns: Uint32Array, amount: number): void {
    for (const column of columns) this.#reduced[column] = exact(this.#reduced[column]! - amount);
  }

  #addToGoal(row: PlainRow, amount: number): void {
    this.#goals.set(row, exact((this.#goals.get(row) ?? 0) + amount));
  }

  /** A row whose goal would pay for being missed: the sum proves nothing. */
  overpriced(): PlainRow | undefined {
    for (const [row, amount] of this.#goals) if (amount > 0) return row;
    return undefined;
  }

  /** The most that a row may be priced at, up to a price: missing a goal must not pay. */
  mostFor(row: PlainRow, millionths: number): number {
    if (row.goal === undefined) return millionths;
    return Math.max(0, Math.min(millionths, Math.floor(-(this.#goals.get(row) ?? 0) / row.goal.step)));
  }

  /** The same of a side of a split: one that asks for steps of a goal pays for them. */
  mostForBranch({ side, goalOf }: Branch, millionths: number): number {
    if (goalOf === undefined || side === 'max') return millionths;
    return Math.max(0, Math.min(millionths, -(this.#goals.get(goalOf) ?? 0)));
  }

  /** What the sum cannot exceed, in millionths; a proof unless something is {@link overpriced}. */
  bound(): bigint {
    const { eligible } = this.#model;
    let bound = this.#constant;
    this.#reduced.forEach((reduced, column) => {
      if (reduced > 0 && eligible[column] === 1) bound += BigInt(reduced);
    });
    return bound;
  }

  /** A row as it is kept: of a goal with what a step of it is worth. */
  kept(row: PlainRow): KeptRow {
    const { side, bound, terms, goal } = row;
    if (goal === undefined) return { side, bound, terms };
    return { side, bound, terms, goal: { step: goal.step, worth: this.#goals.get(row) ?? 0 } };
  }

  /** The constant, and what each column adds to it. */
  get worth(): Worth {
    return { constant: this.#constant, of: this.#reduced };
  }

  /** What each column adds beside the prices: d, in millionths. */
  get reduced(): Float64Array {
    return this.#reduced;
  }
}
