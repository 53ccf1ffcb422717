import { boundsAtSize, type SizedRule } from '../rules/bounds/by-size.ts';
import type { Size } from '../rules/rule-set.ts';
import type { Sign, Term } from './plain-model.ts';

/**
 * A count with bounds by size. With a sign z_n for every size n, n members in all, and m of them who match,
 *
 *     Σ z_n = 1,   Σ x − Σ n z_n = 0                  one size, the one that the slate has
 *     m − Σ min_n z_n ≥ 0,   m − Σ max_n z_n ≤ 0      its bounds
 *
 * Where nothing is asked of a size the minimum is 0 and the maximum n. A side without any bound has no row.
 */
export class PlainSizes {
  readonly signs: readonly Sign[];
  readonly #rule: SizedRule;
  readonly #everybody: Uint32Array;
  /** The column of the sign of each size. */
  readonly #columnOf: ReadonlyMap<number, number>;

  /** @param first the column of the first sign. */
  constructor(rule: SizedRule, everybody: Uint32Array, { min, max }: Size, first: number) {
    const count = Math.max(0, Math.min(max, everybody.length) - min + 1);
    const sizes = Array.from({ length: count }, (_, index) => min + index);
    const terms = [{ columns: everybody, coefficient: 1 }];
    this.#rule = rule;
    this.#everybody = everybody;
    this.#columnOf = new Map(sizes.map((size, index) => [size, first + index]));
    this.signs = sizes.map((size) => ({
      name: { rule: rule.id, sign: String(size) },
      where: [{ terms, least: size, most: size }],
    }));
  }

  /** That there is one size, and which: what both sums must be. */
  ties(): readonly { readonly sign: string; readonly bound: number; readonly terms: readonly Term[] }[] {
    const signs = Uint32Array.from(this.#columnOf.values());
    const sized = Array.from(this.#columnOf, ([size, column]) => ({
      columns: Uint32Array.of(column),
      coefficient: -size,
    }));
    return [
      { sign: 'one size', bound: 1, terms: [{ columns: signs, coefficient: 1 }] },
      { sign: 'its members', bound: 0, terms: [{ columns: this.#everybody, coefficient: 1 }, ...sized] },
    ];
  }

  /** The rows of those who match, held to 0. */
  rows(matching: Uint32Array): readonly { readonly side: 'min' | 'max'; readonly terms: readonly Term[] }[] {
    const { bySize } = this.#rule;
    return (['min', 'max'] as const)
      .filter((side) => bySize.some((step) => step[side] !== undefined))
      .map((side) => ({ side, terms: [{ columns: matching, coefficient: 1 }, ...this.#bounds(side)] }));
  }

  /** Sizes of the same bound make one term. */
  #bounds(side: 'min' | 'max'): readonly Term[] {
    const open = (size: number): number => (side === 'min' ? 0 : size);
    const byBound = Map.groupBy(
      this.#columnOf.keys(),
      (size) => boundsAtSize(this.#rule, size)[side] ?? open(size),
    );
    return [...byBound]
      .filter(([bound]) => bound !== 0)
      .map(([bound, sizes]) => ({
        columns: Uint32Array.from(sizes, (size) => this.#columnOf.get(size)!),
        coefficient: -bound,
      }));
  }
}
