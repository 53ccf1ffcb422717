import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withAnyBounds, withBounds } from '../../../src/optimize/model/changed-case.ts';
import { decideCase } from '../../../src/optimize/model/decided-case.ts';
import type { Rule } from '../../../src/rules/rule-set.ts';
import { plainCase, tableOf } from '../../random-case.ts';

/** A rule with other bounds: counts move by some members, shares to another ratio. */
function moved(rule: Rule, by: number): Rule {
  if (rule.kind === 'require') return rule;
  if (rule.kind === 'count') {
    const { min, max, ...open } = rule;
    return {
      ...open,
      ...(min !== undefined && { min: min + by }),
      ...(max !== undefined && { max: max + by }),
    };
  }
  const { min: _min, max: _max, ...open } = rule;
  return { ...open, min: { numerator: by, denominator: 7 } };
}

it('makes the rows that deciding anew under the changed bounds makes, and values as fine', async () => {
  await fc.assert(
    fc.asyncProperty(
      plainCase({ rules: 4, missing: true, sized: true, differences: true }),
      fc.integer({ min: 1, max: 3 }),
      async (plain, by) => {
        const table = tableOf(plain.candidates);
        const decided = await decideCase(plain.ruleSet, table);
        const rules = plain.ruleSet.rules.map((rule) => moved(rule, by));
        const changed = { ...plain.ruleSet, rules, size: { min: 2, max: 9 } };
        const anew = await decideCase(changed, table);
        for (const quick of [withBounds(decided, changed), await withAnyBounds(decided, changed)]) {
          expect(quick.rules).toEqual(anew.rules);
          expect(quick.ruleSet).toBe(changed);
          quick.objective.levels.forEach(({ points, scale }, level) => {
            const fresh = anew.objective.levels[level]!;
            expect(scale % fresh.scale).toBe(0);
            expect(points).toEqual(fresh.points.map((each) => each * (scale / fresh.scale)));
          });
        }
      },
    ),
    { numRuns: 200 },
  );
});
