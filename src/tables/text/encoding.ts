/**
 * How bytes become letters. Everything that Slate reads as text comes through here, on the command
 * line, over HTTP and in the page: once, strictly, and never by putting `�` for what cannot be read.
 */

import { FONT_ENCODINGS, FontDecoder, type FontEncoding } from './font-letters.ts';
import { fontOf } from './garbled.ts';

/** The encodings that a table can be read in, when whoever gives it says so; UTF-8 goes without saying. */
export const ENCODINGS = [
  'utf-8',
  'windows-1258',
  'windows-1252',
  'utf-16le',
  'utf-16be',
  ...FONT_ENCODINGS,
] as const;

/** See {@link ENCODINGS}. */
export type Encoding = (typeof ENCODINGS)[number];

/** What stands in a text for letters that somebody could not read before; those letters are lost. */
export const LOST_LETTER = '\uFFFD';

/** A decoder that throws where bytes mean nothing; it leaves a byte order mark out. */
export function strictDecoder(encoding: Encoding): Pick<TextDecoder, 'decode'> {
  const font = fontEncoding(encoding);
  return font === undefined ? new TextDecoder(encoding, { fatal: true }) : new FontDecoder(font);
}

/** The encoding as one of fonts; `undefined` for every other one. */
export function fontEncoding(encoding: Encoding | undefined): FontEncoding | undefined {
  return FONT_ENCODINGS.find((each) => each === encoding);
}

/** A text, or the line, from 1, on which bytes stand that are none in that encoding. */
type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly line: number; readonly guess: Encoding | undefined };

/** The text of all these bytes. */
export function decoded(bytes: Uint8Array, encoding: Encoding = 'utf-8'): Decoded {
  try {
    return { ok: true, text: strictDecoder(encoding).decode(bytes) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { ok: false, line: unfitLine(bytes, encoding), guess: guessedEncoding(bytes) };
  }
}

/**
 * The bytes of a small table in UTF-8, whatever the tables beside it are in: those that are UTF-8 stay as they are,
 * others are put into it where they are in the encoding that is said. What is in neither stays, to be told as that.
 */
export function inUtf8(bytes: Uint8Array, encoding: Encoding | undefined): Uint8Array {
  if (encoding === undefined) return bytes;
  const isUtf8 = fontEncoding(encoding) === undefined && !bytes.includes(0) && fits(bytes, 'utf-8');
  const read = isUtf8 ? undefined : decoded(bytes, encoding);
  return read?.ok === true ? new TextEncoder().encode(read.text) : bytes;
}

const LINE_FEED = 0x0a;

function unfitLine(bytes: Uint8Array, encoding: Encoding): number {
  // A line feed takes two bytes there, and the file is known by its mark or its zeros anyway.
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return 1;
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
    if (!fits(bytes.subarray(start, end), encoding)) return line;
    start = end + 1;
    line += 1;
  }
  return line;
}

function fits(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    strictDecoder(encoding).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Bytes looked at to tell one encoding from another. */
const LOOKED_AT = 1 << 16;

/**
 * The encoding that bytes which are not UTF-8 are most likely in; `undefined` where nothing speaks for
 * one. UTF-16 is known by its mark, or by zeros in every other byte, since headings are mostly Latin.
 * Of the two code pages of one byte a letter, Vietnamese text is in Windows-1258: that one sets tone
 * marks behind their vowels, where the other has whole letters or signs. Letters of the old fonts stand in
 * that other one where no word of another language has them.
 */
export function guessedEncoding(bytes: Uint8Array): Encoding | undefined {
  const looked = bytes.subarray(0, LOOKED_AT);
  const wide = guessedUtf16(looked);
  if (wide !== undefined) return wide;
  if (looked.includes(0) || fits(looked, 'utf-8')) return undefined;
  const font = fontOf(new TextDecoder('windows-1252').decode(looked));
  if (font !== undefined) return font;
  return looksVietnamese(looked) ? 'windows-1258' : 'windows-1252';
}

function guessedUtf16(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 1024);
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]! += 1;
  });
  if (4 * (zeros[0]! + zeros[1]!) <= head.length) return undefined;
  return zeros[0]! > zeros[1]! ? 'utf-16be' : 'utf-16le';
}

/**
 * Letters of Windows-1258 that Vietnamese has and few other languages do: Ă ă Đ đ Ơ ơ Ư ư, where 1252 has Ã ã Ð
 * ð Õ õ Ý ý.
 */
const VIETNAMESE_LETTERS = new Set([0xc3, 0xe3, 0xd0, 0xf0, 0xd5, 0xf5, 0xdd, 0xfd]);
/** The five tone marks of Windows-1258, which follow their vowel. */
const TONE_MARKS = new Set([0xcc, 0xd2, 0xde, 0xec, 0xf2]);
const VOWEL = /[aeiouyâăêôơư]/i;

function looksVietnamese(bytes: Uint8Array): boolean {
  const text = new TextDecoder('windows-1258').decode(bytes);
  let marks = 0;
  let strays = 0;
  let letters = 0;
  bytes.forEach((byte, at) => {
    if (VIETNAMESE_LETTERS.has(byte)) letters += 1;
    if (!TONE_MARKS.has(byte)) return;
    // One byte is one character in this code page, so places in both agree.
    if (VOWEL.test(text[at - 1] ?? '')) marks += 1;
    else strays += 1;
  });
  const plain = bytes.some((byte) => byte === 0xe2 || byte === 0xea || byte === 0xf4);
  return strays === 0 ? marks + letters > 0 || plain : marks > 4 * strays;
}
