import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../src/words/problem.ts';
import { codesIn, HEAD, problemsIn, sentencesIn, withRule } from './reading.ts';

const WOMEN = '{ fact: gender, operator: equal, value: female }';
/** A rule whose condition stands in line 5 from column 30. */
const where = (condition: string): string => withRule(`{ id: x, count: { where: ${condition}, min: 1 } }`);

describe('conditions', () => {
  it.each([
    ['{ fact: gendr, operator: equal, value: female }', '5:38 unknown-fact', 'did you mean “gender”?'],
    ['{ fact: id, operator: equal, value: c1 }', '5:38 person-fact', 'rules are about kinds of people'],
    ['{ fact: name, operator: equal, value: An }', '5:38 person-fact', 'scenario'],
    ['{ fact: constructor, operator: equal, value: 1 }', '5:38 unknown-fact', 'known facts are gender'],
    ['{ fact: age, operator: lessThen, value: 40 }', '5:53 not-allowed', 'did you mean “lessThan”?'],
    ['{ fact: age, operator: "<=", value: 40 }', '5:53 not-allowed', 'did you mean “lessThanInclusive”?'],
    [
      '{ fact: gender, operator: lessThan, value: female }',
      '5:56 operator-for-type',
      'allowed: equal, notEqual, in',
    ],
    [
      '{ fact: incumbent, operator: in, value: [true] }',
      '5:59 operator-for-type',
      'allowed: equal and notEqual',
    ],
    ['{ all: [] }', '5:37 empty-combination', 'would hold for everybody'],
    ['{ any: [] }', '5:37 empty-combination', '“any” is empty'],
    ['{ not: {} }', '5:37 wrong-shape', 'a condition: { fact, operator, value }'],
    ['[]', '5:30 wrong-shape', 'found a list'],
    ['nobody', '5:30 wrong-shape', 'found the text “nobody”'],
    ['{fact:gender,operator:equal,value:female}', '5:31 no-blank', 'after the colon: fact: gender'],
    [
      '{ all: [{ fact: age }], operator: equal, value: 3 }',
      '5:30 mixed-condition',
      'either all with conditions',
    ],
    ['{ gender: female }', '5:30 short-condition', '{ fact: gender, operator: equal, value: female }'],
    ['gender = female', '5:30 short-condition', '{ fact: gender, operator: equal, value: female }'],
    ['age <= 40', '5:30 short-condition', '{ fact: age, operator: lessThanInclusive, value: 40 }'],
    ['{ fact: age, operator: between, value: [30, 40] }', '5:53 between', 'greaterThanInclusive and less'],
    ['{ fact: age, operator: equal, value: "40" }', '5:67 number-as-text', 'without quotes'],
    ['{ fact: age, operator: equal, value: old }', '5:67 value-type', 'a finite number'],
    ['{ fact: age, operator: equal, value: .inf }', '5:67 wrong-shape', 'found Infinity'],
    ['{ fact: age, operator: equal, value: { fact: termsInPost } }', '5:67 value-from-fact', 'another fact'],
    ['{ fact: birthDate, operator: lessThan, value: 1980 }', '5:76 value-type', 'a date such as 2020-06-05'],
    ['{ fact: birthDate, operator: lessThan, value: 1980-02-30 }', '5:76 bad-date', 'a day that exists'],
    ['{ fact: incumbent, operator: equal, value: yes }', '5:73 value-type', 'true or false'],
    ['{ fact: bloc, operator: equal, value: 3 }', '5:68 value-type', 'give text'],
    ['{ fact: bloc, operator: equal, value: " " }', '5:68 empty-text', 'the text is empty'],
    ['{ fact: gender, operator: equal, value: femal }', '5:70 value-outside-set', 'did you mean “female”?'],
    ['{ fact: gender, operator: equal, value: Nữ }', '5:70 value-outside-set', 'did you mean “female”?'],
    [
      '{ fact: appraisal2018, operator: equal, value: great }',
      '5:77 value-outside-set',
      'allowed: excellent, good, completed',
    ],
    ['{ fact: bloc, operator: in, value: ward }', '5:65 list-needed', '[a, b]'],
    ['{ fact: bloc, operator: in, value: [] }', '5:65 empty-list', 'empty list'],
    ['{ fact: bloc, operator: in, value: [ward, 3] }', '5:72 value-type', 'give text'],
    ['{ fact: bloc, operator: equal, value: [ward] }', '5:68 list-not-allowed', 'use “in”'],
    ['{ fact: age, operator: lessThan, value: [40] }', '5:70 list-not-allowed', 'with one value'],
    ['{ fact: age, operator: equal, value: 40, priority: 2 }', '5:71 unsupported', 'json-rules-engine'],
    ['{ all: [{ fact: age, operator: equal, value: 40, path: $.x }] }', '5:79 unsupported', '“path”'],
    ['{ condition: young }', '5:32 unsupported', '“condition”'],
    ['{ fact: age, operater: equal, value: 40 }', '5:43 unknown-key', 'did you mean “operator”?'],
    ['{ fact: age, operator: equal }', '5:30 missing', '“value” is missing'],
    ['{ fact: age, operator: equal, value: }', '5:60 wrong-shape', 'found nothing'],
  ])('%s', async (condition, code, words) => {
    expect(await codesIn(where(condition))).toContain(code);
    expect((await sentencesIn(where(condition))).join('\n')).toContain(words);
  });

  it('reports a wrong condition once, however deep it stands', async () => {
    const deep = `{ all: [${WOMEN}, { not: { any: [{ fact: agee, operator: lessThan, value: 40 }] } }] }`;
    expect(await codesIn(where(deep))).toEqual(['5:111 unknown-fact']);
  });
});

