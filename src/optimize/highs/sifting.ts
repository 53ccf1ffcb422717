import type { Highs } from 'highs';
import { type Bounds, copyBounds, rowActivities, objectiveValue } from '../linear-program.ts';
import quickselect from 'quickselect';
import { PartModel } from './part-model.ts';
import type { LevelProblem } from './core-program.ts';
import type { DualBound } from './dual-bound.ts';
import { relax } from './relaxation.ts';
import type { Clock } from './runtime.ts';
import { costScale } from './scale.ts';

/** How much is looked at in one step; every choice gives the same answer, only sooner or later. */
export interface Widths {
  /** Programs with at most this many columns are given to HiGHS whole and kept open for a series. */
  readonly direct: number;
  /** Wider ones are narrowed until at most this many columns are free. */
  readonly rest: number;
  /** How many columns the relaxation starts with, and how many join it in one round at most. */
  readonly round: number;
  /** How many columns the first integer solve gets. */
  readonly part: number;
}

/** By what factor a part grows that has no solution. */
const GROWTH = 6;

/** What a wide level came to; values and bounds are those of the level, maximised. */
type WideOutcome =
  | {
      readonly status: 'optimal';
      readonly x: Float64Array;
      readonly value: number;
      /** The bounds under which every optimum of this level, and nothing better, is found. */
      readonly narrowed: Bounds;
    }
  | { readonly status: 'feasible'; readonly x: Float64Array; readonly bound: number }
  | { readonly status: 'infeasible' }
  | { readonly status: 'stopped'; readonly bound?: number };

/**
 * Maximises one level over many columns, exactly, by solving a few small programs:
 *
 * 1. The relaxation gives a bound B and reduced costs d (`relaxation.ts`).
 * 2. An integer solve over the columns with |d_j| ≤ δ, the others fixed at their better bound, gives a
 *    solution of cost z.
 * 3. Any solution that has one of the fixed columns elsewhere costs at least B + |d_j| > B + δ, and a
 *    better one at least a unit less than z, since costs are whole units. So if z < B + δ + 1, z is
 *    optimal, and every optimum has its columns with |d_j| > z − B where they were fixed: the next level
 *    needs only the rest. Otherwise δ = z − B, and the second solve is proof.
 *
 * This is reduced-cost fixing (Crowder, Johnson and Padberg, "Solving large-scale zero-one linear
 * programming problems", Operations Research 31, 1983) used to choose the program rather than to prune
 * it. Where a part has no solution δ grows, at last to all columns: only then is "infeasible" said.
 *
 * @param solvePart who solves the integer programs of step 2; absent: HiGHS.
 */
export function maximiseWide(
  highs: Highs,
  problem: LevelProblem,
  clock: Clock,
  widths: Pick<Widths, 'round' | 'part'>,
  solvePart: SolvePart = (part, bounds, start) => partByHighs(highs, part, bounds, clock, start),
): WideOutcome {
  const relaxed = relax(highs, problem, clock, widths.round);
  if (relaxed.status === 'infeasible') return { status: 'infeasible' };
  if (relaxed.status === 'stopped')
    return clock.left() > 0
      ? maximisePart(problem, unknownDual(problem), Infinity, solvePart)
      : { status: 'stopped' };
  const { dual } = relaxed;
  const gaps = freeGaps(problem, dual);
  let taken = widths.part;
  let delta = gapAt(gaps, taken);
  const unit = costScale(problem.program.levels[problem.level]!);
  let start: Float64Array | undefined;
  for (;;) {
    const part = maximisePart(problem, dual, delta, solvePart, start);
    if (part.status === 'infeasible' && delta < Infinity) {
      taken *= GROWTH;
      delta = gapAt(gaps, taken);
      continue;
    }
    if (part.status !== 'optimal') return withBound(part, problem, dual, delta);
    const gap = gapOf(problem, dual, part.value);
    if (gap < delta + unit) return { ...part, narrowed: fixBeyond(problem, dual, gap) };
    delta = gap;
    start = part.x;
  }
}

/**
 * What an integer solve over some of the columns came to: a solution that keeps every bound of the whole
 * program, `optimal` among those of the part.
 */
export type PartResult =
  | { readonly status: 'optimal'; readonly x: Float64Array }
  | { readonly status: 'feasible'; readonly x: Float64Array; readonly bound: number }
  | { readonly status: 'infeasible' }
  | { readonly status: 'stopped' };

/** Solves the level with most columns fixed by the bounds; `start` is a solution to begin from. */
type SolvePart = (problem: LevelProblem, bounds: Bounds, start?: Float64Array) => PartResult;

