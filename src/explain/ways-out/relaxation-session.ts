import { type Bounds, type LinearProgram, objectiveValue } from '../../optimize/linear-program.ts';
import { type Finding, RelaxedFirstSession } from '../../optimize/highs/relaxed-first.ts';
import { seriesSolver } from '../../optimize/highs/solver.ts';
import type { Outcome, SolveLimits, Solver, SolverSession } from '../../optimize/solver.ts';
import { TimeLimitError } from '../../slate/task.ts';
import type { RelaxationModel } from './relaxation-model.ts';

/** How much more a unit of cost weighs than a unit of movement where both are solved as one level. */
const FOLD = 2 ** 16;
/** Folded coefficients stay below this. */
const LARGEST = 2 ** 40;

/** The cheapest point of a relaxation model, in scaled cost and weighed movement. */
interface Cheapest {
  readonly x: Float64Array;
  readonly cost: number;
  readonly movement: number;
}

/**
 * Solves a relaxation model again and again: the least cost, and of that little movement.
 *
 * Both levels are solved as one, `K·cost + movement` with K = 2^16, so that the linear relaxation alone
 * mostly decides. The cost found is the least wherever a check afterwards says so. Let p be the least
 * price of a unit and w the largest weight of its movement: a point of cost c' moves at most c'/p units,
 * so its movement is at most w·c'/p. If w·c/p ≤ K for the point (c, m) found by a proven optimum, a
 * point of cost c' < c would have been found instead, since K·c' + m' ≤ K·(c' + 1) ≤ K·c + m. And where
 * a bound B says that K·c' + m' ≥ B for every point, with B > K·(c − 1) + w·c/p, no cost below c is
 * possible. Where the check fails, or a unit costs nothing, the levels are solved one after the other.
 */
export class RelaxationSession {
  readonly #model: RelaxationModel;
  readonly #solver: Solver;
  readonly #folded: RelaxedFirstSession | undefined;
  readonly #prices: Prices;
  #levels: SolverSession | undefined;

  private constructor(
    model: RelaxationModel,
    prices: Prices,
    solver: Solver,
    session: RelaxedFirstSession | undefined,
  ) {
    this.#model = model;
    this.#prices = prices;
    this.#solver = solver;
    this.#folded = session;
  }

  /** Opens a session on a model. */
  static async open(model: RelaxationModel): Promise<RelaxationSession> {
    const prices = pricesOf(model);
    const folds = prices.least > 0 && prices.dearest * FOLD < LARGEST;
    const session = folds ? await RelaxedFirstSession.open(folded(model.program)) : undefined;
    return new RelaxationSession(model, prices, await seriesSolver(), session);
  }

  /** The cheapest point under these bounds; `undefined` where there is none. @throws TimeLimitError */
  cheapest(bounds: Bounds, limits: SolveLimits): Cheapest | undefined {
    if (this.#folded !== undefined) {
      const found = this.#point(this.#folded.solve(bounds, limits, (x, bound) => this.#isCheapest(x, bound)));
      if (found === undefined) return undefined;
      if (this.#mostMovement(found.cost) <= FOLD) return found;
    }
    this.#levels ??= this.#solver.open(this.#model.program);
    return this.#point(this.#levels.solve(limits, bounds));
  }

  /**
   * No point under these bounds costs less, by the linear relaxation alone, which takes a thousandth of the time: of
   * `K·cost + movement ≥ B` and a movement of at most w·cost/p follows `cost ≥ B / (K + w/p)`, and costs are whole.
   */
  leastCost(bounds: Bounds, limits: SolveLimits): number {
    if (this.#folded === undefined) return -Infinity;
    const least = -this.#folded.upperBound(bounds, limits);
    return Math.ceil(least / (FOLD + this.#mostMovement(1)) - 1e-9);
  }

  /** Whether a bound of the folded level rules out every lesser cost than this point's. */
  #isCheapest(x: Float64Array, bound: number): boolean {
    const [costs] = levelsOf(this.#model.program);
    const cost = -objectiveValue(costs, x);
    return -bound > FOLD * (cost - 1) + this.#mostMovement(cost);
  }

  /** No point of at most this cost moves more. */
  #mostMovement(cost: number): number {
    const { heaviest, least } = this.#prices;
    return heaviest * (cost / least);
  }

  #point(outcome: Finding | Outcome): Cheapest | undefined {
    if (outcome.status === 'infeasible') return undefined;
    if (outcome.status !== 'optimal') throw new TimeLimitError();
    const { x } = outcome;
    const [costs, movements] = levelsOf(this.#model.program);
    return { x, cost: -objectiveValue(costs, x) + 0, movement: -objectiveValue(movements, x) + 0 };
  }

  /** Gives the solver's memory back. */
  close(): void {
    this.#folded?.close();
    this.#levels?.close();
  }
}

/** Scaled prices of a unit, and the weight of its movement. */
interface Prices {
  readonly least: number;
  readonly dearest: number;
  readonly heaviest: number;
}

function pricesOf({ program, ways }: RelaxationModel): Prices {
  const [costs, movements] = levelsOf(program);
  const prices = ways.map(({ column }) => -costs[column]!);
  // What makes a price grow only adds to it, so it is not the least; but it may be the dearest.
  const dearest = costs.reduce((most, cost) => Math.max(most, -cost), 0);
  const weights = ways.map(({ column }) => -movements[column]!);
  return { least: Math.min(...prices), dearest, heaviest: Math.max(0, ...weights) };
}

function levelsOf({ levels }: LinearProgram): readonly [costs: Float64Array, movements: Float64Array] {
  return [levels[0]!, levels[1]!];
}

function folded(program: LinearProgram): LinearProgram {
  const [costs, movements] = levelsOf(program);
  const one = costs.map((cost, column) => cost * FOLD + movements[column]!);
  return { ...program, levels: [one], spans: [program.spans[0]! * FOLD + program.spans[1]!] };
}
