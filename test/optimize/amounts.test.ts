import fc from 'fast-check';
import { expect, it } from 'vitest';
import { highsSolver } from '../../src/optimize/highs/solver.ts';
import { javascriptLpSolver } from '../../src/optimize/javascript-lp-solver.ts';
import { decideCase } from '../../src/optimize/model/decided-case.ts';
import { withAnyBounds } from '../../src/optimize/model/changed-case.ts';
import { plainModel } from '../../src/proofs/plain-model.ts';
import { slateValues } from '../../src/proofs/slate-values.ts';
import { isAmount } from '../../src/rules/bounds/amount.ts';
import { checkSlate } from '../../src/check/check.ts';
import { InputError } from '../../src/words/problem.ts';
import { bestObjective, compareObjectives, deviationOf, isCompliant, objectiveOf } from '../brute-force.ts';
import { HARD, plainRuleSet, sameTitle } from '../plain-rules.ts';
import { plainCase, type PlainCase, tableOf } from '../random-case.ts';
import { slateCaseOf } from '../slate-case.ts';
import { slateBy } from './solving.ts';

/** Cases in which something is added up, beside rules of every other kind. */
const adding = plainCase({ amounts: true, rules: 4 }).filter(({ ruleSet }) => ruleSet.rules.some(isAmount));
/** The same with nothing but a sum or an average. */
const alone = adding.map(({ candidates, ruleSet }) => ({
  candidates,
  ruleSet: { ...ruleSet, rules: ruleSet.rules.filter(isAmount).slice(0, 1) },
}));

it.each([
  ['alone', alone],
  ['beside others', adding],
])('what is added up %s leads every solver to the optimum of brute force', async (_, cases) => {
  const solvers = [await highsSolver(), javascriptLpSolver()];
  let solved = 0;
  await fc.assert(
    fc.asyncProperty(cases, async (plain) => {
      const best = bestObjective(plain);
      for (const solver of solvers) {
        const { status, ids } = await slateBy(solver, plain);
        expect(status).toBe(best === undefined ? 'infeasible' : 'optimal');
        if (best === undefined) continue;
        solved += 1;
        const slate = plain.candidates.filter(({ id }) => ids!.includes(id));
        expect(isCompliant(plain.ruleSet, slate, plain.candidates)).toBe(true);
        const values = objectiveOf(plain.ruleSet, slate, plain.candidates);
        expect(compareObjectives(values, best), `${values.join()} against ${best.join()}`).toBe(0);
      }
    }),
    { numRuns: 150 },
  );
  expect(solved).toBeGreaterThan(50);
});

it('check and plain model say of every slate what brute force says', async () => {
  await fc.assert(
    fc.asyncProperty(adding, fc.nat(511), async (plain, mask) => {
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
      const model = plainModel(slateCaseOf(plain));
      const values = slateValues(model, ids);
      expect(values !== undefined).toBe(isCompliant(ruleSet, slate, candidates));
      const points = values?.map((steps, level) => {
        const { numerator, denominator } = model.levels[level]!.unit;
        return (steps * numerator) / denominator;
      });
      if (points === undefined) return;
      expect(compareObjectives(points, objectiveOf(ruleSet, slate, candidates))).toBe(0);
    }),
    { numRuns: 300 },
  );
});

it('those of whom it is not known what they add are set aside by both models', async () => {
  const cases = plainCase({ amounts: true, missing: true, rules: 3 });
  let aside = 0;
  await fc.assert(
    fc.asyncProperty(cases, async (plain) => {
      const decided = await decideCase(plain.ruleSet, tableOf(plain.candidates));
      const { eligible } = plainModel(slateCaseOf(plain));
      for (const row of decided.setAside.keys()) expect(eligible[row]).toBe(0);
      const requires = plain.ruleSet.rules.some(({ kind }) => kind === 'require');
      if (!requires) expect(eligible.filter((each) => each === 0)).toHaveLength(decided.setAside.size);
      aside += decided.setAside.size;
    }),
    { numRuns: 300 },
  );
  expect(aside).toBeGreaterThan(100);
});

it('moved bounds give the rows of a rule set that says them from the beginning', async () => {
  await fc.assert(
    fc.asyncProperty(adding, fc.constantFrom([1, 3], [20, 1]), async ({ candidates, ruleSet }, [n, d]) => {
      const bound = { numerator: n, denominator: d };
      const rules = ruleSet.rules.map((rule) => (isAmount(rule) ? { ...rule, max: bound } : rule));
      const facts = tableOf(candidates);
      const moved = await withAnyBounds(await decideCase(ruleSet, facts), { ...ruleSet, rules });
      const anew = await decideCase({ ...ruleSet, rules }, facts);
      expect(moved.rules.map(({ rows, classes }) => ({ rows, classes }))).toEqual(
        anew.rules.map(({ rows, classes }) => ({ rows, classes })),
      );
    }),
    { numRuns: 100 },
  );
});

const TWO_RICH: PlainCase = {
  candidates: [3_000_000_000_000.1, 2].map((merit, index) => ({ id: `c${index}`, merit })),
  ruleSet: plainRuleSet('rich', {
    size: { min: 1, max: 1 },
    rules: [{ ...HARD, id: 'cap', kind: 'sum', fact: 'merit', max: { numerator: 7, denominator: 3 } }],
    objective: [{ title: sameTitle('merit'), terms: [], softRules: true }],
  }),
};

it('numbers that cannot be added up exactly are refused by the name of their fact', async () => {
  const { candidates, ruleSet } = TWO_RICH;
  await expect(decideCase(ruleSet, tableOf(candidates))).rejects.toThrow(InputError);
  await expect(decideCase(ruleSet, tableOf(candidates))).rejects.toThrow('numbers of “merit”');
});
