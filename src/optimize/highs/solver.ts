import type { Highs } from 'highs';
import {
  type Bounds,
  copyBounds,
  type LinearProgram,
  rowActivities,
  valueOf,
  verified,
} from '../linear-program.ts';
import type { Outcome, SolveLimits, Solver, SolverSession } from '../solver.ts';
import { fold, type Folded } from './fold.ts';
import { PartModel } from './part.ts';
import { Clock, loadRuntime } from './runtime.ts';
import { isSilent } from './scale.ts';
import { fixedPoint, freeColumns, maximiseWide, type Widths } from './wide.ts';

/** The widths that were quickest from 60 to a million candidates (test/bench). */
const WIDTHS: Widths = { direct: 180, rest: 40, round: 300, part: 50 };

/** HiGHS, in this thread. It proves; every solve is exact at every width. */
export async function highsSolver(widths: Widths = WIDTHS): Promise<Solver> {
  const highs = await loadRuntime();
  return {
    name: 'highs',
    version: highs.version.string,
    open: (program) => new FoldedSession(highs, program, widths),
  };
}

/**
 * HiGHS in this thread for a series of solves of one program under changing bounds: the program is
 * always given to it whole, so that one native model serves them all, however many columns it has.
 */
export function seriesSolver(): Promise<Solver> {
  return highsSolver({ direct: Infinity, rest: Infinity, round: Infinity, part: Infinity });
}

/** Solves the folded program (`fold.ts`) and answers for the one that was asked about. */
class FoldedSession implements SolverSession {
  readonly #program: LinearProgram;
  readonly #folded: Folded;
  readonly #session: SolverSession;

  constructor(highs: Highs, program: LinearProgram, widths: Widths) {
    this.#program = program;
    this.#folded = fold(program);
    this.#session =
      program.columnCount <= widths.direct
        ? new DirectSession(highs, this.#folded.program)
        : new WideSession(highs, this.#folded.program, widths);
  }

  solve(limits: SolveLimits, bounds: Bounds = this.#program): Outcome {
    const { firstBound } = this.#folded;
    const { onImprovement } = limits;
    const outcome = this.#session.solve(
      {
        ...limits,
        ...(onImprovement && { onImprovement: (x, bound) => onImprovement(x, firstBound(bound)) }),
      },
      bounds,
    );
    if (outcome.status === 'infeasible') return outcome;
    if (outcome.status === 'unknown') {
      return outcome.bound === undefined ? outcome : { status: 'unknown', bound: firstBound(outcome.bound) };
    }
    const values = this.#program.levels.map((costs) => valueOf(costs, outcome.x));
    if (outcome.status === 'optimal') return { ...outcome, values };
    return { ...outcome, values, bound: Math.max(firstBound(outcome.bound), values[0]!) };
  }

  close(): void {
    this.#session.close();
  }
}

/** One native model for the whole series: only bounds and costs move. */
class DirectSession implements SolverSession {
  readonly #program: LinearProgram;
  readonly #part: PartModel;

  constructor(highs: Highs, program: LinearProgram) {
    this.#program = program;
    this.#part = new PartModel(
      highs,
      program,
      Int32Array.from({ length: program.columnCount }, (_, index) => index),
    );
  }

  solve(limits: SolveLimits, bounds: Bounds = this.#program): Outcome {
    const nothing = new Float64Array(this.#program.rowCount);
    this.#part.setBounds(bounds, nothing);
    return lockLevels(
      this.#part,
      { program: this.#program, bounds, fixed: new Float64Array(this.#program.columnCount) },
      new Clock(limits),
      [],
    );
  }

  close(): void {
    this.#part.close();
  }
}

/** Narrows the columns level by level until the rest is small enough to be given to HiGHS whole. */
class WideSession implements SolverSession {
  readonly #widths: Widths;
  readonly #highs: Highs;
  readonly #program: LinearProgram;

  constructor(highs: Highs, program: LinearProgram, widths: Widths) {
    this.#highs = highs;
    this.#program = program;
    this.#widths = widths;
  }

  solve(limits: SolveLimits, bounds: Bounds = this.#program): Outcome {
    const program = this.#program;
    const clock = new Clock(limits);
    let narrowed = copyBounds(bounds);
    const locked: number[] = [];
    let last: Float64Array | undefined;
    while (locked.length < program.levels.length) {
      const level = locked.length;
      const free = freeColumns(narrowed);
      if (free.length <= this.#widths.rest) return this.#finish(narrowed, free, clock, locked, last);
      if (isSilent(program.levels[level]!)) {
        locked.push(0);
        continue;
      }
      const outcome = maximiseWide(
        this.#highs,
        { program, bounds: narrowed, level, locked },
        clock,
        this.#widths,
      );
      if (outcome.status !== 'optimal') return stopped(program, outcome, locked, last);
      narrowed = outcome.narrowed;
      locked.push(outcome.value);
      last = outcome.x;
      if (level === 0) limits.onImprovement?.(outcome.x, outcome.value);
    }
    // No level has a say: the last one is still to be solved, for any solution will do but one there must be.
    if (last === undefined) {
      return this.#finish(narrowed, freeColumns(narrowed), clock, locked.slice(0, -1), last);
    }
    return { status: 'optimal', x: last, values: locked };
  }

  close(): void {
    // Nothing native outlives a solve: which columns matter changes with the bounds.
  }

  #finish(
    bounds: Bounds,
    free: Int32Array,
    clock: Clock,
    locked: readonly number[],
    last?: Float64Array,
  ): Outcome {
    const program = this.#program;
    const fixed = fixedPoint(bounds);
    const part = new PartModel(this.#highs, program, free);
    try {
      part.setBounds(bounds, rowActivities(program, fixed));
      locked.forEach((value, index) => part.lock(index, value, valueOf(program.levels[index]!, fixed)));
      return lockLevels(part, { program, bounds, fixed }, clock, locked, last);
    } finally {
      part.close();
    }
  }
}

/** A program under bounds, with the point of its fixed columns. */
interface Fixing {
  readonly program: LinearProgram;
  readonly bounds: Bounds;
  readonly fixed: Float64Array;
}

/** Maximises the remaining levels in order, locking each at its optimum. */
function lockLevels(
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
    const outcome = part.maximise(level, clock, x);
    if (outcome.status === 'infeasible' || outcome.status === 'stopped') {
      return stopped(program, outcome, values, x);
    }
    const found = verified(program, bounds, part.spread(outcome.x, bounds));
    if (found === undefined && outcome.status === 'optimal') {
      throw new Error('HiGHS called a solution optimal that breaks a bound');
    }
    if (found === undefined) return stopped(program, { status: 'stopped' }, values, x);
    if (outcome.status === 'feasible') {
      const bound = outcome.bound + valueOf(costs, fixed);
      return stopped(program, { status: 'feasible', x: found, bound }, values, x);
    }
    const value = valueOf(costs, found);
    if (!isLast) part.lock(level, value, valueOf(costs, fixed));
    if (level === 0) clock.limits.onImprovement?.(found, value);
    values.push(value);
    x = found;
  }
  return x === undefined ? { status: 'infeasible' } : { status: 'optimal', x, values };
}

/** How a solve ends that did not finish level `values.length`: with the best solution known so far. */
function stopped(
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
  const reached = program.levels.map((level) => valueOf(level, x));
  return { status: 'feasible', x, values: reached, bound: bound ?? Infinity };
}
