import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkSlate, slateChecker } from '../../src/check/check.ts';
import { plainCase, tableOf } from '../random-case.ts';

it('a checker for many slates reports what a single check reports', async () => {
  await fc.assert(
    fc.asyncProperty(
      plainCase({ missing: true }),
      fc.array(fc.nat(511), { minLength: 1, maxLength: 5 }),
      async ({ candidates, ruleSet }, masks) => {
        const asked = { facts: tableOf(candidates), ruleSet };
        const check = await slateChecker(asked);
        for (const mask of masks) {
          const members = candidates.filter((_, index) => mask & (1 << index)).map(({ id }) => id);
          expect(check(members)).toEqual(await checkSlate(asked, members));
        }
      },
    ),
    { numRuns: 150 },
  );
});

it('bounds may differ from slate to slate', async () => {
  await fc.assert(
    fc.asyncProperty(plainCase(), fc.nat(4), async ({ candidates, ruleSet }, bound) => {
      const facts = tableOf(candidates);
      const members = candidates.slice(0, 3).map(({ id }) => id);
      const moved = {
        ...ruleSet,
        rules: ruleSet.rules.map((rule) => (rule.kind === 'count' ? { ...rule, min: bound } : rule)),
      };
      const check = await slateChecker({ facts, ruleSet });
      expect(check(members, moved)).toEqual(await checkSlate({ facts, ruleSet: moved }, members));
    }),
    { numRuns: 100 },
  );
});
