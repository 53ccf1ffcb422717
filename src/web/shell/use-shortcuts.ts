import { useHotkeys } from '@mantine/hooks';
import { VIEWS } from '../address/address.ts';
import { goTo } from '../address/use-address.ts';
import { useSession } from '../session/session.tsx';

/** Keys that work everywhere: undo, redo, and a digit with Alt for each view. */
export function useShortcuts(): void {
  const { make } = useSession();
  const outsideText = (act: () => void) => (event: KeyboardEvent) => {
    if (takesText(event.target)) return;
    event.preventDefault();
    act();
  };
  const hotkeys: readonly (readonly [string, () => void])[] = [
    ['mod+Z', () => make({ do: 'undo' })],
    ['mod+shift+Z', () => make({ do: 'redo' })],
    ['mod+Y', () => make({ do: 'redo' })],
    ...VIEWS.map((view, index) => [`alt+${index + 1}`, () => goTo(view)] as const),
  ];
  useHotkeys(
    hotkeys.map(([keys, act]) => [keys, outsideText(act), { preventDefault: false }]),
    [],
  );
}

/** Whether a key pressed there is meant for the text in it: a field has its own undo, a radio button has none. */
function takesText(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !WITHOUT_TEXT.has(target.type);
  return target instanceof HTMLElement && (target.isContentEditable || target instanceof HTMLTextAreaElement);
}

const WITHOUT_TEXT: ReadonlySet<string> = new Set(['radio', 'checkbox', 'range', 'file', 'button']);