describe('rules', () => {
  const count = (bounds: string): string => `{ id: x, count: { where: ${WOMEN}, ${bounds} } }`;
  const share = (bounds: string): string => `{ id: x, share: { where: ${WOMEN}, ${bounds} } }`;
  it.each([
    ['{ id: x }', '5:5 no-kind', 'exactly one of count, difference, share'],
    [
      `{ id: x, count: { min: 1 }, require: { satisfy: ${WOMEN} } }`,
      '5:33 several-kinds',
      'count and require',
    ],
    ['{ id: x, count: { forEach: unit } }', '5:21 no-bound', 'give exactly, or min, max'],
    [count('min: 3, max: 2'), '5:85 min-over-max', 'min (3) is greater than max (2)'],
    [count('min: -1'), '5:85 number-too-small', 'from 0 up'],
    [count('min: 1.5'), '5:85 not-whole', 'a whole number'],
    [count('min: "3"'), '5:85 number-as-text', 'without quotes'],
    [count('exactly: 3, max: 4'), '5:80 exactly-and-range', 'not both'],
    ['{ id: x, zipper: gender }', '5:14 unknown-key', 'did you mean “alternate”?'],
    ['{ id: x, groups: { forEach: unit, min: 2 } }', '5:24 unknown-key', 'did you mean “of”?'],
    [`{ id: x, ifAny: { where: ${WOMEN}, then: { count: { min: 2 } } } }`, '5:80 unknown-key', '“need”'],
    [
      `{ id: x, require: ${WOMEN} }`,
      '5:25 unknown-key',
      'did you mean “satisfy: { fact, operator, value }”?',
    ],
    ['{ id: x, proportion: { forEach: bloc, to: members.csv, seats: 2 } }', '5:47 wrong-shape', 'table: {'],
    [
      '{ id: x, proportion: { forEach: bloc, table: m.csv, seats: 2 } }',
      '5:50 wrong-shape',
      'beside this file',
    ],
    [`{ id: x, count: { where: ${WOMEN}, min: 1 }, within: 3 }`, '5:98 wrong-shape', '{ first: 10 }'],
    [
      '{ id: x, sum: { fact: termsInPost, max: 55.000 } }',
      '5:45 grouped-number',
      'write 55000 for thousands',
    ],
    [count('min: 1, atMost: 2'), '5:88 unknown-key', 'allowed here: where, forEach, exactly, min'],
    [count('forEach: age, max: 1'), '5:89 group-type', 'cannot group by age'],
    [count('forEach: wart, max: 1'), '5:89 unknown-fact', 'unknown fact “wart”'],
    [count('forEach: id, max: 1'), '5:89 person-fact', 'who somebody is'],
    [count('forEach: [unit, wart], max: 1'), '5:96 unknown-fact', 'unknown fact “wart”'],
    [count('forEach: [unit, unit], max: 1'), '5:96 repeated-item', 'stands twice in this list'],
    [count('forEach: { facts: unit }, max: 1'), '5:91 unknown-key', 'did you mean “fact”'],
    [count('forEach: 7, max: 1'), '5:89 wrong-shape', '{ fact, where } or { fact, values }'],
    [
      count('forEach: { fact: gender, values: [femal] }, max: 1'),
      '5:114 value-outside-set',
      'did you mean “female”',
    ],
    [
      count(`forEach: { fact: unit, values: [a], where: ${WOMEN} }, max: 1`),
      '5:103 groups-chosen-twice',
      'not by both',
    ],
    [
      count('forEach: { fact: [unit, bloc], values: [a] }, max: 1'),
      '5:111 list-of-several-facts',
      'groups of one fact',
    ],
    ['{ id: x, groups: { of: age, min: 2 } }', '5:28 group-type', 'only text and boolean'],
    ['{ id: x, groups: { of: unit } }', '5:22 no-bound', 'give exactly, or min, max'],
    ['{ id: x, per: unit, groups: { of: unit, min: 2 } }', '5:14 per-of-groups', 'leave per out'],
    [
      `{ id: x, choice: { min: 3, of: [{ count: { min: 1 } }, { require: { satisfy: ${WOMEN} } }] } }`,
      '5:29 more-than-rules',
      '3 rules can never be kept of 2',
    ],
    [
      '{ id: x, choice: { max: 1, min: 1, of: [{ count: { min: 1 } }, { count: { min: 2 } }] } }',
      '5:24 unknown-key',
      'allowed here: min and of',
    ],
    [
      '{ id: x, choice: { min: 1, of: [{ count: { min: 1 } }, { groups: { of: unit, min: 2 } }] } }',
      '5:62 unknown-key',
      'allowed here: count, difference, share, sum, average, and require',
    ],
    [
      `{ id: x, ifAny: { where: ${WOMEN}, need: { count: { forEach: wart, min: 1 } } } }`,
      '5:106 unknown-fact',
      'unknown fact “wart”',
    ],
    [`{ id: x, ifAny: { where: ${WOMEN}, need: {} } }`, '5:86 no-kind', 'exactly one of count'],
    [share('missing: none, min: 20 %'), '5:80 missing-without-groups', 'add forEach'],
    [share('min: 20'), '5:85 number-too-big', 'twenty per cent is 0.2'],
    [share('min: -0.1'), '5:85 number-too-small', 'from 0 up'],
    [share('min: 120 %'), '5:85 share-range', 'between 0 and 1'],
    [share('min: a third'), '5:85 bad-share', '1/3'],
    [share('min: 1/0'), '5:85 bad-share', '1/3'],
    [share('min: 0.12345678'), '5:85 share-too-fine', 'six decimals'],
    [share('min: 1/2, max: 1/3'), '5:85 min-over-max', 'min (1/2) is greater than max (1/3)'],
    [count('missing: none, max: 1'), '5:80 missing-without-groups', 'add forEach'],
    ['{ id: x, share: { min: 1/2 } }', '5:21 missing', '“where” is missing'],
    [share('min: 1/3, round: nearest, deviation: exact'), '5:90 round-and-exact', 'leave out either'],
    [share('min: 1/3, round: nearst'), '5:97 not-allowed', 'did you mean “nearest”?'],
    ['{ id: x, count: { min: 3 }, relaxTo: { min: 4 } }', '5:49 relax-to-closer', 'tighter than the min'],
    ['{ id: x, count: { min: 3 }, relaxTo: { max: 4 } }', '5:49 relax-to-no-bound', 'no max that could move'],
    ['{ id: x, count: { min: 3 }, relaxTo: { min: 1.5 } }', '5:49 not-whole', 'a whole number'],
    ['{ id: x, count: { min: 3 }, relaxTo: { least: 1 } }', '5:44 unknown-key', 'allowed here: min and max'],
    [
      '{ id: x, count: { min: 3 }, relaxCost: never, relaxTo: { min: 1 } }',
      '5:51 relax-to-nothing',
      'does not go with per: unit or relaxCost: never',
    ],
    [
      '{ id: x, groups: { of: unit, min: 3 }, relaxTo: { min: 1 } }',
      '5:44 relax-to-nothing',
      'groups, choice, ifAny and bounds by size have none',
    ],
    [
      '{ id: x, choice: { min: 2, of: [{ count: { min: 1 } }, { count: { min: 2 } }] }, relaxTo: { min: 1 } }',
      '5:86 relax-to-nothing',
      'groups, choice, ifAny and bounds by size have none',
    ],
    [
      `{ id: x, ifAny: { where: ${WOMEN}, need: { count: { min: 1 } } }, relaxTo: { min: 0 } }`,
      '5:111 relax-to-nothing',
      'groups, choice, ifAny and bounds by size have none',
    ],
    [`{ id: x, where: ${WOMEN}, count: { min: 1 } }`, '5:14 key-of-kind', 'inside what the rule asks'],
    [
      '{ id: x, proportion: { forEach: bloc, to: { party: 0 }, seats: 2 } }',
      '5:43 proportion-to-nothing',
      'every number is 0',
    ],
    [
      '{ id: x, proportion: { forEach: bloc, to: { party: 2, ward: 1 }, seats: 3, each: 2 } }',
      '5:86 each-beyond-seats',
      '2 for each of 2 groups are more than the 3 seats',
    ],
    [
      '{ id: x, proportion: { forEach: bloc, to: { party: 2, ward: 1 }, seats: 2, round: up } }',
      '5:87 shares-and-seats',
      'come to 3, not to the 2 seats',
    ],
    [
      '{ id: x, proportion: { forEach: bloc, to: { party: 1.5 }, seats: 2 } }',
      '5:56 not-whole',
      'a whole number',
    ],
    [
      '{ id: x, proportion: { forEach: politicalTheory, to: { advancd: 1 }, seats: 2 } }',
      '5:60 value-outside-set',
      'did you mean “advanced”?',
    ],
    ['{ id: x, proportion: { forEach: age, to: { a: 1 }, seats: 2 } }', '5:37 group-type', 'age'],
    ['{ id: x, proportion: { forEach: bloc, seats: 2 } }', '5:26 proportion-to-what', 'write to:'],
    [
      '{ id: x, proportion: { forEach: bloc, to: { party: 1 }, seats: 2 }, per: unit }',
      '5:73 per-unit',
      'unit',
    ],
    [
      '{ id: x, count: { bySize: [{ size: 3, max: 2 }], max: 2 } }',
      '5:54 bound-beside-table',
      'leave out max',
    ],
    ['{ id: x, count: { bySize: [{ size: 3 }] } }', '5:32 no-bound', 'give exactly, or min, max'],
    ['{ id: x, count: { bySize: [] } }', '5:31 empty-combination', '“bySize” is empty'],
    ['{ id: x, count: { bySize: [{ size: 0, max: 2 }] } }', '5:40 number-too-small', 'a number from 1 up'],
    [
      '{ id: x, count: { bySize: [{ size: 3, max: 0.6 }] } }',
      '5:48 wrong-shape',
      'a part of the slate such as 1/3 or 60 %',
    ],
    ['{ id: x, count: { bySize: [{ size: 3, max: 160 % }] } }', '5:48 share-range', 'between 0 and 1'],
    [
      '{ id: x, count: { bySize: [{ size: 3, min: 2, max: 1 }] } }',
      '5:48 min-over-max',
      'min (2) is greater',
    ],
    [
      '{ id: x, count: { bySize: [{ size: { min: 5, max: 4 }, max: 2 }] } }',
      '5:47 min-over-max',
      'min (5) is greater',
    ],
    [
      '{ id: x, count: { bySize: [{ size: { min: 1 }, max: 2 }, { size: 3, max: 1 }] } }',
      '5:70 sizes-overlap',
      'a size of 3 already stand on line 5',
    ],
    ['{ id: x, count: { bySize: [{ size: 3, max: 2 }] } }', '5:23 size-without-line', 'may have'],
    [
      '{ id: x, count: { bySize: [{ size: { min: 1 }, max: 2 }] }, per: unit }',
      '5:23 by-size-of-slate',
      'neither with per: unit nor with titles or a list',
    ],
    [
      '{ id: x, count: { bySize: [{ size: { min: 1 }, max: 2 }] }, relaxTo: { max: 3 } }',
      '5:65 relax-to-nothing',
      'bounds by size have none',
    ],
    [
      '{ id: x, choice: { min: 1, of: [{ count: { bySize: [{ size: 1, max: 1 }] } }, { count: { min: 2 } }] } }',
      '5:48 unknown-key',
      'unknown key “bySize”',
    ],
    [`{ id: x, difference: { between: ${WOMEN}, max: 1 } }`, '5:26 missing', '“and” is missing'],
    [
      `{ id: x, difference: { between: ${WOMEN}, and: { fact: age, operator: lessThan, value: 40 } } }`,
      '5:26 missing',
      '“max” is missing',
    ],
    [
      `{ id: x, difference: { between: ${WOMEN}, and: { fact: agee, operator: lessThan, value: 40 }, max: 1 } }`,
      '5:100 unknown-fact',
      'did you mean “age”?',
    ],
    [
      `{ id: x, difference: { between: ${WOMEN}, and: ${WOMEN}, min: 1, max: 1 } }`,
      '5:142 unknown-key',
      'allowed here: between, and, forEach, max, and missing',
    ],
    [
      `{ id: x, difference: { between: ${WOMEN}, and: ${WOMEN}, max: 1 }, per: unit }`,
      '5:152 per-unit',
      'use it with count or share',
    ],
    [
      `{ id: x, difference: { between: ${WOMEN}, and: ${WOMEN}, max: 2 }, relaxTo: { max: 1 } }`,
      '5:168 relax-to-closer',
      'tighter than the max',
    ],
    ['{ id: x, sum: { max: 3 } }', '5:19 missing', '“fact” is missing'],
    ['{ id: x, sum: { fact: age } }', '5:19 no-bound', 'give exactly, or min, max'],
    ['{ id: x, sum: { fact: bloc, max: 3 } }', '5:27 added-type', 'only numbers can be added up'],
    ['{ id: x, average: { fact: agee, max: 3 } }', '5:31 unknown-fact', 'did you mean “age”?'],
    ['{ id: x, average: { fact: age, min: 3, max: 2.5 } }', '5:41 min-over-max', 'min (3) is greater'],
    ['{ id: x, sum: { fact: age, max: 5 % } }', '5:37 wrong-type', 'a number is needed'],
    ['{ id: x, sum: { fact: age, max: 0.1234567 } }', '5:37 amount-too-fine', 'at most six decimals'],
    ['{ id: x, sum: { fact: age, forEach: age, max: 3 } }', '5:41 group-type', 'cannot group by age'],
    ['{ id: x, sum: { fact: age, max: 3 }, per: unit }', '5:42 per-unit', 'use it with count or share'],
    [
      '{ id: x, average: { fact: age, forEach: bloc, max: 50 }, relaxCost: 2 }',
      '5:62 average-stays',
      'leave relaxCost out',
    ],
    [
      '{ id: x, require: { where: { fact: age, operator: lessThan, value: 40 } } }',
      '5:23 missing',
      '“satisfy”',
    ],
    ['{ id: Women, count: { min: 1 } }', '5:11 bad-id', 'lower-case letters'],
    ['{ id: size, count: { min: 1 } }', '5:11 reserved-id', 'choose another'],
    ['{ count: { min: 1 } }', '5:5 missing', '“id” is missing'],
    ['{ id: x, count: { min: 1 }, weight: 3 }', '5:33 weight-of-hard', 'add strength: soft'],
    ['{ id: x, count: { min: 1 }, strength: soft, weight: 0 }', '5:57 number-too-small', 'greater than 0'],
    ['{ id: x, count: { min: 1 }, strength: soft, weight: .nan }', '5:57 wrong-type', 'found NaN'],
    ['{ id: x, count: { min: 1 }, strength: softly }', '5:43 not-allowed', 'did you mean “soft”?'],
    ['{ id: x, count: { min: 1 }, relaxCost: -1 }', '5:44 number-too-small', 'from 0 up'],
    [
      '{ id: x, count: { min: 1 }, relaxCost: ever }',
      '5:44 wrong-shape',
      'a number from 0 up, never, or { each, steps',
    ],
    ['{ id: x, count: { min: 1 }, per: person }', '5:38 per-for-each', 'forEach: person'],
    ['{ id: x, count: { min: 1 }, per: menber }', '5:38 not-allowed', 'did you mean “member”?'],
    ['{ id: x, count: { min: 1, per: district } }', '5:31 per-for-each', 'forEach: district'],
    ['{ id: x, count: { min: 1, weight: 3 } }', '5:31 misplaced-key', 'stands beside count'],
    ['{ id: x, count: { forEach: unit, max: 1 }, missing: none }', '5:48 key-of-kind', 'stands inside'],
    ['{ id: x, share: { min: 1/3 }, round: nearest }', '5:35 key-of-kind', 'stands inside'],
    [share('min: 0,4'), '5:87 decimal-comma', 'write 0.4'],
    ['{ id: x, count: { min: 1 }, strength: soft, weight: "0,5" }', '5:57 decimal-comma', 'write 0.5'],
    ['{ id: x, count: { min: 1 }, title: { vi: Nữ } }', '5:40 missing', '“en” is missing'],
    ['{ id: x, count: { min: 1 }, title: { vi: Xã, phường, en: Wards } }', '5:50 comma-in-text', 'in quotes'],
    ['{ id: x, count: { min: 1 }, title: "" }', '5:40 empty-text', 'the text is empty'],
    ['{ id: x, strength: off }', '5:11 nothing-to-switch-off', 'switched off'],
  ])('%s', async (rule, code, words) => {
    expect(await codesIn(withRule(rule))).toContain(code);
    expect((await sentencesIn(withRule(rule))).join('\n')).toContain(words);
  });

  it('reports an id that is used again, where it is used again', async () => {
    const text = `${HEAD}rules:\n  - { id: x, count: { min: 1 } }\n  - { id: x, count: { min: 2 } }\n`;
    expect(await sentencesIn(text)).toEqual([
      'r.yaml:6:11: /rules/1/id: the id “x” is already used on line 5; each rule needs its own',
    ]);
  });

  it('lets a goal lie between whole numbers of members', async () => {
    const soft = withRule(`{ id: x, share: { where: ${WOMEN}, exactly: 1/9 }, strength: soft }`);
    expect(await codesIn(soft)).toEqual([]);
  });
});

