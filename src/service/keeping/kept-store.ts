import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { STORE_FILE, type StorePlace } from '../../store/store-place.ts';
import { openStore, type Store } from '../../store/store.ts';
import { Refusal } from '../answers/problem-document.ts';
import { OpenedOnce } from '../opened-once.ts';

/** The store of a service: opened by the first who needs it, and again where that failed. */
export class KeptStore {
  readonly #place: StorePlace | undefined;
  readonly #store: OpenedOnce<Store>;

  /** @param place absent: this service keeps nothing */
  constructor(place: StorePlace | undefined) {
    this.#place = place;
    this.#store = new OpenedOnce(() => openPlace(place));
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
    return this.#store.open();
  }

  /**
   * Opens it where there is one: none is made by looking.
   *
   * @throws InputError where it cannot be opened
   */
  async look(): Promise<void> {
    if (this.isFounded) await this.open();
  }

  /** Whether what is open still answers; what nobody has opened yet is not asked. Never throws. */
  async answers(): Promise<boolean> {
    try {
      const opened = await this.#store.opened();
      if (opened === undefined) return true;
      await opened.db.selectFrom('audit').select('seq').limit(1).execute();
      // SQLite goes on in a file that somebody has taken away, and all that it writes is lost.
      return this.isFounded;
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    const opened = await this.#store.opened().catch(() => undefined);
    await opened?.close();
  }
}

async function openPlace(place: StorePlace | undefined): Promise<Store> {
  if (place === undefined) throw Refusal.of('not-found', 'store.none', undefined);
  return openStore(place);
}
