import type { KeyboardEvent } from 'react';

function rowsAround(element: HTMLElement): readonly HTMLElement[] {
  const list = element.closest('table, ul');
  return list === null ? [] : [...list.querySelectorAll<HTMLElement>('[data-row]')];
}

/** Arrow keys (and j, k) go from row to row. True if the key was one of them. */
export function stepToNeighbour(event: KeyboardEvent<HTMLElement>): boolean {
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
  if (step === undefined) return false;
  event.preventDefault();
  const rows = rowsAround(event.currentTarget);
  rows[rows.indexOf(event.currentTarget) + step]?.focus();
  return true;
}

/** Moves to the next row, or the one before the last, before this one goes away. */
export function focusNext(element: HTMLElement): void {
  const rows = rowsAround(element);
  const at = rows.indexOf(element);
  (rows[at + 1] ?? rows[at - 1])?.focus();
}
