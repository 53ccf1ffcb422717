import { slateChecker } from '../check/check.ts';
import { answerInputs } from '../slate/answer-inputs.ts';
import { ReadingsDisagree } from '../slate/complying-slate.ts';
import type { DecidedCase } from '../optimize/model/decided-case.ts';
import type { SlateCase } from '../check/slate-case.ts';
import { Task, type TaskControl } from '../slate/task.ts';
import type { TradeOff, TradeOffPart } from './answers.ts';
import { BestAbove } from './best-above.ts';
import { type Band, EfficientSet, EVERYTHING } from './efficient-set.ts';
import type { AskedMeasure } from './measure.ts';

/** Options of `tradeOff`. */
interface TradeOffOptions extends TaskControl {
  /** How many points are wanted at most; 1,000 if absent. */
  readonly most?: number;
}

/** Points that are wanted at most where nothing is said. */
export const MOST = 1000;

/**
 * The exact set of non-dominated slates between two or three measures: no other slate is as good on
 * all of them and better on one. For each such combination of values one slate is given, the best by
 * the rule set's own objective and the tie-break.
 *
 * Bounds of rules that are measured are lifted, since they are what is traded; all other rules hold.
 *
 * @param many from how many appointments on it is left open who goes where; for tests.
 */
export async function tradeOff(
  asked: SlateCase,
  measures: readonly AskedMeasure[],
  options: TradeOffOptions = {},
  many?: number,
): Promise<TradeOff> {
  const task = new Task(options);
  const best = await BestAbove.open(asked, measures, task, many);
  try {
    const found = await searched({ best, measures, most: options.most ?? MOST }, EVERYTHING, task);
    return answerOf({ case: asked, measures }, best.decided, found, task.milliseconds);
  } finally {
    best.close();
  }
}

/** What is traded against what. */
export interface TradeOffTask {
  readonly case: SlateCase;
  readonly measures: readonly AskedMeasure[];
  /** How many points are wanted at most; 1,000 if absent. */
  readonly most?: number;
}

/** What is searched: the points of a band. */
interface Searching {
  readonly best: BestAbove;
  readonly measures: readonly AskedMeasure[];
  readonly most: number;
}

/** Searches a band; what is found of it by the end of the time is told as not complete. @throws ReadingsDisagree */
export async function searched(
  { best, measures, most }: Searching,
  band: Band,
  task: Task,
): Promise<TradeOffPart> {
  const { decided } = best;
  const search = new EfficientSet(measures.length, (least) => best.of(least));
  const complete = await search.run(most, task, band);
  const { ids } = decided.facts;
  const check = await slateChecker(decided, task);
  const points = search.points.map(({ values, slate }) => {
    const members = slate.map((row) => ids[row]!);
    if (!check(members).compliant) throw new ReadingsDisagree();
    return {
      values: values.map(
        (value, index) => (sign(measures[index]!) * value) / decided.objective.levels[index]!.scale + 0,
      ),
      members,
    };
  });
  return { points, solves: search.solves, complete };
}

/** What was found, as the answer to the question. */
export function answerOf(
  { case: asked, measures }: TradeOffTask,
  { objective }: DecidedCase,
  { points, solves, complete }: TradeOffPart,
  milliseconds: number,
): TradeOff {
  const found = complete ? 'complete' : 'partial';
  const nothing = complete ? 'infeasible' : 'unknown';
  return {
    title: asked.ruleSet.title,
    status: points.length > 0 ? found : nothing,
    measures: measures.map(({ name, title, better }, index) => ({
      name,
      title,
      better,
      scale: objective.levels[index]!.scale,
    })),
    points,
    solves,
    milliseconds,
    inputs: answerInputs(asked, { measures: namesOf({ case: asked, measures }) }),
  };
}

/** The measures by their names, as hashes and answers tell of them. */
export function namesOf({ measures }: TradeOffTask): readonly string[] {
  return measures.map(({ name, better }) => `${name} ${better}`);
}

/** 1 where more is better, −1 where less is. */
export function sign({ better }: AskedMeasure): 1 | -1 {
  return better === 'high' ? 1 : -1;
}
