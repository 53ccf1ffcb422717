/** Where a tab remembers the link that it was opened with for reading, so that a reload reads it again. */
const READING = 'slate.reading';

/** A link that lets its reader change nothing. */
export function forReading(hash: string): string {
  return `${hash}&reading=1`;
}

/** The link that this tab reads: of its address, or the one it was opened with; `undefined` where it reads none. */
export function readingHash(hash: string): string | undefined {
  const query = hash.split('?')[1];
  if (query === undefined) return sessionStorage.getItem(READING) ?? undefined;
  const isReading = new URLSearchParams(query).get('reading') === '1';
  if (isReading) sessionStorage.setItem(READING, hash);
  else sessionStorage.removeItem(READING);
  return isReading ? hash : undefined;
}

/** From now on this tab reads no link. */
export function stopReading(): void {
  sessionStorage.removeItem(READING);
}
