import { createReadStream } from 'node:fs';
import { problem, type Place, type Problem } from '../words/problem.ts';
import { cannotRead } from './cannot-read.ts';
import { CsvBytes, UnreadableBytes } from '../tables/csv-bytes.ts';
import { CsvRows, type CsvListener, MOST_ROW_LENGTH } from '../tables/csv-rows.ts';
import type { Encoding } from '../tables/encoding.ts';
import { delimiterOf } from './csv-delimiter.ts';
import { GrowingCodes } from './growing-columns.ts';
import { PoolBuilder } from './pool-builder.ts';
import type { PoolReading } from './pool.ts';
import { ProblemList } from './problem-list.ts';

/** Bytes read from a file at a time; larger chunks did not read faster. */
const CHUNK_BYTES = 1 << 18;

/** What whoever gives a file says of it. */
export interface ReadOptions {
  /** Absent: UTF-8, and anything else is refused with the encoding that it seems to be in. */
  readonly encoding?: Encoding | undefined;
}

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
  { encoding }: ReadOptions = {},
): Promise<PoolReading> {
  const bytes = new CsvBytes(chunksOf(source), encoding);
  const problems = new ProblemList(file);
  const rows = new PoolRows(file, problems);
  try {
    const head = await bytes.head();
    const delimiter = delimiterOf(/^[^\r\n]*/.exec(head.toString('utf8'))?.[0] ?? '');
    if (head.length > 0) await readRows(bytes, new CsvRows(delimiter, rows), rows);
  } catch (error) {
    if (error instanceof UnreadableBytes) problems.add(error.found, () => placeOf(file, error.line));
    else throw error;
  } finally {
    await bytes.close();
  }
  return rows.finish(() => bytes.sha256());
}

/** Reads a CSV file by its path; a file that cannot be opened is a problem like any other. */
export async function readPoolFile(path: string, options: ReadOptions = {}): Promise<PoolReading> {
  try {
    return await readPoolCsv(createReadStream(path, { highWaterMark: CHUNK_BYTES }), path, options);
  } catch (error) {
    const found = cannotRead(error, path);
    if (found === undefined) throw error;
    return { ok: false, problems: [found] };
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

async function readRows(bytes: CsvBytes, csv: CsvRows, rows: PoolRows): Promise<void> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for await (const chunk of bytes.chunks()) {
    csv.push(decoder.decode(chunk, { stream: true }));
    if (rows.isFull) return;
  }
  csv.end();
}

/** Makes a pool of the rows of a CSV file: first the headings, then candidates. */
class PoolRows implements CsvListener {
  readonly #file: string;
  readonly #problems: ProblemList;
  readonly #lines = new GrowingCodes();
  #builder: PoolBuilder | undefined;
  #width = 0;
  #isFull = false;

  constructor(file: string, problems: ProblemList) {
    this.#file = file;
    this.#problems = problems;
  }

  /** Whether no more rows are wanted, because there is no room or no heading. */
  get isFull(): boolean {
    return this.#isFull;
  }

  row(cells: readonly string[], line: number): void {
    if (this.#isFull) return;
    if (this.#builder === undefined) {
      this.#takeHeadings(cells, line);
      return;
    }
    // A row of nothing but delimiters is how spreadsheets save an empty line.
    if ((cells[0] === '' || cells.length !== this.#width) && cells.every((cell) => cell.trim() === ''))
      return;
    if (cells.length !== this.#width) {
      const parameters = { expected: this.#width, found: cells.length };
      this.#report((place) => problem('pool.cell-count', parameters, place), line);
      return;
    }
    this.#lines.add(line);
    this.#isFull = !this.#builder.addRow(cells);
  }

  strayQuote(line: number): void {
    this.#report((place) => problem('pool.stray-quote', {}, place), line);
    // Without headings nothing that follows can be understood.
    this.#isFull ||= this.#builder === undefined;
  }

  openQuote(line: number): void {
    this.#report((place) => problem('pool.unterminated-quote', {}, place), line);
  }

  longRow(line: number): void {
    this.#report((place) => problem('pool.long-row', { most: MOST_ROW_LENGTH }, place), line);
  }

  /** The pool, or all problems; the hash is asked for only where it is needed and complete. */
  finish(sha256: () => string): PoolReading {
    if (this.#builder === undefined && this.#problems.isEmpty) {
      this.#problems.addForFile((place) => problem('pool.empty-file', {}, place));
    }
    if (this.#builder === undefined) return { ok: false, problems: this.#problems.finish() };
    return this.#builder.finish(this.#problems.isEmpty ? sha256() : '');
  }

  #takeHeadings(cells: readonly string[], line: number): void {
    this.#width = cells.length;
    const file = this.#file;
    const lines = this.#lines;
    this.#builder = new PoolBuilder(
      [...cells],
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
}
