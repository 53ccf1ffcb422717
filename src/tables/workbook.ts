import {
  type Cell,
  type CellValue,
  EncryptedFileError,
  formatValue,
  HucreError,
  readOds,
  readXls,
  readXlsx,
  type Sheet,
  streamXlsxRows,
} from 'hucre';
import { zipEntries } from './zip-entries.ts';
import { type ZipFault, zipFault } from './zip-guard.ts';

/** The formats of workbooks that are read. */
export type WorkbookKind = 'xlsx' | 'ods' | 'xls';

/** Why a workbook cannot be read. */
export type WorkbookFault = ZipFault | 'locked';

/** A sheet of a workbook. */
interface SheetName {
  readonly name: string;
  readonly isHidden: boolean;
}

/** A row of a sheet: its cells as texts, as people see them, with dates as `1980-05-17`. */
export interface SheetRow {
  readonly cells: readonly string[];
  /** From 1. */
  readonly row: number;
  readonly isHidden: boolean;
}

/** A workbook whose sheets can be read. */
export interface Workbook {
  readonly sheets: readonly SheetName[];
  /** The rows of a sheet, by its place among the sheets; those without any cell may be left out. */
  rows(sheet: number): AsyncIterable<SheetRow>;
}

/** Thrown where a workbook turns out to be unreadable. */
export class UnreadableWorkbook extends Error {
  readonly fault: WorkbookFault;
  constructor(fault: WorkbookFault) {
    super(fault);
    this.name = 'UnreadableWorkbook';
    this.fault = fault;
  }
}

/** Bytes of a sheet, unpacked, up to which it is read whole, with formats, merged cells and hidden rows; larger ones are streamed without. */
const WHOLE_SHEET = 24 << 20;

/**
 * Opens a workbook. This is the only file that knows the library which reads them. Formulas give the value
 * that was saved with them and are never computed; dates are days of either epoch; numbers that a format
 * shows with leading zeros are shown so.
 *
 * @throws UnreadableWorkbook also while rows are read.
 */
export async function openWorkbook(bytes: Uint8Array, kind: WorkbookKind): Promise<Workbook> {
  const fault = kind === 'xls' ? undefined : zipFault(bytes);
  if (fault !== undefined) throw new UnreadableWorkbook(fault);
  return translated(async () => {
    if (kind === 'xlsx' && largestSheet(bytes) > WHOLE_SHEET) return streamed(bytes);
    const read = kind === 'xlsx' ? readXlsx : kind === 'ods' ? readOds : readXls;
    const { sheets } = await read(bytes, { readStyles: true });
    return {
      sheets: sheets.map(({ name, hidden, veryHidden }) => ({
        name,
        isHidden: (hidden ?? veryHidden) === true,
      })),
      rows: (sheet) => inTurn(rowsOf(sheets[sheet]!)),
    };
  });
}

function largestSheet(bytes: Uint8Array): number {
  const sizes = (zipEntries(bytes) ?? []).flatMap(({ name, size }) =>
    /^xl\/worksheets\/[^/]+\.xml$/.test(name) ? [size] : [],
  );
  return Math.max(0, ...sizes);
}

async function streamed(bytes: Uint8Array): Promise<Workbook> {
  const sheets: SheetName[] = [];
  await readXlsx(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      sheets.push({ name, isHidden: (hidden ?? veryHidden) === true });
      return false;
    },
  });
  return { sheets, rows: (sheet) => streamedRows(bytes, sheet) };
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
  const merged = mergedDown(sheet);
  for (const [index, values] of sheet.rows.entries()) {
    const cells = values.map((value, column) => textOf(value, sheet.cells?.get(`${index},${column}`)));
    for (const [column, from] of merged.get(index) ?? []) {
      cells[column] = textOf(sheet.rows[from]?.[column] ?? null, sheet.cells?.get(`${from},${column}`));
    }
    yield { cells, row: index + 1, isHidden: sheet.rowDefs?.get(index)?.hidden === true };
  }
}

/** What cells that are merged over several rows say in each of them: by row, the column and the row it is from. */
function mergedDown(sheet: Sheet): ReadonlyMap<number, readonly (readonly [column: number, from: number])[]> {
  const byRow = new Map<number, (readonly [number, number])[]>();
  for (const { startRow, endRow, startCol } of sheet.merges ?? []) {
    for (let row = startRow + 1; row <= Math.min(endRow, sheet.rows.length - 1); row += 1) {
      byRow.set(row, [...(byRow.get(row) ?? []), [startCol, startRow]]);
    }
  }
  return byRow;
}

/** A format of nothing but zeros: how many digits a number shows at least. */
const LEADING_ZEROS = /^0{2,}$/;
/** Digits that a number of 64 bits holds for sure; more are noise of the computing. */
const DIGITS = 15;

function textOf(value: CellValue, cell?: Cell): string {
  if (value === null) return '';
  if (value instanceof Date) return dateText(value);
  if (typeof value !== 'number') return String(value);
  const format = cell?.style?.numFmt;
  if (format !== undefined && LEADING_ZEROS.test(format)) return formatValue(value, format);
  const number = Number(value.toPrecision(DIGITS));
  const text = String(number);
  return text.includes('e') ? number.toFixed(Math.abs(number) < 1 ? 20 : 0) : text;
}

/** Dates come as midnight UTC; a time of the day is kept only where there is one. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}
