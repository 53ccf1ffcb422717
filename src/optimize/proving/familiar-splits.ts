import type { Tree, Trees } from './proof-tree.ts';

/** How many splits are remembered: those that the last proofs branched on. */
const REMEMBERED = 8;

/**
 * What proofs about the same candidates branched on, for a series of which nobody sees the proofs: cases that
 * differ little are proven by the same few splits, and a search that tries only those solves less than half of
 * the relaxations. Which splits are familiar depends on what was proven before, so that a proof that is shown
 * is to be found without.
 */
export class FamiliarSplits {
  readonly #keys = new Set<string>();

  /** The keys of splits, the ones of the latest proof last. */
  get keys(): ReadonlySet<string> {
    return this.#keys;
  }

  /** Remembers what a proof branched on. */
  learn(trees: Trees): void {
    const each = trees.claim === 'infeasible' ? [trees.tree] : trees.levels.map(({ tree }) => tree);
    for (const key of each.flatMap((tree) => [...splitsOf(tree)])) {
      this.#keys.delete(key);
      this.#keys.add(key);
    }
    for (const key of [...this.#keys].slice(0, -REMEMBERED)) this.#keys.delete(key);
  }
}

function* splitsOf(tree: Tree): Generator<string> {
  if (tree.kind !== 'split') return;
  yield tree.split.key;
  yield* splitsOf(tree.low);
  yield* splitsOf(tree.high);
}
