import { easedProgram } from '../presolve/presolved.ts';
import { fold, unfolded } from '../presolve/folded-levels.ts';
import type { LinearProgram } from '../linear-program.ts';
import { untilClosed } from './threads-closed.ts';
import { race, type RaceLimits } from './solver-race.ts';
import { type Solved, start, withNotes } from './solver-run.ts';

/** Which solver answers; `auto` lets both run on small models. */
export type SolverChoice = 'auto' | 'highs' | 'javascript-lp-solver';

/** Limits of a solve in threads; the solve rejects with the signal's reason if that aborts. */
export interface ThreadLimits extends RaceLimits {
  readonly solver?: SolverChoice;
}

/** Programs of at most this many columns are given to both solvers at once. */
const RACE_COLUMNS = 300;

/**
 * Solves a program in threads of its own, eased and folded first. On a small program with `auto` both
 * solvers run at once: the first that proves and verifies an optimum answers, the other confirms it if it
 * ends within a short grace. "Infeasible" is taken from HiGHS alone.
 *
 * @throws SolversDisagree; the reason of `signal` if it aborts; ThreadsClosedError.
 */
export async function solveInThreads(asked: LinearProgram, limits: ThreadLimits): Promise<Solved> {
  limits.signal?.throwIfAborted();
  const folded = fold(easedProgram(asked));
  const solved = await solveFolded(folded.program, { ...limits, signal: untilClosed(limits.signal) });
  return { ...solved, outcome: unfolded(asked, folded, solved.outcome) };
}

async function solveFolded(program: LinearProgram, limits: ThreadLimits): Promise<Solved> {
  const choice = limits.solver ?? 'auto';
  // Of several levels the second solver narrows none, so that a head start would only be waited for.
  const inVain = limits.headStart !== undefined && program.levels.length > 1;
  if (choice === 'auto' && program.columnCount <= RACE_COLUMNS && !inVain) return race(program, limits);
  const run = start(choice === 'auto' ? 'highs' : choice, program, limits);
  const answer = await run.answer;
  limits.signal?.throwIfAborted();
  return withNotes(answer);
}

export type { Solved } from './solver-run.ts';
export { closeSolverThreads, warmHighsThread, warmSolverThreads } from './thread-pools.ts';
export { SolversDisagree } from './solver-race.ts';
