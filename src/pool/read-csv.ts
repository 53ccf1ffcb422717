import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Parser, type CsvError, type Options } from 'csv-parse';
import { problem, type Place, type Problem, type Reading } from '../words/problem.ts';
import { CsvBytes, UnreadableBytes, type CsvDialect } from './csv-bytes.ts';
import { GrowingCodes } from './growing-columns.ts';
import { PoolBuilder } from './pool-builder.ts';
import type { Pool } from './pool.ts';
import { ProblemList } from './problem-list.ts';

/**
 * Bytes that one row may have. It bounds what an opening quotation mark without a closing one can
 * swallow before the reading stops.
 */
const MOST_ROW_BYTES = 1_000_000;

/** Bytes read from a file at a time; larger chunks did not read faster. */
const CHUNK_BYTES = 1 << 18;

/**
 * Reads candidates from CSV: UTF-8 with or without a byte order mark; comma, semicolon or tab, told
 * from the header line; any line ends; headings and values in English or Vietnamese. One pass,
 * straight into columns; memory grows with distinct values, ids and names alone.
 *
 * Rows without anything in them are skipped. All problems are found at once, each with the line, the
 * heading, the value and what is allowed; after 1,000 the rest is only counted.
 * An error of the source itself (a file that vanishes) is thrown.
 */
export async function readPoolCsv(
  source: AsyncIterable<Buffer> | Buffer | string,
  file: string,
): Promise<Reading<Pool>> {
  const bytes = new CsvBytes(chunksOf(source));
  const problems = new ProblemList(file);
  const rows = new CsvRows(file, problems);
  try {
    const dialect = await bytes.dialect();
    if (dialect !== undefined) await parse(bytes, dialect, rows);
  } catch (error) {
    if (error instanceof UnreadableBytes) problems.add(error.found, () => placeOf(file, error.line));
    else if (!(error instanceof StopReading)) throw error;
  } finally {
    await bytes.close();
  }
  return rows.finish(() => bytes.sha256());
}

/** Reads a CSV file by its path; a file that cannot be opened is a problem like any other. */
export async function readPoolFile(path: string): Promise<Reading<Pool>> {
  try {
    return await readPoolCsv(createReadStream(path, { highWaterMark: CHUNK_BYTES }), path);
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    return { ok: false, problems: [problem('pool.cannot-read', { reason }, { file: path })] };
  }
}

function reasonOf(error: unknown): 'missing' | 'folder' | 'forbidden' | 'other' | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'missing';
    case 'EISDIR':
      return 'folder';
    case 'EACCES':
    case 'EPERM':
      return 'forbidden';
    default:
      return typeof error.code === 'string' && error.code.startsWith('E') && 'syscall' in error
        ? 'other'
        : undefined;
  }
}

async function* chunksOf(source: AsyncIterable<Buffer> | Buffer | string): AsyncGenerator<Buffer> {
  if (typeof source === 'string') yield Buffer.from(source, 'utf8');
  else if (Buffer.isBuffer(source)) yield source;
  else yield* source;
}

function placeOf(file: string, line?: number): Place {
  return line === undefined ? { file } : { file, line };
}

/** Thrown inside the parser to end the reading; the problem is on the list already. */
class StopReading extends Error {}

async function parse(bytes: CsvBytes, dialect: CsvDialect, rows: CsvRows): Promise<void> {
  const options: Options = {
    delimiter: dialect.delimiter,
    record_delimiter: [...dialect.rowEnds],
    skip_empty_lines: true,
    relax_column_count: true,
    skip_records_with_error: true,
    max_record_size: MOST_ROW_BYTES,
    // Rows are taken here, not from the stream's end: a stream of a million objects costs more than their parsing.
    on_record: (cells: string[], { lines }) => {
      rows.take(cells, lines);
      return null;
    },
    on_skip: (error) => {
      if (error !== undefined) rows.takeFault(error);
      return undefined;
    },
  };
  await pipeline(bytes.chunks(), new Parser(options), async (none: AsyncIterable<unknown>) => {
    for await (const _ of none);
  });
}

