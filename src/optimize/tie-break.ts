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
const RANGE = 2 ** 19;
const STEP = 2 ** 13;

/** Weights of a run of equal candidates, from their ids in ascending order: whole, positive, falling. */
export function tieBreakWeights(ids: readonly string[]): readonly number[] {
  const first = ids[0];
  if (first === undefined) return [];
  let weight = RANGE + (hash(first) % RANGE);
  return ids.map((id, index) => {
    if (index > 0) weight = Math.max(1, weight - 1 - (hash(id) % STEP));
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
