import { useHotkeys } from '@mantine/hooks';
import { VIEWS } from '../address/address.ts';
import { goTo } from '../address/use-address.ts';
import { useSession } from '../session/session.tsx';

/** Keys that work everywhere: undo, redo, and a digit with Alt for each view. */
export function useShortcuts(): void {
  const { make } = useSession();
  useHotkeys([
    ['mod+Z', () => make({ do: 'undo' })],
    ['mod+shift+Z', () => make({ do: 'redo' })],
    ['mod+Y', () => make({ do: 'redo' })],
    ...VIEWS.map((view, index): [string, () => void] => [`alt+${index + 1}`, () => goTo(view)]),
  ]);
}
