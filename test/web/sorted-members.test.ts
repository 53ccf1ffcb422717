import { describe, expect, test } from 'vitest';
import { peopleOf } from '../../src/web/people/person.ts';
import { columnsInUse, columnsOf } from '../../src/web/slate/columns/person-facts.tsx';
import { nextSorting, sortedBy } from '../../src/web/slate/filters/sorted-members.ts';
import { factsOf, likelyPoints } from '../../src/web/rules/pool-facts.ts';

const HEADINGS = ['id', 'name', 'birthDate', 'gender', 'Region', 'Score', 'appraisal2019', 'appraisal2020'];
const rows = [
  ['A', 'Trần Thị An', '1980-05-17', 'female', 'North', '7,5', 'good', 'excellent'],
  ['B', 'Lê Văn Bình', '1970-01', 'male', 'South', '10', 'good', 'good'],
  ['C', 'Vũ Thị Cúc', '', 'female', '', '', 'excellent', 'excellent'],
].map((cells) => Object.fromEntries(HEADINGS.map((heading, at) => [heading, cells[at] ?? ''])));
const people = peopleOf({ size: 3, headings: HEADINGS, rows, sha256: '' }, '2020-06-05');

describe('the columns of people', () => {
  test('are those that the rules use, ages and appraisals once each', () => {
    expect(columnsOf(people)).toEqual(['gender', 'age', 'appraisal', 'birthDate', 'Region', 'Score']);
    expect(columnsInUse(people, ['Score', 'lastAppraisal', 'monthsToRetirement'])).toEqual([
      'age',
      'appraisal',
      'Score',
    ]);
    expect(columnsInUse(people, [])).toHaveLength(5);
  });

  test('are facts of rules, with the type that their cells have, and what must be declared', () => {
    const facts = new Map(factsOf(people, undefined).map((each) => [each.fact, each]));
    expect(facts.get('Region')).toMatchObject({ type: 'text', undeclared: true });
    expect(facts.get('Score')).toMatchObject({ type: 'number', undeclared: true });
    expect(facts.get('gender')).toMatchObject({
      undeclared: false,
      values: [
        { value: 'female', count: 2 },
        { value: 'male', count: 1 },
      ],
    });
    expect(factsOf(people, { Score: { type: 'text' } }).find(({ fact }) => fact === 'Score')).toMatchObject({
      type: 'text',
      undeclared: false,
    });
  });
});

test('points are first looked for where a heading says so, ages last', () => {
  const facts = factsOf(people, undefined);
  const without = (...names: readonly string[]) => facts.filter(({ fact }) => !names.includes(fact));
  const years = {
    fact: 'Số năm tham gia',
    type: 'number',
    values: [],
    undeclared: true,
    hasEmpty: false,
  } as const;
  expect(facts[0]!.fact).toBe('age');
  expect(likelyPoints([years, ...facts])?.fact).toBe('Score');
  expect(likelyPoints([years, { ...years, fact: 'Điểm tín nhiệm' }])?.fact).toBe('Điểm tín nhiệm');
  expect(likelyPoints([...without('Score', 'appraisal'), years])?.fact).toBe(years.fact);
  expect(likelyPoints(without('Score', 'appraisal'))?.fact).toBe('age');
});

describe('a sorted list', () => {
  const sorted = (fact: string, descending = false) =>
    sortedBy({ fact, descending }, ['C', 'B', 'A'], people);

  test('goes by numbers as numbers, by given names, and has those without a value last', () => {
    expect(sorted('Score')).toEqual(['A', 'B', 'C']);
    expect(sorted('Score', true)).toEqual(['B', 'A', 'C']);
    expect(sorted('age', true)).toEqual(['B', 'A', 'C']);
    expect(sorted('name')).toEqual(['A', 'B', 'C']);
    expect(sorted('appraisal', true)).toEqual(['C', 'A', 'B']);
  });

  test('is sorted by one click, the other way by two, and as it was by three', () => {
    const once = nextSorting(undefined, 'age');
    const twice = nextSorting(once, 'age');
    expect([once, twice, nextSorting(twice, 'age')]).toEqual([
      { fact: 'age', descending: false },
      { fact: 'age', descending: true },
      undefined,
    ]);
  });
});
