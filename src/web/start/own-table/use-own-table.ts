import { useCallback, useEffect, useRef } from 'react';
import { newId } from '../../session/new-id.ts';
import { useSession } from '../../session/session.tsx';
import { useWording } from '../../shared/language.tsx';
import type { OwnPoolChoice } from '../../state/work.ts';
import { withOwnTable } from './own-table.ts';

/** Takes tables of the user's own, each with the rules that it brings with it. */
interface OwnTables {
  /** Takes another table; a new one is kept by the browser from now on. */
  readonly take: (pool: OwnPoolChoice) => Promise<void>;
  /** Reads the table in hand in another way. */
  readonly readAnew: (pool: OwnPoolChoice) => void;
  /** Takes the table in hand with a cell of it mended. */
  readonly mend: (pool: OwnPoolChoice) => void;
}

/** See {@link OwnTables}. */
export function useOwnTable(): OwnTables {
  const { work, make } = useSession();
  const { say, language } = useWording();
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  }, [work]);
  const broughtBy = useCallback(
    (pool: OwnPoolChoice) => withOwnTable(pool, latest.current, say('web.own-rules-title'), language),
    [say, language],
  );
  const take = useCallback(
    async (pool: OwnPoolChoice): Promise<void> => {
      const kept = { ...pool, kept: pool.kept ?? newId() };
      make({ do: 'choose-pool', pool: kept, with: await broughtBy(kept) });
    },
    [make, broughtBy],
  );
  // What is set right counts at once, for the next thing may be set right meanwhile; the rules follow.
  const followWith = useCallback(
    async (pool: OwnPoolChoice): Promise<void> => {
      const { rules } = await broughtBy(pool);
      if (rules === undefined || latest.current.pool !== pool) return;
      make({ do: 'choose-rules', rules, with: { units: undefined }, follows: true });
    },
    [make, broughtBy],
  );
  const readAnew = useCallback(
    (pool: OwnPoolChoice): void => {
      make({ do: 'map-pool', pool });
      void followWith(pool);
    },
    [make, followWith],
  );
  const mend = useCallback(
    (pool: OwnPoolChoice): void => {
      const { pin, exclude, members } = latest.current;
      make({ do: 'mend-pool', pool, ids: [...pin, ...exclude, ...members] });
      void followWith(pool);
    },
    [make, followWith],
  );
  return { take, readAnew, mend };
}
