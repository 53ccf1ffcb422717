import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateCandidates, generatePool } from '../../../fixtures/made-up/generate.ts';
import { poolFromCandidates } from '../../../src/pool/reading/read-candidates.ts';
import { readPoolCsv } from '../../../src/pool/reading/read-csv.ts';
import { rowOf, rowsOfPool } from '../../../src/pool/reading/rows-as-text.ts';
import { valueOf } from '../../../src/words/problem.ts';

function places(records: readonly Record<string, unknown>[]): readonly string[] {
  const reading = poolFromCandidates(records, 'pool');
  return reading.ok ? [] : reading.problems.map(({ code, place }) => `${code} ${place?.field ?? ''}`);
}

function hash(record: Record<string, unknown>): string {
  return valueOf(poolFromCandidates([record], 'pool')).sha256;
}

describe('poolFromCandidates', () => {
  it('gives the pool that the same candidates give as CSV', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const options = { size: 10, seed, shape: { unclearBirthDates: 0.5 } };
        const fromJson = valueOf(poolFromCandidates([...generateCandidates(options)], 'pool'));
        const fromCsv = valueOf(await readPoolCsv([...generatePool(options)].join(''), 'pool'));
        expect(rowsOfPool(fromJson)).toEqual(rowsOfPool(fromCsv));
      }),
      { numRuns: 30 },
    );
  });

  it('takes numbers, booleans and null as JSON gives them', () => {
    const pool = valueOf(
      poolFromCandidates(
        [
          { id: 1, name: 'A', birthDate: 1980, incumbent: true, examScore: 8.5, unit: null },
          { name: 'B', id: 'b', post: 'x', unit: undefined },
        ],
        'pool',
      ),
    );
    expect([...rowOf(pool, 0)]).toEqual([
      ['id', '1'],
      ['name', 'A'],
      ['birthDate', '1980'],
      ['incumbent', 'true'],
      ['examScore', '8.5'],
      ['unit', ''],
      ['post', ''],
    ]);
  });

  it('points at every problem', () => {
    const found = places([
      { id: 'a', name: 'A', birthDate: '31/02/1980', unit: ['x'], 'a/b~c': {} },
      { id: 'b', gender: 'x', name: 'B' },
      { id: 'a', name: '' },
      {},
    ]);
    expect(found).toEqual([
      'pool.bad-json-value /0/unit',
      'pool.bad-json-value /0/a~1b~0c',
      'pool.impossible-date /0/birthDate',
      'pool.bad-choice /1/gender',
      'pool.duplicate-id-in-list /2/id',
      'pool.empty-name /2/name',
      'pool.empty-id /3/id',
      'pool.empty-name /3/name',
    ]);
  });

  it('names an empty list, missing columns and two keys of one meaning', () => {
    expect(places([])).toEqual(['pool.empty-list ']);
    expect(places([{ post: 'x' }])).toEqual(['pool.missing-column ', 'pool.missing-column ']);
    expect(
      places([
        { id: 'a', name: 'A' },
        { id: 'b', ten: 'B' },
      ]),
    ).toEqual(['pool.duplicate-heading /1/ten', 'pool.empty-name /1/name']);
  });

  it('is not led astray by keys that objects have anyway', () => {
    const record: unknown = JSON.parse('{"id":"__proto__","name":"A","__proto__":"x","constructor":"y"}');
    const pool = valueOf(
      poolFromCandidates([record as Record<string, unknown>, { id: 'b', name: 'B' }], 'pool'),
    );
    expect([0, 1].map((row) => pool.extras.get('__proto__')!.at(row))).toEqual(['x', '']);
    expect([0, 1].map((row) => pool.extras.get('constructor')!.at(row))).toEqual(['y', '']);
  });

  it('hashes what is said, not in which order', () => {
    expect(hash({ id: 'a', name: 'A' })).toBe(hash({ name: 'A', id: 'a' }));
    expect(hash({ id: 'a', name: 'A' })).not.toBe(hash({ id: 'a', name: 'B' }));
  });
});
