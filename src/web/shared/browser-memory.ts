/**
 * Texts that a browser or a tab remembers by their keys. Where it remembers nothing (storage is full, or blocked with
 * cookies, so that even to look at it throws) this page does, until it is left.
 */
export class BrowserMemory {
  readonly #storage: () => Storage;
  /** What could not be written; `undefined`: forgotten here, although it may still be written there. */
  readonly #here = new Map<string, string | undefined>();

  /** @param storage looked up each time, since that may throw */
  constructor(storage: () => Storage) {
    this.#storage = storage;
  }

  /** What is remembered under a key, if anything is. */
  get(key: string): string | undefined {
    if (this.#here.has(key)) return this.#here.get(key);
    try {
      return this.#storage().getItem(key) ?? undefined;
    } catch {
      return undefined;
    }
  }

  /** Remembers a text; `undefined` forgets what there is. */
  set(key: string, text: string | undefined): void {
    try {
      if (text === undefined) this.#storage().removeItem(key);
      else this.#storage().setItem(key, text);
      this.#here.delete(key);
    } catch {
      this.#here.set(key, text);
    }
  }
}

/** What this browser remembers from visit to visit. */
export const BROWSER_MEMORY = new BrowserMemory(() => localStorage);
/** What this tab remembers until it is closed. */
export const TAB_MEMORY = new BrowserMemory(() => sessionStorage);
