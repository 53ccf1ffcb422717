import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nearBest } from '../../src/slate/near-best.ts';
import { compliantSlates, objectiveOf } from '../brute-force.ts';
import { plainCase } from '../random-case.ts';
import { slateCaseOf } from '../slate-case.ts';

it('says of every candidate whether they are on all, some or none of the slates near the best', async () => {
  await fc.assert(
    fc.asyncProperty(plainCase({ most: 8 }), fc.constantFrom(0, 0.02, 0.2, 1), async (plain, within) => {
      const all = [...compliantSlates(plain)].map((slate) => ({
        ids: new Set(slate.map((each) => each.id)),
        value: objectiveOf(plain.ruleSet, slate, plain.candidates)[0]!,
      }));
      const answer = await nearBest(slateCaseOf(plain), { within });
      if (all.length === 0) {
        expect(answer).toBeUndefined();
        return;
      }
      const best = Math.max(...all.map((each) => each.value));
      const near = all.filter((each) => each.value >= best - within * Math.abs(best) - 1e-7);
      const standing = (id: string): string => {
        const on = near.filter((each) => each.ids.has(id)).length;
        if (on === 0) return 'out';
        return on === near.length ? 'sure' : 'open';
      };
      const ids = plain.candidates.map((each) => each.id);
      expect(answer!.best).toBeCloseTo(best, 6);
      expect(answer).toMatchObject({
        sure: ids.filter((id) => standing(id) === 'sure'),
        open: ids.filter((id) => standing(id) === 'open'),
        out: ids.filter((id) => standing(id) === 'out'),
        undecided: [],
      });
    }),
    { numRuns: 150 },
  );
});

it('says nothing where time did not even suffice for the best', async () => {
  await fc.assert(
    fc.asyncProperty(plainCase({ most: 8 }), async (plain) => {
      expect(await nearBest(slateCaseOf(plain), { within: 0.2, timeLimit: 0 })).toBeUndefined();
    }),
    { numRuns: 5 },
  );
});

it('tells how far it is, never backwards, up to the end', async () => {
  await fc.assert(
    fc.asyncProperty(plainCase({ most: 8 }), async (plain) => {
      const told: (readonly [done: number, total: number])[] = [];
      const answer = await nearBest(slateCaseOf(plain), {
        within: 0.2,
        onProgress: (done, total) => told.push([done, total]),
      });
      if (answer === undefined) {
        expect(told).toEqual([]);
        return;
      }
      const done = told.map(([each]) => each);
      expect(done).toEqual(done.toSorted((a, b) => a - b));
      expect(told.at(-1)![0]).toBe(told.at(-1)![1]);
      expect(new Set(told.map(([, total]) => total)).size).toBe(1);
    }),
    { numRuns: 40 },
  );
});
