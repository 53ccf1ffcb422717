import type { Highs, Model } from 'highs';
import { type Bounds, type LinearProgram, objectiveValue } from '../linear-program.ts';
import { verified } from '../verified-solution.ts';
import type { SolveLimits, SolverSession } from '../solver.ts';
import { dualBound } from './dual-bound.ts';
import { Clock, loadRuntime, openModel, runModel } from './runtime.ts';
import { costScale } from './scale.ts';
import { seriesSolver } from './solver.ts';

/**
 * What a program came to. `certificate` holds one multiplier y_i per row where the linear relaxation
 * alone refutes it: no x within its column bounds can have every row between its bounds, since
 * `Σ min(y_i·[L_i, U_i]) > max_x y·(A x)`. Rows with y_i = 0 play no part in the refutation; a positive
 * y_i uses the lower bound of its row, a negative one the upper.
 */
export type Finding =
  | { readonly status: 'optimal'; readonly x: Float64Array; readonly value: number }
  | { readonly status: 'infeasible'; readonly certificate?: Float64Array }
  | { readonly status: 'unknown' };

/** By how much a certificate with multipliers of at most 1 must refute, so that rounding cannot have done it. */
const REFUTED = 1e-7;
/** Multipliers below this are the solver's noise; without them the certificate is verified anew. */
const NOISE = 1e-9;
/** How far from whole a value is that counts as fractional. */
const FRACTIONAL = 1e-6;
/** How many columns are fixed, one after the other, before the integer program is solved instead. */
const DEEPEST = 12;

/** Says of a solution whether it is good enough, given that no solution has a level above the bound. */
type Enough = (x: Float64Array, bound: number) => boolean;

/**
 * One program of a single level, solved again and again under changing bounds. The linear relaxation is
 * asked first, on a model that keeps its basis from solve to solve. Programs of types (`type-model.ts`)
 * are mostly refuted there, with a certificate, or solved there in whole numbers; both are verified here
 * in exact terms. Only what the relaxation leaves open is solved as an integer program. At 20,000
 * candidates that is 3 ms instead of 16 to 900.
 *
 * **Tilt.** Many columns cost the same, and the corners between which the relaxation is then indifferent
 * are often fractional. So it maximises `T · level − tilt · x` with small fixed tilts r_j in [0, 1) and
 * T > R = Σ r_j u_j. Let B bound that from above (by any duals); then `level ≤ (B + R) / T` for every
 * solution, and the level is whole: a verified whole solution that reaches the floor of it is optimal.
 */
export class RelaxedFirstSession {
  readonly #highs: Highs;
  readonly #program: LinearProgram;
  readonly #tilted: Tilted;
  readonly #relaxation: Model;
  readonly #openIntegerSession: () => SolverSession;
  #integerSession: SolverSession | undefined;

  private constructor(highs: Highs, program: LinearProgram, openSession: () => SolverSession) {
    this.#highs = highs;
    this.#program = program;
    this.#tilted = tilt(program);
    this.#relaxation = openRelaxation(highs, program, this.#tilted.costs);
    this.#openIntegerSession = openSession;
  }

  /** Opens a session on a program of one level; a silent one asks only whether there is a solution. */
  static async open(program: LinearProgram): Promise<RelaxedFirstSession> {
    const highs = await loadRuntime();
    const solver = await seriesSolver();
    return new RelaxedFirstSession(highs, program, () => solver.open(program));
  }

  /** Maximises under these bounds; `enough` may settle for less than the best. */
  solve(bounds: Bounds, limits: SolveLimits, enough?: Enough): Finding {
    const relaxed = this.relaxed(bounds, limits, enough);
    if (relaxed !== undefined) return relaxed;
    this.#integerSession ??= this.#openIntegerSession();
    const outcome = this.#integerSession.solve(limits, bounds);
    if (outcome.status === 'optimal') return { status: 'optimal', x: outcome.x, value: outcome.values[0]! };
    return { status: outcome.status === 'infeasible' ? 'infeasible' : 'unknown' };
  }

