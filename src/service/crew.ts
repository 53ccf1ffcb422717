import type { DeskFolders } from './desk.ts';
import { Desks } from './desks.ts';
import type { ServiceLimits } from './limits.ts';

/** All threads of a service, by what they are for. */
export interface Crew {
  /** Lists, checks and validations: milliseconds each, never behind a long solve. */
  readonly read: Desks;
  /** Questions that somebody waits for. */
  readonly solve: Desks;
  /** Jobs. Their threads start with the first one and leave the others alone. */
  readonly jobs: Desks;
}

/** Jobs that run at once; each may keep several solver threads busy. */
const JOBS_AT_ONCE = 2;

/** Milliseconds for a day: jobs wait their turn, however long. */
const A_DAY = 86_400_000;

/** Sets up the threads. */
export function crewOf(folders: DeskFolders, limits: ServiceLimits): Crew {
  const { timeLimitMs, longestTimeLimitMs, queue, longestWaitMs: longestWait } = limits;
  const settings = { ...folders, timeLimitMs, longestTimeLimitMs };
  const { jobTimeLimitMs } = limits;
  return {
    read: new Desks({ ...settings, warm: false }, { least: 1, most: 2, queue, longestWait }),
    solve: new Desks(
      { ...settings, warm: true },
      { least: limits.desks, most: limits.desks, queue, longestWait },
    ),
    jobs: new Desks(
      { ...settings, timeLimitMs: jobTimeLimitMs, longestTimeLimitMs: jobTimeLimitMs, warm: false },
      { least: 0, most: JOBS_AT_ONCE, queue: limits.jobs, longestWait: A_DAY },
    ),
  };
}

/** Ends all threads, with whatever they are at. */
export async function dismiss({ read, solve, jobs }: Crew): Promise<void> {
  await Promise.all([read.close(), solve.close(), jobs.close()]);
}
