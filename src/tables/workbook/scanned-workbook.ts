import { SheetScan } from './sheet-scan.ts';
import { MalformedSheet } from './sheet-tags.ts';
import { isInSpan, type SheetRow, UnreadableWorkbook, type Workbook } from './workbook-rows.ts';
import { type XlsxParts, xlsxParts } from './xlsx-parts.ts';
import { unzippedEntry } from './zip-guard.ts';
import { once } from '../once.ts';

/** A large XLSX whose sheets are scanned; `undefined` where only the library can read it. */
export function scannedWorkbook(bytes: Uint8Array): Workbook | undefined {
  const parts = xlsxParts(bytes);
  if (parts === undefined) return undefined;
  const contents = parts.sheets.map(({ entry }) => once(() => unzippedEntry(bytes, entry)));
  const scans = contents.map((content) => () => scanOf(content(), parts));
  // Whether a sheet is written as the scan expects is seen at its beginning.
  if (scans.some((scan) => scan() === undefined)) return undefined;
  const scan = (sheet: number): SheetScan => scans[sheet]!()!;
  return {
    sheets: parts.sheets.map(({ name, isHidden }) => ({ name, isHidden })),
    rows: (sheet) => rowsOf(scan(sheet)),
    isColumnHidden: (sheet, column) => isInSpan(scan(sheet).hiddenColumns, column),
    scan,
  };
}

function scanOf(xml: Uint8Array | undefined, parts: XlsxParts): SheetScan | undefined {
  if (xml === undefined) return undefined;
  try {
    return new SheetScan(xml, parts);
  } catch (error) {
    if (error instanceof MalformedSheet) return undefined;
    throw error;
  }
}

async function* rowsOf(scan: SheetScan): AsyncGenerator<SheetRow> {
  for (let isMore = true; isMore;) {
    const rows: SheetRow[] = [];
    isMore = readOn(scan, (row, isHidden) => rows.push({ cells: row.texts(), row: row.line, isHidden }));
    yield* rows;
  }
}

/** Reads the next rows of a scan; false at its end. @throws UnreadableWorkbook */
export function readOn(scan: SheetScan, tell: Parameters<SheetScan['read']>[0]): boolean {
  try {
    return scan.read(tell);
  } catch (error) {
    if (error instanceof MalformedSheet) throw new UnreadableWorkbook('broken');
    throw error;
  }
}
