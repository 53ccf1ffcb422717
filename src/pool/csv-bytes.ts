import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { problem, type Place, type Problem } from '../words/problem.ts';
import { type Delimiter, delimiterOf } from './csv-delimiter.ts';

/** Bytes looked at for the header line; a longer one is cut for the look, not for the reading. */
const MOST_HEADER_BYTES = 1 << 20;

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Thrown through a stream to stop it; carries what is wrong with the bytes. */
export class UnreadableBytes extends Error {
  readonly found: (place: Place) => Problem;
  readonly line: number | undefined;
  constructor(found: (place: Place) => Problem, line?: number) {
    super('unreadable bytes');
    this.name = 'UnreadableBytes';
    this.found = found;
    this.line = line;
  }
}

/**
 * The bytes of a CSV file on their way to the parser: without the UTF-8 mark, proven to be UTF-8,
 * and hashed as they came. Throws {@link UnreadableBytes}.
 */
export class CsvBytes {
  readonly #hash = createHash('sha256');
  readonly #source: AsyncIterator<Buffer>;
  readonly #head: Buffer[] = [];
  #line = 1;
  /** The first bytes of a character whose last ones are in the next chunk. */
  #cut: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Reads as far as the header line goes and tells the delimiter from it; `undefined` for an empty file. */
  async delimiter(): Promise<Delimiter | undefined> {
    let head: Buffer = Buffer.alloc(0);
    while (head.length < MOST_HEADER_BYTES && !hasWholeLine(head)) {
      const next = await this.#source.next();
      if (next.done === true) break;
      this.#hash.update(next.value);
      head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
    }
    const unfit = notText(head);
    if (unfit !== undefined) throw unfit;
    if (head.subarray(0, 3).equals(UTF8_MARK)) head = head.subarray(3);
    if (head.length === 0) return undefined;
    this.#head.push(head);
    return delimiterOf(/^[^\r\n]*/.exec(head.toString('utf8'))?.[0] ?? '');
  }

  /** All bytes after the UTF-8 mark; to be read once, after {@link delimiter}. */
  async *chunks(): AsyncGenerator<Buffer> {
    for (const chunk of this.#head.splice(0)) {
      this.#prove(chunk);
      yield chunk;
    }
    for (;;) {
      const next = await this.#source.next();
      if (next.done === true) break;
      this.#hash.update(next.value);
      this.#prove(next.value);
      yield next.value;
    }
    if (this.#cut.length > 0) throw this.#notUtf8(this.#cut);
  }

  /** SHA-256 of all bytes, in hex; to be asked for once, after {@link chunks} has ended. */
  sha256(): string {
    return this.#hash.digest('hex');
  }

  /** Lets go of the source, so that a file is closed where reading stops early. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }

  #prove(chunk: Buffer): void {
    const bytes = this.#cut.length === 0 ? chunk : Buffer.concat([this.#cut, chunk]);
    const end = bytes.length - unfinishedBytes(bytes);
    if (!isUtf8(bytes.subarray(0, end))) throw this.#notUtf8(bytes);
    this.#cut = bytes.subarray(end);
    this.#countLines(chunk);
  }

  #countLines(chunk: Buffer): void {
    for (let at = chunk.indexOf(0x0a); at !== -1; at = chunk.indexOf(0x0a, at + 1)) this.#line += 1;
  }

  #notUtf8(bytes: Buffer): UnreadableBytes {
    return notUtf8(bytes, this.#line);
  }
}

/** What is wrong with a whole small file as text: UTF-16, no text at all, or a line that is not UTF-8; `undefined` if nothing is. */
export function unreadable(bytes: Buffer): UnreadableBytes | undefined {
  const unfit = notText(bytes);
  if (unfit !== undefined) return unfit;
  return isUtf8(bytes) ? undefined : notUtf8(bytes, 1);
}

function notUtf8(bytes: Buffer, firstLine: number): UnreadableBytes {
  let line = firstLine;
  let start = 0;
  for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, start)) {
    if (!isUtf8(bytes.subarray(start, end))) break;
    start = end + 1;
    line += 1;
  }
  return new UnreadableBytes((place) => problem('pool.not-utf8', {}, place), line);
}

/** How many bytes at the end begin a character that is not complete yet, 0 to 3. */
function unfinishedBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if ((byte & 0b1100_0000) === 0b1000_0000) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? back : 0;
  }
  return 0;
}

function hasWholeLine(head: Buffer): boolean {
  return head.subarray(3).some((byte) => byte === 0x0a || byte === 0x0d);
}

/** Bytes looked at to tell text from what is none. */
const LOOKED_AT = 1024;

/** Zero bytes, which no line of headings has, are UTF-16, or no text at all: a workbook, a picture. */
function notText(head: Buffer): UnreadableBytes | undefined {
  if (isUtf16(head)) return new UnreadableBytes((place) => problem('pool.utf16', {}, place));
  return head.subarray(0, LOOKED_AT).includes(0)
    ? new UnreadableBytes((place) => problem('pool.no-text', {}, place))
    : undefined;
}

/** UTF-16 is known by its mark, or by zeros in every other byte, since headings are mostly Latin. */
function isUtf16(head: Buffer): boolean {
  const marked = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const looked = head.subarray(0, LOOKED_AT);
  const zeros = looked.reduce((sum, byte) => sum + Number(byte === 0), 0);
  return marked || 4 * zeros > looked.length;
}
