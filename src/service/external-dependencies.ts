import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { InputError, type Problem } from '../words/problem.ts';
import { logFailure } from './requests/refusals.ts';

/** Milliseconds between two looks for what was not there. */
const AGAIN = 5_000;

/** Looks whether something is there that a service needs. @throws InputError which says what is missing, and why */
export type Look = () => Promise<void>;

/** What was not there when it was looked for. */
interface Missing {
  readonly look: Look;
  readonly problems: readonly Problem[];
}

/**
 * What a service needs that is elsewhere: its database, an issuer at which people sign in. It starts without them,
 * and looks again and again until each of them was there once; from then on whoever uses one finds out for
 * themselves when it is away.
 */
export class ExternalDependencies {
  readonly #logger: Logger;
  readonly #closing = new AbortController();
  #missing: readonly Missing[];
  #looking = Promise.resolve();

  constructor(looks: readonly Look[], logger: Logger) {
    this.#missing = looks.map((look) => ({ look, problems: [] }));
    this.#logger = logger;
  }

  /** What is missing for now, as it was seen last; nothing: all of it is there, or was. */
  get problems(): readonly Problem[] {
    return this.#missing.flatMap(({ problems }) => problems);
  }

  /** Looks once, and goes on by itself where something is missing. @throws what is no matter of being away */
  async begin(): Promise<void> {
    await this.#look();
    this.#looking = this.#lookOn();
  }

  /** Waits until all of it was there. @returns false where nobody looks any more, for the service was closed */
  async areFound(): Promise<boolean> {
    await this.#looking;
    return this.#missing.length === 0;
  }

  /** Looks no more; a look that is being taken holds nobody up. */
  close(): void {
    this.#closing.abort();
  }

  async #lookOn(): Promise<void> {
    const { signal } = this.#closing;
    while (this.#missing.length > 0) {
      await wait(AGAIN, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      // What is no matter of being away is somebody's to mend; it is looked for all the same.
      await this.#look().catch((error: unknown) => {
        if (!signal.aborted) logFailure(this.#logger, error, crypto.randomUUID());
      });
    }
  }

  async #look(): Promise<void> {
    const seen = await Promise.all(this.#missing.map(({ look }) => stillMissing(look)));
    this.#missing = seen.filter((each) => each !== undefined);
  }
}

async function stillMissing(look: Look): Promise<Missing | undefined> {
  try {
    await look();
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return { look, problems: error.problems };
    throw error;
  }
}
