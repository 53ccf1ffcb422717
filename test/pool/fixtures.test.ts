import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { REFERENCE_POOL, referencePool } from '../../fixtures/generate.ts';
import { MADE_UP_BLOCS, WARDS } from '../../fixtures/made-up/people.ts';
import { readPoolFile } from '../../src/pool/reading/read-csv.ts';
import { readSlate, unknownMembers } from '../../src/pool/read-slate.ts';
import { rowOf } from '../../src/pool/reading/rows-as-text.ts';
import { valueOf } from '../../src/words/problem.ts';

const FIXTURES = new URL('../../fixtures/', import.meta.url);

function twice(values: readonly string[]): readonly string[] {
  return values.filter((each, index) => each !== '' && values.indexOf(each) !== index);
}

async function reference() {
  const pool = valueOf(await readPoolFile(fileURLToPath(new URL(REFERENCE_POOL, FIXTURES))));
  const rows = new Map(pool.ids.map((id, row) => [id, rowOf(pool, row)] as const));
  return { pool, rows, cell: (id: string, heading: string): string => rows.get(id)!.get(heading)! };
}

describe('the reference pool', () => {
  it('is what `npm run fixtures` writes', async () => {
    expect(await readFile(new URL(REFERENCE_POOL, FIXTURES), 'utf8')).toBe(referencePool());
  });

  it('has 120 candidates of every bloc and all 25 units', async () => {
    const { pool, cell } = await reference();
    expect(pool.size).toBe(120);
    expect(new Set(pool.ids.map((id) => cell(id, 'bloc')))).toEqual(
      new Set(MADE_UP_BLOCS.map(({ code }) => code)),
    );
    const wardUnits = pool.ids.filter((id) => cell(id, 'bloc') === 'ward').map((id) => cell(id, 'unit'));
    expect(new Set(wardUnits)).toEqual(new Set(WARDS));
  });

  it('has the oddities of real lists', async () => {
    const { pool, cell } = await reference();
    const dateLengths = pool.ids.map((id) => cell(id, 'birthDate').length);
    expect([0, 4, 7].map((length) => dateLengths.filter((each) => each === length).length)).toEqual([
      1, 2, 2,
    ]);
    expect(pool.ids.filter((id) => cell(id, 'appraisal2019') === 'not-completed')).toEqual(['HD-067']);
    const families = pool.ids.map((id) => cell(id, 'family')).filter((family) => family !== '');
    expect(families.length).toBeGreaterThan(new Set(families).size);
  });
});

describe('the slate by hand', () => {
  it('names 46 of the pool, and breaks what it was made to break', async () => {
    const { pool, cell } = await reference();
    const slate = await readFile(new URL('hai-duong/slate-by-hand.csv', FIXTURES));
    const { ids } = valueOf(readSlate(slate, 'slate'));
    expect(ids).toHaveLength(46);
    expect(unknownMembers(pool, ids)).toEqual([]);
    expect(ids.filter((id) => cell(id, 'gender') === 'female')).toHaveLength(9);
    expect(twice(ids.filter((id) => cell(id, 'bloc') === 'ward').map((id) => cell(id, 'unit')))).toEqual([
      'Ái Quốc',
    ]);
    expect(twice(ids.map((id) => cell(id, 'family')))).toEqual(['GD-4']);
    expect(ids).toContain('HD-067');
  });
});
