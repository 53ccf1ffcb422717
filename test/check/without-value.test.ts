import { expect, it } from 'vitest';
import type { CountRule } from '../../src/rules/rule-set.ts';
import { checkSlate } from '../../src/check/check.ts';
import { diagnose } from '../../src/explain/diagnose.ts';
import { propose } from '../../src/slate/propose.ts';
import type { PlainCandidate, PlainCase } from '../random-case.ts';
import { slateCaseOf } from '../slate-case.ts';

const said = (id: string) => ({ vi: id, en: id });

/** Three candidates without a unit, under a rule that allows one of each. */
function caseOf(own: Partial<CountRule>, candidates: readonly PlainCandidate[], size = 3): PlainCase {
  const rule: CountRule = {
    id: 'one-each',
    title: said('one-each'),
    kind: 'count',
    forEach: 'unit',
    strength: 'hard',
    weight: 0,
    relaxCost: 1,
    per: 'member',
    origin: { file: 'r.yaml', line: 1, column: 1 },
    ...own,
  };
  return {
    candidates,
    ruleSet: {
      id: 'r',
      title: said('r'),
      referenceDate: '2026-01-01',
      retirementAge: { female: 55, male: 60 },
      facts: {},
      sha256: '',
      size: { min: size, max: size },
      rules: [rule],
      objective: [{ title: said('merit'), terms: [], softRules: true }],
    },
  };
}

const people = (...units: readonly (string | undefined)[]): readonly PlainCandidate[] =>
  units.map((unit, index) => ({ id: `c${index}`, ...(unit !== undefined && { unit }) }));

const nobodyKnows = people(undefined, undefined, undefined);
const all = ['c0', 'c1', 'c2'];

it('an empty cell beats no quota: the slate is not called kept, and nobody without a value is proposed', async () => {
  const asked = slateCaseOf(caseOf({ max: 1 }, nobodyKnows));
  const report = await checkSlate(asked, all);
  expect(report.compliant).toBe(false);
  expect(report.rules.map(({ status }) => status)).toEqual(['kept', 'unknown']);
  expect(report.withoutValue).toEqual([
    {
      rule: 'one-each',
      fact: 'unit',
      missing: 'aside',
      count: 3,
      message: {
        vi: 'one-each: 3 người trong danh sách không có đơn vị; chưa biết thuộc nhóm nào',
        en: 'one-each: 3 members have no unit; which group they are in is not known',
      },
    },
  ]);
  const proposal = await propose(asked);
  expect(proposal.status).toBe('infeasible');
  expect(proposal.setAside.map(({ candidate, facts }) => [candidate, ...facts])).toEqual(
    all.map((id) => [id, 'unit']),
  );
  expect(proposal.withoutValue).toMatchObject([{ count: 3, missing: 'aside' }]);
});

it('where the rule says that an empty cell is no group, they are in none, and counted', async () => {
  const asked = slateCaseOf(caseOf({ max: 1, missing: 'none' }, nobodyKnows));
  const report = await checkSlate(asked, all);
  expect(report.compliant).toBe(true);
  expect(report.withoutValue).toMatchObject([{ count: 3, missing: 'none' }]);
  const proposal = await propose(asked);
  expect(proposal.slates[0]?.members).toEqual(all);
  expect(proposal.setAside).toEqual([]);
  expect(proposal.withoutValue).toMatchObject([{ count: 3, missing: 'none' }]);
});

it('whoever the rule is not about may lack the value', async () => {
  const women = { fact: 'gender', operator: 'equal', value: 'female' } as const;
  const men = nobodyKnows.map((each) => ({ ...each, gender: 'male' }));
  const asked = slateCaseOf(caseOf({ max: 1, where: women }, men));
  const report = await checkSlate(asked, all);
  expect(report.compliant).toBe(true);
  expect(report.withoutValue).toBeUndefined();
  expect((await propose(asked)).setAside).toEqual([]);
});

it('what no value can change is said: a group with two members has too many, and one more or less', async () => {
  const asked = slateCaseOf(caseOf({ max: 1 }, people('A', 'A', undefined)));
  const report = await checkSlate(asked, all);
  expect(report.rules[1]).toMatchObject({ group: 'A', status: 'violated', deviation: 1, undecided: ['c2'] });
});

it('a share that no number of people can have leaves the question to a diagnosis', async () => {
  const { ruleSet, ...rest } = caseOf({ max: 3 }, people('A', 'A', 'B', 'B'));
  const half = { numerator: 1, denominator: 2 };
  const { id, title, strength, weight, relaxCost, per, origin } = ruleSet.rules[0]!;
  const share = { id, title, strength, weight, relaxCost, per, origin, kind: 'share' as const };
  const inA = { fact: 'unit', operator: 'equal', value: 'A' } as const;
  const asked = slateCaseOf({
    ...rest,
    ruleSet: { ...ruleSet, rules: [{ ...share, where: inA, min: half, max: half }] },
  });
  const diagnosis = await diagnose(asked);
  expect(diagnosis.status).toBe('infeasible');
  expect(diagnosis.conflicts).toHaveLength(1);
  expect(diagnosis.relaxations.length).toBeGreaterThan(0);
  // Of three members one is not known: whoever it is, there are two and one.
  const open = slateCaseOf({
    candidates: people('A', 'B', undefined),
    ruleSet: { ...ruleSet, rules: [{ ...share, where: inA, min: half, max: half }] },
  });
  const report = await checkSlate(open, all);
  expect(report.rules[1]).toMatchObject({ status: 'violated', undecided: ['c2'] });
  expect(Math.abs(report.rules[1]!.deviation)).toBe(1);
});
