/** Entries of a matrix in the order in which they are found. */
export class Entries {
  readonly #majors: number[] = [];
  readonly #minors: number[] = [];
  readonly #values: number[] = [];

  /** @param major the column, where they are kept by columns, or the row. */
  add(major: number, minor: number, value: number): void {
    if (value === 0) return;
    this.#majors.push(major);
    this.#minors.push(minor);
    this.#values.push(value);
  }

  /** The entries of each of so many columns, or rows, one after the other. */
  compressed(count: number): {
    readonly starts: Int32Array;
    readonly indices: Int32Array;
    readonly values: Float64Array;
  } {
    const starts = new Int32Array(count + 1);
    for (const major of this.#majors) starts[major + 1]! += 1;
    for (let major = 0; major < count; major += 1) starts[major + 1]! += starts[major]!;
    const next = starts.slice();
    const indices = new Int32Array(this.#majors.length);
    const values = new Float64Array(this.#majors.length);
    this.#majors.forEach((major, index) => {
      const at = next[major]!;
      indices[at] = this.#minors[index]!;
      values[at] = this.#values[index]!;
      next[major] = at + 1;
    });
    return { starts, indices, values };
  }
}
