import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type KeptPool, keptPoolIn } from './kept-pool.ts';
import { inAlphabet } from '../people/name-order.ts';

interface PoolDatabase extends DBSchema {
  pools: { key: string; value: KeptPool };
}

/** Tables of candidates in the browser's own database, on this machine alone. */
export class BrowserPoolStore {
  #database: Promise<IDBPDatabase<PoolDatabase>> | undefined;

  /** All tables, also those thrown away, by title. What cannot be read is left out. */
  async list(): Promise<readonly KeptPool[]> {
    const kept = await (await this.#opened()).getAll('pools');
    return kept
      .map((each) => keptPoolIn(each))
      .filter((pool) => pool !== undefined)
      .sort((a, b) => inAlphabet(a.title, b.title));
  }

  /** Keeps a table in place of the one with its id. */
  async write(pool: KeptPool): Promise<void> {
    await (await this.#opened()).put('pools', pool);
  }

  /** Forgets a table for good. */
  async remove(id: string): Promise<void> {
    await (await this.#opened()).delete('pools', id);
  }

  #opened(): Promise<IDBPDatabase<PoolDatabase>> {
    this.#database ??= openDB<PoolDatabase>('slate-pools', 1, {
      upgrade: (database) => void database.createObjectStore('pools', { keyPath: 'id' }),
    });
    return this.#database;
  }
}
