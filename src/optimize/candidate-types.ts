import type { RowFamily } from './rule-rows.ts';

/**
 * Candidates that no row of the model can tell apart form one type.
 *
 * **Why only the best few of a type matter.** Let a slate S be optimal and hold candidate b but not a,
 * both of one type, a before b in the type's order (higher on the first objective level where they
 * differ; smaller id where they do not). Exchanging b for a changes no row of the model, since both
 * have the same coefficients everywhere, and no soft price, which depends on rows only; the objective
 * does not get worse on any level before it gets better on one. So some optimal slate takes from every
 * type the first k of its order, where k is bounded by every row in which the type counts: the
 * tightest maximum. The others can be left out, and the optimum stays the same, ties included.
 */
export interface CandidateTypes {
  /** One representative row of each type. */
  readonly representatives: Uint32Array;
  /** Rows by type: those of type t are `members[starts[t]]` … `members[starts[t + 1] − 1]`. */
  readonly members: Uint32Array;
  readonly starts: Uint32Array;
}

/**
 * Puts rows into types by the classes they have in all families.
 *
 * @param eligible the rows that take part, ascending.
 * @param alone rows that persons' decisions tie down: each is a type of its own.
 */
export function candidateTypes(
  eligible: Uint32Array,
  families: readonly RowFamily[],
  alone: ReadonlySet<number>,
): CandidateTypes {
  const typeOf = new Uint32Array(eligible.length);
  let count = 1;
  for (const pack of packs(families)) count = refine(eligible, typeOf, pack);
  if (alone.size > 0) {
    eligible.forEach((row, index) => {
      if (alone.has(row)) typeOf[index] = count++;
    });
  }
  return grouped(eligible, typeOf, count);
}

/** Families whose combined classes still number below 2^31, so that one pass numbers them together. */
function packs(families: readonly RowFamily[]): readonly (readonly RowFamily[])[] {
  const all: RowFamily[][] = [];
  let width = Infinity;
  for (const family of families) {
    width *= family.classes.length;
    if (width > 2 ** 31) {
      all.push([]);
      width = family.classes.length;
    }
    all.at(-1)!.push(family);
  }
  return all;
}

/** Splits the types by the classes of some families; returns how many types there are then. */
function refine(eligible: Uint32Array, typeOf: Uint32Array, families: readonly RowFamily[]): number {
  const keys = new Float64Array(eligible.length);
  let width = 1;
  for (const { classOf, classes } of families) {
    const radix = classes.length;
    width *= radix;
    for (let index = 0; index < keys.length; index += 1) {
      keys[index] = keys[index]! * radix + classOf[eligible[index]!]!;
    }
  }
  const seen = new NumberTable(eligible.length);
  for (let index = 0; index < keys.length; index += 1) {
    typeOf[index] = seen.numberOf(typeOf[index]! * width + keys[index]!);
  }
  return seen.size;
}

/**
 * Numbers whole keys below 2^53 in order of their appearance: an open-addressing hash table in typed
 * arrays, three times as quick as a Map for the hundreds of thousands of keys of a large pool.
 */
class NumberTable {
  readonly #keys: Float64Array;
  readonly #numbers: Uint32Array;
  readonly #mask: number;
  size = 0;

  /** @param most how many distinct keys there can be. */
  constructor(most: number) {
    const slots = 2 ** Math.ceil(Math.log2(most * 2 + 2));
    this.#keys = new Float64Array(slots).fill(-1);
    this.#numbers = new Uint32Array(slots);
    this.#mask = slots - 1;
  }

  numberOf(key: number): number {
    let slot = (Math.imul(key % 0x7fffffff, 0x9e3779b1) ^ Math.imul(key / 0x7fffffff, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & this.#mask;
    while (this.#keys[slot] !== key) {
      if (this.#keys[slot] === -1) {
        this.#keys[slot] = key;
        this.#numbers[slot] = this.size;
        this.size += 1;
        break;
      }
      slot = (slot + 1) & this.#mask;
    }
    return this.#numbers[slot]!;
  }
}

/** Counting sort of the rows by type; types that emptied are dropped. */
function grouped(eligible: Uint32Array, typeOf: Uint32Array, count: number): CandidateTypes {
  const sizes = new Uint32Array(count);
  for (const type of typeOf) sizes[type]! += 1;
  const renumbered = new Uint32Array(count);
  const starts = [0];
  sizes.forEach((size, type) => {
    renumbered[type] = starts.length - 1;
    if (size > 0) starts.push(starts.at(-1)! + size);
  });
  const next = Uint32Array.from(starts);
  const members = new Uint32Array(eligible.length);
  eligible.forEach((row, index) => {
    const type = renumbered[typeOf[index]!]!;
    members[next[type]!] = row;
    next[type]! += 1;
  });
  const representatives = Uint32Array.from(starts.slice(0, -1), (start) => members[start]!);
  return { representatives, members, starts: Uint32Array.from(starts) };
}
