import { expect, test } from 'vitest';
import { openCaseOf } from '../../src/opening/open-case.ts';
import { caseUnderBounds, decidedOf } from '../../src/slate/case.ts';
import { valueOf } from '../../src/words/problem.ts';

const RULES = `id: r
title: R
referenceDate: 2025-01-01
size: 1
rules:
  - { id: women, count: { where: { fact: gender, operator: equal, value: female }, min: 1 } }
`;

test('a case that could not be decided under other bounds is decided anew, and never waited for again', async () => {
  const csv = 'id,name,gender\nA,A,female\nB,B,male\n';
  const { asked } = valueOf(await openCaseOf({ pool: { csv, called: 'pool' }, rules: { yaml: RULES } }));
  const [women] = asked.ruleSet.rules;
  // Not the rules of the case, as is asked for: this fails.
  const other = { ...asked.ruleSet, rules: [women!, { ...women!, id: 'again' }] };
  await expect(caseUnderBounds(asked, other, 60_000)).rejects.toThrow(TypeError);
  const decided = await decidedOf({ facts: asked.facts, ruleSet: other });
  expect(decided.rules.map(({ rule }) => rule.id)).toEqual(['women', 'again']);
});
