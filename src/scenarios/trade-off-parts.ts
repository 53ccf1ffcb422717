import type { FactTable } from '../rules/facts/fact-table.ts';
import { Task, type TaskControl } from '../slate/task.ts';
import type { TradeOff, TradeOffPart } from './answers.ts';
import { BestAbove, decidedForMeasures } from './best-above.ts';
import { type Band, bandsBetween, EVERYTHING } from './efficient-set.ts';
import type { AskedMeasure } from './measure.ts';
import { answerOf, MOST, namesOf, searched, sign, type TradeOffTask } from './trade-off.ts';

/**
 * How a search is cut into parts: by how much of the last measure there is at least. What one part finds no
 * other does, unless three measures are traded; each costs a solve more than all at once would. Where the ends are
 * decides how evenly the work is shared, and never what is found.
 */
async function bandsOf(task: TradeOffTask, signal?: AbortSignal): Promise<readonly Band[]> {
  const { facts, ruleSet, decisions } = task.case;
  const key = JSON.stringify([ruleSet.sha256, decisions, namesOf(task)]);
  const ofFacts = knownBands.get(facts) ?? new Map<string, readonly Band[]>();
  knownBands.set(facts, ofFacts);
  const bands = ofFacts.get(key) ?? (await foundBands(task, signal));
  ofFacts.set(key, bands);
  return bands;
}

/** The bands of cases over the same facts, which are asked for with every part. */
const knownBands = new WeakMap<FactTable, Map<string, readonly Band[]>>();

async function foundBands(task: TradeOffTask, signal?: AbortSignal): Promise<readonly Band[]> {
  const { measures } = task;
  const last = measures.length - 1;
  const most = await extreme(task, measures.toReversed(), 0, signal);
  const least = await extreme(task, measures, last, signal);
  return most === undefined || least === undefined ? [EVERYTHING] : bandsBetween(least, most);
}

/**
 * How much of a measure the best slate has.
 *
 * @throws TimeLimitError where a single solve takes as long as a whole trade-off may where nothing is said; the
 *   reason of the signal.
 */
async function extreme(
  { case: asked }: TradeOffTask,
  measures: readonly AskedMeasure[],
  of: number,
  signal: AbortSignal | undefined,
): Promise<number | undefined> {
  signal?.throwIfAborted();
  const best = await BestAbove.open(asked, measures, new Task(signal === undefined ? {} : { signal }));
  try {
    return (await best.of(measures.map(() => -Infinity)))?.values[of];
  } catch (error) {
    // A solve that was stopped looks to the one who asked for it as one that ran out of time.
    signal?.throwIfAborted();
    throw error;
  } finally {
    best.close();
  }
}

/** What each part is about besides the candidates. */
export async function saidByBands(task: TradeOffTask, signal?: AbortSignal): Promise<readonly string[]> {
  const { case: asked, most } = task;
  return (await bandsOf(task, signal)).map(({ from, to }) =>
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
  const { signal } = control;
  const found = new Map<number, TradeOffPart>();
  let best: BestAbove | undefined;
  try {
    const bands = await bandsOf({ case: asked, measures }, signal);
    best = await BestAbove.open(asked, measures, task);
    for (const part of parts) {
      if (found.size > 0 && performance.now() > until) break;
      const searching = await searched({ best, measures, most }, bands[part]!, task);
      if (signal?.aborted === true) break;
      found.set(part, searching);
    }
  } catch (error) {
    // What was found by then stays.
    if (signal?.aborted !== true) throw error;
  } finally {
    best?.close();
  }
  return found;
}

/** Makes one answer of what was found in parts, as it would be without them. */
export async function joinTradeOff(
  { case: asked, measures, most = MOST }: TradeOffTask,
  found: ReadonlyMap<number, TradeOffPart>,
  milliseconds: number,
  signal?: AbortSignal,
): Promise<TradeOff> {
  const parts = [...found.values()];
  const byValues = new Map(
    parts.flatMap(({ points }) => points.map((each) => [each.values.join(), each] as const)),
  );
  const points = [...byValues.values()].toSorted((one, other) => before(measures, one.values, other.values));
  // Where something is missing in any case, how many parts there are is not worth its solves.
  const mayBeWhole = parts.length > 0 && parts.every(({ complete }) => complete);
  const isWhole = mayBeWhole && parts.length === (await bandsOf({ case: asked, measures }, signal)).length;
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
