import { withGrace } from '../../rules/checkpoint.ts';
import { columnBounds } from '../../optimize/highs/column-bounds.ts';
import { RelaxedFirstSession } from '../../optimize/highs/relaxed-first.ts';
import { highsSolver } from '../../optimize/highs/solver.ts';
import {
  type Bounds,
  copyBounds,
  firstLevelOf,
  type LinearProgram,
  objectiveValue,
} from '../../optimize/linear-program.ts';
import { easedProgram } from '../../optimize/presolve/presolved.ts';
import { levelRow, withRows } from '../../optimize/extended-program.ts';
import type { DecidedCase } from '../../optimize/model/decided-case.ts';
import { leavesOpenWhere } from '../../optimize/model/exchange-model.ts';
import type { RowDecisions } from '../../pool/decisions.ts';
import { assembleModel, type SlateModel } from '../../optimize/model/slate-model.ts';
import type { NearBest } from '../propose-answer.ts';
import { type Asking, BestWith, leftOutOf, type PresenceQuestion, type Certainty } from '../best-with.ts';
import { decidedOf } from '../case.ts';
import { Neighbours, type Onlooker } from './local-search.ts';
import { type NearBestFound, nearBestPlans, thresholdOf } from './near-best-plans.ts';
import type { SlateCase } from '../../check/slate-case.ts';
import type { SolverSession } from '../../optimize/solver.ts';
import { Task, TimeLimitError, type TaskControl } from '../task.ts';
import { rowDecisions } from '../../check/row-decisions.ts';

/** What `nearBest` looks at. */
interface NearBestOptions extends TaskControl {
  /** How far below the best a slate may lie, as a share of the best objective: 0.02 is 2 %. */
  readonly within: number;
  /** From how many appointments on it is left open who goes where; for tests. */
  readonly many?: number;
}

/**
 * Says of every candidate whether they are on every slate whose objective lies within a share of the
 * optimum (sure), on some of them (open), or on none (out).
 *
 * With T the least objective that still counts, somebody can be on such a slate if the best slate with them
 * reaches T, and can be done without if the best slate without them does. Between which values these lie is
 * known of nearly everybody at once (`best-with.ts`): from above by the duals of one relaxation, from below
 * by slates that were seen and their neighbours (`local-search.ts`). Only who is still open then is asked
 * about, one by one, and every slate that comes out settles others too: of 20,000 candidates some fifty.
 *
 * Candidates whom time did not suffice for are `undecided`, never guessed; where it did not suffice for the
 * best slate itself there is no answer, as where no slate exists. The level that counts is the
 * first of the objective.
 */
export async function nearBest(asked: SlateCase, options: NearBestOptions): Promise<NearBest | undefined> {
  const task = new Task(options);
  const decided = await decidedOf(asked, task);
  const decisions = rowDecisions(asked);
  const near = leavesOpenWhere(decided, options.many)
    ? await nearBestPlans(decided, decisions, options, task)
    : await nearBestSlates(decided, decisions, options, task);
  if (near === undefined) return undefined;
  const { scale } = decided.objective.levels[0]!;
  const answer: Record<Certainty, string[]> = { sure: [], open: [], out: [], undecided: [] };
  decided.facts.ids.forEach((id, row) => answer[near.standingOf(row)].push(id));
  for (const ids of Object.values(answer)) ids.sort();
  const figures = { best: near.best / scale, threshold: near.threshold / scale, within: options.within };
  return { ...figures, ...answer };
}

async function nearBestSlates(
  decided: DecidedCase,
  decisions: RowDecisions,
  { within }: NearBestOptions,
  task: Task,
): Promise<NearBestFound | undefined> {
  const model = await inTime(() => assembleModel(decided, { decisions, spare: 1 }, withGrace(task)));
  if (model === undefined) return undefined;
  const program = firstLevelOf(easedProgram(model.program));
  const session = (await highsSolver()).open(program);
  try {
    const limits = await inTime(async () => task.limits());
    const outcome = limits && session.solve(limits);
    if (outcome?.status !== 'optimal') return undefined;
    const value = outcome.values[0]!;
    const threshold = thresholdOf(value, within);
    const best = new BestWith(model.candidates.length, threshold, leftOutOf(model));
    const neighbours = new Neighbours(model.program, best.columns, threshold);
    // A last row that only slates of a value keep; which one, its lower bound says.
    const valued = withRows(program, [levelRow('value', program.levels[0]!)]);
    const relaxation = await RelaxedFirstSession.open(valued);
    try {
      await settle({ task, best, neighbours, valued, relaxation, program, session }, outcome.x);
    } finally {
      relaxation.close();
    }
    const standings = standingsOf(model, best);
    return { best: value, threshold, standingOf: (row) => standings.get(row) ?? 'out' };
  } finally {
    session.close();
  }
}

