import { useCallback, useEffect, useRef, useState } from 'react';
import type { Draft } from '../drafts/draft.ts';
import type { DraftStore } from '../drafts/store.ts';

/** Milliseconds of quiet before a change is kept; leaving the page keeps it at once. */
const QUIET = 250;

/**
 * Keeps a draft in the store whenever it changes, and when the page is left.
 *
 * @returns whether it is kept as it is now, whether the last try failed, and a way to keep it at once.
 */
export function useKeeping(
  store: DraftStore,
  draft: Draft,
): { readonly kept: boolean; readonly unkept: boolean; readonly keepNow: () => Promise<void> } {
  const [unkept, setUnkept] = useState(false);
  const [last, setLast] = useState<Draft>();
  const latest = useRef(draft);
  const kept = useRef<Draft | undefined>(undefined);
  useEffect(() => {
    latest.current = draft;
  }, [draft]);
  const keepNow = useCallback(async () => {
    const now = latest.current;
    if (kept.current === now) return;
    try {
      await store.write({ ...now, changed: Date.now() });
      kept.current = now;
      setLast(now);
      setUnkept(false);
    } catch {
      setUnkept(true);
    }
  }, [store]);
  useEffect(() => {
    const timer = setTimeout(() => void keepNow(), QUIET);
    return () => clearTimeout(timer);
  }, [draft, keepNow]);
  useEffect(() => {
    const leaving = (): void => void keepNow();
    addEventListener('pagehide', leaving);
    document.addEventListener('visibilitychange', leaving);
    return () => {
      removeEventListener('pagehide', leaving);
      document.removeEventListener('visibilitychange', leaving);
    };
  }, [keepNow]);
  return { kept: last === draft, unkept, keepNow };
}
