import { expect, it } from 'vitest';
import { openQuestion } from '../../src/index.ts';
import { People } from '../../src/papers/people.ts';
import { rosterColumns } from '../../src/papers/roster-columns.ts';
import { openCaseOf } from '../../src/opening/open-case.ts';
import { checkSlate } from '../../src/check/check.ts';
import { noticesIn } from '../../src/questions/notices.ts';
import { valueOf } from '../../src/words/problem.ts';

const POOL = 'id,name,gender,birthDate\nA,An,khác,1980-05-01\nB,Ba,nữ,1981-05-01\nC,Cy,nam,1982-05-01\n';
const rules = (rule: string): string => `
id: three
title: Three
referenceDate: 2026-01-01
size: 2
rules:
  - ${rule}
`;
const WORKING =
  '{ id: working, require: { satisfy: { fact: monthsToRetirement, operator: greaterThan, value: 0 } } }';
const EACH = '{ id: each, title: Each, count: { forEach: gender, max: 1 } }';

it('a third gender is a value like the others, in rules, groups and sentences', async () => {
  const question = await openQuestion({ pool: { csv: POOL }, rules: { yaml: rules(EACH) } });
  const { rules: lines } = await question.check(['A', 'B']);
  expect(lines.flatMap(({ group, actual }) => (group === undefined ? [] : [[group, actual]]))).toEqual([
    ['female', 1],
    ['male', 0],
    ['other', 1],
  ]);
  const other = '{ id: o, count: { where: { fact: gender, operator: equal, value: other }, min: 1 } }';
  const asked = await openQuestion({ pool: { csv: POOL }, rules: { yaml: rules(other) } });
  expect(asked.ruleSet.rules[0]!.title).toEqual({
    en: 'At least 1 member is of another gender',
    vi: 'Ít nhất 1 người là giới tính khác',
  });
  expect((await asked.propose()).slates[0]!.members).toContain('A');
});

it('whom no table has an age of retirement for is set aside, and a notice says so', async () => {
  const opened = valueOf(await openCaseOf({ pool: { csv: POOL }, rules: { yaml: rules(WORKING) } }));
  expect(noticesIn(opened).notices?.map(({ message }) => message.en)).toEqual([
    expect.stringContaining('1 candidate of another gender has no age of retirement'),
  ]);
  const question = await openQuestion({ pool: { csv: POOL }, rules: { yaml: rules(WORKING) } });
  const { setAside, slates } = await question.propose();
  expect(setAside.map(({ candidate }) => candidate)).toEqual(['A']);
  expect(slates[0]!.members).toEqual(['B', 'C']);
  const unasked = valueOf(await openCaseOf({ pool: { csv: POOL }, rules: { yaml: rules(EACH) } }));
  expect(noticesIn(unasked).notices).toBeUndefined();
});

it('an official roster keeps the date of birth of everybody', async () => {
  const headings = async (csv: string): Promise<readonly string[]> => {
    const { asked } = valueOf(await openCaseOf({ pool: { csv }, rules: { yaml: rules(EACH) } }));
    const people = new People(asked, 'en');
    const facts = ['gender', 'birthDate'];
    return rosterColumns(facts, { people, of: 'slate', isBlind: false, language: 'en' }).map(
      ({ heading }) => heading,
    );
  };
  expect(await headings(POOL)).toEqual(['No.', 'Id', 'Name', 'Gender', 'Date of birth']);
  expect(await headings(POOL.replace('khác', 'nữ'))).toEqual(['No.', 'Id', 'Name', 'Men', 'Women']);
});

it('of whom the gender is not known the months are those of any, also of one with rows of its own', async () => {
  const yaml = rules(
    '{ id: months, require: { satisfy: { fact: monthsToRetirement, operator: greaterThan, value: 300 } } }',
  );
  const csv = 'id,name,gender,birthDate\nA,An,,1980-05-01\nB,Ba,nữ,1999-05-01\n';
  // 36 years away or more, but for who is of another gender: that was last year.
  const table = `id: three
rows:
  - { gender: female, years: 82 }
  - { gender: male, years: 85 }
  - { gender: other, years: 45 }
`;
  const statusUnder = async (retirement: string, behind: Record<string, { text: string; file: string }>) => {
    const source = { yaml: yaml.replace('size: 2', `size: 2\n${retirement}`), called: 'three.yaml', behind };
    const { asked } = valueOf(await openCaseOf({ pool: { csv }, rules: source }));
    const { rules: lines } = await checkSlate(asked, ['A', 'B']);
    return lines.find(({ id }) => id === 'months')?.status;
  };
  expect(await statusUnder('retirementAge: { female: 82, male: 85 }', {})).toBe('kept');
  const behind = { 'retirement/three': { text: table, file: 'retirement/three.yaml' } };
  expect(await statusUnder('retirement: three', behind)).toBe('unknown');
  expect(await statusUnder('retirementAge: { female: 60, male: 85 }', {})).toBe('unknown');
});

it.each(['X', 'không rõ', 'LGBT'])(
  'a gender that is none of these is an error at its cell: %s',
  async (word) => {
    const csv = POOL.replace('khác', word);
    await expect(openQuestion({ pool: { csv }, rules: { yaml: rules(EACH) } })).rejects.toThrow(
      new RegExp(`pool:2: gender: .*${word}`),
    );
  },
);