/** What comes of a step; `undefined` where no time is left for it. */
async function inTime<Result>(step: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof TimeLimitError) return undefined;
    throw error;
  }
}

/** What answers questions, from the quickest to the surest. */
interface Search {
  readonly task: Task;
  readonly best: BestWith;
  /** Neighbours in the rows as they stand, of which there are fewer than in the eased program. */
  readonly neighbours: Neighbours;
  /** The program with a last row that asks for a value. */
  readonly valued: LinearProgram;
  readonly relaxation: RelaxedFirstSession;
  readonly program: LinearProgram;
  readonly session: SolverSession;
}

/** Settles one question after the other, as long as there is time. */
async function settle(search: Search, x: Float64Array): Promise<void> {
  const { task, program, best } = search;
  const total = 2 * best.columns;
  try {
    best.bound(await columnBounds(program, task.limits()));
    await look(search, x);
    for (;;) {
      const { settled, next } = best.survey();
      task.progress(settled, total);
      await task.yieldOrThrow();
      if (next === undefined) return;
      const found = answer(search, next);
      if (found === 'unknown') return;
      if (found !== 'none') await look(search, found);
    }
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
  }
}

/** Takes over a slate, and looks around it for others. */
async function look({ task, best, neighbours, program }: Search, x: Float64Array): Promise<void> {
  const tell = (slate: Float64Array, value: number, columns: Iterable<number>): void => {
    for (const column of columns) best.saw({ column, present: slate[column] === 1 }, value);
  };
  tell(x, objectiveValue(program.levels[0]!, x), Array.from({ length: best.columns }).keys());
  const onlooker: Onlooker = { isOpen: (question) => best.isOpen(question), saw: tell };
  for (const _ of neighbours.around(x, onlooker)) await task.yieldOrThrow();
}

/**
 * A slate that answers the question, or the proof that there is none. Mostly the relaxation knows: it has
 * no point that reaches the value, or one that is whole.
 */
function answer(search: Search, asking: Asking): Float64Array | 'none' | 'unknown' {
  const { task, best, valued, relaxation, program, session } = search;
  const bounds = answering(valued, asking);
  bounds.rowLower[valued.rowCount - 1] = asking.value;
  const found = relaxation.relaxed(bounds, task.limits(), () => true);
  if (found?.status === 'optimal') return found.x;
  if (found?.status === 'infeasible') {
    best.exclude(asking, asking.value);
    return 'none';
  }
  const outcome = session.solve(task.limits(), answering(program, asking));
  if (outcome.status === 'unknown' || outcome.status === 'feasible') return 'unknown';
  best.prove(asking, outcome.status === 'optimal' ? outcome.values[0]! : -Infinity);
  return outcome.status === 'optimal' ? outcome.x : 'none';
}

/** The bounds under which everything answers the question. */
function answering(program: LinearProgram, { column, present }: PresenceQuestion): Bounds {
  const bounds = copyBounds(program);
  if (present) bounds.columnLower[column] = 1;
  else bounds.columnUpper[column] = 0;
  return bounds;
}

/** How everybody stands who can be on a slate at all, by row of the table. */
function standingsOf(model: SlateModel, best: BestWith): ReadonlyMap<number, Certainty> {
  const standingOf = new Map<number, Certainty>();
  model.candidates.forEach((row, column) => standingOf.set(row, best.standing(column)));
  for (const { row, last, less } of best.leftOut) {
    const reached = best.isReached({ column: last, present: true }, less);
    standingOf.set(row, reached === undefined ? 'undecided' : reached ? 'open' : 'out');
  }
  return standingOf;
}
