import { NumberTable } from './numbering.ts';

/**
 * The last level of every objective, so that the same input gives the same slate on every solver and
 * every run: fixed pseudo-random weights drawn from the candidates' ids. By the isolation lemma
 * (Mulmuley, Vazirani and Vazirani, "Matching is as easy as matrix inversion", STOC 1987) such weights
 * leave one best among the equal slates with probability of at least 1 − columns / range.
 *
 * Candidates of one type and equal value stand in order of their ids. Their weights fall along this
 * order, so the smaller id goes first, and depend only on the ids before: leaving the last ones out of
 * the model changes nothing.
 */
const LARGEST_RANGE = 2 ** 19;
const SMALLEST_RANGE = 2 ** 10;

/**
 * How wide the weights may spread, for a last level whose largest coefficient is `coarseness` times
 * the greatest common divisor of all: as wide as still lets the solver fold the tie-break into that
 * level (`folded-levels.ts`). Where values are fine, ties are few and a narrow range isolates; where they
 * are coarse, ties abound and there is room for a wide one.
 */
export function tieRange(coarseness: number): number {
  const room = 2 ** Math.floor(26 - Math.log2(Math.max(coarseness, 1)));
  return Math.min(LARGEST_RANGE, Math.max(SMALLEST_RANGE, room));
}

/** Candidates in runs of one type and equal value; in a run they stand in order of their ids. */
export interface EqualRuns {
  readonly ids: readonly string[];
  /** Where each run begins; one more at the end. */
  readonly starts: ArrayLike<number>;
  /** A whole number from 0 for each run: the same for all of equal value, whatever their type. */
  readonly values: ArrayLike<number>;
  /** Where each candidate stands in the table: mostly in order of ids, which saves sorting. */
  readonly rows: ArrayLike<number>;
}

/** No weight, and no range, reaches it. */
const WEIGHTS = 2 ** 21;

/**
 * Weights of all candidates: whole, positive, falling along a run for the first `most` of it, as many as
 * there are seats.
 *
 * No two candidates of equal value have the same weight, as far as the range goes, so that of two slates
 * that differ in one person one is better. Who comes later moves aside; runs are served in order of their
 * first ids, since the order of rows must not matter.
 */
export function tieBreakWeights(runs: EqualRuns, range: number, most: number): Float64Array {
  const step = Math.max(1, Math.floor(range / Math.max(64, 2 * most)));
  const { ids, starts, values } = runs;
  const taken = new NumberTable();
  const weights = new Float64Array(ids.length);
  for (const run of byFirstId(runs)) {
    const own = values[run]! * WEIGHTS;
    let weight = 0;
    for (let at = starts[run]!; at < starts[run + 1]!; at += 1) {
      const id = ids[at]!;
      weight = at === starts[run] ? tieBreakWeight(id, range) : weight - 1 - (hash(id) % step);
      while (weight > 1 && taken.has(own + weight)) weight -= 1;
      weight = Math.max(1, weight);
      taken.numberOf(own + weight);
      weights[at] = weight;
    }
  }
  return weights;
}

/** The runs in order of their first ids. */
function byFirstId({ ids, starts, rows }: EqualRuns): readonly number[] {
  const count = starts.length - 1;
  const keys = new Float64Array(count);
  for (let run = 0; run < count; run += 1) keys[run] = rows[starts[run]!]! * count + run;
  const byRow = Array.from(keys.sort(), (key) => key - Math.floor(key / count) * count);
  // Nearly linear where they are in order by now.
  return byRow.sort((one, other) => (ids[starts[one]!]! < ids[starts[other]!]! ? -1 : 1));
}

/** The weight of something that stands alone. */
export function tieBreakWeight(name: string, range: number): number {
  return range + (hash(name) % range);
}

/** The range of the second tie-break. */
const SECOND_RANGE = 2 ** 20;
/**
 * How many equal people, by range, call for a second tie-break. Of 200 pools of 120 equal people under
 * three quotas and with a range of 1,024, where this is 1/9, two had several best slates.
 */
const RISK = 1 / 16;
/** From this range on the risk is one in a thousand at worst. */
const WIDE_ENOUGH = 2 ** 12;

/**
 * Whether a second tie-break is called for, where the weights of the first spread too narrowly: many
 * people of equal value beside one of a very fine one. Exchanging one for one is settled by the first,
 * exchanging two for two may not be. It costs another solve, and not an easy one (a knapsack with an
 * equation), so it is there only where it is likely to be needed. The best slate takes some and leaves
 * some of few values only, and of these exchanges are made: the two most frequent values count.
 *
 * @param points the values of the candidates, level by level, in the order of the columns.
 * @param count how many candidates there are.
 */
export function needsSecondTieBreak(
  points: readonly ArrayLike<number>[],
  count: number,
  range: number,
): boolean {
  if (range >= WIDE_ENOUGH || count <= range * RISK) return false;
  const groups = new Map<string, number>();
  for (let column = 0; column < count; column += 1) {
    const key = points.map((level) => level[column]).join(' ');
    groups.set(key, (groups.get(key) ?? 0) + 1);
  }
  const [first = 0, second = 0] = [...groups.values()].sort((one, other) => other - one);
  return first + second > range * RISK;
}

/** The weight of a candidate in the second tie-break. */
export function secondTieBreakWeight(id: string): number {
  return SECOND_RANGE + (hash(id) % SECOND_RANGE);
}

/** FNV-1a over UTF-16 code units, with the final mix of MurmurHash3, so that ids in sequence scatter. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  state ^= state >>> 16;
  state = Math.imul(state, 0x85ebca6b);
  state ^= state >>> 13;
  state = Math.imul(state, 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
