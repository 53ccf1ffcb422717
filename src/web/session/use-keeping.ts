import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Refused } from '../api/service.ts';
import type { Draft } from '../drafts/draft.ts';
import type { DraftState, DraftStore, VersionedDraft } from '../drafts/store.ts';
import { DraftKeeper, type Take } from './draft-keeper.ts';
import type { OpenedDraft } from './opened-draft.ts';

/** Milliseconds of quiet before a change is kept; leaving the page keeps it at once. */
const QUIET = 250;
/** Milliseconds until what could not be kept is tried again. */
const RETRY = 3_000;

/** What is known of the keeping of the open draft. */
export interface Keeping {
  /** Whether it is kept as it is now. */
  readonly kept: boolean;
  /** Whether the last try failed. */
  readonly unkept: boolean;
  /** Why the service refused it, in words. */
  readonly refused: string | undefined;
  readonly keepNow: () => Promise<void>;
}

/** What is done with what the store tells. */
export interface Told {
  readonly take: Take;
  readonly close: (state: DraftState) => void;
}

/**
 * Keeps a draft in the store whenever it changes, and when the page is left, and takes what others write;
 * not where it is only read.
 *
 * @param first the draft as it was opened; another object for each that is
 */
export function useKeeping(
  store: DraftStore,
  first: Pick<VersionedDraft, 'draft' | 'version'>,
  opened: OpenedDraft,
  { take, close }: Told,
  isReading: boolean,
): Keeping {
  const [failure, setFailure] = useState<unknown>();
  const [last, setLast] = useState<Draft>();
  const keeper = useMemo(() => new DraftKeeper(store, first, take), [store, first, take]);
  const latest = useRef(opened);
  useEffect(() => {
    latest.current = opened;
  }, [opened]);
  useEffect(() => {
    keeper.begin();
    return () => keeper.end();
  }, [keeper]);
  const keepNow = useCallback(async () => {
    const { draft, taken, state } = latest.current;
    if (isReading || state !== 'draft' || draft.id !== first.draft.id) return;
    try {
      const kept = await keeper.keep(draft, taken);
      setFailure(undefined);
      if (kept.kind === 'kept') setLast(draft);
      if (kept.kind === 'closed') close(kept.state);
    } catch (error) {
      setFailure(error);
    }
  }, [keeper, first, close, isReading]);
  const { draft } = opened;
  useEffect(() => {
    const timer = setTimeout(() => void keepNow(), QUIET);
    return () => clearTimeout(timer);
  }, [draft, keepNow]);
  useEffect(() => {
    if (failure === undefined) return undefined;
    const timer = setTimeout(() => void keepNow(), RETRY);
    return () => clearTimeout(timer);
  }, [failure, keepNow]);
  useEffect(() => {
    const leaving = (): void => void keepNow();
    addEventListener('pagehide', leaving);
    document.addEventListener('visibilitychange', leaving);
    return () => {
      removeEventListener('pagehide', leaving);
      document.removeEventListener('visibilitychange', leaving);
    };
  }, [keepNow]);
  const refused = failure instanceof Refused ? failure.message : undefined;
  return { kept: last === draft, unkept: failure !== undefined, refused, keepNow };
}
