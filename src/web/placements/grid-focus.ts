import type { KeyboardEvent } from 'react';

/** Arrow keys (and h, j, k, l) go from cell to cell. True if the key was one of them. */
export function stepInGrid(event: KeyboardEvent<HTMLElement>): boolean {
  const { key, currentTarget } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const cell = currentTarget.closest('td');
  const table = currentTarget.closest('table');
  if (cell === null || table === null) return false;
  const across = { ArrowRight: 1, l: 1, ArrowLeft: -1, h: -1 }[key];
  const down = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[key];
  if (across === undefined && down === undefined) return false;
  event.preventDefault();
  if (across !== undefined) focusIn(neighbour(cell, across), across);
  else focusBelow(currentTarget, cell, table, down ?? 0);
  return true;
}

function entriesIn(cell: Element | undefined): readonly HTMLElement[] {
  return cell === undefined ? [] : [...cell.querySelectorAll<HTMLElement>('[data-row]')];
}

function focusIn(cell: Element | undefined, direction: number): void {
  entriesIn(cell)
    .at(direction < 0 ? -1 : 0)
    ?.focus();
}

/** The next cell of the row that has somebody to go to. */
function neighbour(cell: HTMLTableCellElement, step: number): Element | undefined {
  const cells = [...(cell.parentElement?.querySelectorAll('td') ?? [])].filter(
    (each) => entriesIn(each).length > 0,
  );
  return cells[cells.indexOf(cell) + step];
}

/** Inside a cell with several holders from one to the next, then to the cell below that covers the column. */
function focusBelow(from: HTMLElement, cell: HTMLTableCellElement, table: Element, step: number): void {
  const inside = entriesIn(cell);
  const next = inside[inside.indexOf(from) + step];
  if (next !== undefined) {
    next.focus();
    return;
  }
  const column = Number(cell.dataset['column']);
  const covering = [...table.querySelectorAll('td')].filter(
    (each) =>
      entriesIn(each).length > 0 &&
      Number(each.dataset['column']) <= column &&
      column < Number(each.dataset['column']) + each.colSpan,
  );
  focusIn(covering[covering.indexOf(cell) + step], step);
}
