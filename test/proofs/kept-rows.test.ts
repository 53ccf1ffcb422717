import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type KeptRow, worthKeeping } from '../../src/proofs/kept-rows.ts';

const COLUMNS = 7;

/** A number for each column, of which many are the same. */
const numbers = (least: number, most: number) =>
  fc.array(fc.integer({ min: least, max: most }), { minLength: COLUMNS, maxLength: COLUMNS });

const row = fc
  .record({
    side: fc.constantFrom('min' as const, 'max' as const),
    bound: fc.integer({ min: -6, max: 14 }),
    of: fc.oneof(
      numbers(0, 1),
      numbers(-3, 5),
      fc.nat(COLUMNS - 1).map((only) => onlyOne(only)),
    ),
    goal: fc.option(
      fc.record({ step: fc.integer({ min: 1, max: 3 }), worth: fc.integer({ min: -4, max: 0 }) }),
      {
        nil: undefined,
      },
    ),
  })
  .map(({ side, bound, of, goal }) => {
    const byNumber = Map.groupBy(of.keys(), (column) => of[column]!);
    const terms = Array.from(byNumber, ([coefficient, columns]) => ({
      coefficient,
      columns: Uint32Array.from(columns),
    }));
    return { side, bound, terms, ...(goal && { goal }) } satisfies KeptRow;
  });

function onlyOne(column: number): number[] {
  return Array.from({ length: COLUMNS }, (_, each) => Number(each === column));
}

function sumOf({ terms }: KeptRow, chosen: readonly number[]): number {
  return terms.reduce(
    (all, { columns, coefficient }) =>
      all + columns.reduce((sum, column) => sum + coefficient * chosen[column]!, 0),
    0,
  );
}

/** The most that a choice that keeps the rows is worth, of all 2^n. */
function mostOfAll(rows: readonly KeptRow[], eligible: readonly number[], worth: readonly number[]): number {
  let most = -Infinity;
  for (let mask = 0; mask < 2 ** COLUMNS; mask += 1) {
    const chosen = worth.map((_, column) => Number((mask & (1 << column)) !== 0));
    if (chosen.some((each, column) => each > eligible[column]!)) continue;
    let value = chosen.reduce((sum, each, column) => sum + each * worth[column]!, 0);
    for (const each of rows) {
      const sum = sumOf(each, chosen);
      const off = Math.max(0, each.side === 'max' ? sum - each.bound : each.bound - sum);
      if (each.goal !== undefined) value += Math.ceil(off / each.goal.step) * each.goal.worth;
      else if (off > 0) value = -Infinity;
    }
    most = Math.max(most, value);
  }
  return most;
}

/** The worth of columns with rows at a price, as a sum of inequalities has it. */
function withPrices(worth: readonly number[], rows: readonly KeptRow[], prices: readonly number[]) {
  const of = Float64Array.from(worth);
  let constant = 0n;
  rows.forEach(({ side, bound, terms, goal }, index) => {
    // Missing a goal must not pay.
    const most = goal === undefined ? Infinity : Math.floor(-goal.worth / goal.step);
    const price = Math.min(prices[index % prices.length]!, most) * (side === 'max' ? 1 : -1);
    constant += BigInt(price * bound);
    for (const { columns, coefficient } of terms)
      for (const column of columns) of[column]! -= price * coefficient;
  });
  return { constant, of };
}

it('finds what is worth the limit exactly where a choice that keeps the rows is, at any prices', () => {
  const told = { none: 0, found: 0 };
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 4 }),
      numbers(-6, 9),
      numbers(0, 1),
      fc.array(fc.nat(4), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: -1, max: 2 }),
      (rows, worth, eligible, prices, above) => {
        const most = mostOfAll(rows, eligible, worth);
        const limit = BigInt((Number.isFinite(most) ? most : 0) + above);
        const found = worthKeeping({
          eligible: Uint8Array.from(eligible),
          rows,
          own: { constant: 0n, of: Float64Array.from(worth) },
          priced: withPrices(worth, rows, prices),
          limit,
        });
        const wanted = most >= limit ? BigInt(most) : 'none';
        expect(found).toBe(wanted);
        told[wanted === 'none' ? 'none' : 'found'] += 1;
      },
    ),
    { numRuns: 5000 },
  );
  expect(told.none).toBeGreaterThan(1000);
  expect(told.found).toBeGreaterThan(1000);
});

it('gives up where there is too much to go through', () => {
  const columns = Uint32Array.from({ length: 40 }, (_, column) => column);
  const terms = Array.from(columns, (column) => ({
    columns: Uint32Array.of(column),
    coefficient: 3 ** (column % 20),
  }));
  const of = new Float64Array(40);
  const keeping = {
    eligible: new Uint8Array(40).fill(1),
    rows: [{ side: 'min' as const, bound: 10, terms }],
    own: { constant: 0n, of },
    priced: { constant: 0n, of },
    limit: 0n,
  };
  expect(worthKeeping(keeping)).toBe('too-many');
  expect(worthKeeping({ ...keeping, limit: 1n })).toBe('none');
  const wide = terms.map((each) => ({ ...each, coefficient: 2 ** 50 }));
  expect(worthKeeping({ ...keeping, rows: [{ side: 'min', bound: 10, terms: wide }] })).toBe('too-many');
});
