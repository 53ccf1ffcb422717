/**
 * One row of a table on its way to whoever reads it: cells as bytes in UTF-8, each with its hash. Readers
 * of every format fill the same row again and again; what is to stay is copied out of it.
 */
export class CellRow {
  /** The cells lie in here. */
  bytes: Uint8Array = new Uint8Array();
  /** Where each cell begins in the bytes. */
  starts = new Int32Array(64);
  /** Where each cell ends, exclusive. */
  ends = new Int32Array(64);
  /** {@link byteHash} of each cell. */
  hashes = new Int32Array(64);
  /** How many cells there are. */
  count = 0;
  /** The line or row, from 1, on which it begins. */
  line = 0;

  /** Adds a cell. */
  add(start: number, end: number, hash: number): void {
    if (this.count === this.starts.length) this.#grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.hashes[this.count] = hash;
    this.count += 1;
  }

  /** The text of a cell; `''` for one that the row does not reach. */
  text(cell: number): string {
    return cell < this.count ? decodedText(this.bytes, this.starts[cell]!, this.ends[cell]!) : '';
  }

  /** All cells as texts. */
  texts(): string[] {
    return Array.from({ length: this.count }, (_each, cell) => this.text(cell));
  }

  /** Whether a cell has nothing but blanks in it, or is not there. */
  isBlank(cell: number): boolean {
    return cell >= this.count || isBlankText(this.bytes, this.starts[cell]!, this.ends[cell]!);
  }

  #grow(): void {
    const size = this.starts.length * 2;
    this.starts = enlarged(this.starts, size);
    this.ends = enlarged(this.ends, size);
    this.hashes = enlarged(this.hashes, size);
  }
}

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });
const TO_UTF8 = new TextEncoder();
const SPACE = 0x20;

/** The text that lies between two places of some bytes. */
export function decodedText(bytes: Uint8Array, start: number, end: number): string {
  return start === end ? '' : UTF8.decode(bytes.subarray(start, end));
}

/** Whether nothing but blanks lies between two places of some bytes. */
export function isBlankText(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at]!;
    if (byte > SPACE && byte < 0x80) return false;
  }
  return start === end || decodedText(bytes, start, end).trim() === '';
}

function enlarged(from: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const into = new Int32Array(size);
  into.set(from);
  return into;
}

/** Where a hash begins. */
export const HASH_SEED = 0x811c_9dc5 | 0;
/** What a hash is multiplied by for each byte (Fowler, Noll and Vo's FNV-1a, 32 bits). */
export const HASH_PRIME = 0x0100_0193;

/** FNV-1a of some bytes: `h ← (h xor byte) · 16777619 mod 2³²`, for each byte in turn. */
export function byteHash(bytes: Uint8Array, start: number, end: number): number {
  let hash = HASH_SEED;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ bytes[at]!, HASH_PRIME);
  return hash;
}

/** Fills a row with texts, for tables that are no text themselves. */
export function fillRow(row: CellRow, cells: readonly string[], line: number): void {
  row.count = 0;
  row.line = line;
  let most = 0;
  // A UTF-16 unit takes at most three bytes of UTF-8.
  for (const cell of cells) most += 3 * cell.length;
  if (row.bytes.length < most) row.bytes = new Uint8Array(2 * most);
  let at = 0;
  for (const cell of cells) {
    const { written } = TO_UTF8.encodeInto(cell, row.bytes.subarray(at));
    row.add(at, at + written, byteHash(row.bytes, at, at + written));
    at += written;
  }
}
