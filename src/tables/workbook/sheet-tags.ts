import { CELL_TYPE, digitsIn, MOST_COLUMNS, typeOf } from './sheet-bytes.ts';

const GREATER = 0x3e;
const SLASH = 0x2f;
const SPACE = 0x20;
const EQUALS = 0x3d;
const LOWER_R = 0x72;
const LOWER_T = 0x74;
const LOWER_H = 0x68;

/** The sheet is written in a way that is not known here, or is broken. */
export class MalformedSheet extends Error {}

const NOWHERE: readonly [number, number] = [0, 0];

/** Where a scan of the XML of a sheet stands, and what the tag says that it read last. */
export class SheetTags {
  readonly xml: Uint8Array;
  /** Where reading goes on. */
  at = 0;
  /** Whether the row of the tag is hidden. */
  isHidden = false;
  /** Whether the tag is its own end. */
  isClosed = false;
  /** The number of the style that the cell has. */
  style = 0;
  /** What the cell holds: {@link CELL_TYPE}, or another letter of which the value is a text. */
  type: number = CELL_TYPE.number;
  #reference: readonly [number, number] = NOWHERE;

  constructor(xml: Uint8Array) {
    this.xml = xml;
  }

  /** Where the tag ends that begins here. */
  tagEnd(at: number): number {
    return this.next(GREATER, at);
  }

  /** Where a byte stands next. Mostly that is a few bytes away. */
  next(byte: number, from: number): number {
    const xml = this.xml;
    const length = xml.length;
    let at = from;
    while (at < length && xml[at] !== byte) at += 1;
    if (at >= length) throw new MalformedSheet();
    return at;
  }

  /** Reads the attributes of a tag up to its end. */
  readAttributes(from: number): void {
    const xml = this.xml;
    this.isHidden = false;
    this.#reference = NOWHERE;
    this.style = 0;
    this.type = CELL_TYPE.number;
    let at = from;
    for (;;) {
      while (xml[at]! <= SPACE) at += 1;
      if (xml[at] === GREATER || xml[at] === SLASH) break;
      const name = at;
      while (at < xml.length && xml[at] !== EQUALS && xml[at] !== GREATER) at += 1;
      if (xml[at] !== EQUALS) throw new MalformedSheet();
      const quote = xml[at + 1]!;
      const value = at + 2;
      const end = this.next(quote, value);
      this.#take(xml[name]!, at - name, value, end);
      at = end + 1;
    }
    this.isClosed = xml[at] === SLASH;
    this.at = (this.isClosed ? this.tagEnd(at) : at) + 1;
  }

  #take(name: number, length: number, value: number, end: number): void {
    const xml = this.xml;
    if (length === 1) {
      if (name === LOWER_R) this.#reference = [value, end];
      else if (name === CELL_TYPE.shared) this.style = Math.max(0, digitsIn(xml, value, end));
      else if (name === LOWER_T) this.type = typeOf(xml, value, end);
    } else if (length === 6 && name === LOWER_H) {
      this.isHidden = xml[value] === 0x31 || xml[value] === LOWER_T;
    }
  }

  /** The row that the reference of a row says; 0 where it says none. */
  rowSaid(): number {
    return Math.max(0, digitsIn(this.xml, this.#reference[0], this.#reference[1]));
  }

  /** The column that the reference of a cell says, from 0; −1 where it says none. */
  columnSaid(): number {
    const xml = this.xml;
    let column = 0;
    for (let at = this.#reference[0]; at < this.#reference[1]; at += 1) {
      const letter = xml[at]! & 0xdf;
      if (letter < 0x41 || letter > 0x5a) break;
      column = Math.min(column * 26 + letter - 0x40, MOST_COLUMNS + 1);
    }
    return column - 1;
  }
}
