import type { StoredJob } from './job.ts';

/** How far a job is. */
export interface JobProgress {
  readonly done: number;
  readonly total: number;
  /** Steps a second since it began. */
  readonly rate: number;
  /** How long the rest takes at this rate; absent before the first step. */
  readonly secondsLeft?: number;
}

/** How far a job is that began so many seconds ago. */
export function progressAfter(seconds: number, done: number, total: number): JobProgress {
  const progress = { done, total, rate: hundredths(done / seconds) };
  return done === 0 ? progress : { ...progress, secondsLeft: hundredths(((total - done) / done) * seconds) };
}

/** How far a job in a store is. */
export function progressOf({ beganAt, endedAt = Date.now(), done, total }: StoredJob): JobProgress {
  if (beganAt === undefined || total === 0) return { done, total, rate: 0 };
  return progressAfter(Math.max(endedAt - beganAt, 1) / 1_000, done, total);
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