describe('the head', () => {
  it.each([
    ['id: r\nsize: 5\n', '1:1 missing', '“referenceDate” is missing'],
    ['id: r\nreferenceDate: 2020-06-05\n', '1:1 missing', '“size” is missing'],
    ['size: 5\nreferenceDate: 2020-06-05\n', '1:1 missing', '“id” is missing'],
    ['id: r\nsize: 5\nreferenceDate: 2020-06-31\n', '3:16 bad-date', 'a day that exists'],
    ['id: r\nsize: 5\nreferenceDate: 05/06/2020\n', '3:16 bad-date', '2020-06-05'],
    ['id: r\nsize: 0\nreferenceDate: 2020-06-05\n', '2:7 number-too-small', 'from 1 up'],
    ['id: r\nsize: { min: 5, max: 4 }\nreferenceDate: 2020-06-05\n', '2:14 min-over-max', 'min (5)'],
    ['id: r\nsize: many\nreferenceDate: 2020-06-05\n', '2:7 wrong-shape', '{ exactly } or { min, max }'],
    ['id: r\nsize: { min: 5 }\nreferenceDate: 2020-06-05\n', '2:7 missing', '“max” is missing'],
    [`${HEAD}retirementAge: { female: 55 }\n`, '4:16 missing', '“male” is missing'],
    [`${HEAD}retirmentAge: 3\n`, '4:1 unknown-key', 'did you mean “retirementAge”?'],
    [`${HEAD}facts: { id: text }\n`, '4:10 person-fact', 'who somebody is'],
    [`${HEAD}facts: { age: number }\n`, '4:10 known-fact', 'worked out from other columns'],
    [`${HEAD}facts: { examScore: number }\n`, '4:10 known-fact', '{ type: number, default: … }'],
    [`${HEAD}facts: { bloc: { type: number, default: 1 } }\n`, '4:10 known-fact', 'built in, as text'],
    [`${HEAD}facts: { merit: nubmer }\n`, '4:17 wrong-shape', 'text, number, boolean or date'],
    [`${HEAD}facts: { merit: { type: number, default: none } }\n`, '4:42 value-type', 'a finite number'],
    [`${HEAD}facts: { source: { type: text, default: none } }\n`, '4:41 value-outside-set', 'planning'],
    [`${HEAD}facts: { a@b: number }\n`, '4:10 fact-name', 'begin with a letter'],
    [`${HEAD}facts: { 2x: number }\n`, '4:10 fact-name', 'begin with a letter'],
    [`${HEAD}objective: [{ fact: bloc, weight: 1 }]\n`, '4:21 term-type', 'adds up numbers'],
    [`${HEAD}objective: [{ fact: merit, weight: 1 }]\n`, '4:21 unknown-fact', 'declare any other column'],
    [
      `${HEAD}facts: { examScore: { type: number, default: 0 }, merit: number }\nobjective: [{ fact: foo, weight: 1 }]\n`,
      '5:21 unknown-fact',
      'known facts are examScore, merit, gender, birthDate, age, bloc, unit, homeUnit, post, ethnicity, nativePlace, family, joinedParty, joinedPartyFull, degree, civilGrade, politicalTheory, source, incumbent, newcomer, monthsToRetirement, appraisal, lastAppraisal, termsInPost, and appraisal2017 (and appraisals of other years);',
    ],
    [`${HEAD}objective: [{ weight: 1 }]\n`, '4:13 empty-term', 'add fact, where or both'],
    [`${HEAD}objective: [{ fact: age }]\n`, '4:13 missing', '“weight” is missing'],
    [`${HEAD}objective: [{ fact: age, weight: .inf }]\n`, '4:34 wrong-type', 'found Infinity'],
    [
      `${HEAD}objective: [{ level: a }, { fact: age, weight: 1 }]\n`,
      '4:12 mixed-objective',
      'terms of a level',
    ],
    [`${HEAD}objective: [{ level: a }, { level: b }]\n`, '4:27 empty-level', 'decides nothing'],
    [
      `${HEAD}objective: [{ level: a, softRules: true }, { level: b, softRules: true }]\n`,
      '4:67 several-soft-levels',
      'one level only',
    ],
    [`${HEAD}objective: [{ level: a, softRules: false }]\n`, '4:36 no-soft-level', 'softRules: true'],
    ['- id: r\n', '1:1 wrong-type', 'fields (key: value) is needed'],
    ['just words\n', '1:1 wrong-type', 'the text “just words”'],
  ])('%j', async (text, code, words) => {
    expect(await codesIn(text)).toContain(code);
    expect((await sentencesIn(text)).join('\n')).toContain(words);
  });

  it('accepts scenarios, which are read elsewhere', async () => {
    expect(await codesIn(`${HEAD}scenarios: [{ name: a, anything: [1] }]\n`)).toEqual([]);
  });
});

