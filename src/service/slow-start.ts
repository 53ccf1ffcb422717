/** Milliseconds after which a start that is not over is told to take long, and again and again. */
export const SLOW = 10_000;

/**
 * Waits for something, however long it takes, and says all the while that it is being waited for.
 *
 * @param every milliseconds between two words. @param tell told how many seconds it has been.
 */
export async function toldWhileWaiting<Result>(
  work: Promise<Result>,
  every: number,
  tell: (seconds: number) => void,
): Promise<Result> {
  const began = performance.now();
  const timer = setInterval(() => tell(Math.round((performance.now() - began) / 1_000)), every);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
