import { useCallback, useEffect, useState } from 'react';
import { BROWSER_DRAFTS } from '../drafts/choose-store.ts';
import type { DraftStore, ListedDraft } from '../drafts/store.ts';
import { useSession } from '../session/session.tsx';

/** The drafts of a store, and what can be done with them. */
export interface Drafts {
  readonly drafts: readonly ListedDraft[];
  readonly open: (listed: ListedDraft) => Promise<void>;
  /** Throws a draft away, or takes it out again; absent where others may be at work on it. */
  readonly toggle?: (listed: ListedDraft) => Promise<void>;
}

/** All drafts of the store but the open one, read anew whenever that is kept or another one is changed here. */
export function useDrafts(): Drafts {
  const { store, draft, kept } = useSession();
  return useDraftsOf(store, `${draft.id} ${kept}`);
}

/** The drafts that this browser has kept itself, where the service has a store now. */
export function useBrowserDrafts(): Drafts {
  return useDraftsOf(BROWSER_DRAFTS, '');
}

function useDraftsOf(store: DraftStore, when: string): Drafts {
  const { draft: opened, open: openDraft } = useSession();
  const [drafts, setDrafts] = useState<readonly ListedDraft[]>([]);
  const read = useCallback(async () => {
    const all = await store.list();
    setDrafts(all.filter(({ id }) => id !== opened.id));
  }, [store, opened.id]);
  const toggle = useCallback(
    async ({ id }: ListedDraft) => {
      const found = await store.read(id);
      if (found === undefined) return;
      const { removed, ...draft } = found.draft;
      await store.write(removed === undefined ? { ...draft, removed: Date.now() } : draft, found.version);
      await read();
    },
    [store, read],
  );
  const open = useCallback(
    async ({ id }: ListedDraft) => {
      const found = await store.read(id);
      // What comes from elsewhere is new to the store that the session keeps drafts in.
      if (found !== undefined) openDraft(store.isShared ? found : found.draft);
    },
    [store, openDraft],
  );
  useEffect(() => {
    read().catch(() => setDrafts([]));
  }, [read, when]);
  return store.isShared ? { drafts, open } : { drafts, open, toggle };
}
