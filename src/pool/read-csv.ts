import { open } from 'node:fs/promises';
import { problem, type Place } from '../words/problem.ts';
import { cannotRead } from './cannot-read.ts';
import { CsvBytes, UnreadableBytes } from '../tables/csv-bytes.ts';
import { CsvRows, type CsvListener, MOST_ROW_BYTES } from '../tables/csv-rows.ts';
import type { Encoding } from '../tables/encoding.ts';
import { type CsvDialect, csvDialect } from './csv-dialect.ts';
import { PoolRows } from './pool-rows.ts';
import type { PoolReading } from './pool.ts';
import { ProblemList } from './problem-list.ts';

/** Bytes read from a file at a time. */
const CHUNK_BYTES = 1 << 19;

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
    if (head.length > 0) await readRows(bytes, csvDialect(head.toString('utf8')), rows);
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
    return await readPoolCsv(bytesOfFile(path), path, options);
  } catch (error) {
    const found = cannotRead(error, path);
    if (found === undefined) throw error;
    return { ok: false, problems: [found] };
  }
}

/** The bytes of a file, in chunks of which each is filled again for the next one. */
async function* bytesOfFile(path: string): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    const room = Buffer.allocUnsafe(CHUNK_BYTES);
    for (;;) {
      const { bytesRead } = await file.read(room, 0, CHUNK_BYTES);
      if (bytesRead === 0) return;
      yield room.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
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

async function readRows(bytes: CsvBytes, dialect: CsvDialect, rows: PoolRows): Promise<void> {
  const csv = new CsvRows(dialect.delimiter, listenerOf(rows, dialect));
  for await (const chunk of bytes.chunks()) {
    csv.push(chunk);
    if (rows.isFull) return;
  }
  csv.end();
}

function listenerOf(rows: PoolRows, { isDeclared }: CsvDialect): CsvListener {
  return {
    row: (row) => {
      if (!(isDeclared && row.line === 1)) rows.row(row);
    },
    strayQuote: (line) => {
      const isHeading = rows.isEmpty;
      rows.findHeadings();
      rows.report((place) => problem('pool.stray-quote', {}, place), line);
      if (isHeading) rows.stop();
    },
    openQuote: (line) => {
      rows.findHeadings();
      rows.report((place) => problem('pool.unterminated-quote', {}, place), line);
    },
    longRow: (line) => {
      rows.findHeadings();
      rows.report((place) => problem('pool.long-row', { most: MOST_ROW_BYTES }, place), line);
    },
  };
}
