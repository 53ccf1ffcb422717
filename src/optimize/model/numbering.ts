import { type Checkpoint, NO_LIMIT } from '../../rules/checkpoint.ts';

/** A column of whole numbers below `radix`, one per row; through `of`, where many rows share one. */
export interface Codes {
  readonly numbers: ArrayLike<number>;
  /** Row → index into `numbers`; absent: the row itself. */
  readonly of?: Uint32Array;
  readonly radix: number;
}

/** Rows numbered so that two have the same number exactly where they agree in all columns. */
export interface Numbering {
  readonly numberOf: Uint32Array;
  /** How many numbers there are. */
  readonly count: number;
}

/**
 * Numbers the rows of a table by several columns at once, in order of appearance. Columns are joined into
 * one key as long as it stays a whole number that a double holds exactly; before the next one would
 * exceed that, the keys so far are numbered themselves.
 */
export async function numberRows(
  size: number,
  columns: readonly Codes[],
  checkpoint: Checkpoint = NO_LIMIT,
): Promise<Numbering> {
  const numbering = new RowNumbering(size, columns);
  await numbering.numberAll(size, checkpoint);
  return numbering;
}

/** The same; `undefined` as soon as it is known that there are more numbers than `most`. */
export async function numberRowsUpTo(
  most: number,
  size: number,
  columns: readonly Codes[],
  checkpoint: Checkpoint = NO_LIMIT,
): Promise<Numbering | undefined> {
  const numbering = new RowNumbering(size, columns);
  return (await numbering.numberAll(most, checkpoint)) ? numbering : undefined;
}

/** Rows whose keys are made and numbered at once, few enough to stay where the processor finds them soon. */
const BLOCK = 16_384;

/** Columns that are joined into one key, behind the number that a row has by those before. */
interface Stage {
  readonly columns: Codes[];
  readonly table: NumberTable;
}

class RowNumbering implements Numbering {
  readonly numberOf: Uint32Array;
  readonly #stages: readonly Stage[];
  readonly #keys: Float64Array;

  constructor(size: number, columns: readonly Codes[]) {
    this.numberOf = new Uint32Array(size);
    this.#keys = new Float64Array(Math.min(BLOCK, size));
    this.#stages = stagesOf(size, columns);
  }

  get count(): number {
    return this.#stages.at(-1)!.table.size;
  }

  /** @returns whether there are no more numbers than `most`; more than that are not all given. */
  async numberAll(most: number, checkpoint: Checkpoint): Promise<boolean> {
    for (let from = 0; from < this.numberOf.length; from += BLOCK) {
      await checkpoint.yieldOrThrow();
      for (const stage of this.#stages) {
        this.#numberBlock(stage, from, Math.min(BLOCK, this.numberOf.length - from));
        // Who differs in some columns differs in all of them.
        if (stage.table.size > most) return false;
      }
    }
    return true;
  }

  #numberBlock({ columns, table }: Stage, from: number, length: number): void {
    const keys = this.#keys;
    for (let at = 0; at < length; at += 1) keys[at] = this.numberOf[from + at]!;
    for (const column of columns) join(keys, column, from, length);
    for (let at = 0; at < length; at += 1) this.numberOf[from + at] = table.numberOf(keys[at]!);
  }
}

function stagesOf(size: number, columns: readonly Codes[]): readonly Stage[] {
  const stages: Stage[] = [{ columns: [], table: new NumberTable() }];
  let width = 1;
  for (const column of columns) {
    if (column.radix === 1) continue;
    if (width * column.radix > Number.MAX_SAFE_INTEGER) {
      stages.push({ columns: [], table: new NumberTable() });
      width = size;
    }
    stages.at(-1)!.columns.push(column);
    width *= column.radix;
  }
  return stages;
}

function join(keys: Float64Array, { numbers, of, radix }: Codes, from: number, length: number): void {
  if (of === undefined) {
    for (let at = 0; at < length; at += 1) keys[at] = keys[at]! * radix + numbers[from + at]!;
  } else {
    for (let at = 0; at < length; at += 1) keys[at] = keys[at]! * radix + numbers[of[from + at]!]!;
  }
}

const LEAST_SLOTS = 1024;

/**
 * Numbers whole keys from 0 to 2^53 in order of their appearance: an open-addressing hash table in typed
 * arrays, several times as quick as a Map for the hundreds of thousands of keys of a large pool.
 */
export class NumberTable {
  #keys = new Float64Array(LEAST_SLOTS).fill(-1);
  #numbers = new Uint32Array(LEAST_SLOTS);
  #mask = LEAST_SLOTS - 1;
  size = 0;

  /** The number of a key; the next one where it is new. */
  numberOf(key: number): number {
    let slot = this.#slotOf(key);
    if (this.#keys[slot] === key) return this.#numbers[slot]!;
    if (this.size * 2 > this.#mask) {
      this.#grow();
      slot = this.#slotOf(key);
    }
    this.#keys[slot] = key;
    this.#numbers[slot] = this.size;
    this.size += 1;
    return this.size - 1;
  }

  /** Whether a key has a number. */
  has(key: number): boolean {
    return this.#keys[this.#slotOf(key)] === key;
  }

  /** All keys, in no order. */
  keys(): Float64Array {
    return this.#keys.filter((key) => key !== -1);
  }

  /** Where a key is, or would be. */
  #slotOf(key: number): number {
    const mixed = Math.imul(key >>> 0, 0x9e3779b1) ^ Math.imul((key / 2 ** 32) >>> 0, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & this.#mask;
    while (this.#keys[slot] !== -1 && this.#keys[slot] !== key) slot = (slot + 1) & this.#mask;
    return slot;
  }

  #grow(): void {
    const [keys, numbers] = [this.#keys, this.#numbers];
    this.#mask = this.#mask * 4 + 3;
    this.#keys = new Float64Array(this.#mask + 1).fill(-1);
    this.#numbers = new Uint32Array(this.#mask + 1);
    for (let old = 0; old < keys.length; old += 1) {
      if (keys[old] === -1) continue;
      const slot = this.#slotOf(keys[old]!);
      this.#keys[slot] = keys[old]!;
      this.#numbers[slot] = numbers[old]!;
    }
  }
}
