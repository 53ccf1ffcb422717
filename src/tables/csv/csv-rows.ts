import { CellRow, HASH_PRIME, HASH_SEED } from '../cell-row.ts';

/** What a {@link CsvRows} tells as it goes. Lines count from 1; a row's line is that on which it begins. */
export interface CsvListener {
  /**
   * A row that is not blank. It is filled again for the next one; its bytes stay until the next piece is
   * pushed.
   */
  row(cells: CellRow): void;
  /** A quotation mark inside a cell that is not quoted, or text after a closing one; the rest of the line is left out. */
  strayQuote(line: number): void;
  /** A quotation mark that opens a cell and never closes; nothing is read after it. */
  openQuote(line: number): void;
  /** A row of more than {@link MOST_ROW_BYTES} bytes; nothing is read after it. */
  longRow(line: number): void;
}

/**
 * Bytes that one row may have. It bounds what an opening quotation mark without a closing one can swallow
 * before the reading stops.
 */
export const MOST_ROW_BYTES = 1_000_000;

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const NOTHING = new Uint8Array();

/** What ended a cell: the cell goes on in bytes still to come, or is malformed, where it is not a mark. */
type CellEnd = 'delimiter' | 'row' | 'cut' | 'stray' | 'open';

/**
 * Splits CSV (RFC 4180) in UTF-8 into rows and cells, given piece by piece. Strict where that matters: a
 * quotation mark may only begin or end a cell or be doubled in a quoted one, as in csv-parse, which the
 * tests hold it against. It looks at each byte once, hashes the cells on the way, and makes no texts:
 * of the cells of a large table only the distinct ones are ever read. LF, CR LF and CR end a row.
 */
export class CsvRows {
  /** 1 for the bytes that may end a cell or open a quotation. */
  readonly #marks = new Uint8Array(256);
  readonly #delimiter: number;
  readonly #listener: CsvListener;
  readonly #row = new CellRow();
  #bytes: Uint8Array = NOTHING;
  /** How many of {@link #bytes} there are; what stands behind them is of no meaning. */
  #length = 0;
  /** Where the next cell begins, and after it where the one after that does. */
  #at = 0;
  #line = 1;
  /** Line ends inside the quoted cells of the current row. */
  #innerLines = 0;
  /** Cells of the current row in which quotation marks are doubled. */
  readonly #doubled: number[] = [];
  #isLast = false;
  #hasStopped = false;

