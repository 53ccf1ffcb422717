import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { STORE_FILE, type StorePlace } from '../../store/store-place.ts';
import { openStore, type Store } from '../../store/store.ts';
import { Refusal } from '../answers/problem-document.ts';

/** The store of a service: opened by the first who needs it, and again where that failed. */
export class KeptStore {
  readonly #place: StorePlace | undefined;
  #opening: Promise<Store> | undefined;

  /** @param place absent: this service keeps nothing */
  constructor(place: StorePlace | undefined) {
    this.#place = place;
  }

  /** Whether this service keeps anything. */
  get isThere(): boolean {
    return this.#place !== undefined;
  }

  /** Whether there is a store already, or a database that may be one. */
  get isFounded(): boolean {
    const place = this.#place;
    if (place === undefined) return false;
    return 'url' in place || existsSync('file' in place ? place.file : join(place.folder, STORE_FILE));
  }

  /** @throws Refusal where this service keeps nothing; InputError where the store cannot be opened */
  async open(): Promise<Store> {
    if (this.#place === undefined) throw Refusal.of('not-found', 'store.none', undefined);
    this.#opening ??= openStore(this.#place);
    try {
      return await this.#opening;
    } catch (error) {
      this.#opening = undefined;
      throw error;
    }
  }

  async close(): Promise<void> {
    const opened = await this.#opening?.catch(() => undefined);
    await opened?.close();
  }
}
