import type { PlainModel } from '../../proofs/plain-model.ts';
import type { Trees } from '../proving/proof-tree.ts';
import type { ProvingTask } from './solver-thread.ts';
import { provingThreads } from './thread-pools.ts';

/** What the search gets beyond its limit to stop by itself, in milliseconds. */
const KILL = 250;

export type FoundBest = NonNullable<ProvingTask['best']>;

/**
 * Looks for a proof in a thread that has HiGHS loaded, the one that solves; the thread is killed where it
 * does not stop in time.
 *
 * @throws the reason of `signal` if it aborts.
 */
export async function findProof(
  model: PlainModel,
  best: FoundBest | undefined,
  { timeLimit, signal }: { readonly timeLimit: number; readonly signal?: AbortSignal },
): Promise<Trees | undefined> {
  signal?.throwIfAborted();
  const killer = new AbortController();
  const kill = (): void => killer.abort();
  signal?.addEventListener('abort', kill, { once: true });
  const timer = setTimeout(kill, timeLimit + KILL);
  try {
    // Ids are for people, and a large pool has many.
    const task: ProvingTask = { model: { ...model, ids: [] }, timeLimit, ...(best && { best }) };
    const { trees } = await provingThreads().run(task, { name: 'prove', signal: killer.signal });
    return trees;
  } catch (error) {
    signal?.throwIfAborted();
    if (killer.signal.aborted) return undefined;
    throw error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', kill);
  }
}