  constructor(delimiter: string, listener: CsvListener) {
    this.#delimiter = delimiter.codePointAt(0)!;
    this.#listener = listener;
    for (const mark of [this.#delimiter, QUOTE, LINE_FEED, CARRIAGE_RETURN]) this.#marks[mark] = 1;
  }

  /** Takes the next piece, which may end anywhere; rows that are complete are told at once. */
  push(bytes: Uint8Array): void {
    if (this.#hasStopped) return;
    this.#append(bytes);
    this.#readRows();
  }

  /** There are no more bytes: tells the last row, if no line end did. */
  end(): void {
    this.#isLast = true;
    this.push(NOTHING);
  }

  /** Puts more bytes behind those of a row that was cut; the room for them is used again. */
  #append(bytes: Uint8Array): void {
    const rest = this.#length - this.#at;
    const needed = rest + bytes.length;
    if (needed > this.#bytes.length) {
      const room = new Uint8Array(2 * needed);
      room.set(this.#bytes.subarray(this.#at, this.#length));
      this.#bytes = room;
      this.#row.bytes = room;
    } else this.#bytes.copyWithin(0, this.#at, this.#length);
    this.#bytes.set(bytes, rest);
    this.#length = needed;
    this.#at = 0;
  }

  #readRows(): void {
    while (this.#at < this.#length && !this.#hasStopped) {
      const begin = this.#at;
      const end = this.#readRow();
      if (end === 'cut' || (end === 'stray' && !this.#skipLine())) {
        const isQuoted = this.#at < this.#length && this.#bytes[this.#at] === QUOTE;
        this.#at = begin;
        if (this.#length - begin > MOST_ROW_BYTES) this.#stop(isQuoted);
        return;
      }
      if (end === 'open') this.#stop(true);
      else if (end === 'stray') this.#listener.strayQuote(this.#line + this.#innerLines);
      else if (this.#at - begin > MOST_ROW_BYTES) this.#stop(false);
      else this.#tell(begin);
      this.#line += 1 + this.#innerLines;
    }
  }

  #readRow(): CellEnd {
    this.#row.count = 0;
    this.#doubled.length = 0;
    this.#innerLines = 0;
    let end: CellEnd = 'delimiter';
    while (end === 'delimiter') {
      const isQuoted = this.#at < this.#length && this.#bytes[this.#at] === QUOTE;
      end = isQuoted ? this.#readQuoted() : this.#readPlain();
    }
    return end;
  }

  #readPlain(): CellEnd {
    const bytes = this.#bytes;
    const marks = this.#marks;
    const length = this.#length;
    const begin = this.#at;
    let hash = HASH_SEED;
    let at = begin;
    for (; at < length; at += 1) {
      const byte = bytes[at]!;
      if (marks[byte] !== 0) break;
      hash = Math.imul(hash ^ byte, HASH_PRIME);
    }
    if (at === length) {
      if (!this.#isLast) return 'cut';
      this.#row.add(begin, at, hash);
      this.#at = at;
      return 'row';
    }
    if (bytes[at] === QUOTE) return 'stray';
    this.#row.add(begin, at, hash);
    return this.#endAt(at, bytes[at]!);
  }

  #readQuoted(): CellEnd {
    const bytes = this.#bytes;
    const length = this.#length;
    const begin = this.#at + 1;
    let hasDoubled = false;
    let hash = HASH_SEED;
    let at = begin;
    for (; at < length; at += 1) {
      const byte = bytes[at]!;
      if (byte === QUOTE) {
        if (at + 1 >= length || bytes[at + 1] !== QUOTE) break;
        hasDoubled = true;
        at += 1;
      }
      hash = Math.imul(hash ^ byte, HASH_PRIME);
    }
    if (at >= length) return this.#isLast ? 'open' : 'cut';
    if (at + 1 === length && !this.#isLast) return 'cut';
    this.#innerLines += lineEndsIn(bytes, begin, at);
    if (hasDoubled) this.#doubled.push(this.#row.count);
    this.#row.add(begin, at, hash);
    this.#at = at + 1;
    return this.#at === length ? 'row' : this.#endAt(at + 1, bytes[at + 1]!);
  }

  /** Goes past the mark that ends a cell. */
  #endAt(at: number, mark: number): CellEnd {
    if (mark === this.#delimiter) {
      this.#at = at + 1;
      return 'delimiter';
    }
    if (mark === LINE_FEED) {
      this.#at = at + 1;
      return 'row';
    }
    if (mark !== CARRIAGE_RETURN) return 'stray';
    // Whether a line feed belongs to it is only known with the next byte.
    if (at + 1 === this.#length && !this.#isLast) return 'cut';
    const isPair = at + 1 < this.#length && this.#bytes[at + 1] === LINE_FEED;
    this.#at = isPair ? at + 2 : at + 1;
    return 'row';
  }

  #tell(begin: number): void {
    const row = this.#row;
    const isBlank = row.count === 1 && row.starts[0] === row.ends[0] && this.#bytes[begin] !== QUOTE;
    if (isBlank) return;
    // Only now: a row that is cut is read again from its first byte.
    for (const cell of this.#doubled) {
      row.ends[cell] = withoutDoubles(this.#bytes, row.starts[cell]!, row.ends[cell]!);
    }
    row.line = this.#line;
    this.#listener.row(row);
  }

  /**
   * Goes past the line on which a stray quotation mark stands: where its row really ends, nobody
   * knows. False if the line goes on in bytes still to come.
   */
  #skipLine(): boolean {
    const bytes = this.#bytes;
    const length = this.#length;
    let at = this.#at;
    while (at < length && bytes[at] !== LINE_FEED && bytes[at] !== CARRIAGE_RETURN) at += 1;
    const isFound = at < length;
    const isPair = bytes[at] === CARRIAGE_RETURN && at + 1 < length && bytes[at + 1] === LINE_FEED;
    this.#at = isFound ? at + (isPair ? 2 : 1) : at;
    return this.#isLast || (isFound && this.#at < length);
  }

  #stop(isQuoted: boolean): void {
    this.#hasStopped = true;
    if (isQuoted) this.#listener.openQuote(this.#line);
    else this.#listener.longRow(this.#line);
  }
}

function lineEndsIn(bytes: Uint8Array, begin: number, end: number): number {
  let count = 0;
  for (let at = begin; at < end; at += 1) {
    if (bytes[at] === LINE_FEED || (bytes[at] === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED)) count += 1;
  }
  return count;
}

/** Moves the bytes of a cell together so that doubled quotation marks are single; tells where it ends then. */
function withoutDoubles(bytes: Uint8Array, start: number, end: number): number {
  let kept = start;
  for (let at = start; at < end; at += 1) {
    bytes[kept] = bytes[at]!;
    kept += 1;
    if (bytes[at] === QUOTE) at += 1;
  }
  return kept;
}
