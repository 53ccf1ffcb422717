import { useCallback, useEffect, useState } from 'react';
import type { Draft } from '../drafts/draft.ts';
import { useSession } from '../session/session.tsx';

/** All drafts of the store, read anew whenever the open one is kept or another one is changed here. */
export function useDrafts(): {
  readonly drafts: readonly Draft[];
  readonly change: (draft: Draft) => Promise<void>;
} {
  const { store, draft: opened } = useSession();
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const read = useCallback(async () => {
    const all = await store.list();
    setDrafts(all.filter(({ id }) => id !== opened.id));
  }, [store, opened.id]);
  const change = useCallback(
    async (draft: Draft) => {
      await store.write(draft);
      await read();
    },
    [store, read],
  );
  useEffect(() => {
    read().catch(() => setDrafts([]));
  }, [read]);
  return { drafts, change };
}
