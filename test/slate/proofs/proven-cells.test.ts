import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { closeSolverThreads } from '../../../src/optimize/threads/solver-threads.ts';
import { CellProofs } from '../../../src/slate/proofs/proven-cells.ts';
import { compareObjectives, isCompliant, objectiveOf } from '../../brute-force.ts';
import { plainCase } from '../../random-case.ts';
import { slateCaseOf } from '../../slate-case.ts';
import { bestOfAll } from '../../subsets.ts';

afterAll(closeSolverThreads);

it('proves a cell by what was found for another, and never what is not so', async () => {
  const told = { shared: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(plainCase({ least: 4, most: 7, rules: 3 }), fc.nat(127), async (plain, mask) => {
      const proofs = new CellProofs();
      const { ruleSet, candidates } = plain;
      for (const [index, more] of [0, 1, -1, 2].entries()) {
        const size = { min: Math.max(0, ruleSet.size.min + more), max: ruleSet.size.max + Math.max(0, more) };
        const other = { candidates, ruleSet: { ...ruleSet, size } };
        const best = bestOfAll(other);
        const any = candidates.filter((_, at) => mask & (1 << at));
        // Some slate that may well not be the best, or none at all.
        const slates = Array.from({ length: 2 ** candidates.length }, (_, bits) =>
          candidates.filter((__, at) => bits & (1 << at)),
        );
        const isBest = (slate: typeof any): boolean =>
          best !== undefined &&
          isCompliant(other.ruleSet, slate, candidates) &&
          compareObjectives(objectiveOf(other.ruleSet, slate, candidates), best.values) === 0;
        const idsOf = (slate: typeof any): string[] => slate.map(({ id }) => id);
        const limits = { timeLimit: index === 0 ? 10_000 : 0 };
        const asked = slateCaseOf(other);
        if (await proofs.proves(asked, idsOf(any), { timeLimit: 0 })) expect(isBest(any)).toBe(true);
        else told.refused += 1;
        const found = slates.find(isBest);
        if ((await proofs.proves(asked, found && idsOf(found), limits)) && index > 0) told.shared += 1;
      }
    }),
    { numRuns: 40 },
  );
  expect(told.shared).toBeGreaterThan(20);
  expect(told.refused).toBeGreaterThan(20);
});
