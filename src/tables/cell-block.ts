import { type CellRow, HASH_SEED, isBlankText, decodedText } from './cell-row.ts';

/** Cells that are put together at most, so that they stay where the processor has them at hand. */
const MOST_CELLS = 1 << 13;
/** Rows that are put together at most. */
const MOST_ROWS = 512;

/**
 * Rows of a table that are read together, column by column: what a column knows is fetched once for all of
 * them, not once a cell. The cells stay where they lie, so a block is emptied before their bytes change.
 */
export class CellBlock {
  /** Cells in a row. */
  readonly width: number;
  /** How many rows there are. */
  size = 0;
  /** All cells lie in here. */
  bytes: Uint8Array = new Uint8Array();
  /** Where the cells begin, a column after the other; those of a column from {@link columnAt} on. */
  readonly starts: Int32Array;
  /** Where they end, exclusive. */
  readonly ends: Int32Array;
  /** The hash of each. */
  readonly hashes: Int32Array;
  readonly #room: number;

  constructor(width: number) {
    this.width = width;
    this.#room = Math.max(1, Math.min(MOST_ROWS, Math.floor(MOST_CELLS / width)));
    this.starts = new Int32Array(width * this.#room);
    this.ends = new Int32Array(width * this.#room);
    this.hashes = new Int32Array(width * this.#room);
  }

  get isFull(): boolean {
    return this.size === this.#room;
  }

  /** Adds a row; cells that it lacks are empty, and those that it has too many are left out. */
  add(row: CellRow): void {
    const { starts, ends, hashes, width } = this;
    const room = this.#room;
    const held = Math.min(row.count, width);
    this.bytes = row.bytes;
    let at = this.size;
    for (let cell = 0; cell < held; cell += 1) {
      starts[at] = row.starts[cell]!;
      ends[at] = row.ends[cell]!;
      hashes[at] = row.hashes[cell]!;
      at += room;
    }
    for (let cell = held; cell < width; cell += 1) {
      starts[at] = 0;
      ends[at] = 0;
      hashes[at] = HASH_SEED;
      at += room;
    }
    this.size += 1;
  }

  /** Where a column begins in {@link starts}, {@link ends} and {@link hashes}. */
  columnAt(cell: number): number {
    return cell * this.#room;
  }

  /** The text of a cell. */
  text(cell: number, row: number): string {
    const at = this.columnAt(cell) + row;
    return decodedText(this.bytes, this.starts[at]!, this.ends[at]!);
  }

  /** Whether a cell has nothing but blanks in it. */
  isBlank(cell: number, row: number): boolean {
    const at = this.columnAt(cell) + row;
    return isBlankText(this.bytes, this.starts[at]!, this.ends[at]!);
  }

  /** Lets go of all rows. */
  clear(): void {
    this.size = 0;
  }
}
