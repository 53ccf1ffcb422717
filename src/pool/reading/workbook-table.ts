import { type Encoding, fontEncoding, inUtf8 } from '../../tables/text/encoding.ts';
import { fileKind } from '../../tables/file-kind.ts';
import { unicodeOf } from '../../tables/text/font-letters.ts';
import { UnreadableWorkbook, type Workbook } from '../../tables/workbook/workbook-rows.ts';
import { problem, type Reading } from '../../words/problem.ts';
import { plainText } from '../cells/cells.ts';
import type { CsvRow } from './headed-table.ts';
import { columnOfHeading, isOrdinalHeading } from '../synonyms.ts';

/** Rows of a sheet that are looked at; no slate, no plan and no table of units has as many. */
const MOST_ROWS = 100_000;

/** What a small table is read from: bytes or text of a CSV, or the rows of a sheet. */
export type TableSource = string | Buffer | readonly CsvRow[];

/** How a table is found in a workbook. */
interface Look {
  /** Whether a row is that of the headings. */
  readonly isHeadings: (cells: readonly string[]) => boolean;
  /** Whether a row below is one of the table. */
  readonly isLine: (row: CsvRow, headings: CsvRow) => boolean;
  /** What whoever gives it says of its letters. */
  readonly encoding?: Encoding | undefined;
}

/**
 * The rows of a slate or a plan in a workbook, its headings first; the bytes as they are where they are none. Rosters
 * are laid out to be printed, so the headings are the first row with a column of ids, and where lines are
 * numbered (`STT`), rows without a number are titles, sums and signatures.
 *
 * @param encoding of a text that is not UTF-8, or of letters of an old font in any format.
 */
export async function tableOf(
  bytes: Buffer,
  file: string,
  encoding?: Encoding,
): Promise<Reading<TableSource>> {
  const found = await tableIn(bytes, file, {
    encoding,
    isHeadings: (cells) => idColumn(cells) !== -1,
    isLine,
  });
  if (!found.ok) return found;
  if (found.value !== undefined) return { ok: true, value: found.value };
  return { ok: false, problems: [problem('pool.slate-no-id-column', {}, { file })] };
}

/**
 * The rows of a small table in a workbook, its headings first; the bytes as they are where they are none. Titles
 * may stand above, where the headings are known; else the first row with anything in it has them.
 */
export async function smallWorkbookTable(
  bytes: Buffer,
  file: string,
  {
    isHeadings = isFilled,
    encoding,
  }: { readonly isHeadings?: Look['isHeadings']; readonly encoding?: Encoding | undefined } = {},
): Promise<Reading<TableSource>> {
  const line = ({ cells }: CsvRow): boolean => isFilled(cells);
  const found = await tableIn(bytes, file, { isHeadings, isLine: line, encoding });
  if (!found.ok) return found;
  if (found.value !== undefined) return { ok: true, value: found.value };
  // What is missing is told at the headings that are there.
  const rows = await tableIn(bytes, file, { isHeadings: isFilled, isLine: line, encoding });
  return rows.ok ? { ok: true, value: rows.value ?? [] } : rows;
}

/** `undefined`: no sheet has such headings. */
async function tableIn(bytes: Buffer, file: string, look: Look): Promise<Reading<TableSource | undefined>> {
  const kind = fileKind(bytes);
  if (kind !== 'xlsx' && kind !== 'ods' && kind !== 'xls') {
    return { ok: true, value: asBuffer(inUtf8(bytes, look.encoding)) };
  }
  // What reads workbooks takes long to load, and most tables are text.
  const { openWorkbook } = await import('../../tables/workbook/workbook.ts');
  try {
    return { ok: true, value: await rowsIn(await openWorkbook(bytes, kind), look) };
  } catch (error) {
    if (!(error instanceof UnreadableWorkbook)) throw error;
    return { ok: false, problems: [problem('pool.unreadable-workbook', { fault: error.fault }, { file })] };
  }
}

/** The rows of the first visible sheet with such headings, from there on. */
async function rowsIn(
  workbook: Workbook,
  { isHeadings, isLine: isOne, encoding }: Look,
): Promise<readonly CsvRow[] | undefined> {
  const font = fontEncoding(encoding);
  for (const [sheet, { isHidden }] of workbook.sheets.entries()) {
    if (isHidden) continue;
    const rows: CsvRow[] = [];
    for await (const { cells: written, row } of workbook.rows(sheet)) {
      const cells = font === undefined ? written : written.map((cell) => unicodeOf(cell, font));
      if (rows.length > 0 || isHeadings(cells)) rows.push({ cells: cells.map(plainText), line: row });
      if (rows.length > MOST_ROWS) break;
    }
    const [headings, ...below] = rows;
    if (headings !== undefined) return [headings, ...below.filter((row) => isOne(row, headings))];
  }
  return undefined;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function isFilled(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.trim() !== '');
}

function idColumn(cells: readonly string[]): number {
  return cells.findIndex((cell) => columnOfHeading(plainText(cell))?.name === 'id');
}

/** Whether a row is one of the table: numbered, where its rows are. */
function isLine({ cells }: CsvRow, headings: CsvRow): boolean {
  const ordinal = headings.cells.findIndex((cell) => isOrdinalHeading(cell));
  return ordinal === -1 ? isFilled(cells) : /^\d+$/.test(cells[ordinal] ?? '');
}
