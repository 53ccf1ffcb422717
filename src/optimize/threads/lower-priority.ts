import { setPriority } from 'node:os';

/**
 * Behind whom a thread steps back: `solving`, for which somebody waits, behind what takes milliseconds;
 * `background`, for which nobody waits, behind all others.
 */
export type StepBack = 'solving' | 'background';

/**
 * By so much more is a thread nice: solving gets half of what others get beside it, the background a tenth. Under
 * load twice as many checks are answered in time so, and nobody beside it waits for a single solve.
 */
const NICENESS: Readonly<Record<StepBack, number>> = { solving: 3, background: 10 };

/**
 * Lets other threads go first, and with this one the solver threads that it starts. On Linux 0 is the thread
 * that asks; elsewhere it is the whole process, which is not meant.
 */
export function stepBack(behind: StepBack): void {
  if (process.platform === 'linux') setPriority(0, NICENESS[behind]);
}
