import { textsIn } from '../tables/csv/byte-dictionary.ts';
import type { CellBlock } from '../tables/cell-block.ts';
import { plainText } from './cells/cells.ts';
import { isAddressed } from './reading/tidied-names.ts';

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });
const TO_UTF8 = new TextEncoder();
const SPACE = 0x20;

/** The names of the rows, as bytes until somebody asks for them. */
export class GrowingNames {
  #bytes = new Uint8Array(1 << 12);
  #ends = new Uint32Array(1 << 8);
  #used = 0;
  #size = 0;
  #areMarked = false;
  /** Whether each so far begins as one who is addressed; asked no more once one does not. */
  #areAddressed = true;

  /** Whether lists may have put something around names: a number, a mark, an address. Told without making texts of them. */
  get mayBeTidied(): boolean {
    return this.#areMarked || this.#areAddressed;
  }

  /** Adds the names of the next rows; tells those that are empty. */
  addAll(block: CellBlock, cell: number, tell: (row: number) => void): void {
    const { bytes, starts, ends, size } = block;
    const from = block.columnAt(cell);
    for (let row = 0; row < size; row += 1) {
      if (!this.#add(bytes, starts[from + row]!, ends[from + row]!)) tell(row);
    }
  }

  /** The same of names of which two cells have a part each. */
  addParted(
    block: CellBlock,
    [first, rest]: readonly [first: number, rest: number],
    tell: (row: number) => void,
  ): void {
    for (let row = 0; row < block.size; row += 1) {
      const bytes = TO_UTF8.encode(`${block.text(first, row)} ${block.text(rest, row)}`);
      if (!this.#add(bytes, 0, bytes.length)) tell(row);
    }
  }

  /** False for an empty one. */
  #add(bytes: Uint8Array, start: number, end: number): boolean {
    const length = end - start;
    if (this.#used + length > this.#bytes.length) {
      const more = new Uint8Array(2 * this.#bytes.length + length);
      more.set(this.#bytes);
      this.#bytes = more;
    }
    if (this.#size + 2 > this.#ends.length) {
      const more = new Uint32Array(2 * this.#ends.length);
      more.set(this.#ends);
      this.#ends = more;
    }
    for (let at = 0; at < length; at += 1) this.#bytes[this.#used + at] = bytes[start + at]!;
    this.#used += length;
    this.#size += 1;
    this.#ends[this.#size] = this.#used;
    if (length === 0) return false;
    this.#areMarked ||= mayBeMarked(bytes, start, end);
    this.#areAddressed &&= isAddressed(UTF8.decode(bytes.subarray(start, end)));
    const first = bytes[start]!;
    // Most begin with a letter, plain (one byte) or Latin with a mark (two), which are no blanks.
    if ((first > SPACE && first < 0x80) || (first >= 0xc3 && first < 0xe0)) return true;
    return plainText(UTF8.decode(bytes.subarray(start, end))) !== '';
  }

  /** All names, in order. */
  finish(): readonly string[] {
    return textsIn(this.#bytes, this.#ends, this.#size).map(plainText);
  }
}

const LETTER = 0x41;
/** The first byte of signs between the letters of Latin: `·`, `²`. */
const SIGN = 0xc2;
/** The first byte of `Đ`, and the bytes that may follow it where it is no name: `Đ/c`, `Đc`, `Đồng chí`. */
const BARRED = 0xc4;
const AFTER_BARRED: ReadonlySet<number> = new Set([0x2f, 0x43, 0x63, 0x2e]);

/** Whether a name begins with no letter of Latin, ends with none, or begins as `Đ/c` and `Đồng chí` do. */
function mayBeMarked(bytes: Uint8Array, start: number, end: number): boolean {
  const [first, last] = [bytes[start]!, bytes[end - 1]!];
  if (first < LETTER || first === SIGN || first === 0xe2 || last < LETTER) return true;
  if (end - start > 1 && bytes[end - 2] === SIGN) return true;
  if (first !== BARRED || (bytes[start + 1]! & 0xfe) !== 0x90) return false;
  const isComrade =
    bytes[start + 2] === 0xe1 && bytes[start + 3] === 0xbb && (bytes[start + 4]! & 0xfe) === 0x92;
  return isComrade || AFTER_BARRED.has(bytes[start + 2]!);
}
