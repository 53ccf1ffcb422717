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
export class EasyBreath implements Breath {
  #last = performance.now();

  async breathe(): Promise<void> {
    if (performance.now() - this.#last < BREATH) return;
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
    this.#last = performance.now();
  }
}

/**
 * A breath for one piece of work, taken only once the work has lasted a while: what is quick is done even
 * where the time of the whole is up, and its answer can still be told.
 */
export function paced(breath: Breath): Breath {
  let last = performance.now();
  return {
    async breathe() {
      if (performance.now() - last < BREATH) return;
      await breath.breathe();
      last = performance.now();
    },
  };
}

/** For work that nobody limits. */
export const NO_LIMIT: Breath = new EasyBreath();
