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
 * level (`highs/fold.ts`). Where values are fine, ties are few and a narrow range isolates; where they
 * are coarse, ties abound and there is room for a wide one.
 */
export function tieRange(coarseness: number): number {
  const room = 2 ** Math.floor(26 - Math.log2(Math.max(coarseness, 1)));
  return Math.min(LARGEST_RANGE, Math.max(SMALLEST_RANGE, room));
}

/**
 * Weights of a run of equal candidates, from their ids in ascending order: whole, positive, falling for
 * the first `most` of them, as many as there are seats.
 */
export function tieBreakWeights(ids: readonly string[], range: number, most: number): readonly number[] {
  const first = ids[0];
  if (first === undefined) return [];
  const step = Math.max(1, Math.floor(range / Math.max(64, most)));
  let weight = range + (hash(first) % range);
  return ids.map((id, index) => {
    if (index > 0) weight = Math.max(1, weight - 1 - (hash(id) % step));
    return weight;
  });
}

/** The range of the second tie-break. */
const SECOND_RANGE = 2 ** 20;
/** The chance of two best slates above which a second tie-break follows. */
const RISK = 1 / 64;

/**
 * A second tie-break for where the weights of the first spread too narrowly: many people of equal value
 * beside one of a very fine one. It costs another solve, and not an easy one, so it is there only where
 * it is likely to be needed. Of the people of one value the best slate takes some and leaves some, or
 * all, or none; where it takes some, the last taken and the first left have equal weights in about one
 * case of range / people. Few values are cut in two like this, so the two most frequent ones count.
 *
 * @param points the values of the candidates, level by level, in the order of the columns.
 * @returns one weight per candidate, or `undefined` where the first suffices.
 */
export function secondTieBreak(
  points: readonly ArrayLike<number>[],
  ids: readonly string[],
  range: number,
): readonly number[] | undefined {
  if (ids.length <= range * RISK) return undefined;
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
