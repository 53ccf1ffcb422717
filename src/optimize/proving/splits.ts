import type { PlainModel } from '../../proofs/plain-model.ts';
import type { Split } from './proof-tree.ts';

/** How far from whole a number must be to be branched on. */
const INTEGRALITY = 1e-5;
/** Sums of fewer columns say little more than the columns themselves. */
const FEWEST = 3;

/** What a search may branch on: sums that rows speak of, goals, and single candidates (`highs/whole-sums.ts`). */
export class Splits {
  /** The largest sum first, each once. */
  readonly #sums: readonly Split[];
  readonly #goals: readonly number[];

  constructor({ rows }: PlainModel) {
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
  ): { readonly split: Split; readonly value: number } | undefined {
    const at = new Map<number, number>();
    core.forEach((column, place) => {
      if (values[place]! > INTEGRALITY) at.set(column, values[place]!);
    });
    for (const split of this.#sums) {
      const value = sumOver(split.columns, at);
      if (isFractional(value)) return { split, value };
    }
    for (const goal of this.#goals) {
      const value = steps.get(goal) ?? 0;
      if (isFractional(value))
        return { split: { key: `goal ${goal}`, columns: new Uint32Array(), goal }, value };
    }
    return mostFractional(at);
  }
}

function mostFractional(
  at: ReadonlyMap<number, number>,
): { readonly split: Split; readonly value: number } | undefined {
  let chosen: { readonly split: Split; readonly value: number } | undefined;
  let farthest = INTEGRALITY;
  for (const [column, value] of at) {
    const distance = Math.abs(value - Math.round(value));
    if (distance <= farthest) continue;
    farthest = distance;
    chosen = { split: { key: `column ${column}`, columns: Uint32Array.of(column) }, value };
  }
  return chosen;
}

function sumOver(columns: Uint32Array, at: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const column of columns) sum += at.get(column) ?? 0;
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
