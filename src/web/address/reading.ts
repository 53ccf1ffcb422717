import { TAB_MEMORY } from '../shared/browser-memory.ts';

/** Where a tab remembers the link that it was opened with for reading, so that a reload reads it again. */
const READING = 'slate.reading';

/** A link that lets its reader change nothing. */
export function forReading(hash: string): string {
  return `${hash}&reading=1`;
}

/** The link that this tab reads: of its address, or the one it was opened with; `undefined` where it reads none. */
export function readingHash(hash: string): string | undefined {
  const query = hash.split('?')[1];
  if (query === undefined) return TAB_MEMORY.get(READING);
  const isReading = new URLSearchParams(query).get('reading') === '1';
  TAB_MEMORY.set(READING, isReading ? hash : undefined);
  return isReading ? hash : undefined;
}

/** From now on this tab reads no link. */
export function stopReading(): void {
  TAB_MEMORY.set(READING, undefined);
}
