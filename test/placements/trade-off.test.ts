import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readMeasures } from '../../src/scenarios/measure.ts';
import { tradeOff } from '../../src/scenarios/trade-off.ts';
import { valueOf } from '../../src/words/problem.ts';
import { opened, plainPlacement } from './plain-placement.ts';
import { placementFrom, RULES } from './reading.ts';

it('trades the same whether it is left open who goes where, or not', async () => {
  const drawn = fc.record({
    plain: plainPlacement(['X', 'Y', 'Z'], 5),
    against: fc.constantFrom('size', '-size'),
  });
  await fc.assert(
    fc.asyncProperty(drawn, async ({ plain, against }) => {
      const asked = await opened(plain);
      const measures = valueOf(readMeasures(['objective', against], asked.ruleSet));
      const [open, whole] = await Promise.all(
        [0, Infinity].map((many) => tradeOff(asked, measures, {}, many)),
      );
      expect(open!.status).toBe(whole!.status);
      expect(open!.points.map(({ values }) => values)).toEqual(whole!.points.map(({ values }) => values));
    }),
    { numRuns: 60 },
  );
});

it('says why a rule of units or groups cannot be a measure', async () => {
  const { ruleSet } = await placementFrom({
    rules: `${RULES}
rules:
  - { id: women, share: { where: { fact: gender, operator: equal, value: female }, min: 50 % }, per: unit }
  - { id: locals, count: { where: { fact: local, operator: equal, value: true }, forEach: unit, max: 1 } }`,
    units: 'name,kind\nX,ward\n',
    pool: 'id,name,gender,homeUnit\nA,An,female,X\n',
  });
  const reading = readMeasures(['objective', 'women', 'locals'], ruleSet);
  expect(reading.ok).toBe(false);
  if (reading.ok) return;
  expect(reading.problems).toMatchObject([
    { code: 'scenarios.no-measure-of-groups', parameters: { rule: 'women', of: 'units' } },
    { code: 'scenarios.no-measure-of-groups', parameters: { rule: 'locals', of: 'groups' } },
  ]);
});
