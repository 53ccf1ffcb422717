import { expect, it } from 'vitest';
import type { Rule, ShareRule } from '../../src/rules/rule-set.ts';
import { checkSlate } from '../../src/check/check.ts';
import { propose } from '../../src/slate/propose.ts';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import { plainRuleSet, sameTitle } from '../plain-rules.ts';
import type { PlainCase } from '../random-case.ts';
import { slateCaseOf } from '../slate-case.ts';

const half = { numerator: 1, denominator: 2 };

/** A goal of women among six, of whom so many are women. */
function sixWith(women: number, share: Partial<ShareRule>): PlainCase {
  const rule: Rule = {
    id: 'women',
    title: sameTitle('Women'),
    kind: 'share',
    where: { fact: 'gender', operator: 'equal', value: 'female' },
    strength: 'soft',
    weight: 10,
    relaxCost: 1,
    per: 'member',
    origin: { file: 'r.yaml', line: 1, column: 1 },
    ...share,
  };
  return {
    candidates: Array.from({ length: 6 }, (_, index) => ({
      id: `c${index}`,
      gender: index < women ? 'female' : 'male',
    })),
    ruleSet: plainRuleSet('six', {
      size: { min: 1, max: 6 },
      rules: [rule],
      objective: [{ title: sameTitle('many'), softRules: true, terms: [{ where: rule.where, weight: 1 }] }],
    }),
  };
}

async function lineOf(plain: PlainCase, members: number) {
  const ids = plain.candidates.slice(0, members).map(({ id }) => id);
  const { rules } = await checkSlate(slateCaseOf(plain), ids);
  const { deviation, cost, base, message } = rules[1]!;
  return { deviation, cost, base, said: message.en };
}

it('says of a share how many people it is of how many, how many are needed, and who lacks', async () => {
  expect(await lineOf(sixWith(2, { min: half }), 6)).toEqual({
    deviation: -1,
    cost: 10,
    base: 6,
    said: 'Women: 2 of 6; at least 3 are needed (at least 50 %): 1 member missing',
  });
  expect(await lineOf(sixWith(2, { min: half }), 5)).toMatchObject({
    deviation: -1,
    cost: 10,
    said: 'Women: 2 of 5; at least 3 are needed (at least 50 %): 1 member missing',
  });
  expect(await lineOf(sixWith(4, { max: { numerator: 2, denominator: 7 } }), 6)).toMatchObject({
    deviation: 3,
    cost: 30,
    said: 'Women: 4 of 6; at most 1 is allowed (at most 28.571 %): 3 members too many',
  });
});

it('counts parts of people only where the rule asks for it', async () => {
  const { deviation, cost, said } = await lineOf(sixWith(2, { min: half, deviation: 'exact' }), 5);
  expect([deviation, cost]).toEqual([-0.5, 5]);
  expect(said).toBe('Women: 40 %, but at least 50 % required: 0.5 members missing');
});

it('an exact share that no number of people has is off by one on either side', async () => {
  expect(await lineOf(sixWith(1, { min: half, max: half }), 3)).toMatchObject({ deviation: -1, cost: 10 });
  expect(await lineOf(sixWith(2, { min: half, max: half }), 3)).toMatchObject({ deviation: 1, cost: 10 });
});

it('a proposal pays what its check says', async () => {
  const { slates } = await propose(slateCaseOf(sixWith(1, { min: half })), { alternatives: 12 });
  await closeSolverThreads();
  expect(slates.length).toBeGreaterThan(5);
  for (const { objective, soft, report } of slates) {
    const [, line] = report.rules;
    expect(objective).toBe(line!.actual * line!.base! - (soft[0]?.cost ?? 0));
    expect(soft.map(({ deviation }) => deviation)).toEqual(line!.deviation === 0 ? [] : [line!.deviation]);
    expect(Number.isInteger(line!.deviation)).toBe(true);
  }
});
