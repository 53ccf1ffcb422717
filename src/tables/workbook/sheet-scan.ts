import { serialToDate } from 'hucre';
import { CellRoom } from '../cell-room.ts';
import { CellRow, HASH_SEED } from '../cell-row.ts';
import { dateText, numberText } from '../cell-values.ts';
import {
  CELL_TYPE,
  digitsIn,
  isPlainNumber,
  MOST_COLUMNS,
  MOST_SHEET_ROWS,
  type Merged,
  mergedIn,
} from './sheet-bytes.ts';
import { MalformedSheet, SheetTags } from './sheet-tags.ts';
import { textOfXml } from './xml-text.ts';
import type { NumberStyle } from './number-style.ts';
import type { ColumnSpan } from './workbook-rows.ts';
import type { XlsxParts } from './xlsx-parts.ts';

/** Bytes of cells after which reading pauses, so that they are looked at while they are at hand. */
const BATCH = 1 << 16;

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const AMPERSAND = 0x26;
const UNDERSCORE = 0x5f;
const LOWER_R = 0x72;
const LOWER_T = 0x74;
const LOWER_C = 0x63;
const LOWER_V = 0x76;
const LOWER_I = 0x69;
const LOWER_O = 0x6f;

const UTF8 = new TextDecoder();
const TO_UTF8 = new TextEncoder();

/**
 * Reads the rows of a large sheet of an XLSX out of the bytes of its XML, without making texts or objects of
 * its cells: as a million of them are read here, a parser of XML would take ten times as long. Formulas give
 * the value saved with them; cells merged downwards say the same in every row.
 */
export class SheetScan {
  readonly #xml: Uint8Array;
  readonly #tags: SheetTags;
  readonly #parts: XlsxParts;
  readonly #row = new CellRow();
  readonly #room = new CellRoom(2 * BATCH);
  #isEnded = false;
  /** The row that was read last, from 1. */
  #line = 0;
  readonly #mergedFrom: ReadonlyMap<number, readonly Merged[]>;
  /** Cells that go on in the rows below, by their column. */
  readonly #goingOn = new Map<number, { readonly last: number; readonly text: Uint8Array }>();
  readonly #dates = new Map<number, Uint8Array>();
  /** Columns that are hidden. */
  readonly hiddenColumns: readonly ColumnSpan[];
  /** Whether the row is hidden that was read last. */
  #isHidden = false;

  /** @throws MalformedSheet */
  constructor(xml: Uint8Array, parts: XlsxParts) {
    this.#xml = xml;
    this.#tags = new SheetTags(xml);
    this.#parts = parts;
    const looked = Buffer.from(xml.buffer, xml.byteOffset, xml.length);
    const begin = looked.indexOf('<sheetData');
    if (begin === -1) throw new MalformedSheet();
    this.hiddenColumns = hiddenColumnsIn(looked.toString('latin1', 0, begin));
    this.#tags.at = this.#tags.tagEnd(begin) + 1;
    this.#isEnded = looked[this.#tags.at - 2] === SLASH;
    this.#mergedFrom = mergedIn(looked);
  }

  /**
   * Reads rows until there are enough of them to be looked at; false at the end. The cells of all of them stay
   * until it is called again.
   */
  read(tell: (row: CellRow, isHidden: boolean) => void): boolean {
    this.#room.used = 0;
    while (!this.#isEnded && this.#room.used < BATCH) {
      if (!this.#readRow()) break;
      this.#row.bytes = this.#room.bytes;
      tell(this.#row, this.#isHidden);
    }
    return !this.#isEnded;
  }

  /** Reads the next row; false where there is none. */
  #readRow(): boolean {
    const tags = this.#tags;
    const xml = this.#xml;
    const at = tags.next(LESS, tags.at);
    if (xml[at + 1] === SLASH) {
      this.#isEnded = true;
      return false;
    }
    if (xml[at + 1] !== LOWER_R || xml[at + 2] !== LOWER_O) throw new MalformedSheet();
    tags.readAttributes(at + '<row'.length);
    const line = tags.rowSaid();
    if (line > MOST_SHEET_ROWS) throw new MalformedSheet();
    this.#isHidden = tags.isHidden;
    this.#line = line > 0 ? line : this.#line + 1;
    this.#row.count = 0;
    this.#row.line = this.#line;
    if (!tags.isClosed) this.#readCells();
    this.#goOn();
    return true;
  }

  #readCells(): void {
    const xml = this.#xml;
    let column = 0;
    for (;;) {
      const at = this.#tags.next(LESS, this.#tags.at);
      if (xml[at + 1] === SLASH) {
        this.#tags.at = this.#tags.tagEnd(at) + 1;
        return;
      }
      if (xml[at + 1] !== LOWER_C) throw new MalformedSheet();
      this.#tags.readAttributes(at + 2);
      const said = this.#tags.columnSaid();
      if (said !== -1) column = said;
      if (column >= MOST_COLUMNS) throw new MalformedSheet();
      const begin = this.#room.used;
      const hash = this.#tags.isClosed ? HASH_SEED : this.#readValue();
      this.#set(column, begin, this.#room.used, hash);
      column += 1;
    }
  }

