import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { useSession } from '../session/session.tsx';
import type { KeptPool } from './kept-pool.ts';
import { BrowserPoolStore } from './pool-store.ts';
import { inAlphabet } from '../people/name-order.ts';

/** The tables of the user's own that the browser keeps, and what can be done to them. */
interface KeptPools {
  /** Those that were not thrown away. */
  readonly present: readonly KeptPool[];
  readonly removed: readonly KeptPool[];
  /** The one that the open draft is about. */
  readonly chosen: KeptPool | undefined;
  readonly rename: (id: string, title: string) => void;
  /** Throws one away, or takes it out again. */
  readonly remove: (id: string, isRemoved: boolean) => void;
  readonly forget: (id: string) => void;
  /** Whether the browser could not keep the last change. */
  readonly isUnkept: boolean;
}

const store = new BrowserPoolStore();
const PoolsContext = createContext<KeptPools | undefined>(undefined);

/** Keeps the table of the open draft among those of the browser, and gives all of them to what is inside. */
export function KeptPoolsProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { pool } = useSession().work;
  const [pools, setPools] = useState<readonly KeptPool[]>();
  const [isUnkept, setUnkept] = useState(false);
  const told = useCallback((keeping: Promise<void>): void => {
    keeping.then(
      () => setUnkept(false),
      () => setUnkept(true),
    );
  }, []);
  useEffect(() => {
    // A browser that keeps nothing, as in private windows, has the open table alone.
    store.list().then(setPools, () => setPools([]));
  }, []);
  const put = useCallback(
    (next: KeptPool): void => {
      setPools((before = []) =>
        [...before.filter(({ id }) => id !== next.id), next].sort((a, b) => inAlphabet(a.title, b.title)),
      );
      told(store.write(next));
    },
    [told],
  );
  useEffect(() => {
    if (pools === undefined || pool.kind === 'shipped' || pool.kept === undefined) return;
    const known = pools.find(({ id }) => id === pool.kept);
    if (known !== undefined && (known.removed !== undefined || isSame(known.pool, pool))) return;
    put({ id: pool.kept, title: known?.title ?? pool.file, changed: Date.now(), pool });
  }, [pool, pools, put]);
  const value = useMemo((): KeptPools => {
    const all = pools ?? [];
    const changed = (id: string, change: (pool: KeptPool) => KeptPool): void => {
      const known = all.find((each) => each.id === id);
      if (known !== undefined) put({ ...change(known), changed: Date.now() });
    };
    return {
      present: all.filter(({ removed }) => removed === undefined),
      removed: all.filter(({ removed }) => removed !== undefined),
      chosen: pool.kind === 'shipped' ? undefined : all.find(({ id }) => id === pool.kept),
      rename: (id, title) => changed(id, (before) => ({ ...before, title })),
      remove: (id, isRemoved) =>
        changed(id, ({ removed: _before, ...rest }) => (isRemoved ? { ...rest, removed: Date.now() } : rest)),
      forget: (id) => {
        setPools(all.filter((each) => each.id !== id));
        told(store.remove(id));
      },
      isUnkept,
    };
  }, [pools, pool, put, told, isUnkept]);
  return <PoolsContext value={value}>{children}</PoolsContext>;
}

/** The tables that the browser keeps. */
export function useKeptPools(): KeptPools {
  const value = useContext(PoolsContext);
  if (value === undefined) throw new Error('no tables are kept here');
  return value;
}

function isSame(one: KeptPool['pool'], other: KeptPool['pool']): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
