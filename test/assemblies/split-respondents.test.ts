import { expect, test } from 'vitest';
import { splitRespondents } from '../../src/assemblies/split-respondents.ts';
import { describeProblem, valueOf } from '../../src/words/problem.ts';

const TEXT =
  'id,first_name,street,zip,note\n1,An,A 1,100,\n2,Bình,A 1,100,"x, y"\n3,Cúc,A 1,200,=1+1\n4,Dũng,,100,\n5,Em,,100,\n';
const split = (ids: readonly string[], household?: readonly string[]) =>
  splitRespondents(
    { text: TEXT, called: 'people.csv' },
    { ids, placeOf: (at) => ({ file: 'slate.csv', line: at + 2 }) },
    { household },
  );

test('respondents are selected and remaining, with all their columns, and no cell begins a formula', () => {
  const { selected, remaining, counts } = valueOf(split(['2', '3']));
  expect(selected).toBe('id,first_name,street,zip,note\n2,Bình,A 1,100,"x, y"\n3,Cúc,A 1,200,\'=1+1\n');
  expect(remaining).toBe('id,first_name,street,zip,note\n1,An,A 1,100,\n4,Dũng,,100,\n5,Em,,100,\n');
  expect(counts).toEqual({ selected: 2, remaining: 3, housemates: 0 });
});

test('whoever lives with somebody selected is in neither; without a whole address nobody lives with anybody', () => {
  const { remaining, counts } = valueOf(split(['1', '4'], ['street', 'zip']));
  expect(remaining).toBe("id,first_name,street,zip,note\n3,Cúc,A 1,200,'=1+1\n5,Em,,100,\n");
  expect(counts).toEqual({ selected: 2, remaining: 2, housemates: 1 });
});

test('an id that nobody has is refused at its line', () => {
  const read = split(['1', '9']);
  expect(read.ok ? [] : read.problems.map((each) => describeProblem(each, 'en'))).toEqual([
    'slate.csv:3: 9 is nobody in people.csv',
  ]);
});
