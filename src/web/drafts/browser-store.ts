import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type Draft, draftIn, type KeptDraft, keptForm } from './draft.ts';
import type { DraftStore } from './store.ts';

interface Kept extends DBSchema {
  drafts: { key: string; value: KeptDraft };
}

/** Drafts in the browser's own database, on this machine alone. */
export class BrowserDraftStore implements DraftStore {
  readonly #name: string;
  #database: Promise<IDBPDatabase<Kept>> | undefined;

  /** @param name of the database; only tests need another one. */
  constructor(name = 'slate') {
    this.#name = name;
  }

  async list(): Promise<readonly Draft[]> {
    const kept = await (await this.#opened()).getAll('drafts');
    return kept
      .map((each) => draftIn(each))
      .filter((draft) => draft !== undefined)
      .sort((a, b) => b.changed - a.changed);
  }

  async read(id: string): Promise<Draft | undefined> {
    return draftIn(await (await this.#opened()).get('drafts', id));
  }

  async write(draft: Draft): Promise<void> {
    await (await this.#opened()).put('drafts', keptForm(draft));
  }

  async remove(id: string): Promise<void> {
    await (await this.#opened()).delete('drafts', id);
  }

  #opened(): Promise<IDBPDatabase<Kept>> {
    this.#database ??= openDB<Kept>(this.#name, 1, {
      upgrade: (database) => void database.createObjectStore('drafts', { keyPath: 'id' }),
    });
    return this.#database;
  }
}
