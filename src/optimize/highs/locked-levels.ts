import type { Highs } from 'highs';
import { type Bounds, type LinearProgram, rowActivities, objectiveValue } from '../linear-program.ts';
import type { Outcome } from '../solver.ts';
import { PartModel } from './part-model.ts';
import type { Clock } from './runtime.ts';
import { isSilent } from './scale.ts';
import { fixedPoint, freeColumns } from './sifting.ts';

/** What is left of a program once its first levels are locked and many of its columns are fixed. */
export interface Rest {
  readonly program: LinearProgram;
  /** The optimum is still inside these. */
  readonly bounds: Bounds;
  /** The optima of the levels that are done. */
  readonly locked: readonly number[];
  /** A solution to begin from, if one is known. */
  readonly last?: Float64Array | undefined;
}

/** Solves the rest over its free columns alone. */
export function solveRest(highs: Highs, { program, bounds, locked, last }: Rest, clock: Clock): Outcome {
  const fixed = fixedPoint(bounds);
  const activity = rowActivities(program, fixed);
  const part = PartModel.settled(highs, program, freeColumns(bounds), bounds, activity);
  try {
    locked.forEach((value, index) => part.lock(index, value, objectiveValue(program.levels[index]!, fixed)));
    return lockLevels(part, { program, bounds, fixed }, clock, locked, last);
  } finally {
    part.close();
  }
}

/** A program under bounds, with the point of its fixed columns. */
interface Fixing {
  readonly program: LinearProgram;
  readonly bounds: Bounds;
  readonly fixed: Float64Array;
}

/** Maximises the remaining levels in order, locking each at its optimum. */
export function lockLevels(
  part: PartModel,
  at: Fixing,
  clock: Clock,
  done: readonly number[],
  last?: Float64Array,
): Outcome {
  const { program, bounds, fixed } = at;
  const values = [...done];
  let x = last;
  for (let level = values.length; level < program.levels.length; level += 1) {
    const costs = program.levels[level]!;
    const isLast = level === program.levels.length - 1;
    if (isSilent(costs) && !(isLast && x === undefined)) {
      values.push(0);
      continue;
    }
    const outcome = part.maximise(level, bounds, clock, x);
    if (outcome.status === 'infeasible') return stopped(program, outcome, values, x);
    if (outcome.status !== 'optimal') {
      return stopped(program, { ...outcome, bound: outcome.bound + objectiveValue(costs, fixed) }, values, x);
    }
    const found = outcome.x;
    const value = objectiveValue(costs, found);
    if (!isLast) part.lock(level, value, objectiveValue(costs, fixed));
    if (level === 0) clock.limits.onImprovement?.(found, value);
    values.push(value);
    x = found;
  }
  return x === undefined ? { status: 'infeasible' } : { status: 'optimal', x, values };
}

/** How a solve ends that did not finish level `values.length`: with the best solution known so far. */
export function stopped(
  program: LinearProgram,
  outcome:
    | { readonly status: 'feasible'; readonly x: Float64Array; readonly bound: number }
    | { readonly status: 'infeasible' }
    | { readonly status: 'stopped'; readonly bound?: number },
  values: readonly number[],
  last: Float64Array | undefined,
): Outcome {
  if (outcome.status === 'infeasible') {
    if (last !== undefined) throw new Error('HiGHS found a locked level infeasible that it had solved');
    return { status: 'infeasible' };
  }
  const x = outcome.status === 'feasible' ? outcome.x : last;
  const bound = values[0] ?? outcome.bound;
  if (x === undefined) return bound === undefined ? { status: 'unknown' } : { status: 'unknown', bound };
  const reached = program.levels.map((level) => objectiveValue(level, x));
  return { status: 'feasible', x, values: reached, bound: bound ?? Infinity };
}
