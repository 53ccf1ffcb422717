import fc from 'fast-check';
import { expect, it } from 'vitest';
import { repairSlate } from '../../src/slate/repair.ts';
import { InputError } from '../../src/words/problem.ts';
import { compareObjectives, compliantSlates, isCompliant, objectiveOf } from '../brute-force.ts';
import { plainCase, type PlainCandidate, type PlainCase } from '../random-case.ts';
import { slateCaseOf } from '../slate-case.ts';

// Brute force over hundreds of slates takes seconds, and more on a busy machine.

const idsOf = (slate: readonly PlainCandidate[]): readonly string[] => slate.map(({ id }) => id);

/** How many changes lead from one slate to the other: the greater of leaving and joining. */
function changesTo(before: readonly string[], after: readonly string[]): number {
  const leaving = before.filter((id) => !after.includes(id)).length;
  const joining = after.filter((id) => !before.includes(id)).length;
  return Math.max(leaving, joining);
}

/** The fewest changes and the best objective among them, over all compliant slates that hold `keep`. */
function repairByBruteForce(plain: PlainCase, before: readonly string[], keep: readonly string[]) {
  let best: { readonly changes: number; readonly value: readonly number[] } | undefined;
  for (const slate of compliantSlates(plain)) {
    const ids = idsOf(slate);
    if (!keep.every((id) => ids.includes(id))) continue;
    const changes = changesTo(before, ids);
    const value = objectiveOf(plain.ruleSet, slate, plain.candidates);
    const isBetter =
      best === undefined ||
      changes < best.changes ||
      (changes === best.changes && compareObjectives(value, best.value) > 0);
    if (isBetter) best = { changes, value };
  }
  return best;
}

/** A random case, a slate made by hand, and who of it must stay. */
const questions = plainCase({ most: 8 }).chain((plain) => {
  const ids = [...idsOf(plain.candidates)];
  return fc.subarray(ids).chain((slate) =>
    fc.record({
      plain: fc.constant(plain),
      slate: fc.constant(slate),
      keep: fc.subarray(slate, { maxLength: Math.min(1, slate.length) }),
    }),
  );
});

it('mends a slate as brute force does: fewest changes first, then the best objective', async () => {
  const seen = { compliant: 0, repaired: 0, infeasible: 0, unknown: 0 };
  await fc.assert(
    fc.asyncProperty(questions, async ({ plain, slate, keep }) => {
      const expected = repairByBruteForce(plain, slate, keep);
      const { status, repairs } = await repairSlate(slateCaseOf(plain), slate, { keep });
      seen[status] += 1;
      const expectedStatus =
        expected === undefined ? 'infeasible' : expected.changes === 0 ? 'compliant' : 'repaired';
      expect(status).toBe(expectedStatus);
      for (const { changes, slate: repaired, remove, add, swaps } of repairs) {
        const members = plain.candidates.filter(({ id }) => repaired.members.includes(id));
        expect(isCompliant(plain.ruleSet, members, plain.candidates)).toBe(true);
        expect(changes).toBe(expected!.changes);
        const value = objectiveOf(plain.ruleSet, members, plain.candidates);
        expect(compareObjectives(value, expected!.value)).toBe(0);
        expect(changesTo(slate, repaired.members)).toBe(changes);
        expect(keep.filter((id) => !repaired.members.includes(id))).toEqual([]);
        expect(swaps.flatMap((swap) => swap.remove ?? []).toSorted()).toEqual(remove);
        expect(swaps.flatMap((swap) => swap.add ?? []).toSorted()).toEqual(add);
      }
    }),
    { numRuns: 250 },
  );
  expect(Math.min(seen.compliant, seen.repaired, seen.infeasible)).toBeGreaterThan(2);
});

it('says of each swap what it mends: without it that rule stays broken', async () => {
  await fc.assert(
    fc.asyncProperty(questions, async ({ plain, slate }) => {
      const { before, repairs } = await repairSlate(slateCaseOf(plain), slate);
      const broken = before.rules.filter((rule) => rule.strength === 'hard' && rule.status !== 'kept');
      for (const { swaps } of repairs) {
        const told = new Set(swaps.flatMap(({ mends }) => mends));
        // A swap that nothing misses could have been left out, and the repair would not be the smallest.
        expect(swaps.filter(({ mends, keeps }) => mends.length + keeps.length === 0)).toEqual([]);
        expect([...told].filter((id) => !broken.some((rule) => rule.id === id))).toEqual([]);
      }
    }),
    { numRuns: 150 },
  );
});

it('gives further repairs that differ, never one that takes fewer changes', async () => {
  await fc.assert(
    fc.asyncProperty(questions, fc.constantFrom(1, 2), async ({ plain, slate }, differ) => {
      const { repairs } = await repairSlate(slateCaseOf(plain), slate, { alternatives: 4, differ });
      const changes = repairs.map((repair) => repair.changes);
      expect(changes).toEqual(changes.toSorted((one, other) => one - other));
      repairs.forEach(({ slate: one }, index) => {
        for (const { slate: other } of repairs.slice(0, index)) {
          const missing = other.members.filter((id) => !one.members.includes(id)).length;
          const added = one.members.filter((id) => !other.members.includes(id)).length;
          expect(Math.max(missing, added)).toBeGreaterThanOrEqual(differ);
        }
      });
    }),
    { numRuns: 80 },
  );
});

it('refuses members who are not in the pool, and keeps that are not on the slate', async () => {
  const [plain] = fc.sample(plainCase({ most: 4 }), { numRuns: 1, seed: 1 });
  const asked = slateCaseOf(plain!);
  await expect(repairSlate(asked, ['nobody'])).rejects.toThrow(InputError);
  await expect(repairSlate(asked, [], { keep: ['c0'] })).rejects.toThrow('“c0” is not on the slate');
});
