import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberRows, numberRowsUpTo, NumberTable } from '../../../src/optimize/model/numbering.ts';

it('numbers keys in order of their appearance, as a Map would', () => {
  const key = fc.oneof(fc.maxSafeNat(), fc.nat(3000), fc.constantFrom(0, 2 ** 32, 2 ** 32 - 1, 2 ** 53 - 1));
  fc.assert(
    fc.property(fc.array(key, { maxLength: 3000, size: 'max' }), (keys) => {
      const table = new NumberTable();
      const known = new Map<number, number>();
      for (const each of keys) {
        expect(table.has(each)).toBe(known.has(each));
        if (!known.has(each)) known.set(each, known.size);
        expect(table.numberOf(each)).toBe(known.get(each));
      }
      expect(table.size).toBe(known.size);
    }),
    { numRuns: 100 },
  );
});

it('two rows have the same number exactly where they agree in all columns, however wide those are', async () => {
  const column = fc.constantFrom(1, 2, 3, 1000, 2 ** 26).chain((radix) =>
    fc.record({
      radix: fc.constant(radix),
      numbers: fc.array(fc.constantFrom(0, radix - 1, radix >> 1), { minLength: 6, maxLength: 6 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(column, { maxLength: 12 }),
      fc.array(fc.nat(5), { minLength: 12, maxLength: 12 }),
      async (columns, of) => {
        const classOfRow = Uint32Array.from(of);
        const { numberOf, count } = await numberRows(
          classOfRow.length,
          columns.map((each) => ({ ...each, of: classOfRow })),
        );
        const keys = of.map((each) => columns.map(({ numbers }) => numbers[each]!).join());
        const distinct = [...new Set(keys)];
        expect(count).toBe(distinct.length);
        expect(Array.from(numberOf)).toEqual(keys.map((key) => distinct.indexOf(key)));
      },
    ),
  );
});

it('stops as soon as there are more numbers than are wanted, in whichever column', async () => {
  const size = 40_000;
  const row = Uint32Array.from({ length: size }, (_, index) => index);
  const half = { numbers: row.map((index) => index >> 1), radix: size / 2 };
  const wide = { numbers: row.map((index) => (index % 2) * (2 ** 26 - 1)), radix: 2 ** 26 };
  const columns = [half, wide, wide];
  expect(await numberRowsUpTo(size / 2, size, [half])).toMatchObject({ count: size / 2 });
  expect(await numberRowsUpTo(size / 2 - 1, size, [half])).toBeUndefined();
  expect(await numberRowsUpTo(size - 1, size, columns)).toBeUndefined();
  const all = await numberRowsUpTo(size, size, columns);
  expect(all?.count).toBe(size);
  expect(all?.numberOf).toEqual(row);
});
