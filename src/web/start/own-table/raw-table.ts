import { csvDialect } from '../../../pool/reading/csv-dialect.ts';
import { CsvRows } from '../../../tables/csv/csv-rows.ts';
import { columnOfHeading } from '../../../pool/synonyms.ts';
import { csvLine } from '../../../tables/csv/write-csv.ts';
import type { ProblemItem } from '../../../service/answers/answers.ts';

/** One row of a file as it stands, whatever is wrong with it. */
export interface RawRow {
  /** The line on which it begins, from 1; problems name it. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file as a table of texts, to be mended cell by cell. */
export interface RawTable {
  /** The first row. */
  readonly headings: readonly string[];
  /** The line of the first row. */
  readonly line: number;
  readonly rows: readonly RawRow[];
  /** Whether every row could be split into cells, so that writing the table loses nothing of the file. */
  readonly whole: boolean;
}

/** Splits the text of a file into a table, without judging any cell. */
export function rawTableIn(csv: string): RawTable {
  const all: RawRow[] = [];
  let whole = true;
  const broken = (): void => {
    whole = false;
  };
  const text = csv.replace(/^\uFEFF/, '');
  const { delimiter, isDeclared } = csvDialect(text);
  const rows = new CsvRows(delimiter, {
    row: (row) => {
      if (!(isDeclared && row.line === 1)) all.push({ line: row.line, cells: row.texts() });
    },
    strayQuote: broken,
    openQuote: broken,
    longRow: broken,
  });
  rows.push(new TextEncoder().encode(text));
  rows.end();
  const [first, ...rest] = all;
  return { headings: first?.cells ?? [], line: first?.line ?? 1, rows: rest, whole };
}

/**
 * The lines of the candidates of a file, in their order.
 *
 * @param heading the line of the headings.
 * @param people how many candidates were read in it; where they are not those of all its rows, no line is known.
 */
export function linesOfPeople(csv: string, heading: number, people: number): readonly number[] | undefined {
  const { rows, whole } = rawTableIn(csv);
  const below = rows.filter(({ line, cells }) => line > heading && cells.some((cell) => cell.trim() !== ''));
  return whole && below.length === people ? below.map(({ line }) => line) : undefined;
}

/** The text of the file with one cell changed; a short row gets the cells that it lacks, and every row keeps its line. */
export function withCell(table: RawTable, line: number, column: number, text: string): string {
  const first: RawRow = { line: table.line, cells: table.headings };
  let written = '';
  let next = 1;
  for (const row of [first, ...table.rows]) {
    const ended = csvLine(row.line === line ? changed(row.cells, column, text) : row.cells);
    const blank = '\n'.repeat(Math.max(row.line - next, 0));
    written += blank + ended;
    next += blank.length + ended.split('\n').length - 1;
  }
  return written;
}

function changed(cells: readonly string[], column: number, text: string): readonly string[] {
  const width = Math.max(cells.length, column + 1);
  return Array.from({ length: width }, (_each, index) => (index === column ? text : (cells[index] ?? '')));
}

/** The problems of each cell, by `line column`; those of a whole row under column −1, of the file under line 0. */
export function problemsByCell(
  { headings }: Pick<RawTable, 'headings'>,
  problems: readonly ProblemItem[],
): ReadonlyMap<string, readonly ProblemItem[]> {
  const columns = new Map(headings.map((heading, index) => [heading, index]));
  headings.forEach((heading, index) => {
    const name = columnOfHeading(heading)?.name;
    if (name !== undefined && !columns.has(name)) columns.set(name, index);
  });
  const byCell = new Map<string, ProblemItem[]>();
  for (const problem of problems) {
    const { line = 0, field } = problem.place ?? {};
    const key = cellKey(line, field === undefined ? -1 : (columns.get(field) ?? -1));
    byCell.set(key, [...(byCell.get(key) ?? []), problem]);
  }
  return byCell;
}

/** The key of a cell in {@link problemsByCell}. */
export function cellKey(line: number, column: number): string {
  return `${line} ${column}`;
}
