import { expect, it } from 'vitest';
import { Splits } from '../../../src/optimize/proving/splits.ts';

/** Three candidates whom a row counts, and a sign of whether a rule is kept. */
const program = {
  candidates: 3,
  signs: [{ name: { rule: 'choice', sign: 'young' }, where: [] }],
  eligible: Uint8Array.of(1, 1, 1, 1),
  rows: [
    {
      name: { rule: 'size', bound: 'min' },
      side: 'min',
      bound: 1,
      terms: [{ columns: Uint32Array.of(0, 1, 2), coefficient: 1 }],
    },
  ],
  levels: [],
} as const;

const waysAt = (values: readonly number[]) =>
  new Splits(program).fractional([0, 1, 2, 3], {
    values: Float64Array.from(values),
    steps: new Map(),
  });

it('begins with signs, then takes the sums of rows, then single candidates', () => {
  const ways = waysAt([0.5, 0.25, 0.75, 0.1]);
  expect(ways.map(({ split }) => [...split.columns]).slice(0, 3)).toEqual([[3], [0, 1, 2], [0]]);
  expect(ways[1]!.value).toBeCloseTo(1.5);
});

it('has nothing to branch on where everything is whole', () => {
  expect(waysAt([1, 0, 1, 1])).toEqual([]);
});
