import fc from 'fast-check';
import { expect, it } from 'vitest';
import { highsSolver } from '../../src/optimize/highs/solver.ts';
import { javascriptLpSolver } from '../../src/optimize/javascript-lp-solver.ts';
import { plainModel } from '../../src/proofs/plain-model.ts';
import { slateValues } from '../../src/proofs/slate-values.ts';
import { boundOfBase, roundedRow } from '../../src/rules/bounds/rounding.ts';
import type { Rule, Rounding } from '../../src/rules/rule-set.ts';
import { checkSlate } from '../../src/check/check.ts';
import { bestObjective, compareObjectives, deviationOf, isCompliant, objectiveOf } from '../brute-force.ts';
import { plainCase, tableOf } from '../random-case.ts';
import { slateCaseOf } from '../slate-case.ts';
import { slateBy } from './solving.ts';

const ROUNDINGS: readonly (Rounding | undefined)[] = [undefined, 'nearest', 'up', 'down', 'either'];

it.each(ROUNDINGS)('the row of a share rounded %s allows what the rounded number does', (round) => {
  for (let q = 1; q <= 12; q += 1) {
    for (let p = 0; p <= q; p += 1) {
      const bound = { numerator: p, denominator: q };
      for (let base = 0; base <= 25; base += 1) {
        const [least, most] = [
          boundOfBase(bound, base, 'min', round),
          boundOfBase(bound, base, 'max', round),
        ];
        for (let matching = 0; matching <= base; matching += 1) {
          const row = q * matching - p * base;
          expect(row >= roundedRow(bound, 'min', round)).toBe(matching >= least);
          expect(row <= roundedRow(bound, 'max', round)).toBe(matching <= most);
        }
      }
    }
  }
});

it('rounds as people do', () => {
  const half = { numerator: 1, denominator: 2 };
  const numbers = (round: Rounding | undefined) =>
    (['min', 'max'] as const).map((side) => boundOfBase(half, 5, side, round));
  expect(ROUNDINGS.map(numbers)).toEqual([
    [3, 2],
    [3, 3],
    [3, 3],
    [2, 2],
    [2, 3],
  ]);
});

const isRounded = (rule: Rule): boolean => rule.kind === 'share' && rule.round !== undefined;
const rounding = plainCase({ rounded: true, amounts: true, rules: 4 }).filter(({ ruleSet }) =>
  ruleSet.rules.some(isRounded),
);
const alone = rounding.map(({ candidates, ruleSet }) => ({
  candidates,
  ruleSet: { ...ruleSet, rules: ruleSet.rules.filter(isRounded).slice(0, 1) },
}));

it.each([
  ['alone', alone],
  ['beside others', rounding],
])('rounded shares %s lead every solver to the optimum of brute force', async (_, cases) => {
  const solvers = [await highsSolver(), javascriptLpSolver()];
  await fc.assert(
    fc.asyncProperty(cases, async (plain) => {
      const best = bestObjective(plain);
      for (const solver of solvers) {
        const { status, ids } = await slateBy(solver, plain);
        expect(status).toBe(best === undefined ? 'infeasible' : 'optimal');
        if (best === undefined) continue;
        const slate = plain.candidates.filter(({ id }) => ids!.includes(id));
        expect(isCompliant(plain.ruleSet, slate, plain.candidates)).toBe(true);
        const values = objectiveOf(plain.ruleSet, slate, plain.candidates);
        expect(compareObjectives(values, best)).toBe(0);
      }
    }),
    { numRuns: 150 },
  );
});

it('check and plain model say of every slate what brute force says', async () => {
  await fc.assert(
    fc.asyncProperty(rounding, fc.nat(511), async (plain, mask) => {
      const { candidates, ruleSet } = plain;
      const slate = candidates.filter((_, index) => mask & (1 << index));
      const ids = slate.map(({ id }) => id);
      const report = await checkSlate({ facts: tableOf(candidates), ruleSet }, ids);
      expect(report.compliant).toBe(isCompliant(ruleSet, slate, candidates));
      for (const rule of ruleSet.rules) {
        const lines = report.rules.filter(({ id }) => id === rule.id);
        const off = lines.reduce((sum, { deviation }) => sum + Math.abs(deviation), 0);
        expect(off).toBeCloseTo(deviationOf(rule, slate, candidates), 9);
      }
      const values = slateValues(plainModel(slateCaseOf(plain)), ids);
      expect(values !== undefined).toBe(isCompliant(ruleSet, slate, candidates));
    }),
    { numRuns: 300 },
  );
});
