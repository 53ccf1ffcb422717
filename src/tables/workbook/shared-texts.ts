import { byteHash } from '../cell-row.ts';
import { textOfXml } from './xml-text.ts';

/** The texts that the cells of a workbook share, as bytes in UTF-8, each with its hash. */
export interface SharedTexts {
  readonly size: number;
  readonly bytes: Uint8Array;
  /** Where each begins; the beginning of the next one is its end. */
  readonly offsets: Uint32Array;
  readonly hashes: Int32Array;
}

const UTF8 = new TextDecoder();
const TO_UTF8 = new TextEncoder();
const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const EXCLAMATION = 0x21;
const AMPERSAND = 0x26;
const UNDERSCORE = 0x5f;
const LETTER_T = 0x74;
const LETTER_S = 0x73;
const LETTER_I = 0x69;
const LETTER_R = 0x72;
const LETTER_P = 0x50;

/**
 * Reads the table of shared texts: of each entry (`si`) what stands in its `t`, one after another, but not how
 * it is pronounced (`rPh`). `undefined` where it is written in a way that only an XML parser understands.
 */
export function sharedTexts(xml: Uint8Array | undefined): SharedTexts | undefined {
  if (xml === undefined || xml.length === 0) return made(new Uint8Array(), [0]);
  const looked = Buffer.from(xml.buffer, xml.byteOffset, xml.length);
  // Its names may have a prefix.
  const begin = looked.indexOf('<sst');
  if (begin === -1) return undefined;
  const out = new Uint8Array(xml.length);
  const offsets: number[] = [0];
  let used = 0;
  let isRead = true;
  for (let at = begin; at !== -1 && at < xml.length;) {
    const name = at + 1;
    // Comments and the like.
    if (xml[name] === EXCLAMATION) return undefined;
    const end = xml.indexOf(GREATER, name);
    if (end === -1) return undefined;
    const isEnd = xml[name] === SLASH;
    const [one, two] = isEnd ? [xml[name + 1], xml[name + 2]] : [xml[name], xml[name + 1]];
    const isClosed = xml[end - 1] === SLASH;
    if (one === LETTER_S && two === LETTER_I) {
      if (isEnd || isClosed) offsets.push(used);
    } else if (one === LETTER_R && two === LETTER_P) {
      // `rPh`, which holds a `t` of its own; `rPr` holds none.
      isRead = isEnd || isClosed;
    } else if (one === LETTER_T && !isEnd && !isClosed && isBoundary(two) && isRead) {
      const close = xml.indexOf(LESS, end + 1);
      if (close === -1) return undefined;
      used = written(xml, end + 1, close, out, used);
      at = close;
      continue;
    }
    at = xml.indexOf(LESS, end + 1);
  }
  return made(out.subarray(0, used), offsets);
}

function isBoundary(byte: number | undefined): boolean {
  return byte === GREATER || (byte !== undefined && byte <= 0x20);
}

/** Copies what stands in XML, read; tells where it ends. What is read is never longer than what is written. */
function written(xml: Uint8Array, start: number, end: number, out: Uint8Array, used: number): number {
  let isPlain = true;
  for (let at = start; at < end; at += 1) {
    const byte = xml[at]!;
    if (byte === AMPERSAND || byte === UNDERSCORE) isPlain = false;
    out[used + at - start] = byte;
  }
  if (isPlain) return used + end - start;
  const read = TO_UTF8.encode(textOfXml(UTF8.decode(xml.subarray(start, end))));
  out.set(read, used);
  return used + read.length;
}

function made(bytes: Uint8Array, offsets: readonly number[]): SharedTexts {
  const size = offsets.length - 1;
  const hashes = new Int32Array(size);
  for (let at = 0; at < size; at += 1) hashes[at] = byteHash(bytes, offsets[at]!, offsets[at + 1]!);
  return { size, bytes, offsets: Uint32Array.from(offsets), hashes };
}
