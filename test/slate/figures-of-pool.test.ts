import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { openQuestion, type Question } from '../../src/index.ts';

const PEOPLE = [
  ['A', 'female', 'North', 10],
  ['B', 'female', 'North', 20],
  ['C', 'male', 'South', 30],
  ['D', 'male', 'South', 40],
  ['E', 'male', 'West', 50],
].map(([id, gender, Region, Score]) => ({ id, name: id, gender, Region, Score }));

const RULES = `id: figures
referenceDate: 2026-01-01
size: 2
facts: { Region: text, Score: number }
rules:
  - id: women
    count: { where: { fact: gender, operator: equal, value: female }, min: 1 }
    strength: soft
  - id: part
    share: { where: { fact: gender, operator: equal, value: female }, of: { fact: Region, operator: notEqual, value: South }, min: 1/3 }
  - id: sum
    sum: { fact: Score, min: 30 }
  - id: average
    average: { fact: Score, forEach: Region, max: 60 }
  - id: differ
    difference: { between: { fact: gender, operator: equal, value: female }, and: { fact: gender, operator: equal, value: male }, max: 2 }
  - id: regions
    groups: { of: Region, min: 2 }
  - id: not-the-last
    require: { satisfy: { fact: Score, operator: lessThan, value: 50 } }
  - id: either
    choice: { min: 1, of: [{ sum: { fact: Score, min: 30 } }, { sum: { fact: Score, max: 30 } }] }
`;

async function figures(asked: boolean): Promise<readonly unknown[] | undefined> {
  const question: Question = await openQuestion({
    pool: { candidates: PEOPLE },
    rules: { ruleSet: parse(RULES) as object },
  });
  const { figures: found } = await question.capacity(asked ? { figures: true } : {});
  return found?.map(({ rule, group, of, figure, base }) => [rule, group, of, figure, base]);
}

test('what the pool comes to is told by every rule, of those who may be chosen', async () => {
  // E satisfies not every requirement, so A to D are looked at, and all five for that.
  expect(await figures(true)).toEqual([
    ['women', undefined, 'count', 2, 4],
    ['part', undefined, 'share', 1, 2],
    ['sum', undefined, 'sum', 100, 4],
    ['average', 'North', 'average', 15, 2],
    ['average', 'South', 'average', 35, 2],
    ['average', 'West', 'average', 0, 0],
    ['differ', undefined, 'difference', 0, 4],
    ['regions', undefined, 'groups', 2, 4],
    ['not-the-last', undefined, 'require', 4, 5],
  ]);
});

test('who does not ask for figures gets the answer without them', async () => {
  expect(await figures(false)).toBeUndefined();
});
