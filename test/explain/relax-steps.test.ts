import { afterAll, describe, expect, it, test } from 'vitest';
import { openQuestion } from '../../src/index.ts';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import { ruleSetInWords } from '../../src/service/answers/rule-set-in-words.ts';
import { parseRuleSet } from '../../src/rules/parse-rule-set.ts';
import { describeProblem } from '../../src/words/problem.ts';

afterAll(closeSolverThreads);

const is = (fact: string, value: string): string => `{ fact: ${fact}, operator: equal, value: ${value} }`;

/** Six of ten people, of whom no six are four women and six of the north: one quota or the other gives way. */
function question(women: string, north: string) {
  const candidates = Array.from({ length: 10 }, (_, index) => ({
    id: `P${index}`,
    name: `No ${index}`,
    gender: index < 4 ? 'female' : 'male',
    region: index < 4 ? 'South' : 'North',
  }));
  const yaml = `id: shown
referenceDate: 2024-01-01
size: 6
facts: { region: text }
rules:
  - { id: women, count: { where: ${is('gender', 'female')}, min: 4 }${women} }
  - { id: north, count: { where: ${is('region', 'North')}, min: 6 }${north} }
`;
  return openQuestion({ pool: { candidates }, rules: { yaml } });
}

async function cheapest(women: string, north: string) {
  const { relaxations } = await (await question(women, north)).diagnose({ sizeCost: 'never' });
  const { cost, changes } = relaxations[0]!;
  return { cost, changes: changes.map((change) => `${change.rule} ${change.members} at ${change.cost}`) };
}

it('at one price each, one quota gives way altogether', async () => {
  const { cost, changes } = await cheapest('', '');
  expect([cost, changes.length]).toEqual([4, 1]);
});

it('where the farther costs more, both give way a little', async () => {
  const growing = ', relaxCost: { each: 1, steps: [{ beyond: 2, each: 5 }] }';
  expect(await cheapest(growing, growing)).toEqual({ cost: 4, changes: ['women 2 at 2', 'north 2 at 2'] });
});

it('a part of the bound counts whole members, and each step is dearer', async () => {
  // A quarter of 4 is 1 and a half 2: 1 + 2 + 9 + 9 for all four; a third of 6 is 2: 1 + 1 + 4 + 4.
  const women = ', relaxCost: { each: 1, steps: [{ beyond: 25 %, each: 2 }, { beyond: 50 %, each: 9 }] }';
  const north = ', relaxCost: { each: 1, steps: [{ beyond: 1/3, each: 4 }] }';
  expect(await cheapest(women, north)).toEqual({ cost: 5, changes: ['women 2 at 3', 'north 2 at 2'] });
  expect(await cheapest(women, ', relaxCost: never')).toEqual({ cost: 21, changes: ['women 4 at 21'] });
});

describe('steps that cannot be meant are told at their place', () => {
  const share = `share: { where: ${is('gender', 'female')}, min: 40 % }`;
  const cases: readonly (readonly [written: string, told: RegExp])[] = [
    ['count: { min: 4 }, relaxCost: { each: 1, steps: [{ beyond: 0, each: 2 }] }', /beyond needs how many/],
    [
      'count: { min: 4 }, relaxCost: { each: 1, steps: [{ beyond: some, each: 2 }] }',
      /beyond needs how many/,
    ],
    [
      'count: { min: 4 }, relaxCost: { each: 2, steps: [{ beyond: 1, each: 2 }] }',
      /must be more than .* \(2\)/,
    ],
    [
      'count: { min: 4 }, relaxCost: { each: 1, steps: [{ beyond: 2, each: 2 }, { beyond: 1, each: 3 }] }',
      /begins farther/,
    ],
    [
      'count: { min: 4 }, relaxCost: { each: 1, steps: [{ beyond: 1, each: 2 }, { beyond: 50 %, each: 3 }] }',
      /begins farther/,
    ],
    ['count: { min: 4 }, relaxCost: { each: 1, steps: [] }', /./],
    [`${share}, relaxCost: { each: 1, steps: [{ beyond: 50 %, each: 3 }] }`, /a part of the bound is/],
  ];
  test.each(cases)('%s', async (written, told) => {
    const text = `id: shown\nreferenceDate: 2024-01-01\nsize: 6\nrules:\n  - { id: a, ${written} }\n`;
    const read = await parseRuleSet(text, 'steps.yaml', async () => undefined);
    const problems = read.ok ? [] : read.problems;
    expect(problems.map(({ place }) => place?.line)).toEqual([5]);
    expect(describeProblem(problems[0]!, 'en')).toMatch(told);
  });
});

it('tells each side by itself where both of one bound move', async () => {
  const candidates = ['North', 'North', 'North', 'South'].map((region, index) => ({
    id: `P${index}`,
    name: `No ${index}`,
    gender: region === 'North' ? 'female' : 'male',
    region,
  }));
  const yaml = `id: both
referenceDate: 2024-01-01
size: 3
facts: { region: text }
rules:
  - { id: each, title: Each, count: { where: ${is('gender', 'female')}, forEach: region, min: 1, max: 2 } }
`;
  const question = await openQuestion({
    pool: { candidates },
    rules: { yaml },
    decisions: { pin: ['P0', 'P1', 'P2'] },
  });
  const { relaxations } = await question.diagnose({ sizeCost: 'never', decisionCost: 'never' });
  expect(relaxations[0]!.changes.map(({ message }) => message.en)).toEqual([
    '“Each”: at least 0 instead of at least 1',
    '“Each”: at most 3 instead of at most 2',
  ]);
});

it('says in the sentence of a rule, and in the answer, what giving way costs step by step', async () => {
  const priced = ', relaxCost: { each: 1, steps: [{ beyond: 25 %, each: 3 }, { beyond: 50 %, each: 8 }] }';
  const asked = await question(priced, ', relaxCost: { each: 2, steps: [{ beyond: 2, each: 4 }] }');
  const { rules } = ruleSetInWords(asked.ruleSet);
  expect(rules.map(({ sentence, relaxSteps }) => [sentence.en, relaxSteps])).toEqual([
    [
      'At least 4 members are female; moving the bound by one costs 1, beyond 25 % of the bound: 3, beyond 50 % of the bound: 8',
      [
        { part: 0.25, each: 3 },
        { part: 0.5, each: 8 },
      ],
    ],
    [
      'At least 6 members have “North” as “region”; moving the bound by one costs 2, beyond 2: 4',
      [{ by: 2, each: 4 }],
    ],
  ]);
  expect(rules[0]!.sentence.vi).toBe(
    'Ít nhất 4 người là nữ; mỗi đơn vị nới giá 1, quá 25 % chỉ tiêu thì 3, quá 50 % chỉ tiêu thì 8',
  );
});
