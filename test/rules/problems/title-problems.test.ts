import { expect, it } from 'vitest';
import { codesIn, sentencesIn } from '../reading.ts';

const HEAD = 'id: r\nreferenceDate: 2020-06-05\n';
const where = (condition: string): string => `${HEAD}titles:\n  - { id: a, where: ${condition} }\n`;

it.each([
  ['{ fact: gender, operator: equal, value: female }', '4:29'],
  ['{ all: [{ fact: age, operator: lessThan, value: 40 }] }', '4:37'],
  ['{ not: { any: [{ fact: local, operator: equal, value: true }] } }', '4:44'],
  ['{ fact: title, operator: equal, value: a }', '4:29'],
  ['{ fact: unit, operator: equal, value: X }', '4:29'],
])('which units have a title depends on facts of units alone: %s', async (condition, place) => {
  expect(await codesIn(where(condition))).toEqual([`${place} title-where`]);
  expect((await sentencesIn(where(condition)))[0]).toContain('unit.kind and unit.bloc');
});

it('which units have a title may depend on declared facts of units', async () => {
  const condition = '{ fact: unit.class, operator: greaterThan, value: 0 }';
  expect(await codesIn(`${where(condition)}facts: { unit.class: number }\n`)).toEqual([]);
  expect(await codesIn(where(condition))).toEqual(['4:29 unknown-fact']);
});

it.each(['one-appointment', 'filled-a', 'seats-a'])('no rule takes the place of %s', async (id) => {
  const rule = `rules:\n  - { id: ${id}, count: { max: 9 } }\n`;
  expect(await codesIn(`${HEAD}titles: [{ id: a }]\n${rule}`)).toEqual(['5:11 reserved-by-titles']);
  expect(await codesIn(`${HEAD}titles: [{ id: b }]\n${rule}`)).toEqual(
    id === 'one-appointment' ? ['5:11 reserved-by-titles'] : [],
  );
  expect(await codesIn(`${HEAD}size: 9\n${rule}`)).toEqual([]);
});

it('a rule of an extended file is no exception, nor is one that is switched off', async () => {
  const shelf = { base: `${HEAD}size: 9\nrules: [{ id: filled-a, count: { max: 9 } }]` };
  const own = `${HEAD}extends: base\ntitles: [{ id: a }]\nrules: [{ id: seats-a, count: { max: 1 }, strength: off }]`;
  expect((await codesIn(own, shelf)).toSorted()).toEqual([
    '4:15 reserved-by-titles',
    '5:15 reserved-by-titles',
  ]);
});
