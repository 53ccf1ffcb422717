/** What a {@link CsvRows} tells as it goes. Lines count from 1; a row's line is that on which it begins. */
export interface CsvListener {
  /** A row that is not blank. The array is used again for the next row. */
  row(cells: readonly string[], line: number): void;
  /** A quotation mark inside a cell that is not quoted, or text after a closing one; the rest of the line is left out. */
  strayQuote(line: number): void;
  /** A quotation mark that opens a cell and never closes; nothing is read after it. */
  openQuote(line: number): void;
  /** A row of more than {@link MOST_ROW_LENGTH} characters; nothing is read after it. */
  longRow(line: number): void;
}

/**
 * Characters that one row may have, where it comes in pieces. It bounds what an opening quotation mark without a closing one
 * can swallow before the reading stops.
 */
export const MOST_ROW_LENGTH = 1_000_000;

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** What ended a cell: the cell goes on in text still to come, or is malformed, where it is not a mark. */
type CellEnd = 'delimiter' | 'row' | 'cut' | 'stray' | 'open';

/**
 * Splits CSV (RFC 4180) into rows and cells, given piece by piece. Strict where that matters: a
 * quotation mark may only begin or end a cell or be doubled in a quoted one, as in csv-parse, which
 * the tests hold it against; but it looks for marks in decoded text instead of asking a dozen options
 * about each byte, and reads a million rows in a fraction of the time. LF, CR LF and CR end a row.
 */
export class CsvRows {
  readonly #delimiter: number;
  readonly #listener: CsvListener;
  readonly #cells: string[] = [];
  #text = '';
  /** Where the next cell begins, and after it where the one after that does. */
  #at = 0;
  #line = 1;
  /** Line ends inside the quoted cells of the current row. */
  #innerLines = 0;
  #isLast = false;
  #hasStopped = false;

  constructor(delimiter: string, listener: CsvListener) {
    this.#delimiter = delimiter.codePointAt(0)!;
    this.#listener = listener;
  }

  /** Takes the next piece of text; rows that are complete are told at once. */
  push(text: string): void {
    if (this.#hasStopped) return;
    this.#text = this.#text.slice(this.#at) + text;
    this.#at = 0;
    this.#readRows();
  }

  /** There is no more text: tells the last row, if no line end did. */
  end(): void {
    this.#isLast = true;
    this.push('');
  }

  #readRows(): void {
    while (this.#at < this.#text.length && !this.#hasStopped) {
      const begin = this.#at;
      const end = this.#readRow();
      if (end === 'cut' || (end === 'stray' && !this.#skipLine())) {
        const isQuoted = this.#text.charCodeAt(this.#at) === QUOTE;
        this.#at = begin;
        if (this.#text.length - begin > MOST_ROW_LENGTH) this.#stop(isQuoted);
        return;
      }
      if (end === 'open') this.#stop(true);
      else if (end === 'stray') this.#listener.strayQuote(this.#line + this.#innerLines);
      else this.#tell(begin);
      this.#line += 1 + this.#innerLines;
    }
  }

  #readRow(): CellEnd {
    this.#cells.length = 0;
    this.#innerLines = 0;
    let end: CellEnd = 'delimiter';
    while (end === 'delimiter') {
      end = this.#text.charCodeAt(this.#at) === QUOTE ? this.#readQuoted() : this.#readPlain();
    }
    return end;
  }

  #readPlain(): CellEnd {
    const text = this.#text;
    const begin = this.#at;
    for (let at = begin; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      // All marks lie below the letters, so one comparison settles most characters.
      if (code > 0x3b) continue;
      if (code === this.#delimiter || code === LINE_FEED || code === CARRIAGE_RETURN) {
        this.#cells.push(text.slice(begin, at));
        return this.#endAt(at, code);
      }
      if (code === QUOTE) return 'stray';
    }
    if (!this.#isLast) return 'cut';
    this.#cells.push(text.slice(begin));
    this.#at = text.length;
    return 'row';
  }

  #readQuoted(): CellEnd {
    const text = this.#text;
    const begin = this.#at + 1;
    let hasDoubled = false;
    let close = text.indexOf('"', begin);
    while (close !== -1 && text.charCodeAt(close + 1) === QUOTE) {
      hasDoubled = true;
      close = text.indexOf('"', close + 2);
    }
    if (close === -1) return this.#isLast ? 'open' : 'cut';
    if (close + 1 === text.length && !this.#isLast) return 'cut';
    const cell = text.slice(begin, close);
    this.#innerLines += lineEndsIn(cell);
    this.#cells.push(hasDoubled ? cell.replaceAll('""', '"') : cell);
    this.#at = close + 1;
    if (this.#at === text.length) return 'row';
    return this.#endAt(close + 1, text.charCodeAt(close + 1));
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
    // Whether a line feed belongs to it is only known with the next character.
    if (at + 1 === this.#text.length && !this.#isLast) return 'cut';
    this.#at = this.#text.charCodeAt(at + 1) === LINE_FEED ? at + 2 : at + 1;
    return 'row';
  }

  #tell(begin: number): void {
    const isBlank =
      this.#cells.length === 1 && this.#cells[0] === '' && this.#text.charCodeAt(begin) !== QUOTE;
    if (!isBlank) this.#listener.row(this.#cells, this.#line);
  }

  /**
   * Goes past the line on which a stray quotation mark stands: where its row really ends, nobody
   * knows. False if the line goes on in text still to come.
   */
  #skipLine(): boolean {
    const lineEnd = /\r\n|\r|\n/g;
    lineEnd.lastIndex = this.#at;
    const isFound = lineEnd.test(this.#text);
    this.#at = isFound ? lineEnd.lastIndex : this.#text.length;
    return this.#isLast || (isFound && this.#at < this.#text.length);
  }

  #stop(isQuoted: boolean): void {
    this.#hasStopped = true;
    if (isQuoted) this.#listener.openQuote(this.#line);
    else this.#listener.longRow(this.#line);
  }
}

function lineEndsIn(cell: string): number {
  return cell.includes('\n') || cell.includes('\r') ? cell.match(/\r\n|\r|\n/g)!.length : 0;
}