  /** What the relaxation alone decides; `undefined` where it decides nothing. */
  relaxed(bounds: Bounds, limits: SolveLimits, enough?: Enough): Finding | undefined {
    const clock = new Clock(limits);
    const { columnCount, levels } = this.#program;
    const model = this.#relaxation;
    if (columnCount === 0) return undefined;
    this.#setBounds(bounds);
    const status = runModel(this.#highs, model, clock, false);
    if (status === 'infeasible') {
      const certificate = certificateOf(this.#program, bounds, model.getDualRay()?.values);
      return certificate && { status: 'infeasible', certificate };
    }
    if (status !== 'optimal') return undefined;
    const { colValue, rowDual } = model.getSolution();
    const bound = this.#upperBound(bounds, rowDual);
    const x = verified(this.#program, bounds, colValue) ?? this.#dive(bounds, colValue, clock);
    if (x === undefined) return undefined;
    const value = objectiveValue(levels[0]!, x);
    return value >= bound || enough?.(x, bound) === true ? { status: 'optimal', x, value } : undefined;
  }

  /**
   * A whole number that no solution's level exceeds under these bounds, by the relaxation alone; `Infinity`
   * where it says none.
   */
  upperBound(bounds: Bounds, limits: SolveLimits): number {
    if (this.#program.columnCount === 0) return Infinity;
    const model = this.#relaxation;
    this.#setBounds(bounds);
    if (runModel(this.#highs, model, new Clock(limits), false) !== 'optimal') return Infinity;
    return this.#upperBound(bounds, model.getSolution().rowDual);
  }

  /**
   * A solution under these bounds, rather one that is worth much by these costs; `undefined` where none is at
   * hand, which says nothing.
   */
  wished(bounds: Bounds, limits: SolveLimits, costs: Float64Array): Float64Array | undefined {
    const clock = new Clock(limits);
    const model = this.#relaxation;
    const columns = { kind: 'range', from: 0, to: this.#program.columnCount - 1 } as const;
    const own = this.#tilted.costs;
    model.changeColsCost(columns, minimised(costs, 1));
    try {
      this.#setBounds(bounds);
      if (runModel(this.#highs, model, clock, false) !== 'optimal') return undefined;
      const { colValue } = model.getSolution();
      return verified(this.#program, bounds, colValue) ?? this.#dive(bounds, colValue, clock);
    } finally {
      model.changeColsCost(columns, minimised(own, costScale(own)));
    }
  }

  #setBounds(bounds: Bounds): void {
    const { columnCount, rowCount } = this.#program;
    const columns = { kind: 'range', from: 0, to: columnCount - 1 } as const;
    const rows = { kind: 'range', from: 0, to: rowCount - 1 } as const;
    this.#relaxation.changeColsBounds(columns, bounds.columnLower, bounds.columnUpper);
    this.#relaxation.changeRowsBounds(rows, bounds.rowLower, bounds.rowUpper);
  }

  /** A whole number that no solution's level exceeds, from the duals of the relaxation. */
  #upperBound(bounds: Bounds, duals: Float64Array): number {
    const { costs, factor, range } = this.#tilted;
    const scale = costScale(costs);
    const { bound } = dualBound(this.#program, bounds, minimised(costs, scale), duals);
    return Math.floor((range - bound / scale) / factor + 1e-9);
  }

  /**
   * From a fractional solution to a whole one: fixes a column that is nearly whole, solves again from the
   * basis, and so on; where that has no solution, the column is fixed on its other side once. What comes
   * out is only as good as it is verified to be.
   */
  #dive(bounds: Bounds, from: Float64Array, clock: Clock): Float64Array | undefined {
    const model = this.#relaxation;
    let x = from;
    for (let step = 0; step < DEEPEST; step += 1) {
      const column = nearestToWhole(x);
      if (column === undefined) return undefined;
      const below = Math.floor(x[column]!);
      const nearest = Math.round(x[column]!);
      model.changeColBounds(column, nearest, nearest);
      if (runModel(this.#highs, model, clock, false) !== 'optimal') {
        const other = nearest === below ? below + 1 : below;
        model.changeColBounds(column, other, other);
        if (runModel(this.#highs, model, clock, false) !== 'optimal') return undefined;
      }
      x = model.getSolution().colValue;
      const whole = verified(this.#program, bounds, x);
      if (whole !== undefined) return whole;
    }
    return undefined;
  }

  /** Gives the solver's memory back. */
  close(): void {
    this.#relaxation.dispose();
    this.#integerSession?.close();
  }
}

/** The fractional column that is closest to a whole number; `undefined` if none is fractional. */
function nearestToWhole(x: Float64Array): number | undefined {
  let nearest: number | undefined;
  let least = Infinity;
  for (let column = 0; column < x.length; column += 1) {
    const distance = Math.abs(x[column]! - Math.round(x[column]!));
    if (distance > FRACTIONAL && distance < least) {
      nearest = column;
      least = distance;
    }
  }
  return nearest;
}

/** What the relaxation maximises: `factor · level − tilt · x`, where the tilt adds up to at most `range`. */
interface Tilted {
  readonly costs: Float64Array;
  readonly factor: number;
  readonly range: number;
}

/** A column that reaches farther is not tilted: it would leave little of the level beside its tilt. */
const FARTHEST = 2 ** 12;

/** Tilts by the columns' numbers, scattered by the golden ratio: the same for the same program. */
function tilt({ levels, columnUpper }: LinearProgram): Tilted {
  const tilts = columnUpper.map((upper, column) =>
    upper > FARTHEST ? 0 : ((column + 1) * 0.618_033_988_749_895) % 1,
  );
  const range = tilts.reduce((sum, each, column) => sum + each * columnUpper[column]!, 0);
  const factor = 2 ** Math.ceil(Math.log2(range + 1));
  return { costs: levels[0]!.map((cost, column) => cost * factor - tilts[column]!), factor, range };
}

function openRelaxation(highs: Highs, program: LinearProgram, costs: Float64Array): Model {
  const scale = costScale(costs);
  return openModel(highs, {
    numCols: program.columnCount,
    numRows: program.rowCount,
    colCost: minimised(costs, scale),
    colLower: program.columnLower,
    colUpper: program.columnUpper,
    rowLower: program.rowLower,
    rowUpper: program.rowUpper,
    matrix: {
      format: 'csc',
      numRows: program.rowCount,
      numCols: program.columnCount,
      starts: program.starts,
      indices: program.rows,
      values: program.values,
    },
  });
}

/** Costs to be minimised, on HiGHS's scale. */
function minimised(costs: Float64Array, scale: number): Float64Array {
  return costs.map((cost) => -cost * scale);
}

/** The solver's ray as a verified certificate, in either sign; `undefined` if it proves nothing. */
function certificateOf(
  program: LinearProgram,
  bounds: Bounds,
  ray: Float64Array | undefined,
): Float64Array | undefined {
  if (ray === undefined) return undefined;
  const largest = ray.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0) return undefined;
  for (const sign of [1, -1]) {
    const multipliers = ray.map((value) => {
      const scaled = (sign * value) / largest;
      return Math.abs(scaled) < NOISE ? 0 : scaled;
    });
    const nothing = new Float64Array(program.columnCount);
    const proof = dualBound(program, bounds, nothing, multipliers);
    if (proof.bound > REFUTED) return proof.multipliers;
  }
  return undefined;
}
