import type { Highs } from 'highs';
import { FoldedSession } from '../presolve/folded-levels-session.ts';
import { withColumns } from '../extended-program.ts';
import { withoutIdleRows } from '../presolve/redundant-rows.ts';
import type { LevelProblem } from '../highs/core-program.ts';
import { Clock, loadRuntime } from '../highs/runtime.ts';
import { fixedPoint, freeColumns, maximiseWide, type PartResult } from '../highs/sifting.ts';
import { javascriptLpSolver } from '../javascript-lp-solver.ts';
import { type Bounds, type LinearProgram, rowActivities } from '../linear-program.ts';
import { verified } from '../verified-solution.ts';
import type { Outcome, SolveLimits, Solver, SolverSession } from '../solver.ts';

/** How many columns the first part gets. */
const PART = 50;

/**
 * javascript-lp-solver on the few columns that a relaxation leaves open (`highs/sifting.ts`): its search is quick
 * where its tableau is small. Of the ninth or tenth alternative of 120 candidates some 50 columns are open
 * and 40 rows left, and it takes a third of the time. Exact, whoever solved the relaxation: what is concluded
 * from its duals holds for any duals. But no second opinion on HiGHS.
 *
 * @param part how many columns it gets at first; any number gives the same answer, only sooner or later.
 */
export async function narrowedSecond(part = PART): Promise<Solver> {
  const highs = await loadRuntime();
  const second = javascriptLpSolver();
  return {
    ...second,
    open: (program) =>
      new FoldedSession(program, (folded) => new NarrowedSession(highs, second, folded, part)),
  };
}

class NarrowedSession implements SolverSession {
  readonly #highs: Highs;
  readonly #second: Solver;
  readonly #program: LinearProgram;
  readonly #part: number;

  constructor(highs: Highs, second: Solver, program: LinearProgram, part: number) {
    this.#highs = highs;
    this.#second = second;
    this.#program = program;
    this.#part = part;
  }

  solve(limits: SolveLimits, bounds: Bounds = this.#program): Outcome {
    const program = this.#program;
    // A program with several levels would have to be narrowed for each: where they do not fold it is rare.
    if (program.levels.length > 1) return this.#solveBySecond(program, limits, bounds);
    const clock = new Clock(limits);
    const problem: LevelProblem = { program, bounds, level: 0, locked: [] };
    const widths = { round: program.columnCount, part: this.#part };
    const outcome = maximiseWide(this.#highs, problem, clock, widths, (_, narrowed) =>
      this.#solvePart(narrowed, bounds, clock),
    );
    if (outcome.status === 'optimal') return { status: 'optimal', x: outcome.x, values: [outcome.value] };
    return outcome.status === 'infeasible' ? outcome : { status: 'unknown' };
  }

  #solveBySecond(program: LinearProgram, limits: SolveLimits, bounds: Bounds = program): Outcome {
    const session = this.#second.open(program);
    try {
      return session.solve(limits, bounds);
    } finally {
      session.close();
    }
  }

  #solvePart(narrowed: Bounds, bounds: Bounds, clock: Clock): PartResult {
    const free = freeColumns(narrowed);
    const fixed = fixedPoint(narrowed);
    if (free.length > 0) {
      const part = freeProgram(this.#program, narrowed, free, fixed);
      const outcome = this.#solveBySecond(part, { timeLimit: Math.max(clock.left(), 0) });
      if (outcome.status === 'infeasible') return outcome;
      if (outcome.status !== 'optimal') return { status: 'stopped' };
      free.forEach((column, index) => {
        fixed[column] = outcome.x[index]!;
      });
    }
    const x = verified(this.#program, bounds, fixed);
    if (x !== undefined) return { status: 'optimal', x };
    return { status: free.length === 0 ? 'infeasible' : 'stopped' };
  }

  close(): void {
    // Nothing outlives a solve.
  }
}

/**
 * The program of some columns alone, the others fixed where they are in `fixed`: what these add to the rows
 * is in their bounds, and rows that the free columns cannot break are left out.
 *
 * @param fixed a point with every free column at zero.
 */
function freeProgram(
  program: LinearProgram,
  bounds: Bounds,
  free: Int32Array,
  fixed: Float64Array,
): LinearProgram {
  const activity = rowActivities(program, fixed);
  const part = withColumns({ ...program, ...bounds }, free);
  const rowLower = bounds.rowLower.map((lower, row) => lower - activity[row]!);
  const rowUpper = bounds.rowUpper.map((upper, row) => upper - activity[row]!);
  return withoutIdleRows({ ...part, rowLower, rowUpper }, new Set()).program;
}
