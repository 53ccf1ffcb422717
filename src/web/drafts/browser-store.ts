import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type Draft, draftIn, keptForm } from './draft.ts';
import type { KeptDraft } from './kept-draft.ts';
import type { DraftStore, ListedDraft, VersionedDraft, WrittenDraft } from './store.ts';

interface DraftDatabase extends DBSchema {
  drafts: { key: string; value: KeptDraft };
}

/** Drafts in the browser's own database, on this machine alone. */
export class BrowserDraftStore implements DraftStore {
  readonly isShared = false;
  readonly #name: string;
  #database: Promise<IDBPDatabase<DraftDatabase>> | undefined;

  /** @param name of the database; only tests need another one. */
  constructor(name = 'slate') {
    this.#name = name;
  }

  async list(): Promise<readonly ListedDraft[]> {
    const kept = await (await this.#opened()).getAll('drafts');
    return kept
      .map((each) => draftIn(each))
      .filter((draft) => draft !== undefined)
      .map(listedDraft)
      .sort((a, b) => b.changed - a.changed);
  }

  async read(id: string): Promise<VersionedDraft | undefined> {
    const draft = draftIn(await (await this.#opened()).get('drafts', id));
    return draft && { draft, version: 0, state: 'draft' };
  }

  async write(draft: Draft): Promise<WrittenDraft> {
    await (await this.#opened()).put('drafts', keptForm(draft));
    return { kind: 'written', version: 0 };
  }

  follow(): () => void {
    return () => undefined;
  }

  #opened(): Promise<IDBPDatabase<DraftDatabase>> {
    this.#database ??= openDB<DraftDatabase>(this.#name, 1, {
      upgrade: (database) => void database.createObjectStore('drafts', { keyPath: 'id' }),
    });
    return this.#database;
  }
}

/** A draft as a list shows it. */
export function listedDraft({ id, title, changed, removed, history }: Draft): ListedDraft {
  return {
    id,
    title,
    changed,
    ...(removed !== undefined && { removed }),
    size: { members: history.work.members.length, steps: history.past.length },
  };
}