/** Solves the level over the columns whose reduced cost is at most `delta` in size. */
function maximisePart(
  problem: LevelProblem,
  dual: DualBound,
  delta: number,
  solvePart: SolvePart,
  start?: Float64Array,
): WideOutcome {
  const narrowed = fixBeyond(problem, dual, delta);
  const part = solvePart(problem, narrowed, start);
  if (part.status !== 'optimal') return part;
  return { ...part, value: objectiveValue(problem.program.levels[problem.level]!, part.x), narrowed };
}

function partByHighs(
  highs: Highs,
  problem: LevelProblem,
  bounds: Bounds,
  clock: Clock,
  start?: Float64Array,
): PartResult {
  const { program, level, locked } = problem;
  const free = freeColumns(bounds);
  const fixed = fixedPoint(bounds);
  const part = PartModel.settled(highs, program, free, bounds, rowActivities(program, fixed));
  try {
    locked.forEach((value, index) => part.lock(index, value, objectiveValue(program.levels[index]!, fixed)));
    const outcome = part.maximise(level, bounds, clock, start);
    if (outcome.status === 'stopped') return { status: 'stopped' };
    if (outcome.status !== 'feasible') return outcome;
    return { ...outcome, bound: outcome.bound + objectiveValue(program.levels[level]!, fixed) };
  } finally {
    part.close();
  }
}

/** Columns whose bounds differ. */
export function freeColumns(bounds: Bounds): Int32Array {
  const { columnLower, columnUpper } = bounds;
  const free = new Int32Array(columnLower.length);
  let count = 0;
  for (let column = 0; column < free.length; column += 1) {
    free[count] = column;
    if (columnLower[column]! < columnUpper[column]!) count += 1;
  }
  return free.slice(0, count);
}

/** Every column that is fixed at its value, every free one at zero: what fixed columns add to the rows. */
export function fixedPoint(bounds: Bounds): Float64Array {
  return bounds.columnLower.map((lower, column) => (lower < bounds.columnUpper[column]! ? 0 : lower));
}

/** The sizes of the free columns' reduced costs, in any order. */
function freeGaps({ bounds }: LevelProblem, { reduced }: DualBound): number[] {
  const free = freeColumns(bounds);
  const gaps: number[] = [];
  for (let index = 0; index < free.length; index += 1) gaps.push(Math.abs(reduced[free[index]!]!));
  return gaps;
}

/** The gap that as many as `taken` are no larger than; `Infinity` where there are no more. */
function gapAt(gaps: number[], taken: number): number {
  if (taken >= gaps.length) return Infinity;
  quickselect(gaps, taken);
  return gaps[taken]!;
}

/** Fixes every free column whose reduced cost exceeds `delta` at its better bound. */
function fixBeyond({ bounds }: LevelProblem, dual: DualBound, delta: number): Bounds {
  const fixed = copyBounds(bounds);
  if (delta === Infinity) return fixed;
  for (let column = 0; column < dual.reduced.length; column += 1) {
    const price = dual.reduced[column]!;
    if (price > delta) fixed.columnUpper[column] = fixed.columnLower[column]!;
    else if (price < -delta) fixed.columnLower[column] = fixed.columnUpper[column]!;
  }
  return fixed;
}

/** How far a value lies above the bound, in scaled costs; a little more, so that rounding errors fix nothing. */
function gapOf({ program, level }: LevelProblem, dual: DualBound, value: number): number {
  const scale = costScale(program.levels[level]!);
  const gap = -value * scale - dual.bound;
  return Math.max(gap, 0) + 0.01 * scale + 1e-9 * Math.abs(dual.bound);
}

/** The bound of the whole level: outside the part nothing is better than `B + δ`. */
function withBound(
  part: Exclude<WideOutcome, { status: 'optimal' }>,
  problem: LevelProblem,
  dual: DualBound,
  delta: number,
): WideOutcome {
  if (part.status === 'infeasible') return part;
  const scale = costScale(problem.program.levels[problem.level]!);
  const root = -dual.bound / scale;
  if (part.status === 'stopped') return { status: 'stopped', bound: root };
  const outside = delta === Infinity ? -Infinity : -(dual.bound + delta) / scale;
  return { status: 'feasible', x: part.x, bound: Math.min(root, Math.max(part.bound, outside)) };
}

/** No knowledge of the duals: nothing can be fixed. */
function unknownDual({ program }: LevelProblem): DualBound {
  const [reduced, multipliers] = [program.columnCount, program.rowCount].map(
    (size) => new Float64Array(size),
  );
  return { bound: -Infinity, reduced: reduced!, multipliers: multipliers! };
}
