import type { CellBlock } from '../cell-block.ts';
import { byteHash } from '../cell-row.ts';

/**
 * Distinct cells of a column, numbered from 0 in the order in which they came, found by their bytes: open
 * addressing on the hash of a cell, and a comparison byte by byte with what the arena holds. Text is made
 * of them only where somebody asks for it.
 */
export class ByteDictionary {
  #arena = new Uint8Array(1 << 12);
  #used = 0;
  /** Where each entry begins; the next one's beginning is its end. */
  #offsets = new Uint32Array(1 << 8);
  /** Pairs, found by the low bits of a hash: the whole hash, and the number of its entry plus one; 0: free. */
  #slots = new Int32Array(1 << 10);
  #size = 0;

  /** How many distinct cells there are. */
  get size(): number {
    return this.#size;
  }

  /** The number of these bytes, a new one where they were not there before. */
  numberOf(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const length = end - start;
    let slot = firstSlot(hash, mask);
    for (;;) {
      const number = slots[slot + 1]! - 1;
      if (number === -1) return this.#add(bytes, start, end, hash, slot);
      if (slots[slot] === hash) {
        const begin = this.#offsets[number]!;
        if (this.#offsets[number + 1]! - begin === length) {
          const arena = this.#arena;
          let at = 0;
          while (at < length && arena[begin + at] === bytes[start + at]) at += 1;
          if (at === length) return number;
        }
      }
      slot = (slot + 2) & mask;
    }
  }

  /** The numbers of a column of a block, written into `into` from `to` on. */
  numbersOf(
    { bytes, starts, ends, hashes, size }: CellBlock,
    from: number,
    into: Uint32Array,
    to: number,
  ): void {
    for (let row = 0; row < size; row += 1) {
      const at = from + row;
      into[to + row] = this.numberOf(bytes, starts[at]!, ends[at]!, hashes[at]!);
    }
  }

  /** The number of a text. */
  numberOfText(text: string): number {
    const bytes = TO_UTF8.encode(text);
    return this.numberOf(bytes, 0, bytes.length, byteHash(bytes, 0, bytes.length));
  }

  /** The text of an entry, as it was written. */
  text(number: number): string {
    return UTF8.decode(this.#arena.subarray(this.#offsets[number], this.#offsets[number + 1]));
  }

  /** The texts of all entries, in the order of their numbers. */
  texts(): string[] {
    return textsIn(this.#arena, this.#offsets, this.#size);
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const number = this.#size;
    const length = end - start;
    if (this.#used + length > this.#arena.length) {
      this.#arena = grown(this.#arena, new Uint8Array(2 * this.#arena.length + length));
    }
    if (number + 2 > this.#offsets.length) {
      this.#offsets = grown(this.#offsets, new Uint32Array(2 * this.#offsets.length));
    }
    for (let at = 0; at < length; at += 1) this.#arena[this.#used + at] = bytes[start + at]!;
    this.#used += length;
    this.#offsets[number + 1] = this.#used;
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = number + 1;
    this.#size += 1;
    if (4 * this.#size > this.#slots.length) this.#spread();
    return number;
  }

  /** Doubles the slots, so that half of them are always free. */
  #spread(): void {
    const before = this.#slots;
    const slots = new Int32Array(2 * before.length);
    const mask = slots.length - 1;
    for (let from = 0; from < before.length; from += 2) {
      if (before[from + 1] === 0) continue;
      let slot = firstSlot(before[from]!, mask);
      while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
      slots[slot] = before[from]!;
      slots[slot + 1] = before[from + 1]!;
    }
    this.#slots = slots;
  }
}

/** Where an entry of this hash is looked for first. The low bits of FNV-1a are the weakest; higher ones are mixed in. */
function firstSlot(hash: number, mask: number): number {
  return ((hash ^ (hash >>> 15)) << 1) & mask;
}

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });
const TO_UTF8 = new TextEncoder();

function grown<Numbers extends Uint8Array | Uint32Array | Int32Array>(from: Numbers, into: Numbers): Numbers {
  into.set(from);
  return into;
}

/** Entries decoded at a time. */
const TOGETHER = 4096;

/**
 * The texts that lie one after another in some bytes, cut out of a few long texts: a million calls of a
 * decoder would cost more than everything else that is done with them.
 */
export function textsIn(bytes: Uint8Array, offsets: Uint32Array, size: number): string[] {
  const texts: string[] = [];
  for (let first = 0; first < size; first += TOGETHER) {
    const last = Math.min(first + TOGETHER, size);
    const text = UTF8.decode(bytes.subarray(offsets[first], offsets[last]));
    let at = 0;
    for (let number = first; number < last; number += 1) {
      const end = at + unitsOf(bytes, offsets[number]!, offsets[number + 1]!);
      texts.push(text.slice(at, end));
      at = end;
    }
  }
  return texts;
}

/** How many units of UTF-16 a text in UTF-8 takes: one a character, two for those of four bytes. */
function unitsOf(bytes: Uint8Array, start: number, end: number): number {
  let units = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at]!;
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}
