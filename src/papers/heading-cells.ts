import type { RosterColumn } from './roster-columns.ts';

/** A cell of the headings, over so many columns and lines. */
interface HeadingCell {
  readonly text: string;
  /** Index of its first column. */
  readonly column: number;
  readonly across: number;
  readonly down: number;
}

/** The two lines of the headings; the second holds only what stands below another heading, and may be empty. */
export function headingRowsOf(
  columns: readonly RosterColumn[],
): readonly [readonly HeadingCell[], readonly HeadingCell[]] {
  const upper: HeadingCell[] = [];
  const lower: HeadingCell[] = [];
  const isParted = columns.some(({ over }) => over !== undefined);
  columns.forEach(({ heading, over }, column) => {
    if (over === undefined) {
      upper.push({ text: heading, column, across: 1, down: isParted ? 2 : 1 });
      return;
    }
    lower.push({ text: heading, column, across: 1, down: 1 });
    const last = upper.at(-1);
    const continues = last?.text === over && last.column + last.across === column;
    if (continues) upper[upper.length - 1] = { ...last, across: last.across + 1 };
    else upper.push({ text: over, column, across: 1, down: 1 });
  });
  return [upper, lower];
}
