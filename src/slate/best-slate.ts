import type { DecidedCase } from '../optimize/model/decided-case.ts';
import { withGrace } from '../rules/checkpoint.ts';
import { easedProgram } from '../optimize/presolve/presolved.ts';
import { highsSolver } from '../optimize/highs/solver.ts';
import { type Bounds, copyBounds, firstLevelOf, type LinearProgram } from '../optimize/linear-program.ts';
import type { ModelOptions } from '../optimize/model/model-options.ts';
import type { RowMeaning } from '../optimize/model/row-meaning.ts';
import { type SolvedModel, solvedModel } from '../optimize/model/readable-model.ts';
import type { Slate } from './propose-answer.ts';
import type { SolverNote } from '../check/answer-parts.ts';
import { slateOf } from './complying-slate.ts';
import { type Task, TimeLimitError } from './task.ts';

/** Which slate is asked for. */
export interface BestAsked extends ModelOptions {
  /** Moves bounds of the assembled program before it is solved; given what its rows mean. */
  readonly adjust?: (bounds: Bounds, rows: readonly RowMeaning[]) => void;
  /** Ids of rules that the slate may break. */
  readonly excepted?: ReadonlySet<string>;
  /** From how many appointments on it is left open who goes where; for tests. */
  readonly many?: number;
  /** Rows that stand for themselves, kept through a series of questions; see {@link solvedModel}. */
  readonly apart?: Set<number>;
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
 * @throws TimeLimitError where the time left is not enough for a proof.
 */
export async function bestSlate(
  decided: DecidedCase,
  { excepted, ...asked }: BestAsked,
  task: Task,
): Promise<BestSlate | undefined> {
  const { rows } = await solvedToProof(decided, asked, (program) => program, task);
  return rows && { slate: await slateOf(decided, decided, rows, excepted), rows };
}

/**
 * What the best slate is worth on the first level, in the units of its program; `undefined` where none
 * exists. Quicker than {@link bestSlate}: which of the best slates it is does not matter.
 *
 * @throws TimeLimitError
 */
export async function bestValue(
  decided: DecidedCase,
  asked: BestAsked,
  task: Task,
): Promise<number | undefined> {
  const { solved } = await solvedToProof(decided, asked, firstLevelOf, task);
  return solved.outcome.status === 'optimal' ? solved.outcome.values[0]! : undefined;
}

/** Solves by HiGHS in this thread. @throws TimeLimitError */
async function solvedToProof(
  decided: DecidedCase,
  { adjust, many, apart, ...options }: Omit<BestAsked, 'excepted'>,
  asked: (program: LinearProgram) => LinearProgram,
  task: Task,
): Promise<SolvedModel> {
  const solver = await highsSolver();
  const solved = await solvedModel(
    decided,
    options,
    async (program, rows) => {
      await task.yieldOrThrow();
      const bounds = copyBounds(program);
      adjust?.(bounds, rows);
      const session = solver.open(easedProgram(asked({ ...program, ...bounds })));
      try {
        return { outcome: session.solve(task.limits()) };
      } finally {
        session.close();
      }
    },
    { many, apart, checkpoint: withGrace(task) },
  );
  const { status } = solved.solved.outcome;
  if (status !== 'optimal' && status !== 'infeasible') throw new TimeLimitError();
  return solved;
}

/** Who solved it: a series of solves runs on HiGHS alone. */
export async function solverNote(task: Task): Promise<SolverNote> {
  const { name, version } = await highsSolver();
  return { name, version, milliseconds: task.milliseconds };
}
