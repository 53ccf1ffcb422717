import { fileKind } from '../tables/file-kind.ts';
import { openWorkbook, UnreadableWorkbook, type WorkbookKind } from '../tables/workbook.ts';
import { problem, type Reading } from '../words/problem.ts';
import { plainText } from './cells.ts';
import type { CsvRow } from './csv-table.ts';
import { columnOfHeading, isOrdinalHeading } from './synonyms.ts';

/** Rows of a sheet that are looked at; no slate and no plan has as many. */
const MOST_ROWS = 100_000;

/** What a small table is read from: bytes or text of a CSV, or the rows of a sheet. */
export type TableSource = string | Buffer | readonly CsvRow[];

/**
 * The rows of a slate or a plan in a workbook, its headings first; the bytes as they are where they are none. Rosters
 * are laid out to be printed, so the headings are the first row with a column of ids, and where lines are
 * numbered (`STT`), rows without a number are titles, sums and signatures.
 */
export async function tableOf(bytes: Buffer, file: string): Promise<Reading<TableSource>> {
  const kind = fileKind(bytes);
  if (kind !== 'xlsx' && kind !== 'ods' && kind !== 'xls') return { ok: true, value: bytes };
  try {
    const rows = await rosterIn(bytes, kind);
    if (rows !== undefined) return { ok: true, value: rows };
    return { ok: false, problems: [problem('pool.slate-no-id-column', {}, { file })] };
  } catch (error) {
    if (!(error instanceof UnreadableWorkbook)) throw error;
    return { ok: false, problems: [problem('pool.unreadable-workbook', { fault: error.fault }, { file })] };
  }
}

/** The rows of the first visible sheet with a column of ids, from its headings on. */
async function rosterIn(bytes: Buffer, kind: WorkbookKind): Promise<readonly CsvRow[] | undefined> {
  const workbook = await openWorkbook(bytes, kind);
  for (const [sheet, { isHidden }] of workbook.sheets.entries()) {
    if (isHidden) continue;
    const rows: CsvRow[] = [];
    for await (const { cells, row } of workbook.rows(sheet)) {
      if (rows.length > 0 || idColumn(cells) !== -1) rows.push({ cells: cells.map(plainText), line: row });
      if (rows.length > MOST_ROWS) break;
    }
    const [headings, ...below] = rows;
    if (headings !== undefined) return [headings, ...below.filter((row) => isLine(row, headings))];
  }
  return undefined;
}

function idColumn(cells: readonly string[]): number {
  return cells.findIndex((cell) => columnOfHeading(plainText(cell))?.name === 'id');
}

/** Whether a row is one of the table: numbered, where its rows are. */
function isLine({ cells }: CsvRow, headings: CsvRow): boolean {
  const ordinal = headings.cells.findIndex((cell) => isOrdinalHeading(cell));
  if (ordinal !== -1) return /^\d+$/.test(cells[ordinal] ?? '');
  return cells.some((cell) => cell !== '');
}
