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
