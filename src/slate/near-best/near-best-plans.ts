import { highsSolver } from '../../optimize/highs/solver.ts';
import { firstLevelOf, type LinearProgram, objectiveValue } from '../../optimize/linear-program.ts';
import type { DecidedCase } from '../../optimize/model/decided-case.ts';
import { assembleExchangeModel, type ExchangeModel } from '../../optimize/model/exchange-model.ts';
import type { RowDecisions } from '../../pool/decisions.ts';
import { solvedModel } from '../../optimize/model/readable-model.ts';
import { withGrace } from '../../rules/checkpoint.ts';
import { easedProgram } from '../../optimize/presolve/presolved.ts';
import type { Outcome } from '../../optimize/solver.ts';
import { type Asking, BestWith, type Certainty } from '../best-with.ts';
import { PlanSearch } from './plan-search.ts';
import { type Task, TimeLimitError } from '../task.ts';

/** How everybody stands, and between which values. */
export interface NearBestFound {
  readonly best: number;
  readonly threshold: number;
  readonly standingOf: (row: number) => Certainty;
}

/** The least value within a share of the best; values are whole. */
export function thresholdOf(best: number, within: number): number {
  return Math.ceil(best - within * Math.abs(best) - 1e-6);
}

/**
 * Who is on all plans near the best, on some, on none, where the program leaves open who goes to which unit
 * (`exchange-model.ts`). A solution of it stands for all plans that place it in one way or another, and one
 * look at it settles every appointment that some of them have, and every one that some do without: of 20,000
 * appointments some two thousand at once.
 *
 * An appointment needs its class and its room, so both their reduced costs together bound what a plan
 * with it is worth; and where even the class alone cannot reach the threshold, all its appointments are out.
 * What a solution leaves open, since it cannot be placed with the appointment in question, is solved with it
 * pinned.
 */
export async function nearBestPlans(
  decided: DecidedCase,
  decisions: RowDecisions,
  { within, many }: { readonly within: number; readonly many?: number },
  task: Task,
): Promise<NearBestFound | undefined> {
  const apart = new Set<number>();
  const solve = (asked: RowDecisions) =>
    solvedModel(decided, { decisions: asked }, (program) => solved(program, task), {
      many,
      apart,
      checkpoint: withGrace(task),
    });
  let found: Float64Array;
  let model: ExchangeModel;
  try {
    const { outcome } = (await solve(decisions)).solved;
    if (outcome.status !== 'optimal') return undefined;
    found = outcome.x;
    model = await assembleExchangeModel(decided, { decisions }, apart, withGrace(task));
  } catch (error) {
    if (error instanceof TimeLimitError) return undefined;
    throw error;
  }
  const program = firstLevelOf(easedProgram(model.program));
  const value = objectiveValue(program.levels[0]!, found);
  const threshold = thresholdOf(value, within);
  const best = new BestWith(decided.facts.size, threshold);
  const pinned = (asking: Asking) => solve(withDecision(decisions, decided, asking));
  const search = new PlanSearch(model, program, best, { task, threshold, pinned });
  try {
    await search.settle(found);
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
  } finally {
    search.close();
  }
  return { best: value, threshold, standingOf: (row) => best.standing(row) };
}

/** Solves the first level by HiGHS in this thread. @throws TimeLimitError */
async function solved(program: LinearProgram, task: Task): Promise<{ readonly outcome: Outcome }> {
  await task.yieldOrThrow();
  const solver = await highsSolver();
  const session = solver.open(firstLevelOf(easedProgram(program)));
  try {
    const outcome = session.solve(task.limits());
    if (outcome.status !== 'optimal' && outcome.status !== 'infeasible') throw new TimeLimitError();
    return { outcome };
  } finally {
    session.close();
  }
}

/** The decisions with one more: a row that must be chosen, or must not. */
function withDecision(
  decisions: RowDecisions,
  { facts }: DecidedCase,
  { column: row, present }: Asking,
): RowDecisions {
  const named = { id: facts.ids[row]!, rows: [row] };
  return present
    ? { ...decisions, pin: [...decisions.pin, named] }
    : { ...decisions, exclude: [...decisions.exclude, named] };
}
