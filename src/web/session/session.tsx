import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react';
import type { Draft, Mark } from '../drafts/draft.ts';
import type { Conflict } from '../drafts/merge-drafts.ts';
import type { DraftState, DraftStore, VersionedDraft } from '../drafts/store.ts';
import { BROWSER_MEMORY } from '../shared/browser-memory.ts';
import { useWording } from '../shared/language.tsx';
import { useSame } from '../shared/use-same.ts';
import type { History, Move } from '../state/history.ts';
import type { Work } from '../state/work.ts';
import type { Take } from './draft-keeper.ts';
import { ownHand } from './own-hand.ts';
import { changed, type DraftChange, type MeetingChange, type OpenedDraft } from './opened-draft.ts';
import { type Told, useKeeping } from './use-keeping.ts';

/** The draft that is open, and everything that can be done to it. */
interface WorkSession {
  readonly store: DraftStore;
  readonly draft: Draft;
  readonly history: History;
  readonly work: Work;
  /** Whose steps can be taken back here; `undefined` where one person alone works. */
  readonly hand: string | undefined;
  /** Where the draft stands on its way to a decision. */
  readonly state: DraftState;
  /** Whose change came last, if it was not made here. */
  readonly by: string | undefined;
  /** What others decided otherwise, until it is settled. */
  readonly conflicts: readonly Conflict[];
  /** Whether the last change is kept already. */
  readonly kept: boolean;
  /** Whether the last change could not be kept; the page says so until it can. */
  readonly unkept: boolean;
  /** Why the service refuses to keep it, in words. */
  readonly refused: string | undefined;
  /** Whether the draft is somebody else's, opened for reading: nothing can be done to it. */
  readonly isReading: boolean;
  /** How often somebody tried. */
  readonly refusals: number;
  readonly make: (made: Move) => void;
  readonly rename: (title: string) => void;
  readonly mark: (mark: Mark) => void;
  /** Writes to the meeting at which it is decided on. */
  readonly meet: (change: MeetingChange) => void;
  /** Keeps the proof of the best slate, as JSON, with the draft. */
  readonly keepProof: (proof: string) => void;
  /** Settles a conflict: for my side, or for what stands. */
  readonly settle: (conflict: Conflict, mine: boolean) => void;
  /** Opens another draft in place of this one, which is kept. */
  readonly open: (draft: Draft | VersionedDraft) => void;
}

const SessionContext = createContext<WorkSession | undefined>(undefined);

/** Holds one open draft, keeps it after every change, and takes in what others do to it. */
export function SessionProvider(properties: {
  readonly store: DraftStore;
  readonly first: VersionedDraft;
  /** Whether it is opened for reading alone. */
  readonly forReading?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { store, first, forReading = false, children } = properties;
  const hand = useMemo(() => (store.isShared ? ownHand() : undefined), [store]);
  const [isReading, setReading] = useState(forReading);
  const [refusals, refuse] = useReducer((before: number) => before + 1, 0);
  const [began, setBegan] = useState(first);
  const [opened, dispatch] = useReducer(changed, first, openedFrom);
  const told = useTold(dispatch);
  const { kept, unkept, refused, keepNow } = useKeeping(store, began, opened, told, isReading);
  const deeds = useDeeds(dispatch, hand, isReading, refuse);
  const open = useCallback(
    (next: Draft | VersionedDraft) => {
      void keepNow();
      const versioned = 'draft' in next ? next : newlyOpened(next);
      setBegan(versioned);
      setReading(false);
      dispatch({ do: 'open', draft: versioned.draft, state: versioned.state });
    },
    [keepNow],
  );
  const { draft, state, by, conflicts } = opened;
  useEffect(() => {
    if (!isReading) BROWSER_MEMORY.set(LAST_DRAFT, draft.id);
  }, [draft.id, isReading]);
  const session = useSame<WorkSession>({
    store,
    draft,
    history: draft.history,
    work: draft.history.work,
    hand,
    state,
    by,
    conflicts,
    kept,
    unkept,
    refused,
    isReading,
    refusals,
    ...deeds,
    open,
  });
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** What can be done to the open draft; where it is only read, whoever tries to change its work is refused. */
function useDeeds(
  dispatch: (change: DraftChange) => void,
  hand: string | undefined,
  isReading: boolean,
  refuse: () => void,
): Pick<WorkSession, 'make' | 'rename' | 'mark' | 'meet' | 'keepProof' | 'settle'> {
  return useMemo(
    () => ({
      make: (made) => {
        if (isReading) refuse();
        else dispatch({ do: 'move', made, at: Date.now(), hand });
      },
      rename: (title) => dispatch({ do: 'rename', title }),
      mark: (mark) => dispatch({ do: 'mark', mark }),
      meet: (change) => {
        if (!isReading) dispatch({ do: 'meet', change });
      },
      keepProof: (proof) => {
        if (!isReading) dispatch({ do: 'keep-proof', proof });
      },
      settle: (conflict, mine) => dispatch({ do: 'settle', conflict, mine, at: Date.now(), hand }),
    }),
    [dispatch, hand, isReading, refuse],
  );
}

function openedFrom({ draft, state }: VersionedDraft): OpenedDraft {
  return { draft, state, taken: 0, conflicts: [] };
}

/** A draft that the store does not have yet. */
export function newlyOpened(draft: Draft): VersionedDraft {
  return { draft, version: 0, state: 'draft' };
}

/** What the store tells of what others do, done to the open draft. */
function useTold(dispatch: (change: DraftChange) => void): Told {
  const { say } = useWording();
  // Another language is no other keeper.
  const words = useRef(say);
  useEffect(() => {
    words.current = say;
  }, [say]);
  const take = useCallback<Take>(
    (base, theirs) => {
      const mark = { title: words.current('web.mine-before'), at: Date.now() };
      dispatch({ do: 'merge', base, theirs, mark });
    },
    [dispatch],
  );
  const close = useCallback((state: DraftState) => dispatch({ do: 'close', state }), [dispatch]);
  return useMemo(() => ({ take, close }), [take, close]);
}

/** Where the browser remembers which draft was open last. */
export const LAST_DRAFT = 'slate.draft';

/** The open draft. */
export function useSession(): WorkSession {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('no draft is open here');
  return session;
}
