/**
 * What a long loop calls between two steps, so that the thread it runs in stays alive to messages, timers
 * and Ctrl-C. Whoever limits the work throws out of it: its time is up, or nobody wants it any more.
 */
export interface Breath {
  /** Cheap to call: it looks at the clock, and lets the event loop turn only when that is due. */
  breathe(): Promise<void>;
}

/** Milliseconds of work after which the event loop is let in. */
export const BREATH = 20;

/** Lets the event loop in and sets no limit. */
class EasyBreath implements Breath {
  #last = performance.now();

  async breathe(): Promise<void> {
    if (performance.now() - this.#last < BREATH) return;
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
    this.#last = performance.now();
  }
}

/** Rows that a loop does between two looks at the clock: a few milliseconds of work. */
const STRETCH = 50_000;

/** Works through rows stretch by stretch, with a breath between two: a short loop takes none. */
export async function inStretches(
  rows: number,
  breath: Breath,
  work: (from: number, to: number) => void,
): Promise<void> {
  for (let from = 0; from < rows; from += STRETCH) {
    if (from > 0) await breath.breathe();
    work(from, Math.min(from + STRETCH, rows));
  }
}

/** Milliseconds that one piece of work may take whatever limit there is. */
const GRACE = 1000;

/**
 * A breath for one piece of work whose limit counts only once the work has lasted a while: what is quick is
 * done even where the time of the whole is up, so that its answer can still be told.
 */
export function paced(breath: Breath): Breath {
  const began = performance.now();
  const easy = new EasyBreath();
  return {
    breathe: () => (performance.now() - began < GRACE ? easy : breath).breathe(),
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
export const NO_LIMIT: Breath = new EasyBreath();

/** Work in steps, each short, at the end of which something is known. */
export type Steps<Result> = Generator<void, Result, void>;

/** Takes all steps at once. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Takes step by step, with a breath before each. @throws what `breath` throws. */
export async function stepByStep<Result>(steps: Steps<Result>, breath: Breath): Promise<Result> {
  let step = steps.next();
  while (step.done !== true) {
    await breath.breathe();
    step = steps.next();
  }
  return step.value;
}
