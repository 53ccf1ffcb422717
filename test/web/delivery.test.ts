import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valueOf } from '../../src/words/problem.ts';
import { readPoolCsv } from '../../src/pool/read-csv.ts';
import { rowOf } from '../../src/pool/write-csv.ts';
import { deliveredLines, type Rows, withDelivery } from '../../src/web/pools/delivery.ts';

const HEADINGS = ['id', 'name', 'gender', 'Region'];
const person = fc.record({
  id: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
  name: fc.constantFrom('An', 'Bình, Lê', 'Cúc "C"'),
  gender: fc.constantFrom('', 'female', 'male'),
  Region: fc.constantFrom('', 'North', 'South'),
});
const table = fc
  .uniqueArray(person, { selector: ({ id }) => id, minLength: 1 })
  .map((rows): Rows => ({ headings: HEADINGS, rows }));

async function rowsIn(csv: string): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const pool = valueOf(await readPoolCsv(csv, 'pool'));
  return new Map(pool.ids.map((id, row) => [id, Object.fromEntries(rowOf(pool, row))]));
}

test('takes over exactly those lines of a delivery that are accepted', async () => {
  await fc.assert(
    fc.asyncProperty(table, table, fc.infiniteStream(fc.boolean()), async (before, after, chances) => {
      const lines = deliveredLines(before, after);
      const accepted = new Set(lines.map(({ id }) => id).filter(() => chances.next().value === true));
      const old = new Map(before.rows.map((row) => [row['id']!, row]));
      const next = new Map(after.rows.map((row) => [row['id']!, row]));
      const expected = [...new Set([...old.keys(), ...next.keys()])].flatMap((id) => {
        const row = accepted.has(id) ? next.get(id) : old.get(id);
        return row === undefined ? [] : [[id, row] as const];
      });
      fc.pre(expected.length > 0);
      expect(new Map(await rowsIn(withDelivery(before, after, accepted)))).toEqual(new Map(expected));
      // Whoever is on no line is the same in both.
      const named = new Set(lines.map(({ id }) => id));
      for (const [id, row] of next) if (!named.has(id)) expect(row).toEqual(old.get(id));
    }),
  );
});

test('names the cells that differ, and those of somebody new', () => {
  const before = { headings: ['id', 'name'], rows: [{ id: 'A', name: 'An' }] };
  const after = {
    headings: ['id', 'name', 'Region'],
    rows: [
      { id: 'A', name: 'An', Region: 'North' },
      { id: 'B', name: 'Bình', Region: '' },
    ],
  };
  expect(deliveredLines(before, after)).toEqual([
    { id: 'A', name: 'An', is: 'changed', cells: [{ heading: 'Region', before: '', after: 'North' }] },
    { id: 'B', name: 'Bình', is: 'new', cells: [{ heading: 'name', before: '', after: 'Bình' }] },
  ]);
  expect(deliveredLines(after, before).at(-1)).toEqual({ id: 'B', name: 'Bình', is: 'gone', cells: [] });
});
