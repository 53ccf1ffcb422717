import type { PlainProgram } from '../../proofs/plain-model.ts';
import type { Split } from './proof-tree.ts';

/** How far from whole a number must be to be branched on. */
const INTEGRALITY = 1e-5;
/** Sums of fewer columns say little more than the columns themselves. */
const FEWEST = 3;

/** Signs that come before sums, which must not wait behind all of them. */
const MOST_SIGNS = 4;

/** What a search may branch on: sums that rows speak of, goals, and single candidates (`highs/whole-sums.ts`). */
export class Splits {
  /** The largest sum first, each once. */
  readonly #sums: readonly Split[];
  readonly #goals: readonly number[];
  readonly #columns: number;
  readonly #candidates: number;

  constructor({ rows, candidates, eligible }: PlainProgram) {
    this.#columns = eligible.length;
    this.#candidates = candidates;
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

  /**
   * What is not whole at a point of the relaxation, the most promising first; nothing where everything is
   * whole. Sums part the slates in fewer steps than their members do, and are farther from whole than goals;
   * what a sign stands for says little until it is known.
   */
  fractional(
    core: readonly number[],
    { values, steps }: { readonly values: Float64Array; readonly steps: ReadonlyMap<number, number> },
  ): readonly ChosenSplit[] {
    const at = new Float64Array(this.#columns);
    core.forEach((column, place) => {
      if (values[place]! > INTEGRALITY) at[column] = values[place]!;
    });
    const goals = this.#goals.map((goal) => ({
      split: { key: `goal ${goal}`, columns: new Uint32Array(), goal },
      value: steps.get(goal) ?? 0,
    }));
    const alone = singles(at);
    const isSign = ({ split: { columns } }: ChosenSplit): boolean => columns[0]! >= this.#candidates;
    return [
      ...alone.filter(isSign).slice(0, MOST_SIGNS),
      ...this.#fractionalSums(at),
      ...goals.filter(({ value }) => isFractional(value)),
      ...alone,
    ];
  }

  /** Those that part the candidates most evenly, the farther from whole the better. */
  #fractionalSums(at: Float64Array): readonly ChosenSplit[] {
    const weightOf = ({ split: { columns }, value }: ChosenSplit): number =>
      Math.abs(value - Math.round(value)) * Math.min(columns.length, this.#candidates - columns.length);
    return this.#sums
      .map((split) => ({ split, value: sumOver(split.columns, at) }))
      .filter(({ value }) => isFractional(value))
      .toSorted((one, other) => weightOf(other) - weightOf(one));
  }
}

/** A split with the value that is not whole. */
export interface ChosenSplit {
  readonly split: Split;
  readonly value: number;
}

/** Single columns, the farthest from whole first. */
function singles(at: Float64Array): readonly ChosenSplit[] {
  const found: ChosenSplit[] = [];
  at.forEach((value, column) => {
    if (isFractional(value)) {
      found.push({ split: { key: `column ${column}`, columns: Uint32Array.of(column) }, value });
    }
  });
  const distance = ({ value }: ChosenSplit): number => Math.abs(value - Math.round(value));
  return found.toSorted((one, other) => distance(other) - distance(one));
}

function sumOver(columns: Uint32Array, at: Float64Array): number {
  let sum = 0;
  for (const column of columns) sum += at[column]!;
  return sum;
}

function isFractional(value: number): boolean {
  return Math.abs(value - Math.round(value)) > INTEGRALITY;
}

/**
 * The same for equal sets of columns. Two sets that differ have the same one practically never, and then one is
 * not branched on.
 */
function fingerprint(columns: Uint32Array): string {
  let hash = 0x811c9dc5;
  for (const column of columns) hash = Math.imul(hash ^ column, 0x01000193) >>> 0;
  return `${columns.length} ${columns[0]} ${columns.at(-1)} ${hash}`;
}
