import { slateChecker } from '../check/check.ts';
import { answerInputs } from '../slate/answer-inputs.ts';
import { ReadingsDisagree } from '../slate/complying-slate.ts';
import type { FactTable } from '../rules/facts/fact-table.ts';
import type { DecidedCase } from '../optimize/model/decided-case.ts';
import type { SlateCase } from '../check/slate-case.ts';
import { Task, type TaskControl } from '../slate/task.ts';
import type { TradeOff, TradeOffPart } from './answers.ts';
import { BestAbove, decidedForMeasures } from './best-above.ts';
import { type Band, bandsBetween, EfficientSet, EVERYTHING } from './efficient-set.ts';
import type { AskedMeasure } from './measure.ts';

/** Options of `tradeOff`. */
interface TradeOffOptions extends TaskControl {
  /** How many points are wanted at most; 1,000 if absent. */
  readonly most?: number;
}

/** Points that are wanted at most where nothing is said. */
const MOST = 1000;

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

/** What is traded, where it is searched part by part. */
export interface TradeOffTask {
  readonly case: SlateCase;
  readonly measures: readonly AskedMeasure[];
  /** How many points are wanted at most; 1,000 if absent. */
  readonly most?: number;
}

/**
 * How a search is cut into parts: by how much of the last measure there is at least. What one part finds no
 * other does, unless three measures are traded; each costs a solve more than all at once would. Where the ends are
 * decides how evenly the work is shared, and never what is found.
 */
function bandsOf(task: TradeOffTask): Promise<readonly Band[]> {
  const { facts, ruleSet, decisions } = task.case;
  const key = JSON.stringify([ruleSet.sha256, decisions, namesOf(task)]);
  const ofFacts = knownBands.get(facts) ?? new Map<string, Promise<readonly Band[]>>();
  knownBands.set(facts, ofFacts);
  const known = ofFacts.get(key) ?? foundBands(task);
  ofFacts.set(key, known);
  known.catch(() => ofFacts.delete(key));
  return known;
}

/** The bands of cases over the same facts, which are asked for with every part. */
const knownBands = new WeakMap<FactTable, Map<string, Promise<readonly Band[]>>>();

async function foundBands(task: TradeOffTask): Promise<readonly Band[]> {
  const { measures } = task;
  const last = measures.length - 1;
  const [most, least] = [await extreme(task, measures.toReversed(), 0), await extreme(task, measures, last)];
  return most === undefined || least === undefined ? [EVERYTHING] : bandsBetween(least, most);
}

/**
 * How much of a measure the best slate has.
 *
 * @throws TimeLimitError where a single solve takes as long as a whole trade-off may where nothing is said.
 */
async function extreme(
  { case: asked }: TradeOffTask,
  measures: readonly AskedMeasure[],
  of: number,
): Promise<number | undefined> {
  const best = await BestAbove.open(asked, measures, new Task({}));
  try {
    return (await best.of(measures.map(() => -Infinity)))?.values[of];
  } finally {
    best.close();
  }
}

function namesOf({ measures }: TradeOffTask): readonly string[] {
  return measures.map(({ name, better }) => `${name} ${better}`);
}

/** What each part is about besides the candidates. */
export async function saidByBands(task: TradeOffTask): Promise<readonly string[]> {
  const { case: asked, most } = task;
  return (await bandsOf(task)).map(({ from, to }) =>
    // Infinity is no JSON: the first and the last band have no end.
    JSON.stringify([asked.ruleSet.sha256, asked.decisions, namesOf(task), most, from, to]),
  );
}

/**
 * Searches some parts of a trade-off. A part whose time runs out has what was found of it, and says that it is
 * not complete.
 *
 * @param parts their numbers, in the order in which {@link saidByBands} tells of them.
 * @param beginFor milliseconds after which no part is begun any more, though one is in any case.
 */
export async function searchBands(
  { case: asked, measures, most = MOST }: TradeOffTask,
  parts: readonly number[],
  { beginFor, ...control }: TaskControl & { readonly beginFor: number },
): Promise<ReadonlyMap<number, TradeOffPart>> {
  const task = new Task(control);
  const until = performance.now() + beginFor;
  const bands = await bandsOf({ case: asked, measures });
  const found = new Map<number, TradeOffPart>();
  const best = await BestAbove.open(asked, measures, task);
  try {
    for (const part of parts) {
      if (found.size > 0 && performance.now() > until) break;
      const searching = await searched({ best, measures, most }, bands[part]!, task);
      if (control.signal?.aborted === true) break;
      found.set(part, searching);
    }
  } catch (error) {
    // What was found by then stays.
    if (control.signal?.aborted !== true) throw error;
  } finally {
    best.close();
  }
  return found;
}

/** Makes one answer of what was found in parts, as it would be without them. */
export async function joinTradeOff(
  { case: asked, measures, most = MOST }: TradeOffTask,
  found: ReadonlyMap<number, TradeOffPart>,
  milliseconds: number,
): Promise<TradeOff> {
  const parts = [...found.values()];
  const bands = await bandsOf({ case: asked, measures });
  const byValues = new Map(
    parts.flatMap(({ points }) => points.map((each) => [each.values.join(), each] as const)),
  );
  const points = [...byValues.values()].toSorted((one, other) => before(measures, one.values, other.values));
  const isWhole = parts.length === bands.length && parts.every(({ complete }) => complete);
  const whole: TradeOffPart = {
    points: points.slice(0, most),
    solves: parts.reduce((sum, { solves }) => sum + solves, 0),
    complete: isWhole && points.length < most,
  };
  const decided = await decidedForMeasures(asked, measures, new Task({ timeLimitMs: Infinity }));
  return answerOf({ case: asked, measures }, decided, whole, milliseconds);
}

/** By the first measure, then the second, the best first. */
function before(measures: readonly AskedMeasure[], one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at === -1 ? 0 : sign(measures[at]!) * (other[at]! - one[at]!);
}

/** What is searched: the points of a band. */
interface Searching {
  readonly best: BestAbove;
  readonly measures: readonly AskedMeasure[];
  readonly most: number;
}

async function searched({ best, measures, most }: Searching, band: Band, task: Task): Promise<TradeOffPart> {
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

function answerOf(
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

function sign({ better }: AskedMeasure): 1 | -1 {
  return better === 'high' ? 1 : -1;
}
