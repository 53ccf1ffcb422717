import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideCase } from '../../src/optimize/model/decided-case.ts';
import { provenBound } from '../../src/slate/propose.ts';
import { bestObjective } from '../brute-force.ts';
import { plainCase, tableOf } from '../random-case.ts';

const CUT_SHORT = { status: 'feasible', x: new Float64Array(), values: [], bound: Infinity } as const;

it('where a solver proved nothing of its slate, no slate is worth more than the bound', async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(plainCase({ most: 9 }), async (plain) => {
      const best = bestObjective(plain);
      if (best === undefined) return;
      seen += 1;
      const bound = provenBound(CUT_SHORT, await decideCase(plain.ruleSet, tableOf(plain.candidates)));
      expect(bound).toBeLessThan(Infinity);
      expect(bound).toBeGreaterThanOrEqual(best[0]! - 1e-6);
    }),
    { numRuns: 200 },
  );
  expect(seen).toBeGreaterThan(50);
});

it('of what a solver proved, nothing is taken away', async () => {
  const [plain] = fc.sample(plainCase({ most: 5 }), { numRuns: 1, seed: 1 });
  const decided = await decideCase(plain!.ruleSet, tableOf(plain!.candidates));
  const { scale } = decided.objective.levels[0]!;
  expect(provenBound({ ...CUT_SHORT, bound: 12 * scale }, decided)).toBe(12);
  expect(provenBound({ status: 'unknown' }, decided)).toBeUndefined();
});
