import { type Task, TimeLimitError } from '../../slate/task.ts';
import type { CaseToExplain } from '../case-to-explain.ts';
import type { Relaxation, RelaxationShape } from './relaxation-model.ts';
import { RelaxationTree } from './relaxation-tree.ts';

/** What was found of the relaxations of a question. */
export interface Relaxations {
  /** The cheapest first. A single one that costs nothing: the question has a slate as it is. */
  readonly found: readonly Relaxation[];
  /** Whether there is no further one. */
  readonly complete: boolean;
  /** Whether there is surely a further one. */
  readonly more: boolean;
  /** Whether time ran out before that. */
  readonly stopped: boolean;
}

/**
 * The cheapest relaxations that really differ: none uses every way that an earlier one uses, and none makes
 * a change that it can do without. Each is the cheapest of all that are left; of equals those that change
 * fewer rules come first, then those that break fewer, then those that drop fewer decisions.
 *
 * They are found by a search tree in the manner of Reiter ("A theory of diagnosis from first
 * principles", Artificial Intelligence 32, 1987). A node forbids some ways; its cheapest relaxation is
 * one solve under changed column bounds, after the linear relaxation has said what it costs at least: so a
 * part that is dearer waits until what is cheaper is told. A relaxation that does not use all ways of F lacks one of them:
 * so after F the node branches, once per way of F, into nodes that forbid it. Every relaxation that is
 * left is allowed in some open node, and a node costs no less than its parent, so the cheapest open node
 * gives the cheapest relaxation that is left. One with a needless change is not told; its node is parted
 * instead, so that all others stay in some part (`relaxation-node.ts`).
 *
 * @param limit how many are wanted; one more is looked for, to say whether there are more.
 * @param many from how many appointments on it is left open who goes where; for tests.
 */
export async function findRelaxations(
  question: CaseToExplain,
  shape: RelaxationShape,
  limit: number,
  task: Task,
  many?: number,
): Promise<Relaxations> {
  const apart = new Set<number>();
  for (;;) {
    const tree = await RelaxationTree.plant({ question, shape, apart, many, task });
    let stopped = false;
    try {
      const isWanted = (): boolean => limit > 0 && tree.found.length <= limit;
      while (isWanted() && (await tree.advance())) {
        task.progress(Math.min(tree.found.length, limit), limit);
      }
    } catch (error) {
      if (!(error instanceof TimeLimitError)) throw error;
      tree.settle();
      stopped = true;
    } finally {
      tree.close();
    }
    if (tree.unplaced.length === 0) {
      const more = tree.found.length > limit;
      return {
        found: tree.found.slice(0, limit),
        complete: tree.exhausted && !more,
        more,
        stopped,
      };
    }
    for (const row of tree.unplaced) apart.add(row);
  }
}
