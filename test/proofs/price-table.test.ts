import fc from 'fast-check';
import type { Highs } from 'highs';
import { expect, it } from 'vitest';
import { Clock, loadRuntime } from '../../src/optimize/highs/runtime.ts';
import { findPrices, findProof } from '../../src/optimize/proving/proof-search.ts';
import { type PlainModel, plainModel } from '../../src/proofs/plain-model.ts';
import { type PriceTable, priceTable } from '../../src/proofs/price-table.ts';
import { plainCase } from '../random-case.ts';
import { slateCaseOf } from '../slate-case.ts';
import { bestOfAll } from '../subsets.ts';

/** A decimal number in millionths. */
function millionths(decimal: string): bigint {
  const [whole = '', places = ''] = decimal.replace('-', '').split('.');
  expect(places.length).toBeLessThanOrEqual(6);
  const size = BigInt(whole + places.padEnd(6, '0'));
  return decimal.startsWith('-') ? -size : size;
}

const total = (decimals: readonly string[]): bigint =>
  decimals.reduce((sum, each) => sum + millionths(each), 0n);

function expectToAddUp({ lines, beyond, rest, sum }: PriceTable): void {
  for (const line of lines) {
    expect(millionths(line.price)).not.toBe(0n);
    expect(line.price.startsWith('-')).toBe(line.row.side === 'min');
    expect(millionths(line.total)).toBe(millionths(line.price) * BigInt(line.row.bound));
  }
  expect(total(beyond.map(({ points }) => points))).toBe(millionths(rest));
  expect(total([...lines.map((each) => each.total), rest])).toBe(millionths(sum));
}

/** Whether the bound of the first level is proven by prices alone. */
function closesAtRoot(highs: Highs, model: PlainModel, best: number): boolean {
  const { numerator, denominator } = model.levels[0]!.unit;
  const value = Math.round((best * denominator) / numerator);
  const trees = findProof(highs, model, { slate: [], values: [value] }, new Clock({ timeLimit: 60_000 }));
  return trees?.claim === 'optimal' && trees.levels[0]!.tree.kind === 'bound';
}

it('adds up to a bound that no slate exceeds, and is reached where nothing must be split', async () => {
  const highs = await loadRuntime();
  let closed = 0;
  fc.assert(
    fc.property(plainCase({ least: 6, most: 10 }), (plain) => {
      const best = bestOfAll(plain);
      if (best === undefined) return;
      const model = plainModel(slateCaseOf(plain));
      const prices = findPrices(highs, model, [], new Clock({ timeLimit: 60_000 }));
      expect(prices).toBeDefined();
      const table = priceTable(model, prices!);
      expectToAddUp(table);
      expect(Number(table.sum)).toBeGreaterThanOrEqual(best.values[0]! - 1e-9);
      expect(Number(table.most)).toBeGreaterThanOrEqual(best.values[0]! - 1e-9);
      if (!closesAtRoot(highs, model, best.values[0]!)) return;
      closed += 1;
      expect(Number(table.most)).toBeCloseTo(best.values[0]!, 5);
    }),
    { numRuns: 400 },
  );
  expect(closed).toBeGreaterThan(50);
});

it('proves a bound with any prices, and never lets a missed goal pay', () => {
  fc.assert(
    fc.property(
      plainCase({ least: 4, most: 8 }),
      fc.array(fc.nat(20_000_000), { minLength: 40, maxLength: 40 }),
      (plain, random) => {
        const best = bestOfAll(plain);
        const model = plainModel(slateCaseOf(plain));
        const table = priceTable(model, new Map(model.rows.map((_, row) => [row, random[row % 40]!])));
        expectToAddUp(table);
        if (best !== undefined) expect(Number(table.most)).toBeGreaterThanOrEqual(best.values[0]! - 1e-9);
      },
    ),
    { numRuns: 300 },
  );
});
