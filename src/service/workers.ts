import type { Folders } from '../opening/shipped.ts';
import { WorkerPool } from './worker-pool.ts';
import type { ServiceLimits } from './limits.ts';

/** All threads of a service, by what they are for. */
export interface Workers {
  /** Lists, checks and validations: milliseconds each, never behind a long solve. */
  readonly read: WorkerPool;
  /** Questions that somebody waits for. */
  readonly solve: WorkerPool;
  /** Jobs. Their threads start with the first one and leave the others alone. */
  readonly jobs: WorkerPool;
}

/** Milliseconds for a day: jobs wait their turn, however long. */
const A_DAY = 86_400_000;

/** Sets up the threads. */
export function startWorkers(folders: Folders, limits: ServiceLimits): Workers {
  const { timeLimitMs, longestTimeLimitMs, queue, longestWaitMs: longestWait } = limits;
  const settings = { ...folders, timeLimitMs, longestTimeLimitMs };
  const { jobTimeLimitMs } = limits;
  return {
    read: new WorkerPool(
      { ...settings, warm: false },
      { least: 1, most: limits.readers, queue, longestWait },
    ),
    solve: new WorkerPool(
      { ...settings, warm: true },
      { least: limits.workers, most: limits.workers, queue, longestWait },
    ),
    jobs: new WorkerPool(
      { ...settings, timeLimitMs: jobTimeLimitMs, longestTimeLimitMs: jobTimeLimitMs, warm: false },
      { least: 0, most: limits.jobsAtOnce, queue: limits.jobs, longestWait: A_DAY },
    ),
  };
}

/** Ends all threads, with whatever they are at. */
export async function endWorkers({ read, solve, jobs }: Workers): Promise<void> {
  await Promise.all([read.close(), solve.close(), jobs.close()]);
}