/** The rows of a CSV file as the parser gives them: first the headings, then candidates. */
class CsvRows {
  readonly #file: string;
  readonly #problems: ProblemList;
  readonly #lines = new GrowingCodes();
  #builder: PoolBuilder | undefined;
  #width = 0;
  /** The last line that was read, as the file counts. */
  #line = 0;
  /** How many lines the parser has counted too many: it takes CR LF inside quotation marks for two. */
  #overcount = 0;
  #strayLine = 0;

  constructor(file: string, problems: ProblemList) {
    this.#file = file;
    this.#problems = problems;
  }

  /** Takes a row that ends on the parser's line `parserLine`. */
  take(cells: string[], parserLine: number): void {
    const line = this.#startOf(cells, parserLine);
    if (this.#builder === undefined) {
      this.#takeHeadings(cells, line);
      return;
    }
    if (cells.length !== this.#width) {
      if (cells.every((cell) => cell.trim() === '')) return;
      const parameters = { expected: this.#width, found: cells.length };
      this.#report((place) => problem('pool.cell-count', parameters, place), line);
      return;
    }
    if (cells[0] === '' && cells.every((cell) => cell.trim() === '')) return;
    this.#lines.add(line);
    if (!this.#builder.addRow(cells)) throw new StopReading();
  }

  /** Takes what the parser could not read; only quotation marks can be wrong by now. */
  takeFault(error: CsvError): void {
    if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE') {
      // After a misplaced quotation mark an open one is its consequence.
      if (this.#strayLine <= this.#line) {
        this.#report((place) => problem('pool.unterminated-quote', {}, place), this.#line + 1);
      }
      throw new StopReading();
    }
    const line = Number(error['lines']) - this.#overcount;
    if (line !== this.#strayLine) this.#report((place) => problem('pool.stray-quote', {}, place), line);
    // One row with one misplaced quotation mark tends to have more of them.
    this.#strayLine = line;
    if (this.#builder === undefined) throw new StopReading();
  }

  /** The pool, or all problems; the hash is asked for only where it is needed and complete. */
  finish(sha256: () => string): Reading<Pool> {
    if (this.#builder === undefined && this.#problems.isEmpty) {
      this.#problems.addForFile((place) => problem('pool.empty-file', {}, place));
    }
    if (this.#builder === undefined) return { ok: false, problems: this.#problems.finish() };
    return this.#builder.finish(this.#problems.isEmpty ? sha256() : '');
  }

  #takeHeadings(cells: string[], line: number): void {
    this.#width = cells.length;
    const file = this.#file;
    const lines = this.#lines;
    this.#builder = new PoolBuilder(
      cells,
      (field) => ({ file, line, field }),
      {
        placeOf: (row, field) => ({
          ...placeOf(file, lines.at(row)),
          ...(field === undefined ? {} : { field }),
        }),
        duplicateId: (id, first, second, place) =>
          problem('pool.duplicate-id', { id, first: lines.at(first), second: lines.at(second) }, place),
      },
      this.#problems,
    );
  }

  #report(make: (place: Place) => Problem, line: number): void {
    this.#problems.add(make, () => placeOf(this.#file, line));
  }

  /** The line on which a row begins: quoted cells may hold line ends of their own. */
  #startOf(cells: readonly string[], parserLine: number): number {
    const end = parserLine - this.#overcount;
    if (end - this.#line === 1) {
      this.#line = end;
      return end;
    }
    let inside = 0;
    for (const cell of cells) {
      for (const [lineEnd] of cell.matchAll(/\r\n|\r|\n/g)) {
        inside += 1;
        if (lineEnd === '\r\n') this.#overcount += 1;
      }
    }
    this.#line = parserLine - this.#overcount;
    return this.#line - inside;
  }
}
