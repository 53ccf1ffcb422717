import fc from 'fast-check';
import { expect, it } from 'vitest';
import { consequencesOf } from '../../src/slate/consequences.ts';
import { NO_DECISIONS } from '../../src/pool/decisions.ts';
import { deviationOf, isCompliant, objectiveOf } from '../brute-force.ts';
import { plainCase, tableOf } from '../random-case.ts';

const asked = plainCase({ least: 5, most: 9, missing: false, rules: 4 }).chain((plain) =>
  fc.record({
    plain: fc.constant(plain),
    slate: fc.subarray([...plain.candidates], { minLength: 1, maxLength: 4 }),
    swaps: fc.boolean(),
  }),
);

it('says of everybody who could come what brute force finds of the slate with them', async () => {
  const seen = { full: 0, named: 0, open: 0 };
  await fc.assert(
    fc.asyncProperty(asked, async ({ plain, slate, swaps }) => {
      const { candidates, ruleSet } = plain;
      const leave = swaps ? slate[0]?.id : undefined;
      const facts = tableOf(candidates);
      const found = await consequencesOf(
        { facts, ruleSet, decisions: NO_DECISIONS },
        slate.map(({ id }) => id),
        { leave, most: 100 },
      );
      const others = candidates.filter((each) => !slate.includes(each));
      expect(found.map(({ candidate }) => candidate).toSorted()).toEqual(
        others.map(({ id }) => id).toSorted(),
      );
      const isFull = leave === undefined && slate.length >= ruleSet.size.max;
      seen[isFull ? 'full' : swaps ? 'named' : 'open'] += 1;
      const worth = (members: typeof slate): number => objectiveOf(ruleSet, members, candidates)[0]!;
      const isOff = (rule: (typeof ruleSet.rules)[number], members: typeof slate): boolean =>
        deviationOf(rule, members, candidates) > 1e-9;
      for (const { candidate, leave: leaves = [], ...consequence } of found) {
        const { compliant, points, broken, mended, missed, reached } = consequence;
        if (isFull) expect(leaves).toHaveLength(1);
        else expect(leaves).toEqual(leave === undefined ? [] : [leave]);
        const comes = others.filter(({ id }) => id === candidate);
        const without = (gone: readonly string[]): typeof slate => [
          ...slate.filter(({ id }) => !gone.includes(id)),
          ...comes,
        ];
        const after = without(leaves);
        expect(compliant).toBe(isCompliant(ruleSet, after, candidates));
        const more = worth(after) - worth(slate);
        expect(points).toBeCloseTo(more, 5);
        const turned = (strength: string, from: typeof slate, to: typeof slate): readonly string[] =>
          ruleSet.rules
            .filter((rule) => rule.strength === strength && !isOff(rule, from) && isOff(rule, to))
            .map(({ id }) => id);
        const ofRules = (ids: readonly string[]): readonly string[] => ids.filter((id) => id !== 'size');
        expect(ofRules(broken)).toEqual(turned('hard', slate, after));
        expect(ofRules(mended)).toEqual(turned('hard', after, slate));
        expect(missed).toEqual(turned('soft', slate, after));
        expect(reached).toEqual(turned('soft', after, slate));
        if (!isFull) continue;
        // No other member leaves better.
        for (const { id } of slate) {
          const other = without([id]);
          const net = turned('hard', slate, other).length - turned('hard', other, slate).length;
          const ofBest = ofRules(broken).length - ofRules(mended).length;
          expect(net).toBeGreaterThanOrEqual(ofBest);
          if (net === ofBest) expect(worth(other) - worth(slate)).toBeLessThanOrEqual(more + 1e-6);
        }
      }
      const order = found.map(({ broken, mended }) => broken.length - mended.length);
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    }),
    { numRuns: 120 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
});

it('lets nobody leave a full slate who is pinned, and tries those who are named', async () => {
  await fc.assert(
    fc.asyncProperty(plainCase({ least: 6, most: 9, missing: false, rules: 3 }), async (plain) => {
      const { candidates, ruleSet } = plain;
      const ids = candidates.map(({ id }) => id);
      const slate = ids.slice(0, 3);
      const asking = (pin: readonly string[]) => ({
        facts: tableOf(candidates),
        ruleSet: { ...ruleSet, size: { min: 3, max: 3 } },
        decisions: { ...NO_DECISIONS, pin },
      });
      const one = await consequencesOf(asking(slate.slice(0, 2)), slate, { most: 100 });
      expect(one.map(({ leave }) => leave)).toEqual(one.map(() => [slate[2]]));
      const none = await consequencesOf(asking(slate), slate, { most: 100 });
      expect(none.every(({ leave, broken }) => leave === undefined && broken.includes('size'))).toBe(true);
      const named = await consequencesOf(asking([]), slate, { join: [ids[4]!, slate[0]!], most: 100 });
      expect(named.map(({ candidate }) => candidate)).toEqual([ids[4]]);
    }),
    { numRuns: 20 },
  );
});

it('tries those with the most points where there are too many', async () => {
  await fc.assert(
    fc.asyncProperty(plainCase({ least: 6, most: 9, missing: false, rules: 2 }), async (plain) => {
      const { candidates, ruleSet } = plain;
      const asking = {
        facts: tableOf(candidates),
        ruleSet,
        decisions: { ...NO_DECISIONS, exclude: [candidates[1]!.id] },
      };
      const ids = [candidates[0]!.id];
      const all = await consequencesOf(asking, ids, { most: 100 });
      expect(all).toHaveLength(candidates.length - 2);
      expect(await consequencesOf(asking, ids, { most: 2 })).toHaveLength(2);
    }),
    { numRuns: 10 },
  );
});
