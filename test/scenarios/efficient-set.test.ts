import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bandsBetween, EfficientSet, EVERYTHING } from '../../src/scenarios/efficient-set.ts';
import { Task } from '../../src/slate/task.ts';

type Values = readonly number[];

/** A search over points that are all known. */
function searchOver(points: readonly Values[], measures: number): EfficientSet<string> {
  const inOrder = points.toSorted((one, other) => {
    const at = one.findIndex((value, index) => value !== other[index]);
    return at === -1 ? 0 : other[at]! - one[at]!;
  });
  return new EfficientSet(measures, async (least) => {
    const best = inOrder.find((values) => values.every((value, index) => value >= least[index]!));
    return best && { values: best, slate: best.join() };
  });
}

it.each([2, 3])(
  'searches over bands find together what one search finds, of %i measures',
  async (measures) => {
    const values = fc.array(fc.nat(40), { minLength: measures, maxLength: measures });
    await fc.assert(
      fc.asyncProperty(
        fc.array(values, { maxLength: 60 }),
        fc.nat(40),
        fc.nat(40),
        async (points, one, two) => {
          const whole = searchOver(points, measures);
          expect(await whole.run(1000, new Task({}), EVERYTHING)).toBe(true);
          const found = new Set<string>();
          // However badly they are cut.
          for (const band of bandsBetween(Math.min(one, two), Math.max(one, two))) {
            const search = searchOver(points, measures);
            expect(await search.run(1000, new Task({}), band)).toBe(true);
            for (const { slate } of search.points) found.add(slate);
          }
          expect(found).toEqual(new Set(whole.points.map(({ slate }) => slate)));
        },
      ),
      { numRuns: 300 },
    );
  },
);

it('cuts into bands that together are everything, each once', () => {
  fc.assert(
    fc.property(fc.integer({ min: -50, max: 50 }), fc.nat(100), (least, width) => {
      const bands = bandsBetween(least, least + width);
      expect(bands[0]!.from).toBe(-Infinity);
      expect(bands.at(-1)!.to).toBe(Infinity);
      bands.slice(1).forEach(({ from }, index) => expect(bands[index]!.to).toBe(from));
      // None is without a value that a point may have.
      for (const { from, to } of bands)
        expect(Math.min(to, least + width + 1)).toBeGreaterThan(Math.max(from, least));
      expect(bands.length).toBe(Math.min(12, width + 1));
    }),
  );
});
