/** A growing array of doubles or whole numbers. */
export class GrowingArray<Cells extends Float64Array | Int32Array> {
  #cells: Cells;
  readonly #make: (length: number) => Cells;
  length = 0;

  constructor(make: (length: number) => Cells) {
    this.#make = make;
    this.#cells = make(256);
  }

  /** Adds one value. */
  push(value: number): void {
    this.#makeRoom(1);
    this.#cells[this.length] = value;
    this.length += 1;
  }

  /** Adds these values in their order. */
  append(values: Cells): void {
    this.#makeRoom(values.length);
    this.#cells.set(values, this.length);
    this.length += values.length;
  }

  /** Adds one value several times. */
  repeat(value: number, times: number): void {
    this.#makeRoom(times);
    this.#cells.fill(value, this.length, this.length + times);
    this.length += times;
  }

  #makeRoom(more: number): void {
    if (this.length + more <= this.#cells.length) return;
    const larger = this.#make(Math.max(this.length * 2, this.length + more));
    larger.set(this.#cells);
    this.#cells = larger;
  }

  /** What was added, without the room to grow. */
  take(): Cells {
    const taken = this.#make(this.length);
    taken.set(this.#cells.subarray(0, this.length));
    return taken;
  }
}

/** Of doubles, and empty. */
export const doubles = (): GrowingArray<Float64Array> =>
  new GrowingArray((length) => new Float64Array(length));

/** Of whole numbers, and empty. */
export const wholes = (): GrowingArray<Int32Array> => new GrowingArray((length) => new Int32Array(length));
