import { BROWSER_MEMORY } from '../shared/browser-memory.ts';
import { newId } from './new-id.ts';

const KEPT_AS = 'slate.hand';

/**
 * What tells the steps made in this browser from those of others; a browser that remembers nothing has another
 * on each page.
 */
export function ownHand(): string {
  const known = BROWSER_MEMORY.get(KEPT_AS);
  if (known !== undefined) return known;
  const made = newId();
  BROWSER_MEMORY.set(KEPT_AS, made);
  return made;
}
