import type { Highs, Model } from 'highs';
import { type Bounds, type LinearProgram, verified } from '../linear-program.ts';
import type { SolveLimits, SolverSession } from '../solver.ts';
import { Clock, loadRuntime, openModel, runModel } from './runtime.ts';
import { highsSolver } from './solver.ts';

/**
 * Whether a program has a solution. `certificate` holds one multiplier y_i per row where the linear
 * relaxation alone refutes it: no x within its column bounds can have every row between its bounds,
 * since `Σ min(y_i·[L_i, U_i]) > max_x y·(A x)`. Rows with y_i = 0 play no part in the refutation; a
 * positive y_i uses the lower bound of its row, a negative one the upper.
 */
export type Feasibility =
  | { readonly status: 'feasible'; readonly x: Float64Array }
  | { readonly status: 'infeasible'; readonly certificate?: Float64Array }
  | { readonly status: 'unknown' };

/** By how much a certificate with multipliers of at most 1 must refute, so that rounding cannot have done it. */
const REFUTED = 1e-7;
/** Multipliers below this are the solver's noise; without them the certificate is verified anew. */
const NOISE = 1e-9;

/**
 * One program asked again and again under changing bounds whether it has a solution; objectives have no
 * say. The linear relaxation is asked first, on a model that keeps its basis: most subsets of rules are
 * refuted there, with a certificate, or solved there in whole numbers. Only what it leaves open is
 * solved as an integer program.
 */
export class FeasibilitySession {
  readonly #highs: Highs;
  readonly #program: LinearProgram;
  readonly #relaxation: Model;
  readonly #openIntegerSession: () => SolverSession;
  #integerSession: SolverSession | undefined;

  private constructor(highs: Highs, program: LinearProgram, openSession: () => SolverSession) {
    this.#highs = highs;
    this.#program = program;
    this.#relaxation = openRelaxation(highs, program);
    this.#openIntegerSession = openSession;
  }

  /** Opens a session on a program. */
  static async open(program: LinearProgram): Promise<FeasibilitySession> {
    const highs = await loadRuntime();
    // Never looks at a part of the columns only: with nothing to maximise there is no better part.
    const solver = await highsSolver({ direct: Infinity, rest: Infinity, round: Infinity, part: Infinity });
    const silent: LinearProgram = { ...program, levels: [new Float64Array(program.columnCount)], spans: [0] };
    return new FeasibilitySession(highs, program, () => solver.open(silent));
  }

  /** Decides under these bounds. */
  decide(bounds: Bounds, limits: SolveLimits): Feasibility {
    const relaxed = this.#relax(bounds, new Clock(limits));
    if (relaxed !== undefined) return relaxed;
    this.#integerSession ??= this.#openIntegerSession();
    const outcome = this.#integerSession.solve(limits, bounds);
    if ('x' in outcome) return { status: 'feasible', x: outcome.x };
    return { status: outcome.status === 'infeasible' ? 'infeasible' : 'unknown' };
  }

  /** What the relaxation alone decides, verified; `undefined` where it decides nothing. */
  #relax(bounds: Bounds, clock: Clock): Feasibility | undefined {
    const { columnCount, rowCount } = this.#program;
    const model = this.#relaxation;
    if (columnCount === 0) return undefined;
    model.changeColsBounds(
      { kind: 'range', from: 0, to: columnCount - 1 },
      bounds.columnLower,
      bounds.columnUpper,
    );
    model.changeRowsBounds({ kind: 'range', from: 0, to: rowCount - 1 }, bounds.rowLower, bounds.rowUpper);
    const status = runModel(this.#highs, model, clock, false);
    if (status === 'optimal') {
      const x = verified(this.#program, bounds, model.getSolution().colValue);
      return x && { status: 'feasible', x };
    }
    if (status !== 'infeasible') return undefined;
    const certificate = certificateOf(this.#program, bounds, model.getDualRay()?.values);
    return certificate && { status: 'infeasible', certificate };
  }

  /** Gives the solver's memory back. */
  close(): void {
    this.#relaxation.dispose();
    this.#integerSession?.close();
  }
}

function openRelaxation(highs: Highs, program: LinearProgram): Model {
  return openModel(highs, {
    numCols: program.columnCount,
    numRows: program.rowCount,
    colCost: new Float64Array(program.columnCount),
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

/** The solver's ray as a verified certificate, in either sign; `undefined` if it proves nothing. */
function certificateOf(
  program: LinearProgram,
  bounds: Bounds,
  found: Iterable<number> | undefined,
): Float64Array | undefined {
  if (found === undefined) return undefined;
  const ray = Float64Array.from(found);
  const largest = ray.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0) return undefined;
  for (const sign of [1, -1]) {
    const multipliers = ray.map((value) => {
      const scaled = (sign * value) / largest;
      return Math.abs(scaled) < NOISE ? 0 : scaled;
    });
    if (refutation(program, bounds, multipliers) > REFUTED) return multipliers;
  }
  return undefined;
}

/** What the rows demand under these multipliers, less the most that the columns can give. */
function refutation(program: LinearProgram, bounds: Bounds, multipliers: Float64Array): number {
  let demanded = 0;
  for (let row = 0; row < multipliers.length; row += 1) {
    const multiplier = multipliers[row]!;
    if (multiplier !== 0) {
      demanded += multiplier * (multiplier > 0 ? bounds.rowLower[row]! : bounds.rowUpper[row]!);
    }
  }
  const { starts, rows, values } = program;
  let given = 0;
  for (let column = 0; column < program.columnCount; column += 1) {
    let worth = 0;
    for (let entry = starts[column]!; entry < starts[column + 1]!; entry += 1) {
      worth += multipliers[rows[entry]!]! * values[entry]!;
    }
    given += worth * (worth > 0 ? bounds.columnUpper[column]! : bounds.columnLower[column]!);
  }
  return demanded - given;
}
