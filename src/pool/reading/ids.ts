import { ByteDictionary } from '../../tables/csv/byte-dictionary.ts';
import type { CellBlock } from '../../tables/cell-block.ts';
import { byteHash } from '../../tables/cell-row.ts';
import { visible } from '../../tables/text/same-word.ts';
import { withoutMark } from '../../tables/csv/write-csv.ts';
import { GrowingCodes } from '../cells/growing-columns.ts';

const SPACE = 0x20;
const APOSTROPHE = 0x27;
const TO_UTF8 = new TextEncoder();
const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** An id as ids are compared: trimmed, in Unicode's composed form, without signs that nobody sees, or the mark of `inertCsvLine`. */
export function plainId(text: string): string {
  return withoutMark(visible(text).normalize('NFC').trim()).trim();
}

/** What an added id is: new, empty, or that of an earlier row. */
type AddedId = 'new' | 'empty' | { readonly id: string; readonly first: number };

/**
 * The ids of the rows, as bytes until somebody asks for them: trimmed and in Unicode's composed form. Ids of
 * plain letters are that already, and no text is made of them to find out.
 */
export class GrowingIds {
  readonly #dictionary = new ByteDictionary();
  /** The number of each row's id; made only once an id is empty or there twice, and numbers and rows part. */
  #numbers: GrowingCodes | undefined;
  /** The first row of each distinct id, once they part. */
  #firstRows: number[] = [];
  #rows = 0;

  /** Adds the ids of the next rows; tells those that are empty, or of an earlier row. */
  addAll(block: CellBlock, cell: number, tell: (row: number, added: Exclude<AddedId, 'new'>) => void): void {
    const { bytes, starts, ends, hashes, size } = block;
    const from = block.columnAt(cell);
    for (let row = 0; row < size; row += 1) {
      const at = from + row;
      const added = this.#add(bytes, starts[at]!, ends[at]!, hashes[at]!);
      if (added !== 'new') tell(row, added);
    }
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number): AddedId {
    if (isPlain(bytes, start, end)) return this.#added(this.#dictionary.numberOf(bytes, start, end, hash));
    const id = TO_UTF8.encode(plainId(UTF8.decode(bytes.subarray(start, end))));
    return this.#added(
      this.#dictionary.numberOf(id, 0, id.length, byteHash(id, 0, id.length)),
      id.length === 0,
    );
  }

  /** The ids of all rows. */
  finish(): readonly string[] {
    const texts = this.#dictionary.texts();
    return this.#numbers === undefined
      ? texts
      : Array.from(this.#numbers.finish(), (number) => texts[number]!);
  }

  #added(number: number, isEmpty = false): AddedId {
    const row = this.#rows;
    this.#rows += 1;
    if (this.#numbers === undefined) {
      if (number === row && !isEmpty) return 'new';
      this.#part(row);
    }
    this.#numbers?.add(number);
    const first = (this.#firstRows[number] ??= row);
    if (isEmpty) return 'empty';
    return first === row ? 'new' : { id: this.#dictionary.text(number), first };
  }

  /** Up to here every row had an id of its own, so its number was its row. */
  #part(rows: number): void {
    this.#numbers = new GrowingCodes();
    for (let row = 0; row < rows; row += 1) {
      this.#numbers.add(row);
      this.#firstRows.push(row);
    }
  }
}

function isPlain(bytes: Uint8Array, start: number, end: number): boolean {
  if (start === end || bytes[start]! <= SPACE || bytes[end - 1]! <= SPACE) return false;
  if (bytes[start] === APOSTROPHE) return false;
  for (let at = start; at < end; at += 1) if (bytes[at]! >= 0x80) return false;
  return true;
}
