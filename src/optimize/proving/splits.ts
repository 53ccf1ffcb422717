import type { PlainModel } from '../../proofs/plain-model.ts';
import type { Split } from './proof-tree.ts';

/** How far from whole a number must be to be branched on. */
const INTEGRALITY = 1e-5;
/** Sums of fewer columns say little more than the columns themselves. */
const FEWEST = 3;

/**
 * Which of the sums that are not whole is branched on: the one that parts the candidates most evenly, the
 * farther from whole the better, or the one of most candidates. Of 60 cases of 120 candidates the first needs
 * half as many nodes as the second; where it goes astray it needs hundreds of times as many.
 */
export type SplitOrder = 'evenly' | 'largest';

/** What a search may branch on: sums that rows speak of, goals, and single candidates (`highs/whole-sums.ts`). */
export class Splits {
  /** The largest sum first, each once. */
  readonly #sums: readonly Split[];
  readonly #goals: readonly number[];
  readonly #candidates: number;

  constructor({ rows, eligible }: PlainModel) {
    this.#candidates = eligible.length;
    const known = new Map<string, Split>();
    rows.forEach(({ name, terms }, row) => {
      if ('together' in name || 'apart' in name) return;
      for (const { columns, coefficient } of terms) {
        if (columns.length < FEWEST) continue;
        const key = fingerprint(columns);
        if (!known.has(key)) known.set(key, { key, columns, of: { row, coefficient } });
      }
    });
    this.#sums = [...known.values()].toSorted((one, other) => other.columns.length - one.columns.length);
    this.#goals = rows.flatMap(({ goal }, row) => (goal === undefined ? [] : [row]));
  }

  /** Something that is not whole at a point of the relaxation; `undefined` where everything is. */
  choose(
    core: Uint32Array,
    { values, steps }: { readonly values: Float64Array; readonly steps: ReadonlyMap<number, number> },
    order: SplitOrder,
  ): Chosen | undefined {
    const at = new Float64Array(this.#candidates);
    core.forEach((column, place) => {
      if (values[place]! > INTEGRALITY) at[column] = values[place]!;
    });
    const sum = order === 'largest' ? this.#largest(at) : this.#mostEven(at);
    if (sum !== undefined) return sum;
    for (const goal of this.#goals) {
      const value = steps.get(goal) ?? 0;
      if (isFractional(value))
        return { split: { key: `goal ${goal}`, columns: new Uint32Array(), goal }, value };
    }
    return mostFractional(at);
  }

  #largest(at: Float64Array): Chosen | undefined {
    for (const split of this.#sums) {
      const value = sumOver(split.columns, at);
      if (isFractional(value)) return { split, value };
    }
    return undefined;
  }

  #mostEven(at: Float64Array): Chosen | undefined {
    let chosen: Chosen | undefined;
    let most = 0;
    for (const split of this.#sums) {
      const { length } = split.columns;
      const value = sumOver(split.columns, at);
      if (!isFractional(value)) continue;
      const weight = Math.abs(value - Math.round(value)) * Math.min(length, this.#candidates - length);
      if (weight <= most) continue;
      most = weight;
      chosen = { split, value };
    }
    return chosen;
  }
}

/** A split with the value that is not whole. */
interface Chosen {
  readonly split: Split;
  readonly value: number;
}

function mostFractional(at: Float64Array): Chosen | undefined {
  let chosen = -1;
  let farthest = INTEGRALITY;
  at.forEach((value, column) => {
    const distance = Math.abs(value - Math.round(value));
    if (distance <= farthest) return;
    farthest = distance;
    chosen = column;
  });
  if (chosen === -1) return undefined;
  return { split: { key: `column ${chosen}`, columns: Uint32Array.of(chosen) }, value: at[chosen]! };
}

function sumOver(columns: Uint32Array, at: Float64Array): number {
  let sum = 0;
  for (const column of columns) sum += at[column]!;
  return sum;
}

function isFractional(value: number): boolean {
  return Math.abs(value - Math.round(value)) > INTEGRALITY;
}

/** The same for equal sets of columns. Two sets that differ have the same one practically never, and then one is not branched on. */
function fingerprint(columns: Uint32Array): string {
  let hash = 0x811c9dc5;
  for (const column of columns) hash = Math.imul(hash ^ column, 0x01000193) >>> 0;
  return `${columns.length} ${columns[0]} ${columns.at(-1)} ${hash}`;
}
