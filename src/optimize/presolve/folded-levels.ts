import { type LinearProgram, objectiveValue } from '../linear-program.ts';
import type { Outcome } from '../solver.ts';
import { greatestCommonDivisor } from '../whole-numbers.ts';

/**
 * Folded coefficients stay below this: scaled to 2^20 (`highs/scale.ts`) one unit is then 2^-14, well above
 * HiGHS's tolerances.
 */
const LARGEST = 2 ** 34;

/** A program whose later levels stand inside earlier ones, with the way back for bounds. */
export interface Folded {
  readonly program: LinearProgram;
  /** From a bound of the first folded level to one of the program's first level. */
  readonly firstBound: (bound: number) => number;
}

/**
 * Folds levels that follow each other into one where their numbers leave room:
 *
 *     c′ = (c_k / g) · (span + 1) + c_{k+1},   g = gcd(c_k),   span ≥ max c_{k+1}·x − min c_{k+1}·x
 *
 * Since c_k·x / g is whole, a step of it outweighs all that level k + 1 can differ by, so maximising c′
 * maximises both in order. One integer solve does the work of two, and the second would be the harder
 * one: a tie-break under a locked objective is a knapsack with an equation.
 */
export function fold(program: LinearProgram): Folded {
  const levels = program.levels.map((costs, level) => ({
    costs,
    span: program.spans[level]!,
    unfold: (bound: number) => bound,
  }));
  for (let level = levels.length - 2; level >= 0; level -= 1) {
    const joined = foldPair(levels[level]!, levels[level + 1]!);
    if (joined !== undefined) levels.splice(level, 2, joined);
  }
  return {
    program: { ...program, levels: levels.map(({ costs }) => costs), spans: levels.map(({ span }) => span) },
    firstBound: levels[0]!.unfold,
  };
}

/** What an outcome of the folded program says of the program itself. */
export function unfolded(program: LinearProgram, { firstBound }: Folded, outcome: Outcome): Outcome {
  if (outcome.status === 'infeasible') return outcome;
  if (outcome.status === 'unknown') {
    return outcome.bound === undefined ? outcome : { status: 'unknown', bound: firstBound(outcome.bound) };
  }
  const values = program.levels.map((costs) => objectiveValue(costs, outcome.x));
  if (outcome.status === 'optimal') return { ...outcome, values };
  return { ...outcome, values, bound: Math.max(firstBound(outcome.bound), values[0]!) };
}

interface Level {
  readonly costs: Float64Array;
  readonly span: number;
  readonly unfold: (bound: number) => number;
}

function foldPair(upper: Level, lower: Level): Level | undefined {
  const divisor = greatestCommonDivisor(upper.costs) || 1;
  const factor = (lower.span + 1) / divisor;
  const costs = upper.costs.map((cost, column) => cost * factor + lower.costs[column]!);
  if (costs.some((cost) => Math.abs(cost) > LARGEST)) return undefined;
  return {
    costs: costs.map(Math.round),
    span: (upper.span / divisor) * (lower.span + 1) + lower.span,
    // The lower level adds at least −span, so c_k·x / g ≤ (bound + span) / (span + 1), and it is whole.
    unfold: (bound) => upper.unfold(divisor * Math.floor((bound + lower.span) / (lower.span + 1) + 1e-9)),
  };
}
