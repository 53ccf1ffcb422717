import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { problem, type Place, type Problem } from '../../words/problem.ts';
import { decoded, type Encoding, guessedEncoding, LOST_LETTER, strictDecoder } from '../text/encoding.ts';

/** Bytes looked at for the headings; what is longer is cut for the look, not for the reading. */
const HEAD_BYTES = 1 << 16;

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const LOST = Buffer.from(LOST_LETTER);
const LINE_FEED = 0x0a;

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
 * The bytes of a CSV file on their way to the parser: in UTF-8 without its mark, converted where another
 * encoding is named, proven to be text, and hashed as they came. Throws {@link UnreadableBytes}.
 */
export class CsvBytes {
  readonly #hash = createHash('sha256');
  readonly #source: AsyncIterator<Buffer>;
  readonly #encoding: Encoding;
  #decoder: Pick<TextDecoder, 'decode'> | undefined;
  #isUtf8AfterAll = false;
  readonly #head: Buffer[] = [];
  #line = 1;
  /** The first bytes of a character whose last ones are in the next chunk. */
  #cut: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>, encoding: Encoding = 'utf-8') {
    this.#source = source[Symbol.asyncIterator]();
    this.#encoding = encoding;
    this.#decoder = encoding === 'utf-8' ? undefined : strictDecoder(encoding);
  }

  /** Reads as far as headings may go, and gives that much; empty for an empty file. */
  async head(): Promise<Buffer> {
    let head: Buffer = Buffer.alloc(0);
    while (head.length < HEAD_BYTES) {
      const next = await this.#source.next();
      if (next.done === true) break;
      this.#hash.update(next.value);
      // The source may fill its chunk again.
      head = Buffer.concat([head, next.value]);
    }
    if (isCodePage(this.#encoding) && isUtf8WithLetters(head)) {
      this.#isUtf8AfterAll = true;
      this.#decoder = undefined;
    }
    const unfit = this.#decoder === undefined ? notText(head) : undefined;
    if (unfit !== undefined) throw unfit;
    if (head.subarray(0, UTF8_MARK.length).equals(UTF8_MARK)) head = head.subarray(UTF8_MARK.length);
    if (head.length === 0) return head;
    let text = this.#converted(head);
    // A line of a small file may end with it.
    if (text.length === 0) text = this.#convertedEnd();
    this.#head.push(text);
    return text;
  }

  /**
   * Whether a code page was said of bytes that are UTF-8, and are read as that: words of a code page are hardly
   * ever UTF-8 as well, and of several files one encoding may be said. To be asked after {@link head}.
   */
  get isUtf8AfterAll(): boolean {
    return this.#isUtf8AfterAll;
  }

  /** All bytes after the UTF-8 mark; to be read once, after {@link head}. */
  async *chunks(): AsyncGenerator<Buffer> {
    for (const chunk of this.#head.splice(0)) {
      this.#prove(chunk);
      yield chunk;
    }
    for (;;) {
      const next = await this.#source.next();
      if (next.done === true) break;
      this.#hash.update(next.value);
      const chunk = this.#converted(next.value);
      this.#prove(chunk);
      yield chunk;
    }
    const last = this.#convertedEnd();
    this.#prove(last);
    if (last.length > 0) yield last;
    if (this.#cut.length > 0) throw notUtf8(this.#cut, this.#line);
  }

  /** SHA-256 of all bytes, in hex; to be asked for once, after {@link chunks} has ended. */
  sha256(): string {
    return this.#hash.digest('hex');
  }

  /** Lets go of the source, so that a file is closed where reading stops early. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }

  #converted(chunk: Buffer): Buffer {
    if (this.#decoder === undefined) return chunk;
    try {
      return Buffer.from(this.#decoder.decode(chunk, { stream: true }), 'utf8');
    } catch {
      throw notDecoded(chunk, this.#encoding, this.#line);
    }
  }

  /** What a decoder has held back. Letters of several bytes must not be cut off by the end of the file. */
  #convertedEnd(): Buffer {
    try {
      return Buffer.from(this.#decoder?.decode() ?? '', 'utf8');
    } catch {
      throw notDecoded(Buffer.alloc(0), this.#encoding, this.#line);
    }
  }

  #proveWhole(bytes: Buffer): void {
    if (!isUtf8(bytes)) throw notUtf8(bytes, this.#line);
    const lost = bytes.indexOf(LOST);
    if (lost !== -1) throw lostLetter(this.#line + lineFeedsIn(bytes.subarray(0, lost)));
    this.#line += lineFeedsIn(bytes);
  }

  #prove(chunk: Buffer): void {
    const begun = this.#cut.length === 0 ? 0 : Math.min(continuingBytes(chunk), chunk.length);
    // A letter that lies in two chunks is looked at by itself, so that no chunk is copied for it.
    const seam = begun === 0 ? this.#cut : Buffer.concat([this.#cut, chunk.subarray(0, begun)]);
    const isWhole = begun < chunk.length;
    if (isWhole && seam.length > 0) this.#proveWhole(seam);
    const rest = chunk.subarray(isWhole ? begun : chunk.length);
    const end = rest.length - unfinishedBytes(rest);
    this.#proveWhole(rest.subarray(0, end));
    // The chunk may be filled again before the letter that it cuts is looked at.
    this.#cut = isWhole ? Buffer.from(rest.subarray(end)) : seam;
  }
}

function isCodePage(encoding: Encoding): boolean {
  return encoding === 'windows-1258' || encoding === 'windows-1252';
}

/** Whether bytes, of which the last letter may be cut, are UTF-8 with letters that ASCII has not. */
function isUtf8WithLetters(bytes: Buffer): boolean {
  const whole = bytes.subarray(0, bytes.length - unfinishedBytes(bytes));
  return isUtf8(whole) && whole.some((byte) => byte >= 0x80);
}

/** How many bytes at the beginning go on with a character that began before. */
function continuingBytes(bytes: Buffer): number {
  let count = 0;
  while (count < bytes.length && (bytes[count]! & 0b1100_0000) === 0b1000_0000) count += 1;
  return count;
}

function lineFeedsIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1;
  return count;
}

/** The text of a whole small file, without its byte order mark. Throws {@link UnreadableBytes}. */
export function wholeText(bytes: Buffer, encoding: Encoding = 'utf-8'): string {
  const unfit = encoding === 'utf-8' ? notText(bytes) : undefined;
  if (unfit !== undefined) throw unfit;
  const read = decoded(bytes, encoding);
  if (!read.ok) throw unfitBytes(encoding, read.guess, read.line);
  const lost = read.text.indexOf(LOST_LETTER);
  if (lost !== -1) throw lostLetter(read.text.slice(0, lost).split('\n').length);
  return read.text;
}

function notUtf8(bytes: Buffer, firstLine: number): UnreadableBytes {
  return notDecoded(bytes, 'utf-8', firstLine);
}

function notDecoded(bytes: Buffer, encoding: Encoding, firstLine: number): UnreadableBytes {
  const read = decoded(bytes, encoding);
  return read.ok
    ? unfitBytes(encoding, undefined, firstLine)
    : unfitBytes(encoding, read.guess, firstLine + read.line - 1);
}

function unfitBytes(encoding: Encoding, guess: Encoding | undefined, line: number): UnreadableBytes {
  return new UnreadableBytes((place) => problem('pool.not-decoded', { encoding, guess }, place), line);
}

function lostLetter(line: number): UnreadableBytes {
  return new UnreadableBytes((place) => problem('pool.lost-letter', {}, place), line);
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

/** Bytes looked at to tell text from what is none. */
const LOOKED_AT = 1024;

/** Zero bytes, which no line of headings has, are UTF-16, or no text at all: a workbook, a picture. */
function notText(head: Buffer): UnreadableBytes | undefined {
  const guess = guessedEncoding(head);
  if (guess === 'utf-16le' || guess === 'utf-16be')
    return new UnreadableBytes((place) => problem('pool.utf16', { guess }, place));
  return head.subarray(0, LOOKED_AT).includes(0)
    ? new UnreadableBytes((place) => problem('pool.no-text', {}, place))
    : undefined;
}
