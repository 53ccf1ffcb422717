import { attributesIn } from './xml-text.ts';

/** Rows of a sheet. */
export const MOST_SHEET_ROWS = 1_048_576;
/** Columns of a sheet. */
export const MOST_COLUMNS = 16_384;

const ZERO = 0x30;
const NINE = 0x39;
const DOT = 0x2e;
const MINUS = 0x2d;
/** Digits that surely stand for themselves. */
const SURE_DIGITS = 15;

/** Cells merged over several rows, in one column. */
export interface Merged {
  /** From 0. */
  readonly column: number;
  /** The last row, from 1. */
  readonly last: number;
}

/** What a cell holds, by the letter that says so. */
export const CELL_TYPE = {
  number: 0x6e,
  shared: 0x73,
  boolean: 0x62,
  inPlace: 0x69,
  text: 0x6f,
  error: 0x65,
} as const;

/** What the type of a cell says: one of {@link CELL_TYPE}, or another letter of which the value is a text. */
export function typeOf(xml: Uint8Array, start: number, end: number): number {
  const first = xml[start]!;
  if (end - start === 1) return first === CELL_TYPE.error ? CELL_TYPE.text : first;
  // `str` begins like `s`.
  return first === CELL_TYPE.inPlace ? CELL_TYPE.inPlace : CELL_TYPE.text;
}

/** The whole number that stands there; −1 for anything else. */
export function digitsIn(xml: Uint8Array, start: number, end: number): number {
  if (start === end || end - start > SURE_DIGITS) return -1;
  let number = 0;
  for (let at = start; at < end; at += 1) {
    const digit = xml[at]! - ZERO;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** Whether a number is written as it is shown. */
export function isPlainNumber(xml: Uint8Array, start: number, end: number): boolean {
  const first = xml[start] === MINUS ? start + 1 : start;
  if (first >= end || end - first > SURE_DIGITS) return false;
  // Zeros before or behind, and −0, are shown otherwise.
  if (xml[first] === ZERO && (end - first > 1 ? xml[first + 1] !== DOT : first > start)) return false;
  let dot = -1;
  for (let at = first; at < end; at += 1) {
    const byte = xml[at]!;
    if (byte >= ZERO && byte <= NINE) continue;
    if (byte !== DOT || dot !== -1 || at === first) return false;
    dot = at;
  }
  if (dot === -1) return true;
  // Numbers that are very small are written with an exponent.
  return xml[end - 1] !== ZERO && dot < end - 1 && !(xml[first] === ZERO && xml[dot + 1] === ZERO);
}

const PLACE = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/;

/** What stands behind the rows: cells merged downwards, by the row in which they begin. */
export function mergedIn(xml: Buffer): ReadonlyMap<number, readonly Merged[]> {
  const rowsEnd = xml.lastIndexOf('</sheetData>');
  const begin = rowsEnd === -1 ? -1 : xml.indexOf('<mergeCells', rowsEnd);
  if (begin === -1) return new Map();
  const end = xml.indexOf('</mergeCells>', begin);
  const tags = xml.toString('latin1', begin, end === -1 ? begin : end).matchAll(/<mergeCell\b[^>]*>/g);
  const all = Array.from(tags, ([tag]) => PLACE.exec(attributesIn(tag).get('ref') ?? ''));
  const downwards = all.flatMap((match) => {
    const [, letters = '', first = '', , last = ''] = match ?? [];
    const column =
      Array.from(letters).reduce((sum, letter) => sum * 26 + letter.codePointAt(0)! - 0x40, 0) - 1;
    return Number(last) > Number(first) && column < MOST_COLUMNS
      ? [{ first: Number(first), column, last: Number(last) }]
      : [];
  });
  return Map.groupBy(downwards, ({ first }) => first);
}