  #set(column: number, start: number, end: number, hash: number): void {
    const row = this.#row;
    while (row.count <= column) row.add(start, start, HASH_SEED);
    row.starts[column] = start;
    row.ends[column] = end;
    row.hashes[column] = hash;
  }

  /** Reads what stands in a cell, up to its end; tells the hash of it. */
  #readValue(): number {
    const xml = this.#xml;
    const [type, style] = [this.#tags.type, this.#tags.style];
    let hash = HASH_SEED;
    for (;;) {
      const at = this.#tags.next(LESS, this.#tags.at);
      const first = xml[at + 1]!;
      const end = this.#tags.tagEnd(at);
      this.#tags.at = end + 1;
      if (first === SLASH) {
        if (xml[at + 2] === LOWER_C) return hash;
        continue;
      }
      if (xml[end - 1] === SLASH) continue;
      const isInline = first === LOWER_I || (first === LOWER_T && type === CELL_TYPE.inPlace);
      if (first === LOWER_V || (isInline && first === LOWER_T)) {
        const close = this.#tags.next(LESS, this.#tags.at);
        hash = this.#value(type, style, end + 1, close, hash);
        this.#tags.at = close;
      } else if (!isInline) this.#skip(first, end);
    }
  }

  /** Goes past an element that says nothing, such as a formula, or how a text is pronounced. */
  #skip(first: number, end: number): void {
    // The runs of a text (`r`) hold texts; their properties and pronunciation do not count.
    const isRun = first === LOWER_R && this.#xml[end] === GREATER && this.#xml[end - 1] === LOWER_R;
    if (isRun) return;
    const xml = this.#xml;
    let at = this.#tags.next(LESS, end);
    while (xml[at + 1] !== SLASH || xml[at + 2] !== first) at = this.#tags.next(LESS, at + 1);
    this.#tags.at = this.#tags.tagEnd(at) + 1;
  }

  /** Takes a value over into the room; tells its hash. @param before the hash of what stands before it in the cell */
  #value(type: number, style: number, start: number, end: number, before: number): number {
    const xml = this.#xml;
    switch (type) {
      case CELL_TYPE.shared: {
        const { bytes, offsets, hashes, size } = this.#parts.texts;
        const index = digitsIn(xml, start, end);
        if (index === -1 || index >= size) return HASH_SEED;
        this.#room.copy(bytes, offsets[index]!, offsets[index + 1]!);
        return hashes[index]!;
      }
      case CELL_TYPE.boolean:
        return this.#put(
          TO_UTF8.encode(xml[start] === 0x31 || xml[start] === LOWER_T ? 'true' : 'false'),
          before,
        );
      case CELL_TYPE.number:
        return this.#number(style, start, end);
      default:
        return this.#text(start, end, before);
    }
  }

  #text(start: number, end: number, before: number): number {
    const xml = this.#xml;
    for (let at = start; at < end; at += 1) {
      const byte = xml[at]!;
      if (byte === AMPERSAND || byte === UNDERSCORE) {
        return this.#put(TO_UTF8.encode(textOfXml(UTF8.decode(xml.subarray(start, end)))), before);
      }
    }
    return this.#room.add(xml, start, end, before);
  }

  #number(style: number, start: number, end: number): number {
    const shown = this.#parts.styles[style] ?? 'number';
    if (shown === 'number' && isPlainNumber(this.#xml, start, end))
      return this.#room.add(this.#xml, start, end);
    const whole = shown === 'date' ? digitsIn(this.#xml, start, end) : -1;
    const known = whole === -1 ? undefined : this.#dates.get(whole);
    if (known !== undefined) return this.#put(known);
    const text = TO_UTF8.encode(this.#shownAs(shown, UTF8.decode(this.#xml.subarray(start, end))));
    if (whole !== -1) this.#dates.set(whole, text);
    return this.#put(text);
  }

  #shownAs(shown: NumberStyle, written: string): string {
    const value = Number(written);
    if (written.trim() === '' || Number.isNaN(value)) return written;
    const isDate = shown === 'date' || shown === 'month' || shown === 'year';
    return isDate ? dateText(serialToDate(value, this.#parts.is1904), shown) : numberText(value, shown);
  }

  #put(bytes: Uint8Array, before = HASH_SEED): number {
    return this.#room.add(bytes, 0, bytes.length, before);
  }

  /** Says cells that are merged downwards once more, and keeps those that go on below this row. */
  #goOn(): void {
    const line = this.#line;
    // A row with nothing of its own stays empty.
    const isFilled = hasText(this.#row);
    for (const [column, { last, text }] of this.#goingOn) {
      if (last < line) this.#goingOn.delete(column);
      else if (isFilled) {
        const begin = this.#room.used;
        const hash = this.#put(text);
        this.#set(column, begin, this.#room.used, hash);
      }
    }
    for (const { column, last } of this.#mergedFrom.get(line) ?? []) {
      const { count, starts, ends } = this.#row;
      const isThere = column < count;
      const text = isThere ? this.#room.bytes.slice(starts[column], ends[column]) : new Uint8Array();
      this.#goingOn.set(column, { last, text });
    }
  }
}

/** The columns that the head of a sheet says are hidden: `<col min="3" max="4" hidden="1"/>`, from 1. */
function hiddenColumnsIn(head: string): readonly ColumnSpan[] {
  return [...head.matchAll(/<col\s[^>]*>/g)].flatMap(([tag]) => {
    if (!/\shidden="(?:1|true)"/.test(tag)) return [];
    const [first, last] = ['min', 'max'].map((name) =>
      Number(new RegExp(`\\s${name}="(\\d+)"`).exec(tag)?.[1]),
    );
    return first! >= 1 && last! >= first! ? [{ first: first! - 1, last: last! - 1 }] : [];
  });
}

function hasText({ count, starts, ends }: CellRow): boolean {
  for (let cell = 0; cell < count; cell += 1) if (starts[cell] !== ends[cell]) return true;
  return false;
}
