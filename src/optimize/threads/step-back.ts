import { setPriority } from 'node:os';

/** How far a thread steps back whose answer nobody waits for: it gets a tenth of what others get beside it. */
const BACKGROUND = 10;

/**
 * Lets other threads go first, and with this one the solver threads that it starts. On Linux 0 is the thread
 * that asks; elsewhere it is the whole process, which is not meant.
 */
export function stepBack(): void {
  if (process.platform === 'linux') setPriority(0, BACKGROUND);
}
