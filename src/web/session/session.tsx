import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useReducer,
  useState,
} from 'react';
import type { Draft, Mark } from '../drafts/draft.ts';
import type { DraftStore } from '../drafts/store.ts';
import { type History, move, type Move } from '../state/history.ts';
import type { Work } from '../state/work.ts';
import { useKeeping } from './use-keeping.ts';

/** The draft that is open, and everything that can be done to it. */
export interface Session {
  readonly store: DraftStore;
  readonly draft: Draft;
  readonly history: History;
  readonly work: Work;
  /** Whether the last change is kept already. */
  readonly kept: boolean;
  /** Whether the last change could not be kept; the page says so until it can. */
  readonly unkept: boolean;
  readonly make: (made: Move) => void;
  readonly rename: (title: string) => void;
  readonly mark: (mark: Mark) => void;
  /** Opens another draft in place of this one, which is kept. */
  readonly open: (draft: Draft) => void;
}

const SessionContext = createContext<Session | undefined>(undefined);

function timedMove(history: History, { made, at }: { readonly made: Move; readonly at: number }): History {
  return move(history, made, at);
}

/** Holds one open draft and keeps it after every change. */
export function SessionProvider(properties: {
  readonly store: DraftStore;
  readonly first: Draft;
  readonly children: ReactNode;
}): ReactNode {
  const { store, first, children } = properties;
  const [history, dispatch] = useReducer(timedMove, first.history);
  const [head, setHead] = useState<Omit<Draft, 'history'>>(first);
  const draft = useMemo(() => ({ ...head, history }), [head, history]);
  const { kept, unkept, keepNow } = useKeeping(store, draft);
  const make = useCallback((made: Move) => dispatch({ made, at: Date.now() }), []);
  const rename = useCallback((title: string) => setHead((before) => ({ ...before, title })), []);
  const mark = useCallback(
    (made: Mark) => setHead((before) => ({ ...before, marks: [...before.marks, made] })),
    [],
  );
  const open = useCallback(
    (next: Draft) => {
      void keepNow();
      setHead(next);
      make({ do: 'open', history: next.history });
    },
    [keepNow, make],
  );
  useEffect(() => {
    localStorage.setItem(LAST_DRAFT, draft.id);
  }, [draft.id]);
  const session = useMemo(
    () => ({ store, draft, history, work: history.work, kept, unkept, make, rename, mark, open }),
    [store, draft, history, kept, unkept, make, rename, mark, open],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** Where the browser remembers which draft was open last. */
export const LAST_DRAFT = 'slate.draft';

/** The open draft. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('no draft is open here');
  return session;
}
