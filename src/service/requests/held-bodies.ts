import { Refusal } from '../answers/problem-document.ts';

/** How many bytes of bodies may be held at once, decompressed: by all together, and for one caller. */
interface HeldBytes {
  readonly ofAll: number;
  readonly ofCaller: number;
}

/** What is held of one body; let go once its question is answered. */
export interface Hold {
  /** @throws Refusal where this is more than may be held at once; what was held before stays held. */
  readonly add: (bytes: number) => void;
  /** Lets all of it go; once more does nothing. */
  readonly release: () => void;
}

/**
 * The bytes of all bodies that have arrived and are not answered yet. A body counts as it comes in, and
 * decompressed: twenty bodies of 58 kB may be twenty of 58 MB.
 */
export class HeldBodies {
  readonly #most: HeldBytes;
  readonly #ofCaller = new Map<string, number>();
  #ofAll = 0;

  constructor(most: HeldBytes) {
    this.#most = most;
  }

  /** All that is held, in bytes. */
  get bytes(): number {
    return this.#ofAll;
  }

  /** Begins to hold a body. */
  hold(caller: string): Hold {
    let held = 0;
    return {
      add: (bytes) => {
        const ofCaller = this.#ofCaller.get(caller) ?? 0;
        // A caller's share is looked at first: it tells who is to wait.
        if (ofCaller + bytes > this.#most.ofCaller)
          throw Refusal.of('too-many-requests', 'service.caller-bytes', { limit: this.#most.ofCaller });
        if (this.#ofAll + bytes > this.#most.ofAll) throw Refusal.of('busy', 'service.busy', undefined);
        held += bytes;
        this.#count(caller, bytes);
      },
      release: () => {
        this.#count(caller, -held);
        held = 0;
      },
    };
  }

  #count(caller: string, bytes: number): void {
    this.#ofAll += bytes;
    const ofCaller = (this.#ofCaller.get(caller) ?? 0) + bytes;
    if (ofCaller === 0) this.#ofCaller.delete(caller);
    else this.#ofCaller.set(caller, ofCaller);
  }
}
