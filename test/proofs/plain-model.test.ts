import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainModel } from '../../src/proofs/plain-model.ts';
import { slateValues } from '../../src/proofs/slate-values.ts';
import { compareObjectives, isCompliant, objectiveOf } from '../brute-force.ts';
import { plainCase } from '../random-case.ts';
import { slateCaseOf } from '../slate-case.ts';

it('allows the slates that keep the rules, and values them as the rules say', () => {
  let compliant = 0;
  fc.assert(
    fc.property(plainCase({ most: 8, rules: 4, units: true }), fc.nat(255), (plain, mask) => {
      const slate = plain.candidates.filter((_, index) => mask & (1 << index));
      const model = plainModel(slateCaseOf(plain));
      const ids = slate.map(({ id }) => id);
      const values = slateValues(model, ids);
      expect(values !== undefined).toBe(isCompliant(plain.ruleSet, slate, plain.candidates));
      if (values === undefined) return;
      compliant += 1;
      const points = values.map(
        (steps, level) =>
          (steps * model.levels[level]!.unit.numerator) / model.levels[level]!.unit.denominator,
      );
      expect(compareObjectives(points, objectiveOf(plain.ruleSet, slate, plain.candidates))).toBe(0);
    }),
    { numRuns: 1500 },
  );
  expect(compliant).toBeGreaterThan(50);
});
