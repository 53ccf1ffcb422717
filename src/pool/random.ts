/**
 * Random numbers that are the same on every platform and in every run: mulberry32 by Tommy Ettinger
 * (public domain), which needs nothing but 32-bit whole numbers. Good enough for made-up people, not
 * for secrets.
 */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** A number from 0 up to, but not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `low` to `high`, both inclusive. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** True in `probability` of all cases. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of a list that is not empty. */
  pick<Value>(list: readonly Value[]): Value {
    return list[Math.floor(this.next() * list.length)]!;
  }

  /** One of a list that is not empty, each as often as its positive weight says. */
  weighted<Value>(list: readonly (readonly [value: Value, weight: number])[]): Value {
    let left = this.next() * list.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of list) {
      left -= weight;
      if (left < 0) return value;
    }
    return list.at(-1)![0];
  }

  /** A bell-shaped number about 0, from -1.5 to 1.5: three uniform ones, as no platform agrees on logarithms. */
  bell(): number {
    return this.next() + this.next() + this.next() - 1.5;
  }
}
