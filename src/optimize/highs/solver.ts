import type { Highs } from 'highs';
import { type Bounds, copyBounds, type LinearProgram } from '../linear-program.ts';
import type { Outcome, SolveLimits, Solver, SolverSession } from '../solver.ts';
import { FoldedSession } from '../presolve/folded-levels-session.ts';
import { lockLevels, solveRest, stopped } from './locked-levels.ts';
import { natively } from './native-run.ts';
import { PartModel } from './part-model.ts';
import { Clock, loadRuntime } from './runtime.ts';
import { isSilent } from './scale.ts';
import { WarmSession } from './warm-start.ts';
import { freeColumns, maximiseWide, type Widths } from './sifting.ts';

/** The widths that were quickest from 60 to a million candidates (test/bench). */
const WIDTHS: Widths = { direct: 1000, rest: 40, round: 300, part: 50 };

/** HiGHS, in this thread. It proves; every solve is exact at every width. */
export async function highsSolver(widths: Widths = WIDTHS): Promise<Solver> {
  const highs = await loadRuntime();
  return {
    name: 'highs',
    version: highs.version.string,
    open: (program) =>
      natively(
        program.columnCount <= widths.direct && program.columnCount > 0
          ? new WarmSession(highs, program)
          : new FoldedSession(program, (folded) => new WideSession(highs, folded, widths)),
      ),
  };
}

/** Programs with more columns are better narrowed by sifting (`sifting.ts`) than solved whole from a basis. */
const WIDEST = 4000;

/**
 * Opens a program for a long series of solves under bounds that move a little from one to the next: the
 * cells of a sweep, the steps along a front. Every answer is what {@link highsSolver} answers, sooner.
 */
export async function openWarmSession(program: LinearProgram): Promise<SolverSession> {
  return (await highsSolver({ ...WIDTHS, direct: WIDEST })).open(program);
}

/**
 * HiGHS in this thread for a series of solves of one program under changing bounds: the program is
 * always given to it whole, so that one native model serves them all, however many columns it has.
 */
export async function seriesSolver(): Promise<Solver> {
  const highs = await loadRuntime();
  return {
    name: 'highs',
    version: highs.version.string,
    open: (program) => natively(new FoldedSession(program, (folded) => new DirectSession(highs, folded))),
  };
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
      if (freeColumns(narrowed).length <= this.#widths.rest) {
        return solveRest(this.#highs, { program, bounds: narrowed, locked, last }, clock);
      }
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
      return solveRest(this.#highs, { program, bounds: narrowed, locked: locked.slice(0, -1) }, clock);
    }
    return { status: 'optimal', x: last, values: locked };
  }

  close(): void {
    // Nothing native outlives a solve: which columns matter changes with the bounds.
  }
}
