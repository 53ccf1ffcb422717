import { useCallback, useEffect, useState } from 'react';
import { z } from 'zod';
import { BROWSER_MEMORY } from '../shared/browser-memory.ts';
import { useSession } from './session.tsx';

const pendingSchema = z.strictObject({ base: z.string(), text: z.string() });

/**
 * What is being written over a part of the open draft and is no part of it yet. It is kept in the
 * browser, so that going to another view, a reload or a closed browser loses nothing of it; once that
 * part of the draft is another one, it is forgotten.
 *
 * @param name what is being written, unique on the page.
 * @param base the text of that part of the draft as it stands; `undefined` while it is not known.
 * @returns the text over it, `undefined` if nothing is pending, and a way to set it.
 */
export function usePending(
  name: string,
  base: string | undefined,
): readonly [text: string | undefined, write: (text: string | undefined) => void] {
  const { draft } = useSession();
  const place = `slate.pending.${name}.${draft.id}`;
  const [pending, setPending] = useState(() => ({ place, kept: keptAt(place) }));
  const kept = pending.place === place ? pending.kept : keptAt(place);
  useEffect(() => {
    setPending((before) => (before.place === place ? before : { place, kept: keptAt(place) }));
  }, [place]);
  const write = useCallback(
    (text: string | undefined) => {
      const next = text === undefined || base === undefined ? undefined : { base, text };
      setPending({ place, kept: next });
      BROWSER_MEMORY.set(place, next && JSON.stringify(next));
    },
    [place, base],
  );
  return [kept !== undefined && kept.base === base ? kept.text : undefined, write];
}

type Pending = z.output<typeof pendingSchema>;

function keptAt(place: string): Pending | undefined {
  const text = BROWSER_MEMORY.get(place);
  if (text === undefined) return undefined;
  try {
    return pendingSchema.parse(JSON.parse(text));
  } catch {
    // Left by another version of the page: of no use to this one.
    return undefined;
  }
}
