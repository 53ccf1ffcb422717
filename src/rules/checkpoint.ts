/**
 * A place between two steps of a long loop at which the thread turns to messages, timers and Ctrl-C, and at which
 * whoever limits the work may end it.
 */
export interface Checkpoint {
  /**
   * Cheap to call: it looks at the clock, and lets the event loop turn only when that is due.
   *
   * @throws what whoever limits the work throws: its time is up, or nobody wants it any more.
   */
  yieldOrThrow(): Promise<void>;
}

/** Milliseconds of work after which the event loop is let in. */
export const TURN = 20;

/** Lets the event loop in and sets no limit. */
class FreeCheckpoint implements Checkpoint {
  #last = performance.now();

  async yieldOrThrow(): Promise<void> {
    if (performance.now() - this.#last < TURN) return;
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
    this.#last = performance.now();
  }
}

/** Rows that a loop does between two looks at the clock: a few milliseconds of work. */
const STRETCH = 50_000;

/** Works through rows stretch by stretch, with a checkpoint between two: a short loop has none. */
export async function inStretches(
  rows: number,
  checkpoint: Checkpoint,
  work: (from: number, to: number) => void,
): Promise<void> {
  for (let from = 0; from < rows; from += STRETCH) {
    if (from > 0) await checkpoint.yieldOrThrow();
    work(from, Math.min(from + STRETCH, rows));
  }
}

/** Milliseconds that one piece of work may take whatever limit there is. */
const GRACE = 1000;

/**
 * A checkpoint for one piece of work whose limit counts only once the work has lasted a while: what is quick is
 * done even where the time of the whole is up, so that its answer can still be told.
 */
export function withGrace(checkpoint: Checkpoint): Checkpoint {
  const began = performance.now();
  const easy = new FreeCheckpoint();
  return {
    yieldOrThrow: () => (performance.now() - began < GRACE ? easy : checkpoint).yieldOrThrow(),
  };
}

/**
 * From when the time of a whole counts whose first piece began then and is done: from its end where it was
 * quick, so that a small limit is not used up before the work begins.
 */
export function countedFrom(began: number): number {
  const now = performance.now();
  return now - began < GRACE ? now : began;
}

/** For work that nobody limits. */
export const NO_LIMIT: Checkpoint = new FreeCheckpoint();

/** Work in steps, each short, at the end of which something is known. */
export type Steps<Result> = Generator<void, Result, void>;

/** Takes all steps at once. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Takes step by step, with a checkpoint before each. @throws what `checkpoint` throws. */
export async function stepByStep<Result>(steps: Steps<Result>, checkpoint: Checkpoint): Promise<Result> {
  let step = steps.next();
  while (step.done !== true) {
    await checkpoint.yieldOrThrow();
    step = steps.next();
  }
  return step.value;
}
