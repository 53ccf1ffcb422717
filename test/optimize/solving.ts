import { decideCase } from '../../src/optimize/model/decided-case.ts';
import { highsSolver } from '../../src/optimize/highs/solver.ts';
import { javascriptLpSolver } from '../../src/optimize/javascript-lp-solver.ts';
import { narrowedSecond } from '../../src/optimize/threads/narrowed-second.ts';
import { assembleModel, rowsOnSlate } from '../../src/optimize/model/slate-model.ts';
import type { ModelOptions } from '../../src/optimize/model/model-options.ts';
import type { LinearProgram } from '../../src/optimize/linear-program.ts';
import type { Outcome, Solver } from '../../src/optimize/solver.ts';
import { type PlainCase, tableOf } from '../random-case.ts';

/** Nobody is pinned, excluded, tied or held apart. */
export const NOBODY = { pin: [], exclude: [], together: [], apart: [] };

/** HiGHS made to look at two columns at a time, so that every step of the wide path is taken. */
export const narrowHighs = (): Promise<Solver> => highsSolver({ direct: 0, rest: 0, round: 2, part: 2 });

/** HiGHS as it is used and on the wide path, and the second solver, also on few columns; each with its name. */
export async function everySolver(): Promise<readonly (readonly [string, Solver])[]> {
  return [
    ['highs', await highsSolver()],
    ['wide highs', await narrowHighs()],
    ['javascript-lp-solver', javascriptLpSolver()],
    ['narrowed javascript-lp-solver', await narrowedSecond(2)],
  ];
}

/** One solve of one program. */
export function solveOnce(solver: Solver, program: LinearProgram, timeLimit = 20_000): Outcome {
  const session = solver.open(program);
  try {
    return session.solve({ timeLimit });
  } finally {
    session.close();
  }
}

/** The slate that a solver proposes: the status alone where it has no proven optimum. */
export async function slateBy(
  solver: Solver,
  plain: PlainCase,
  options: ModelOptions = { decisions: NOBODY },
): Promise<{ readonly status: Outcome['status']; readonly ids?: readonly string[] }> {
  const decided = await decideCase(plain.ruleSet, tableOf(plain.candidates));
  const model = await assembleModel(decided, options);
  const outcome = solveOnce(solver, model.program);
  if (outcome.status !== 'optimal') return { status: outcome.status };
  return {
    status: outcome.status,
    ids: rowsOnSlate(model, outcome.x).map((row) => plain.candidates[row]!.id),
  };
}
