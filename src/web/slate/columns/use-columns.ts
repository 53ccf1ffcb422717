import { useCallback, useMemo, useState } from 'react';
import { z } from 'zod';
import { useCase } from '../../session/case.tsx';
import { useSession } from '../../session/session.tsx';
import { BROWSER_MEMORY } from '../../shared/browser-memory.ts';
import { columnsInUse, columnsOf } from './person-facts.tsx';

/** The columns of people that are shown. */
export interface Columns {
  readonly shown: readonly string[];
  /** Every column that could be. */
  readonly all: readonly string[];
  /** Chooses; `undefined` goes back to what the rules use. */
  readonly choose: (columns: readonly string[] | undefined) => void;
  /** Whether somebody chose. */
  readonly isChosen: boolean;
}

const keptSchema = z.array(z.string());

/** The columns of this draft: those that its rules use until somebody chooses; the choice stays in this browser. */
export function useColumns(): Columns {
  const { draft } = useSession();
  const { people, ruleSet } = useCase();
  const place = `slate.columns.${draft.id}`;
  const [chosen, setChosen] = useState({ place, columns: keptAt(place) });
  const kept = chosen.place === place ? chosen.columns : keptAt(place);
  const all = useMemo(() => columnsOf(people), [people]);
  const shown = useMemo(
    () =>
      kept === undefined
        ? columnsInUse(people, ruleSet?.uses ?? [])
        : all.filter((each) => kept.includes(each)),
    [kept, all, people, ruleSet],
  );
  const choose = useCallback(
    (columns: readonly string[] | undefined) => {
      setChosen({ place, columns });
      BROWSER_MEMORY.set(place, columns && JSON.stringify(columns));
    },
    [place],
  );
  return { shown, all, choose, isChosen: kept !== undefined };
}

function keptAt(place: string): readonly string[] | undefined {
  const text = BROWSER_MEMORY.get(place);
  if (text === undefined) return undefined;
  try {
    return keptSchema.parse(JSON.parse(text));
  } catch {
    // Left by another version of the page: of no use to this one.
    return undefined;
  }
}
