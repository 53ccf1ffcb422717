import type { SheetRow } from './workbook-rows.ts';

/** Cells of one column that are merged over several rows; rows from 1, both inclusive, the column from 0. */
export interface MergedDown {
  readonly first: number;
  readonly last: number;
  readonly column: number;
}

/** Cells merged with ones above them that are told; a sheet of more is no table. */
const MOST_MERGED = 1_000_000;

/** Rows in which merged cells say the same in each of them; a row with nothing of its own stays empty. */
export function* withMerged(rows: Iterable<SheetRow>, merged: readonly MergedDown[]): Generator<SheetRow> {
  const beginning = Map.groupBy(merged, ({ first }) => first);
  const goingOn = new Map<number, { readonly last: number; readonly text: string }>();
  let told = 0;
  for (const row of rows) {
    const isFilled = row.cells.some((cell) => cell !== '');
    const cells = [...row.cells];
    for (const [column, { last, text }] of goingOn) {
      if (last < row.row || told >= MOST_MERGED) goingOn.delete(column);
      else if (isFilled) {
        while (cells.length < column) cells.push('');
        cells[column] = text;
        told += 1;
      }
    }
    for (const { column, last } of beginning.get(row.row) ?? []) {
      goingOn.set(column, { last, text: cells[column] ?? '' });
    }
    yield { ...row, cells };
  }
}
