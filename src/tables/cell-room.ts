import { HASH_PRIME, HASH_SEED } from './cell-row.ts';

/** Room for the bytes of cells that come from several places, one behind the other. */
export class CellRoom {
  #bytes: Uint8Array<ArrayBuffer>;
  /** How many bytes are taken. */
  used = 0;

  constructor(size: number) {
    this.#bytes = new Uint8Array(size);
  }

  /** What is in it; another array once it had to grow, in which everything stands where it stood. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** Puts some bytes behind what is there. */
  copy(from: Uint8Array, start: number, end: number): void {
    this.#reserve(end - start);
    const into = this.#bytes;
    let to = this.used;
    for (let at = start; at < end; at += 1) {
      into[to] = from[at]!;
      to += 1;
    }
    this.used = to;
  }

  /** Puts some bytes behind what is there, and tells their hash. @param before that of what the cell has already */
  add(from: Uint8Array, start: number, end: number, before: number = HASH_SEED): number {
    this.#reserve(end - start);
    const into = this.#bytes;
    let hash = before;
    let to = this.used;
    for (let at = start; at < end; at += 1) {
      const byte = from[at]!;
      into[to] = byte;
      to += 1;
      hash = Math.imul(hash ^ byte, HASH_PRIME);
    }
    this.used = to;
    return hash;
  }

  #reserve(size: number): void {
    if (this.used + size <= this.#bytes.length) return;
    const bytes = new Uint8Array(2 * (this.used + size));
    bytes.set(this.#bytes.subarray(0, this.used));
    this.#bytes = bytes;
  }
}
