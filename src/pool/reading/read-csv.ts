import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { CsvBytes, UnreadableBytes } from '../../tables/csv/csv-bytes.ts';
import { type Encoding, fontEncoding } from '../../tables/text/encoding.ts';
import { fileKind, isContainer, KIND_BYTES } from '../../tables/file-kind.ts';
import { problem } from '../../words/problem.ts';
import { readable } from '../../tables/read-file.ts';
import { csvIntoRows } from './csv-into-rows.ts';
import type { Mapping, SheetsNamed } from '../headings/mapping-schema.ts';
import { PoolRows } from './pool-rows.ts';
import type { PoolReading } from '../pool.ts';
import { ProblemList } from '../cells/problem-list.ts';

/** Bytes read from a file at a time. */
const CHUNK_BYTES = 1 << 19;

/** Bytes that a workbook may have, packed as it is. */
const MOST_WORKBOOK_BYTES = 256 << 20;

/** What whoever gives a file says of it. */
export interface ReadOptions {
  /** Absent: UTF-8, and anything else is refused with the encoding that it seems to be in. */
  readonly encoding?: Encoding | undefined;
  /**
   * The sheet of a workbook by its name, or by its number from 1; several, or `*`, are read as one table. Absent: the
   * first that has a table of candidates.
   */
  readonly sheet?: SheetsNamed | undefined;
  /** How the office that gives the file writes its tables; what else is said here comes first. */
  readonly mapping?: Mapping | undefined;
}

/**
 * Reads candidates from a table, whatever its format, which is told from its content: CSV (UTF-8 with or
 * without a byte order mark, or the encoding that is named; comma, semicolon, tab or bar; any line ends), or a
 * workbook (XLSX, ODS, XLS). Headings and values in English or Vietnamese. A CSV is read in one pass,
 * straight into columns; memory grows with distinct values, ids and names alone.
 *
 * Rows without anything in them are skipped. All problems are found at once, each with the line, the
 * heading, the value and what is allowed; after 1,000 the rest is only counted.
 * An error of the source itself (a file that vanishes) is thrown.
 */
export async function readPoolCsv(
  source: AsyncIterable<Buffer> | Buffer | string,
  file: string,
  options: ReadOptions = {},
): Promise<PoolReading> {
  const problems = new ProblemList(file);
  const { mapping, encoding = mapping?.encoding, sheet = mapping?.sheet } = options;
  const { head, rest } = await headOf(chunksOf(source));
  if (isContainer(head)) {
    return readContainer(await allOf(rest, problems), problems, { sheet, encoding, mapping });
  }
  const kind = fileKind(head);
  if (kind !== 'text') {
    await rest.return(undefined);
    problems.addForFile((place) => problem('pool.not-a-table', { kind }, place));
    return { ok: false, problems: problems.finish() };
  }
  const rows = new PoolRows(problems, mapping);
  const bytes = new CsvBytes(rest, encoding);
  try {
    await csvIntoRows(bytes, rows);
  } catch (error) {
    if (!(error instanceof UnreadableBytes)) throw error;
    const { line } = error;
    problems.add(error.found, () => (line === undefined ? { file } : { file, line }));
  } finally {
    await bytes.close();
  }
  return rows.finish(() => bytes.sha256());
}

/** Reads a table by its path; a file that cannot be opened is a problem like any other. */
export async function readPoolFile(path: string, options: ReadOptions = {}): Promise<PoolReading> {
  const read = await readable(path, () => readPoolCsv(bytesOfFile(path), path, options));
  return read.ok ? read.value : read;
}

async function readContainer(
  bytes: Buffer | undefined,
  problems: ProblemList,
  { sheet, encoding, mapping }: ReadOptions,
): Promise<PoolReading> {
  if (bytes === undefined) return { ok: false, problems: problems.finish() };
  const kind = fileKind(bytes);
  if (kind === 'xlsx' || kind === 'ods' || kind === 'xls') {
    // The library for workbooks takes longer to load than a table of text to read.
    const { readWorkbook } = await import('./read-workbook.ts');
    const sha256 = (): string => createHash('sha256').update(bytes).digest('hex');
    const reading = { sheet, font: fontEncoding(encoding), mapping };
    return readWorkbook(bytes, kind, problems.file, reading, sha256);
  }
  problems.addForFile((place) => problem('pool.not-a-table', { kind }, place));
  return { ok: false, problems: problems.finish() };
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

/** The first bytes of a source, and all of it, these included. */
async function headOf(
  source: AsyncGenerator<Buffer>,
): Promise<{ readonly head: Buffer; readonly rest: AsyncGenerator<Buffer> }> {
  let head: Buffer = Buffer.alloc(0);
  while (head.length < KIND_BYTES) {
    const next = await source.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  return { head, rest: after(head, source) };
}

async function* after(head: Buffer, source: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  try {
    if (head.length > 0) yield head;
    yield* source;
  } finally {
    await source.return(undefined);
  }
}

/** All bytes of a workbook, which cannot be read in pieces; nothing, and a problem, where they are too many. */
async function allOf(source: AsyncGenerator<Buffer>, problems: ProblemList): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > MOST_WORKBOOK_BYTES) {
      problems.addForFile((place) => problem('pool.unreadable-workbook', { fault: 'too-large' }, place));
      return undefined;
    }
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks);
}
