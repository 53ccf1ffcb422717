import type { Folders } from '../../opening/shipped.ts';
import { WorkerPool } from './worker-pool.ts';
import type { ServiceLimits } from '../requests/limits.ts';

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
  const { timeLimitMs, longestTimeLimitMs, longestWaitMs: longestWait, ofCaller } = limits;
  const settings = { ...folders, timeLimitMs, longestTimeLimitMs, warm: false };
  const { queue: waiting, expectedWaitMs: expectedWait } = limits;
  const waits = { waiting, waitingOfCaller: ofCaller.queue, expectedWait };
  return {
    read: new WorkerPool(settings, {
      least: 1,
      most: limits.readers,
      turns: { ...waits, placesOfCaller: limits.readers },
      longestWait,
    }),
    solve: new WorkerPool(
      { ...settings, warm: true, stepsBack: 'solving' },
      {
        least: limits.workers,
        most: limits.workers,
        turns: { ...waits, placesOfCaller: ofCaller.solves },
        longestWait,
      },
    ),
    jobs: jobThreads(folders, limits),
  };
}

/** The threads of jobs. */
export function jobThreads(
  folders: Folders,
  { jobTimeLimitMs, jobs, jobsAtOnce }: ServiceLimits,
): WorkerPool {
  // Where others work on jobs, no thread ever starts.
  const most = Math.max(1, jobsAtOnce);
  return new WorkerPool(
    {
      ...folders,
      timeLimitMs: jobTimeLimitMs,
      longestTimeLimitMs: jobTimeLimitMs,
      warm: false,
      stepsBack: 'background',
    },
    {
      least: 0,
      most,
      turns: { waiting: jobs, waitingOfCaller: jobs, placesOfCaller: most },
      longestWait: A_DAY,
    },
  );
}

/** Ends all threads, with whatever they are at. */
export async function endWorkers({ read, solve, jobs }: Workers): Promise<void> {
  await Promise.all([read.close(), solve.close(), jobs.close()]);
}
