import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valueOf } from '../../src/words/problem.ts';
import { readPoolCsv } from '../../src/pool/reading/read-csv.ts';
import { rowOf } from '../../src/pool/reading/rows-as-text.ts';
import { readAcceptedLines, linesToAccept } from '../../src/pool/notices/accepted-lines.ts';
import { deliveredLines, type Rows, swappedColumns, withDelivery } from '../../src/pool/deliveries.ts';

const HEADINGS = ['id', 'name', 'birthDate', 'gender', 'Region'];
const person = fc.record({
  id: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
  name: fc.constantFrom('An', 'Bình, Lê', 'Cúc "C"', '=1+1', '+Em'),
  birthDate: fc.constantFrom('', '1980-05-06', '1980-06-05', '1970'),
  gender: fc.constantFrom('', 'female', 'male'),
  Region: fc.constantFrom('', 'North', '@South', '-2+3'),
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
      // Who is renumbered is there under one id: the new one where that was accepted.
      const givenUp = new Set(
        lines.flatMap(({ id, is, other }) => (is === 'renumbered' && accepted.has(id) ? [other!] : [])),
      );
      const expected = [...new Set([...old.keys(), ...next.keys()])].flatMap((id) => {
        const row = accepted.has(id) ? next.get(id) : givenUp.has(id) ? undefined : old.get(id);
        return row === undefined ? [] : [[id, row] as const];
      });
      fc.pre(expected.length > 0);
      expect(new Map(await rowsIn(withDelivery(before, after, accepted)))).toEqual(new Map(expected));
      // Whoever is on no line is the same in both.
      const named = new Set(lines.map(({ id }) => id));
      for (const [id, row] of next) if (!named.has(id)) expect(row).toEqual(old.get(id));
      // Nobody who was there is lost without a line that says so.
      const told = new Set(lines.flatMap(({ id, other }) => [id, other]));
      for (const id of old.keys()) expect(next.has(id) || told.has(id)).toBe(true);
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

/** A table of people with birth dates. */
function people(
  ...rows: readonly (readonly [id: string, name: string, birthDate: string, unit?: string])[]
): Rows {
  return {
    headings: ['id', 'name', 'birthDate', 'unit'],
    rows: rows.map(([id, name, birthDate, unit = '']) => ({ id, name, birthDate, unit })),
  };
}

test('knows who is there under another id, and who may be there twice', () => {
  const before = people(['1', 'An', '1980-05-06'], ['2', 'Bình', '1970-01-02'], ['3', 'Cúc', '1975-03-04']);
  const after = people(
    ['9', 'AN', '1980-05-06'],
    ['2', 'Bình', '1970-01-02'],
    ['7', 'Bình', '1970-01-02'],
    ['8', 'Cúc', ''],
    ['6', 'Dũng', '1990-01-01'],
    ['5', 'dũng', '1990-01-01'],
  );
  const lines = deliveredLines(before, after);
  expect(lines.map(({ id, is, other }) => [is, id, other])).toEqual([
    ['renumbered', '9', '1'],
    ['twice', '7', '2'],
    ['new', '8', undefined],
    ['new', '6', undefined],
    ['twice', '5', '6'],
    ['gone', '3', undefined],
  ]);
  const merged = (...accepted: readonly string[]) =>
    withDelivery(before, after, new Set(accepted))
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[0]);
  expect(merged()).toEqual(['1', '2', '3']);
  expect(merged('9', '7', '3')).toEqual(['9', '2', '7']);
});

test('knows days and months that were exchanged, also of who is renumbered', () => {
  const before = people(['1', 'An', '1980-05-06'], ['2', 'Bình', '1970-01-02'], ['3', 'Cúc', '1975-03-30']);
  const after = people(['1', 'An', '1980-06-05'], ['4', 'Bình', '1970-02-01'], ['3', 'Cúc', '1975-04-30']);
  const lines = deliveredLines(before, after);
  expect(lines.map(({ is, cells }) => [is, cells.map(({ isSwapped = false }) => isSwapped)])).toEqual([
    ['changed', [true]],
    ['renumbered', [true]],
    ['changed', [false]],
  ]);
  expect(swappedColumns(lines)).toEqual([{ heading: 'birthDate', swapped: 2, differing: 3 }]);
});

test('of some units alone says nothing of the others', () => {
  const before = people(['1', 'An', '', 'Đông'], ['2', 'Bình', '', 'Tây'], ['3', 'Cúc', '', 'Đông']);
  const after = people(['1', 'An', '', 'đông']);
  const gone = (isPartial: boolean) =>
    deliveredLines(before, after, { isPartial }).flatMap(({ is, id }) => (is === 'gone' ? [id] : []));
  expect([gone(false), gone(true)]).toEqual([['2', '3'], ['3']]);
});

test('lines are accepted in a file, one by one', () => {
  const before = people(['1', 'An', '1980-05-06'], ['2', 'Bình', '1970-01-02'], ['3', '=Cúc', '']);
  const after = people(['1', 'An', '1981-05-06'], ['4', '+Dũng', '']);
  const lines = deliveredLines(before, after);
  const csv = linesToAccept(lines);
  expect(csv).toBe(
    "accept,is,id,other,name,what\n,changed,1,,An,birthDate: 1980-05-06 → 1981-05-06\n,new,4,,'+Dũng,name:  → +Dũng\n,gone,2,,Bình,\n,gone,3,,'=Cúc,\n",
  );
  const read = (text: string) => readAcceptedLines(text, 'diff.csv', lines);
  const decided = csv
    .replace('\n,changed', '\nX,changed')
    .replace('\n,new', '\ncó,new')
    .replace('\n,gone,2', '\nno,gone,2');
  expect(valueOf(read(decided))).toEqual({ accepted: new Set(['1', '4']), undecided: ['3'] });
  const codes = (text: string) => {
    const found = read(text);
    return found.ok ? [] : found.problems.map(({ code, place }) => [code, place?.line, place?.field]);
  };
  expect(codes(csv.replace('\n,changed', '\nmaybe,changed'))).toEqual([['deliveries.unclear', 2, 'accept']]);
  expect(codes(csv.replace('1981', '1982'))).toEqual([['deliveries.other-line', 2, 'what']]);
  expect(codes(csv.replace(',gone,2', ',gone,5'))).toEqual([['deliveries.no-line', 4, 'id']]);
  expect(codes(`${decided}x,gone,2,,Bình,\n`)).toEqual([['deliveries.line-twice', 6, 'id']]);
  expect(codes('id\n1\n')).toEqual([['deliveries.no-column', 1, undefined]]);
});
