import {
  type Cell,
  type CellValue,
  EncryptedFileError,
  HucreError,
  readXlsx,
  type Sheet,
  streamXlsxRows,
} from 'hucre';
import { dateText, numberText } from '../cell-values.ts';
import { numberStyle } from './number-style.ts';
import { type MergedDown, withMerged } from './merged-cells.ts';
import { odsWorkbook } from './ods-workbook.ts';
import { scannedWorkbook } from './scanned-workbook.ts';
import {
  type SheetName,
  type SheetRow,
  UnreadableWorkbook,
  type Workbook,
  type WorkbookKind,
} from './workbook-rows.ts';
import { xlsWorkbook } from './xls-workbook.ts';
import { zipEntries } from './zip-entries.ts';
import { zipFault } from './zip-guard.ts';

/** Bytes of a sheet, unpacked, up to which the library reads it; larger ones are scanned, ten times as fast. */
const SMALL_SHEET = 1 << 20;
/**
 * Bytes of a sheet that cannot be scanned, up to which it is read whole; larger ones are streamed, without
 * formats, merged cells, hidden rows and columns.
 */
const WHOLE_SHEET = 24 << 20;

/** Bytes of XML, unpacked, that the library may have to hold as texts at once, which takes some ten times as much memory. */
const MOST_WHOLE = 128 << 20;

/**
 * Opens a workbook. What the library does that reads them is known here alone, and in the scan of large sheets.
 * Formulas give the value that was saved with them and are never computed; dates are days of either epoch;
 * numbers that a format shows with leading zeros are shown so.
 *
 * @throws UnreadableWorkbook also while rows are read.
 */
export async function openWorkbook(bytes: Uint8Array, kind: WorkbookKind): Promise<Workbook> {
  if (kind === 'xls') return xlsWorkbook(bytes);
  const scanned = kind === 'xlsx' && largestSheet(bytes) > SMALL_SHEET ? scannedWorkbook(bytes) : undefined;
  if (scanned !== undefined) return scanned;
  const fault = zipFault(bytes);
  if (fault !== undefined) throw new UnreadableWorkbook(fault);
  const isStreamed = kind === 'xlsx' && largestSheet(bytes) > WHOLE_SHEET;
  // Of a sheet that is streamed, the texts that cells share are held all the same.
  const held = xmlIn(bytes, (name) => !(isStreamed && name.startsWith('xl/worksheets/')));
  if (held > MOST_WHOLE) throw new UnreadableWorkbook('too-large');
  if (kind === 'ods') return odsWorkbook(bytes);
  return translated(async () => {
    if (isStreamed) return streamed(bytes);
    const { sheets } = await readXlsx(bytes, { readStyles: true });
    return {
      sheets: sheets.map(({ name, hidden, veryHidden }) => ({
        name,
        isHidden: (hidden ?? veryHidden) === true,
      })),
      rows: (sheet) => inTurn(withMerged(rowsOf(sheets[sheet]!), mergedIn(sheets[sheet]!))),
      isColumnHidden: (sheet, column) => sheets[sheet]?.columns?.[column]?.hidden === true,
    };
  });
}

function largestSheet(bytes: Uint8Array): number {
  const sizes = (zipEntries(bytes) ?? []).flatMap(({ name, size }) =>
    /^xl\/worksheets\/[^/]+\.xml$/.test(name) ? [size] : [],
  );
  return Math.max(0, ...sizes);
}

/** Bytes of the XML of an archive, unpacked. */
function xmlIn(bytes: Uint8Array, isHeld: (name: string) => boolean): number {
  const entries = zipEntries(bytes) ?? [];
  return entries.reduce((sum, { name, size }) => sum + (name.endsWith('.xml') && isHeld(name) ? size : 0), 0);
}

async function streamed(bytes: Uint8Array): Promise<Workbook> {
  const sheets: SheetName[] = [];
  await readXlsx(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      sheets.push({ name, isHidden: (hidden ?? veryHidden) === true });
      return false;
    },
  });
  return { sheets, rows: (sheet) => streamedRows(bytes, sheet), isColumnHidden: () => false };
}

async function* streamedRows(bytes: Uint8Array, sheet: number): AsyncGenerator<SheetRow> {
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
      yield { cells: values.map((value) => textOf(value)), row: index + 1, isHidden: false };
    }
  } catch (error) {
    throw asFault(error);
  }
}

async function translated<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    throw asFault(error);
  }
}

/** What the library says of a file it cannot read is for programmers; any of its errors means a broken file. */
function asFault(error: unknown): unknown {
  if (error instanceof EncryptedFileError) return new UnreadableWorkbook('locked');
  const isOurs = error instanceof HucreError || error instanceof RangeError || error instanceof TypeError;
  return isOurs ? new UnreadableWorkbook('broken') : error;
}

async function* inTurn(rows: Iterable<SheetRow>): AsyncGenerator<SheetRow> {
  yield* rows;
}

function* rowsOf(sheet: Sheet): Generator<SheetRow> {
  for (const [index, values] of sheet.rows.entries()) {
    // A row may lack cells in its middle, and those at its end that are merged with others above.
    const cells = Array.from(values, (value: CellValue | undefined, column) =>
      textOf(value, sheet.cells?.get(`${index},${column}`)),
    );
    yield { cells, row: index + 1, isHidden: sheet.rowDefs?.get(index)?.hidden === true };
  }
}

function mergedIn({ merges = [] }: Sheet): readonly MergedDown[] {
  return merges
    .filter(({ startRow, endRow }) => endRow > startRow)
    .map(({ startRow, endRow, startCol }) => ({ first: startRow + 1, last: endRow + 1, column: startCol }));
}

function textOf(value: CellValue | undefined, cell?: Cell): string {
  if (value === null || value === undefined) return '';
  const format = cell?.style?.numFmt;
  const style = format === undefined ? undefined : numberStyle(format);
  if (value instanceof Date) return dateText(value, style);
  return typeof value === 'number' ? numberText(value, style) : String(value);
}
