import { setTimeout as wait } from 'node:timers/promises';
import type { KeptStore } from './kept-store.ts';

/** Milliseconds for which what was seen holds, and after which a database that says nothing counts as away. */
const HOLDS = 1_000;
const PATIENCE = 2_000;

/**
 * Whether the database of a store that is in use answers. However many ask, one small query is under way at a time,
 * and a second passes between two: who watches over a service asks often, and may be many.
 */
export class StoreReached {
  readonly #store: Pick<KeptStore, 'answers'>;
  #answer = Promise.resolve(true);
  #freshUntil = 0;
  /** Until it ends a query stays the only one, also where nobody waits for it any more. */
  #asking: Promise<boolean> | undefined;

  constructor(store: Pick<KeptStore, 'answers'>) {
    this.#store = store;
  }

  /** As it was seen within the last second; `true` where nothing has used the store yet. */
  now(): Promise<boolean> {
    if (performance.now() >= this.#freshUntil) {
      this.#freshUntil = Infinity;
      this.#answer = this.#look().finally(() => (this.#freshUntil = performance.now() + HOLDS));
    }
    return this.#answer;
  }

  async #look(): Promise<boolean> {
    this.#asking ??= this.#store.answers().finally(() => (this.#asking = undefined));
    const stop = new AbortController();
    const late = wait(PATIENCE, false, { signal: stop.signal, ref: false }).catch(() => false);
    try {
      return await Promise.race([this.#asking, late]);
    } finally {
      stop.abort();
    }
  }
}
