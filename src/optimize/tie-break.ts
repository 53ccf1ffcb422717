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

/** Weights of a run of equal candidates, from their ids in ascending order: whole, positive, falling. */
export function tieBreakWeights(ids: readonly string[], range: number): readonly number[] {
  const first = ids[0];
  if (first === undefined) return [];
  const step = range / 64;
  let weight = range + (hash(first) % range);
  return ids.map((id, index) => {
    if (index > 0) weight = Math.max(1, weight - 1 - (hash(id) % step));
    return weight;
  });
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
