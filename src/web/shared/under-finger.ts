import { useSyncExternalStore } from 'react';

/** Fingers need more room than a row has for all buttons, and a narrow page has as little. */
const UNDER_FINGER = '(pointer: coarse), (max-width: 48em)';

const query = matchMedia(UNDER_FINGER);
const told = new Set<() => void>();

// One listener for all who ask: each with one of their own, a long list is drawn again row by row, which React refuses after some fifty.
query.addEventListener('change', () => {
  for (const tell of told) tell();
});

function hear(tell: () => void): () => void {
  told.add(tell);
  return () => void told.delete(tell);
}

/** Whether what can be done is to have room for a finger; follows a page that is turned or made narrow. */
export function useUnderFinger(): boolean {
  return useSyncExternalStore(hear, () => query.matches);
}
