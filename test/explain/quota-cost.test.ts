import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quotaCostSchema } from '../../src/explain/answers.ts';
import { costOfRule } from '../../src/explain/quota-cost.ts';
import type { Rule } from '../../src/rules/rule-set.ts';
import { InputError } from '../../src/words/problem.ts';
import { deviationOf } from '../brute-force.ts';
import { sameTitle } from '../plain-rules.ts';
import { plainCase, type PlainCase } from '../random-case.ts';
import { slateCaseOf } from '../slate-case.ts';
import { bestByForce, type Forced } from './best-by-force.ts';
import { candidatesAt } from './small-questions.ts';

const questions = plainCase({ most: 7, rules: 4 })
  .filter(({ ruleSet }) => ruleSet.rules.length > 0)
  .chain((plain) =>
    fc.record({
      plain: fc.constant(plain),
      index: fc.integer({ min: -1, max: plain.ruleSet.rules.length - 1 }),
    }),
  );

type Side = 'min' | 'max' | 'exactly';

/** The best slate when one bound of a rule, or of the size (−1), stands at a value. */
function bestAt(plain: PlainCase, index: number, side: Side, value: number): Forced | undefined {
  const { ruleSet, candidates } = plain;
  const moved = side === 'exactly' ? { min: value, max: value } : { [side]: value };
  if (index === -1) return bestByForce(plain, { ...ruleSet, size: { ...ruleSet.size, ...moved } });
  const rule = ruleSet.rules[index]!;
  if (rule.kind === 'require') {
    const free = { ...ruleSet, rules: ruleSet.rules.filter((other) => other !== rule) };
    return bestByForce(
      plain,
      free,
      (slate) => deviationOf(rule, candidatesAt(plain, slate), candidates) <= value,
    );
  }
  const place = (changed: Rule) => ({ ...ruleSet, rules: ruleSet.rules.with(index, changed) });
  if (rule.kind === 'count') return bestByForce(plain, place({ ...rule, ...moved }));
  const { max: seats } = ruleSet.size;
  // Steps of a share are members of the largest slate, or the bound as it stands.
  const part = Math.round(value * seats);
  const isStep = Math.abs(part / seats - value) < 1e-12;
  const ratio = isStep ? { numerator: part, denominator: seats } : (rule.min ?? rule.max)!;
  const shares = side === 'exactly' ? { min: ratio, max: ratio } : { [side]: ratio };
  return bestByForce(plain, place({ ...rule, ...shares }));
}

it('has a line for the bound as it stands, also beyond what any slate reaches', async () => {
  const [plain] = fc.sample(plainCase({ least: 5, most: 5, rules: 0, seats: [2, 4] }), {
    numRuns: 1,
    seed: 1,
  });
  const rule: Rule = {
    id: 'women',
    title: sameTitle('Women'),
    kind: 'count',
    where: { fact: 'gender', operator: 'equal', value: 'female' },
    min: 9,
    strength: 'hard',
    weight: 0,
    relaxCost: 1,
    per: 'member',
    origin: { file: 'r.yaml', line: 1, column: 1 },
  };
  const ruleSet = { ...plain!.ruleSet, rules: [rule] };
  const { curves } = await costOfRule(slateCaseOf({ ...plain!, ruleSet }), 'women');
  const steps = curves[0]!.steps.map(({ value, status, present }) => ({ value, status, present }));
  expect(steps.at(-1)).toEqual({ value: 9, status: 'infeasible', present: true });
  expect(steps.some(({ status }) => status === 'optimal')).toBe(true);
});

it('gives the best objective at every bound, as brute force does, and where it becomes impossible', async () => {
  let steps = 0;
  let beyond = 0;
  const told = { proven: 0, 'one-solver': 0, 'solvers-agree': 0 };
  await fc.assert(
    fc.asyncProperty(questions, async ({ plain, index }) => {
      const rule = plain.ruleSet.rules[index];
      // A soft rule of eligibility has a price per exception already.
      fc.pre(rule?.kind !== 'require' || rule.strength === 'hard');
      const answer = await costOfRule(slateCaseOf(plain), rule?.id ?? 'size');
      expect(quotaCostSchema.parse(answer)).toEqual(answer);
      for (const { side, steps: curve } of answer.curves) {
        for (const { value, status, objective, difference, assurance } of curve) {
          told[assurance ?? 'solvers-agree'] += 1;
          const best = bestAt(plain, index, side, value);
          expect(status).toBe(best === undefined ? 'infeasible' : 'optimal');
          expect(objective ?? 'none').toEqual(best ? expect.closeTo(best.value[0]!, 6) : 'none');
          const now = curve.find(({ present }) => present)?.objective;
          const differs = best && now !== undefined ? expect.closeTo(best.value[0]! - now, 6) : 'none';
          expect(difference ?? 'none').toEqual(differs);
          steps += 1;
        }
        expect(curve.filter(({ present }) => present)).toHaveLength(1);
        // Nothing feasible lies beyond the ends that are shown.
        const values = curve.map(({ value }) => value);
        const isWhole = rule?.kind !== 'share';
        const outside = isWhole ? [Math.min(...values) - 1, Math.max(...values) + 1] : [];
        for (const value of outside.filter(
          (each) => each >= 1 && each <= plain.ruleSet.size.max && curve.length > 0,
        )) {
          const wellFormed = isWellFormed(plain, index, side, value);
          expect(wellFormed && bestAt(plain, index, side, value) !== undefined).toBe(false);
          beyond += 1;
        }
      }
    }),
    { numRuns: 200 },
  );
  expect(steps).toBeGreaterThan(200);
  // Exceptions from a rule of eligibility have no proof; all else has, and every step a mark.
  expect(told['solvers-agree']).toBe(0);
  expect(told.proven).toBeGreaterThan(told['one-solver']);
  expect(beyond).toBeGreaterThan(50);
});

/** Whether a range stays a range when one of its ends stands at a value. */
function isWellFormed({ ruleSet }: PlainCase, index: number, side: Side, value: number): boolean {
  const rule = index === -1 ? ruleSet.size : ruleSet.rules[index]!;
  if ('kind' in rule && rule.kind !== 'count') return true;
  if (side === 'min') return rule.max === undefined || value <= rule.max;
  return side === 'exactly' || rule.min === undefined || value >= rule.min;
}

it('names the rules where one is asked for that does not exist', async () => {
  const [plain] = fc.sample(plainCase({ most: 3, rules: 1 }), { numRuns: 1, seed: 4 });
  await expect(costOfRule(slateCaseOf(plain!), 'nothing')).rejects.toThrow(InputError);
  await expect(costOfRule(slateCaseOf(plain!), 'nothing')).rejects.toThrow(
    'there is no rule “nothing”; the rules are size',
  );
});
