import { CsvRows, MOST_ROW_BYTES } from '../../tables/csv/csv-rows.ts';
import { UnreadableBytes, wholeText } from '../../tables/csv/csv-bytes.ts';
import { problem, type Problem, type Reading } from '../../words/problem.ts';
import { csvDialect } from './csv-dialect.ts';

/** One row of a small table, with the line on which it begins. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** The text of a file in UTF-8, without its byte order mark. */
export function csvText(source: string | Buffer, file: string): Reading<string> {
  try {
    const bytes = typeof source === 'string' ? Buffer.from(source, 'utf8') : source;
    return { ok: true, value: wholeText(bytes) };
  } catch (error) {
    if (!(error instanceof UnreadableBytes)) throw error;
    const place = error.line === undefined ? { file } : { file, line: error.line };
    return { ok: false, problems: [error.found(place)] };
  }
}

/** All rows of a table that is small enough to be read at once, the headings included. */
export function csvRows(text: string, file: string): Reading<readonly CsvRow[]> {
  const rows: CsvRow[] = [];
  const problems: Problem[] = [];
  const { delimiter, isDeclared } = csvDialect(text);
  const csv = new CsvRows(delimiter, {
    row: (row) => {
      // `sep=;` says how to read the table, and is no part of it.
      if (!(isDeclared && row.line === 1)) rows.push({ cells: row.texts(), line: row.line });
    },
    strayQuote: (line) => problems.push(problem('pool.stray-quote', {}, { file, line })),
    openQuote: (line) => problems.push(problem('pool.unterminated-quote', {}, { file, line })),
    longRow: (line) => problems.push(problem('pool.long-row', { most: MOST_ROW_BYTES }, { file, line })),
  });
  csv.push(new TextEncoder().encode(text));
  csv.end();
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: rows };
}

/** A table with headings: rows as long as these, rows of nothing but empty cells left out. */
interface HeadedTable {
  readonly headings: readonly string[];
  /** The line of the headings. */
  readonly line: number;
  readonly rows: readonly CsvRow[];
  /** One for every row with more in it than the headings, so that a reader tells them with what is wrong in the others. */
  readonly problems: readonly Problem[];
}

/** The rows of a table, which may have been read already. */
function rowsOfTable(source: string | Buffer | readonly CsvRow[], file: string): Reading<readonly CsvRow[]> {
  if (typeof source !== 'string' && !Buffer.isBuffer(source)) return { ok: true, value: source };
  const text = csvText(source, file);
  return text.ok ? csvRows(text.value, file) : text;
}

/** A small table with headings. Cells that a row lacks at its end are empty, and empty ones too many are none. */
export function headedTable(source: string | Buffer | readonly CsvRow[], file: string): Reading<HeadedTable> {
  const read = rowsOfTable(source, file);
  if (!read.ok) return read;
  const [head, ...body] = read.value;
  const headings = (head?.cells ?? []).map((cell) => cell.normalize('NFC').trim());
  const filled = body.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const expected = headings.length;
  const isLong = ({ cells }: CsvRow): boolean => cells.slice(expected).some((cell) => cell.trim() !== '');
  const rows = filled
    .filter((row) => !isLong(row))
    .map(({ cells, line }) => ({ cells: headings.map((_heading, at) => cells[at] ?? ''), line }));
  const problems = filled
    .filter(isLong)
    .map(({ cells, line }) => problem('pool.cell-count', { expected, found: cells.length }, { file, line }));
  return { ok: true, value: { headings, line: head?.line ?? 1, rows, problems } };
}
