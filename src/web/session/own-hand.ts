import { newId } from './new-id.ts';

const KEPT_AS = 'slate.hand';

let hand: string | undefined;

/**
 * What tells the steps made in this browser from those of others; a browser that remembers nothing has another
 * on each page.
 */
export function ownHand(): string {
  hand ??= rememberedHand();
  return hand;
}

function rememberedHand(): string {
  const made = newId();
  try {
    const known = localStorage.getItem(KEPT_AS);
    if (known !== null) return known;
    localStorage.setItem(KEPT_AS, made);
  } catch {
    // Nothing is remembered here.
  }
  return made;
}
