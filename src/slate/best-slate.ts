import type { DecidedCase } from '../optimize/decided-case.ts';
import { highsSolver } from '../optimize/highs/solver.ts';
import type { Bounds } from '../optimize/linear-program.ts';
import { copyBounds } from '../optimize/linear-program.ts';
import { assembleModel, membersOf, type SlateModel } from '../optimize/slate-model.ts';
import type { ModelOptions } from '../optimize/model-options.ts';
import type { Slate, SolverNote } from './answers.ts';
import { slateOf } from './propose.ts';
import { type Task, TimeIsUp } from './task.ts';

/** Which slate is asked for. */
export interface BestAsked extends ModelOptions {
  /** Moves bounds of the assembled model before it is solved. */
  readonly adjust?: (bounds: Bounds, model: SlateModel) => void;
  /** Ids of rules that the slate may break. */
  readonly excepted?: ReadonlySet<string>;
}

/** A proven best slate. */
export interface BestSlate {
  readonly slate: Slate;
  /** The rows of its members, in ascending order of their ids. */
  readonly rows: readonly number[];
}

/**
 * The best slate of a decided case, proven and checked; `undefined` where none exists.
 *
 * @throws TimeIsUp where the time left is not enough for a proof.
 */
export async function bestSlate(
  decided: DecidedCase,
  { adjust, excepted, ...options }: BestAsked,
  task: Task,
): Promise<BestSlate | undefined> {
  await task.breathe();
  const model = assembleModel(decided, options);
  const session = (await highsSolver()).open(model.program);
  try {
    const bounds = copyBounds(model.program);
    adjust?.(bounds, model);
    const outcome = session.solve(task.limits(), bounds);
    if (outcome.status === 'infeasible') return undefined;
    if (outcome.status !== 'optimal') throw new TimeIsUp();
    const rows = membersOf(model, outcome.x);
    return { slate: await slateOf(decided, decided, rows, excepted), rows };
  } finally {
    session.close();
  }
}

/** Who solved it: a series of solves runs on HiGHS alone. */
export async function solverNote(task: Task): Promise<SolverNote> {
  const { name, version } = await highsSolver();
  return { name, version, milliseconds: task.milliseconds };
}
