import { setImmediate } from 'node:timers/promises';
import { CellRow, fillRow } from '../../tables/cell-row.ts';
import { readOn } from '../../tables/workbook/scanned-workbook.ts';
import type { SheetScan } from '../../tables/workbook/sheet-scan.ts';
import type { SheetRow, Workbook } from '../../tables/workbook/workbook-rows.ts';
import { problem } from '../../words/problem.ts';
import type { PoolRows } from './pool-rows.ts';

/** Hands on the rows of a sheet, by its place among the sheets, and tells what of it nobody sees. @throws UnreadableWorkbook */
export async function sheetIntoRows(workbook: Workbook, sheet: number, rows: PoolRows): Promise<void> {
  const scan = workbook.scan?.(sheet);
  const hidden = scan === undefined ? await told(workbook.rows(sheet), rows) : await scannedInto(scan, rows);
  if (rows.isFull) return;
  if (hidden > 0) rows.notice((place) => problem('notices.hidden-rows', { count: hidden }, place));
  rows.noticeHiddenColumns((column) => workbook.isColumnHidden(sheet, column));
}

/** Hands on the rows; tells how many are hidden. */
async function told(sheet: AsyncIterable<SheetRow>, rows: PoolRows): Promise<number> {
  const row = new CellRow();
  let hidden = 0;
  for await (const { cells, row: line, isHidden } of sheet) {
    hidden += Number(isHidden);
    fillRow(row, cells, line);
    rows.row(row);
    rows.settle();
    if (rows.isFull) break;
  }
  return hidden;
}

/** The same for a sheet that is scanned, without a text for each cell. */
async function scannedInto(scan: SheetScan, rows: PoolRows): Promise<number> {
  let hidden = 0;
  const tell = (row: CellRow, isHidden: boolean): void => {
    hidden += Number(isHidden);
    rows.row(row);
  };
  for (let isMore = true; isMore && !rows.isFull;) {
    isMore = readOn(scan, tell);
    rows.settle();
    // Others have their turn.
    await setImmediate();
  }
  return hidden;
}
