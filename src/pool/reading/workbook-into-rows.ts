import { setImmediate } from 'node:timers/promises';
import { CellRow, fillRow } from '../../tables/cell-row.ts';
import { type FontEncoding, unicodeOf } from '../../tables/text/font-letters.ts';
import { readOn } from '../../tables/workbook/scanned-workbook.ts';
import type { SheetScan } from '../../tables/workbook/sheet-scan.ts';
import {
  type SheetRow,
  UnreadableWorkbook,
  type Workbook,
  type WorkbookKind,
} from '../../tables/workbook/workbook-rows.ts';
import { openWorkbook } from '../../tables/workbook/workbook.ts';
import { problem } from '../../words/problem.ts';
import { HEAD_ROWS, hasHeadings } from '../headings/heading-rows.ts';
import type { PoolRows } from './pool-rows.ts';
import type { ProblemList } from '../cells/problem-list.ts';

/**
 * Reads the sheet of a workbook that is named, its letters converted where they are those of an old font, by
 * its name or its number from 1; else the first visible one that has headings of candidates, or else the first.
 */
export async function workbookIntoRows(
  bytes: Uint8Array,
  kind: WorkbookKind,
  rows: PoolRows,
  problems: ProblemList,
  { sheet: named, font }: { readonly sheet?: string | undefined; readonly font?: FontEncoding | undefined },
): Promise<void> {
  try {
    const read = await openWorkbook(bytes, kind);
    const workbook = font === undefined ? read : inUnicode(read, font);
    const sheet = named === undefined ? await sheetOfCandidates(workbook) : sheetNamed(workbook, named);
    const allowed = workbook.sheets.map(({ name }) => name);
    rows.ofWorkbook({ all: allowed, read: sheet === undefined ? undefined : allowed[sheet] });
    if (sheet === undefined) {
      problems.addForFile((place) => problem('pool.no-sheet', { named: named ?? '', allowed }, place));
      return;
    }
    await sheetIntoRows(workbook, sheet, rows);
  } catch (error) {
    if (!(error instanceof UnreadableWorkbook)) throw error;
    const { fault } = error;
    problems.addForFile((place) => problem('pool.unreadable-workbook', { fault }, place));
  }
}

/** The same workbook, the letters of its cells converted one by one. */
function inUnicode(workbook: Workbook, font: FontEncoding): Workbook {
  return {
    sheets: workbook.sheets,
    isColumnHidden: (sheet, column) => workbook.isColumnHidden(sheet, column),
    rows: async function* (sheet) {
      for await (const row of workbook.rows(sheet))
        yield { ...row, cells: row.cells.map((cell) => unicodeOf(cell, font)) };
    },
  };
}

async function sheetIntoRows(workbook: Workbook, sheet: number, rows: PoolRows): Promise<void> {
  const scan = workbook.scan?.(sheet);
  const hidden = scan === undefined ? await told(workbook.rows(sheet), rows) : await scannedInto(scan, rows);
  if (rows.isFull) return;
  if (hidden > 0) rows.notice((place) => problem('notices.hidden-rows', { count: hidden }, place));
  rows.noticeHiddenColumns((column) => workbook.isColumnHidden(sheet, column));
  const others = workbook.sheets.filter((each, at) => at !== sheet && !each.isHidden).map(({ name }) => name);
  const { name } = workbook.sheets[sheet]!;
  if (others.length > 0) rows.notice((place) => problem('notices.other-sheets', { name, others }, place));
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

function sheetNamed({ sheets }: Workbook, named: string): number | undefined {
  const byName = sheets.findIndex(({ name }) => name.normalize('NFC') === named.normalize('NFC'));
  if (byName !== -1) return byName;
  const number = /^\d+$/.test(named) ? Number(named) - 1 : -1;
  return sheets[number] === undefined ? undefined : number;
}

async function sheetOfCandidates(workbook: Workbook): Promise<number | undefined> {
  const visible = workbook.sheets.flatMap(({ isHidden }, at) => (isHidden ? [] : [at]));
  for (const sheet of visible) if (hasHeadings(await headOf(workbook, sheet))) return sheet;
  return visible[0];
}

async function headOf(workbook: Workbook, sheet: number): Promise<readonly SheetRow[]> {
  const head: SheetRow[] = [];
  for await (const row of workbook.rows(sheet)) {
    if (row.cells.some((cell) => cell.trim() !== '')) head.push(row);
    if (head.length === HEAD_ROWS) break;
  }
  return head;
}
