import type { Term } from './plain-model.ts';
import { exact } from './unprovable.ts';

/** An inequality over columns that a leaf keeps as it is. */
export interface KeptRow {
  readonly side: 'min' | 'max';
  readonly bound: number;
  readonly terms: readonly Term[];
  /** Present: it may be missed by so many steps as it takes, each worth so much (never above 0), in millionths. */
  readonly goal?: { readonly step: number; readonly worth: number };
}

/** A constant and what each column adds to it, in millionths. */
export interface Worth {
  readonly constant: bigint;
  readonly of: Float64Array;
}

/** So many sums may be looked at for one leaf, all columns together: some tenths of a second. */
export const MOST_SUMS = 2 ** 21;

/** What there is to find out about a leaf that keeps rows. */
interface KeepingLeaf {
  /** 0 for columns that stay 0. */
  readonly eligible: Uint8Array;
  readonly rows: readonly KeptRow[];
  /** What a choice is worth at most, without the prices of the rows that are kept. */
  readonly own: Worth;
  /** The same with them: no less for any choice that keeps the rows, so that most of them need not be followed. */
  readonly priced: Worth;
  /** What no choice may be worth, in millionths. */
  readonly limit: bigint;
}

/** The sums of rows with the same coefficients: their bounds, and the goals that they may miss. */
interface Kept {
  readonly of: ReadonlyMap<number, number>;
  low: number;
  high: number;
  readonly goals: KeptRow[];
}

/** A sum as a digit of a number: what it starts with, and how far it can go either way. */
interface Digit extends Kept {
  readonly start: number;
  readonly least: number;
  readonly width: number;
}

/**
 * Whether a choice of columns that keeps the rows is worth as much as the limit: goes through the columns,
 * and follows what the sums of the rows can be so far and the most that is possible with them, unless the
 * columns to come can bring a row no longer within its bounds, or the priced worth no longer to the limit.
 *
 * Goals are missed by the fewest steps, for none is worth anything.
 *
 * @returns the worth of such a choice, in millionths; `none`; or `too-many` sums ({@link MOST_SUMS}, or fewer).
 * @throws Unprovable where numbers are too large.
 */
export function worthKeeping(keeping: KeepingLeaf, most = MOST_SUMS): bigint | 'none' | 'too-many' {
  const kept = alike(keeping);
  const fixed = fixedBy(kept);
  if (fixed === undefined) return 'none';
  const digits = kept
    .filter(({ of, goals }) => of.size !== 1 || goals.length > 0)
    .map((each) => digitOf(each, fixed));
  if (digits.reduce((all, { width }) => all * width, 1) > Number.MAX_SAFE_INTEGER) return 'too-many';
  return new Sums(keeping, digits, fixed).follow(most);
}

/** Rows with the same coefficients as one sum, with the tightest of their bounds. */
function alike({ eligible, rows }: KeepingLeaf): readonly Kept[] {
  const known = new Map<string, Kept>();
  for (const row of rows) {
    const entries = row.terms
      .flatMap(({ columns, coefficient }) => Array.from(columns, (column) => [column, coefficient] as const))
      .filter(([column, coefficient]) => coefficient !== 0 && eligible[column] === 1)
      .toSorted(([one], [other]) => one - other);
    const key = entries.join();
    let sum = known.get(key);
    if (sum === undefined) {
      known.set(key, (sum = { of: new Map(entries), low: -Infinity, high: Infinity, goals: [] }));
    }
    if (row.goal !== undefined) sum.goals.push(row);
    else if (row.side === 'max') sum.high = Math.min(sum.high, row.bound);
    else sum.low = Math.max(sum.low, row.bound);
  }
  return [...known.values()];
}

/** What rows over a single column say that it is, 0 or 1; `undefined`: it can be neither. */
function fixedBy(kept: readonly Kept[]): ReadonlyMap<number, number> | undefined {
  const fixed = new Map<number, number>();
  for (const { of, low, high } of kept) {
    for (const [column, coefficient] of of.size === 1 ? of : []) {
      const values = [0, 1].filter((value) => coefficient * value >= low && coefficient * value <= high);
      if (values.length === 2) continue;
      const [value] = values;
      if (value === undefined || (fixed.get(column) ?? value) !== value) return undefined;
      fixed.set(column, value);
    }
  }
  return fixed;
}

function digitOf(kept: Kept, fixed: ReadonlyMap<number, number>): Digit {
  let [start, least, most] = [0, 0, 0];
  for (const [column, coefficient] of kept.of) {
    if (fixed.has(column)) start += coefficient * fixed.get(column)!;
    else if (coefficient < 0) least += coefficient;
    else most += coefficient;
  }
  return { ...kept, start, least, width: most - least + 1 };
}

/** A list of combinations of sums, ascending by the number that they make as digits. */
class Combinations {
  keys = new Float64Array(64);
  /** The most that is possible with each; and what that is worth with the prices of the kept rows. */
  own = new Float64Array(64);
  priced = new Float64Array(64);
  length = 0;

  add(key: number, own: number, priced: number): void {
    if (this.length === this.keys.length) this.#grow();
    this.keys[this.length] = key;
    this.own[this.length] = own;
    this.priced[this.length] = priced;
    this.length += 1;
  }

  #grow(): void {
    const twice = (numbers: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> => {
      const larger = new Float64Array(2 * numbers.length);
      larger.set(numbers);
      return larger;
    };
    this.keys = twice(this.keys);
    this.own = twice(this.own);
    this.priced = twice(this.priced);
  }
}

/** A digit's place in the number, and the values from which it can still come within its bounds. */
interface Window {
  readonly stride: number;
  readonly from: number;
  readonly to: number;
}

