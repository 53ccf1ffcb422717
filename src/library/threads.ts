import { closeBatchThreads } from '../batch/batch-threads.ts';
import { closeSolverThreads } from '../optimize/threads/solver-threads.ts';
import { closeCellThreads } from '../scenarios/cell-threads.ts';

/**
 * Ends the threads that solve; a question that they are at rejects with a `ThreadsClosedError`, the next one
 * starts new ones. Nobody has to: a process that has nothing
 * else to do ends all the same. Stable.
 */
export async function closeThreads(): Promise<void> {
  await Promise.all([closeSolverThreads(), closeCellThreads(), closeBatchThreads()]);
}