const sound = (index: number): string => `  - { id: r${index}, count: { where: ${WOMEN}, min: 1 } }\n`;

it('of a fact that is declared wrongly only its declaration is told', async () => {
  const text = `${HEAD}facts: { skills: { type: list } }
rules:
  - { id: x, count: { where: { fact: skills, operator: equal, value: law }, min: 1 } }
`;
  expect(await codesIn(text)).toEqual(['4:26 not-allowed']);
  expect((await sentencesIn(text))[0]).toContain('did you mean “text”?');
});

it('rules that are no list are told as such', async () => {
  const text = `${HEAD}rules:\n  id: x\n  count: { where: ${WOMEN}, min: 1 }\n`;
  expect((await sentencesIn(text)).join()).toContain('every rule begins with a hyphen');
});

describe('all errors at once', () => {
  const broken = `id: Bad
referenceDate: 2020-02-30
size: { min: 5, max: 4 }
colour: red
rules:
  - id: women
    count: { where: { fact: gendr, operator: equal, value: female }, min: 3, max: 2 }
    weigth: 3
  - id: women
    share: { where: { all: [] }, min: 30 }
  - id: old
    require: { satisfy: { fact: age, operator: lessThan, value: "60" } }
    weight: 2
objective:
  - { fact: unit, weight: 1 }
`;
  it('reports each at its line, from top to bottom', async () => {
    expect(await codesIn(broken)).toEqual([
      '1:5 bad-id',
      '2:16 bad-date',
      '3:14 min-over-max',
      '4:1 unknown-key',
      '7:29 unknown-fact',
      '7:75 min-over-max',
      '8:5 unknown-key',
      '9:9 repeated-id',
      '10:28 empty-combination',
      '10:39 number-too-big',
      '12:65 number-as-text',
      '13:5 weight-of-hard',
      '15:13 term-type',
    ]);
  });

  it('says each in both languages, differently', async () => {
    for (const problem of await problemsIn(broken)) {
      const [vi, en] = [describeProblem(problem, 'vi'), describeProblem(problem, 'en')];
      expect(vi).not.toBe(en);
      expect(`${vi}${en}`).not.toMatch(/undefined|\[object|NaN/);
    }
  });

  it('finds an unknown fact in whichever rule it stands', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(30), fc.nat(30), async (before, after) => {
        const rules = [
          ...Array.from({ length: before }, (_, index) => sound(index)),
          '  - { id: bad, count: { where: { fact: agee, operator: lessThan, value: 40 }, min: 1 } }\n',
          ...Array.from({ length: after }, (_, index) => sound(before + index)),
        ];
        expect(await codesIn(`${HEAD}rules:\n${rules.join('')}`)).toEqual([`${before + 5}:40 unknown-fact`]);
      }),
      { numRuns: 30 },
    );
  });

  it('never throws, whatever stands where', async () => {
    const anything = fc.jsonValue({ maxDepth: 3 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('id', 'title', 'extends', 'size', 'facts', 'rules', 'objective', 'retirementAge'),
        anything,
        fc.constantFrom('count', 'share', 'require', 'where', 'title', 'weight', 'per'),
        anything,
        async (key, value, ruleKey, ruleValue) => {
          const text = JSON.stringify({
            id: 'r',
            referenceDate: '2020-06-05',
            size: 5,
            rules: [{ id: 'x', count: { min: 1, where: ruleValue }, [ruleKey]: ruleValue }],
            [key]: value,
          });
          await expect(sentencesIn(text)).resolves.toBeInstanceOf(Array);
        },
      ),
      { numRuns: 300 },
    );
  });
});

it('says in either language what shape is needed', async () => {
  const problems = await problemsIn(
    withRule('{ id: x, count: { bySize: [{ size: { min: 1 }, max: 0.6 }] } }'),
  );
  const found = problems.find(({ code }) => code === 'rules.wrong-shape')!;
  expect(describeProblem(found, 'en')).toContain('a whole number of members, or a part of the slate');
  expect(describeProblem(found, 'vi')).toContain('một số nguyên người, hoặc một phần của danh sách');
});