class Sums {
  readonly #digits: readonly Digit[];
  readonly #strides: readonly number[];
  readonly #own: Float64Array;
  readonly #priced: Float64Array;
  /** Those that the sums are of, beginning with what is worth most or least. */
  readonly #columns: readonly number[];
  /** What own and priced worth must come to, once the columns without a choice are counted. */
  readonly #limits: { readonly own: number; readonly priced: number };
  readonly #limit: bigint;

  constructor(
    { eligible, own, priced, limit }: KeepingLeaf,
    digits: readonly Digit[],
    fixed: ReadonlyMap<number, number>,
  ) {
    this.#digits = digits;
    let stride = 1;
    this.#strides = digits.map(({ width }) => (stride *= width) / width);
    this.#own = own.of;
    this.#priced = priced.of;
    this.#limit = limit;
    const counted = new Set(
      digits.flatMap(({ of }) => [...of.keys()].filter((column) => !fixed.has(column))),
    );
    this.#columns = [...counted].toSorted(
      (one, other) => Math.abs(priced.of[other]!) - Math.abs(priced.of[one]!) || one - other,
    );
    const others = (worth: Worth): number => {
      const least = limit - worth.constant;
      let [sum, size] = [0, 0];
      worth.of.forEach((each, column) => {
        if (eligible[column] === 0) return;
        size = exact(size + Math.abs(each));
        if (!counted.has(column)) sum += fixed.has(column) ? each * fixed.get(column)! : Math.max(0, each);
      });
      return exact(Number(least) - sum);
    };
    this.#limits = { own: others(own), priced: others(priced) };
  }

  follow(most: number): bigint | 'none' | 'too-many' {
    let [now, next] = [new Combinations(), new Combinations()];
    let left = most;
    let rest = this.#columns.reduce((sum, column) => sum + Math.max(0, this.#priced[column]!), 0);
    const reaches = this.#digits.map(({ least, width }) => ({ least, most: least + width - 1 }));
    const start = this.#start();
    if (isWithin(start, this.#windows(reaches))) now.add(start, 0, 0);
    for (const column of this.#columns) {
      rest -= Math.max(0, this.#priced[column]!);
      this.#digits.forEach(({ of }, index) => {
        const coefficient = of.get(column) ?? 0;
        if (coefficient < 0) reaches[index]!.least -= coefficient;
        else reaches[index]!.most -= coefficient;
      });
      this.#step(column, now, next, this.#windows(reaches), this.#limits.priced - rest);
      [now, next] = [next, now];
      left -= now.length;
      if (left < 0) return 'too-many';
    }
    return this.#bestOf(now);
  }

  #start(): number {
    return this.#digits.reduce((key, { least }, index) => key - least * this.#strides[index]!, 0);
  }

  #windows(reaches: readonly { readonly least: number; readonly most: number }[]): readonly Window[] {
    return this.#digits
      .map(({ low, high, start, least }, index) => ({
        stride: this.#strides[index]!,
        from: low - start - reaches[index]!.most - least,
        to: high - start - reaches[index]!.least - least,
      }))
      .toReversed();
  }

  /** Takes the column or leaves it, of every combination; both lists ascend, so they are merged. */
  #step(
    column: number,
    from: Combinations,
    to: Combinations,
    windows: readonly Window[],
    least: number,
  ): void {
    const by = this.#digits.reduce(
      (sum, { of }, index) => sum + (of.get(column) ?? 0) * this.#strides[index]!,
      0,
    );
    const [own, priced] = [this.#own[column]!, this.#priced[column]!];
    const { keys, length } = from;
    to.length = 0;
    let [left, taken] = [0, 0];
    while (left < length || taken < length) {
      const keyLeft = left < length ? keys[left]! : Infinity;
      const keyTaken = taken < length ? keys[taken]! + by : Infinity;
      const isLeft =
        keyLeft < keyTaken || (keyLeft === keyTaken && from.own[left]! >= from.own[taken]! + own);
      const key = Math.min(keyLeft, keyTaken);
      const worth = isLeft ? from.priced[left]! : from.priced[taken]! + priced;
      if (worth >= least && isWithin(key, windows)) {
        to.add(key, isLeft ? from.own[left]! : from.own[taken]! + own, worth);
      }
      if (keyLeft === key) left += 1;
      if (keyTaken === key) taken += 1;
    }
  }

  /** The best of those left, all of which keep the rows. */
  #bestOf({ keys, own, length }: Combinations): bigint | 'none' {
    let best = -Infinity;
    for (let index = 0; index < length; index += 1) {
      best = Math.max(best, exact(own[index]! + this.#missed(keys[index]!)));
    }
    return best >= this.#limits.own ? this.#limit + BigInt(best - this.#limits.own) : 'none';
  }

  /** What goals are worth that a combination of sums misses: 0 or less. */
  #missed(key: number): number {
    let [rest, worth] = [key, 0];
    for (let index = this.#digits.length - 1; index >= 0; index -= 1) {
      const { start, least, goals } = this.#digits[index]!;
      const value = Math.floor(rest / this.#strides[index]!);
      rest -= value * this.#strides[index]!;
      for (const { side, bound, goal } of goals) {
        const sum = start + least + value;
        const off = Math.max(0, side === 'max' ? sum - bound : bound - sum);
        worth += exact(Math.ceil(off / goal!.step) * goal!.worth);
      }
    }
    return worth;
  }
}

/** Whether each digit, beginning with the highest, lies within its window. */
function isWithin(key: number, windows: readonly Window[]): boolean {
  let rest = key;
  for (const { stride, from, to } of windows) {
    const digit = Math.floor(rest / stride);
    if (digit < from || digit > to) return false;
    rest -= digit * stride;
  }
  return true;
}
