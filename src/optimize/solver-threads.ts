import { fold, unfolded } from './fold.ts';
import { withoutIdleRows } from './idle-rows.ts';
import type { LinearProgram } from './linear-program.ts';
import { withRoundedRows } from './rounded-rows.ts';
import { race, type RaceLimits } from './solver-race.ts';
import { type Solved, start, withNotes } from './solver-run.ts';

/** Which solver answers; `auto` lets both run on small models. */
export type SolverChoice = 'auto' | 'highs' | 'javascript-lp-solver';

/** Limits of a solve in threads; the solve rejects with the signal's reason if that aborts. */
export interface ThreadLimits extends RaceLimits {
  readonly solver?: SolverChoice;
}

const NOTHING_MOVES: ReadonlySet<number> = new Set();

/** Programs of at most this many columns are given to both solvers at once. */
const RACE_COLUMNS = 300;

/**
 * Solves a program in threads of its own, made easier first for whoever solves it (`idle-rows.ts`,
 * `rounded-rows.ts`, `fold.ts`). On a small program with `auto` both solvers run at once: the
 * first that proves and verifies an optimum answers, the other confirms it if it ends within a short
 * grace. "Infeasible" is taken from HiGHS alone.
 *
 * @throws SolversDisagree; the reason of `signal` if it aborts.
 */
export async function solveInThreads(asked: LinearProgram, limits: ThreadLimits): Promise<Solved> {
  limits.signal?.throwIfAborted();
  const folded = fold(withRoundedRows(withoutIdleRows(asked, NOTHING_MOVES).program, NOTHING_MOVES));
  const solved = await solveFolded(folded.program, limits);
  return { ...solved, outcome: unfolded(asked, folded, solved.outcome) };
}

async function solveFolded(program: LinearProgram, limits: ThreadLimits): Promise<Solved> {
  const choice = limits.solver ?? 'auto';
  if (choice === 'auto' && program.columnCount <= RACE_COLUMNS) return race(program, limits);
  const run = start(choice === 'auto' ? 'highs' : choice, program, limits);
  const answer = await run.answer;
  limits.signal?.throwIfAborted();
  return withNotes(answer);
}

export { closeSolverThreads, type Solved, warmSolverThreads } from './solver-run.ts';
export { SolversDisagree } from './solver-race.ts';
