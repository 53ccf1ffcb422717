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
 * level (`fold.ts`). Where values are fine, ties are few and a narrow range isolates; where they
 * are coarse, ties abound and there is room for a wide one.
 */
export function tieRange(coarseness: number): number {
  const room = 2 ** Math.floor(26 - Math.log2(Math.max(coarseness, 1)));
  return Math.min(LARGEST_RANGE, Math.max(SMALLEST_RANGE, room));
}

/** Candidates of one type and equal value, in order of their ids. */
export interface EqualRun {
  readonly ids: readonly string[];
  /** The same for all candidates of equal value, whatever their type. */
  readonly value: string;
}

/**
 * Weights of all runs, in their order: whole, positive, falling along a run for the first `most` of it, as
 * many as there are seats.
 *
 * No two candidates of equal value have the same weight, as far as the range goes, so that of two slates
 * that differ in one person one is better. Who comes later moves aside; runs are served in order of their
 * first ids, since the order of rows must not matter.
 */
export function tieBreakWeights(
  runs: readonly EqualRun[],
  range: number,
  most: number,
): readonly (readonly number[])[] {
  const step = Math.max(1, Math.floor(range / Math.max(64, 2 * most)));
  const taken = new Map<string, Set<number>>();
  const weights = new Map<EqualRun, readonly number[]>();
  const order = runs.toSorted((one, other) => (one.ids[0]! < other.ids[0]! ? -1 : 1));
  for (const run of order) {
    let mine = taken.get(run.value);
    if (mine === undefined) taken.set(run.value, (mine = new Set()));
    weights.set(run, fallingWeights(run.ids, { range, step, taken: mine }));
  }
  return runs.map((run) => weights.get(run)!);
}

/** The weight of something that stands alone. */
export function tieBreakWeight(name: string, range: number): number {
  return range + (hash(name) % range);
}

interface Falling {
  readonly range: number;
  readonly step: number;
  readonly taken: Set<number>;
}

function fallingWeights(ids: readonly string[], { range, step, taken }: Falling): readonly number[] {
  let weight = 0;
  return ids.map((id, index) => {
    weight = index === 0 ? tieBreakWeight(id, range) : weight - 1 - (hash(id) % step);
    while (weight > 1 && taken.has(weight)) weight -= 1;
    weight = Math.max(1, weight);
    taken.add(weight);
    return weight;
  });
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
 * A second tie-break for where the weights of the first spread too narrowly: many people of equal value
 * beside one of a very fine one. Exchanging one for one is settled by the first, exchanging two for two may
 * not be. It costs another solve, and not an easy one (a knapsack with an equation), so it is there only
 * where it is likely to be needed. The best slate takes some and leaves some of few values only, and of
 * these exchanges are made: the two most frequent values count.
 *
 * @param points the values of the candidates, level by level, in the order of the columns.
 * @returns one weight per candidate, or `undefined` where the first suffices.
 */
export function secondTieBreak(
  points: readonly ArrayLike<number>[],
  ids: readonly string[],
  range: number,
): readonly number[] | undefined {
  if (range >= WIDE_ENOUGH || ids.length <= range * RISK) return undefined;
  const groups = new Map<string, number>();
  ids.forEach((_, column) => {
    const key = points.map((level) => level[column]).join(' ');
    groups.set(key, (groups.get(key) ?? 0) + 1);
  });
  const [first = 0, second = 0] = [...groups.values()].sort((one, other) => other - one);
  if (first + second <= range * RISK) return undefined;
  return ids.map((id) => SECOND_RANGE + (hash(id) % SECOND_RANGE));
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
