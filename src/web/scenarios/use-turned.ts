import { useCallback, useMemo } from 'react';
import { changesIn } from '../address/address.ts';
import { usePending } from '../session/use-pending.ts';
import type { Changes } from '../state/work.ts';

/**
 * The quotas as the dials have them: those of the draft, until one is turned. Turned dials stand as they
 * are until they are taken over, turned back, or the draft gets other quotas.
 */
export function useTurned(changes: Changes): readonly [turned: Changes, turn: (changes: Changes) => void] {
  const base = JSON.stringify(changes);
  const [text, write] = usePending('dials', base);
  const turned = useMemo(
    () => (text === undefined ? changes : (changesIn(text) ?? changes)),
    [text, changes],
  );
  const turn = useCallback(
    (next: Changes) => {
      const written = JSON.stringify(next);
      write(written === base ? undefined : written);
    },
    [write, base],
  );
  return [turned, turn];
}
