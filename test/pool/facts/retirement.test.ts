import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../src/pool/facts/derived-facts.ts';
import { poolFromCandidates } from '../../../src/pool/reading/read-candidates.ts';
import { cellOf } from '../../../src/rules/facts/fact-table.ts';
import { parseRuleSet } from '../../../src/rules/parse-rule-set.ts';
import { describeRule } from '../../../src/rules/describe.ts';
import type { RuleSet } from '../../../src/rules/rule-set.ts';
import { describeProblem, valueOf } from '../../../src/words/problem.ts';

const RULES = new URL('../../../rules/', import.meta.url);

async function resolve(id: string) {
  return { text: readFileSync(new URL(`${id}.yaml`, RULES), 'utf8'), file: `${id}.yaml` };
}

async function rulesWith(head: string, referenceDate = '2025-07-01'): Promise<RuleSet> {
  const text = `id: r\nsize: 1\nreferenceDate: ${referenceDate}\n${head}\n`;
  return valueOf(await parseRuleSet(text, 'r.yaml', resolve));
}

async function problemsWith(head: string): Promise<readonly string[]> {
  const text = `id: r\nsize: 1\nreferenceDate: 2025-07-01\n${head}\n`;
  const none = async () => undefined;
  const known = async () => ['vn-2021', 'vn-2021-lower'];
  const found = head.includes('missing') ? none : resolve;
  const reading = await parseRuleSet(text, 'r.yaml', found, known);
  return reading.ok ? [] : reading.problems.map((each) => describeProblem(each, 'en'));
}

type Candidate = Readonly<Record<string, string>>;

function factUnder(ruleSet: RuleSet, candidate: Candidate, name = 'monthsToRetirement') {
  const pool = valueOf(poolFromCandidates([{ id: '1', name: 'A', ...candidate }], 'pool'));
  const column = valueOf(factsOf(pool, ruleSet)).fact(name);
  return column && cellOf(column, 0);
}

/** The month of the year 0 in which the age is reached. */
const month = (year: number, monthOfYear: number): number => year * 12 + monthOfYear;

/**
 * The roadmap of the decree, year by year: whoever reaches the age of a year in that year retires; the
 * later the year, the higher the age, so the first year that somebody reaches is theirs.
 */
function byRoadmap(gender: 'male' | 'female', born: number): number {
  const [start, step, last] = gender === 'male' ? [723, 3, 744] : [664, 4, 720];
  if (born + (gender === 'male' ? 720 : 660) < month(2021, 1)) return gender === 'male' ? 720 : 660;
  for (let year = 2021; ; year += 1) {
    const age = Math.min(last, start + step * (year - 2021));
    if (born + age <= month(year, 12)) return age;
  }
}

describe('retirement by table', () => {
  it.each([
    ['female', '1971-04-15', 41],
    ['female', '1971-05-15', 46],
    ['female', '1969-05-02', 10],
    ['male', '1968-07-31', 60],
    ['male', '1968-06-30', 59],
    ['female', '1972-03-01', 60],
    ['female', '1972-02-28', 59],
    ['male', '1961-12-01', -37],
    ['male', '1955-01-01', -126],
  ])('a %s candidate born %s has %d months left in July 2025', async (gender, birthDate, months) => {
    const ruleSet = await rulesWith('retirement: vn-2021');
    expect(factUnder(ruleSet, { gender, birthDate })).toBe(months);
  });

  it('follows the roadmap of the decree for every month of birth', async () => {
    const ruleSet = await rulesWith('retirement: vn-2021');
    const lower = await rulesWith('retirement: vn-2021-lower');
    for (const gender of ['male', 'female'] as const) {
      for (let born = month(1955, 1); born <= month(1985, 12); born += 1) {
        const [year, inYear] = [Math.floor((born - 1) / 12), ((born - 1) % 12) + 1];
        const on = (years: number): string => `${year + years}-${String(inYear).padStart(2, '0')}-10`;
        const expected = born + byRoadmap(gender, born) - month(2025, 7);
        expect(factUnder(ruleSet, { gender, birthDate: on(0) }), `${gender} ${on(0)}`).toBe(expected);
        // Five years lower is a roadmap of its own: born five years later, the same month of retirement.
        expect(factUnder(lower, { gender, birthDate: on(5) }), `${gender} ${on(5)} lower`).toBe(expected);
      }
    }
  });

  it('draws the limits of a first term and of re-election at each reference month', async () => {
    const limits = [
      ['2025-04-01', '1968-04', '1972-01', '1967-04', '1971-05'],
      ['2025-06-01', '1968-06', '1972-02', '1967-06', '1971-06'],
      ['2025-07-01', '1968-07', '1972-03', '1967-07', '1971-07'],
      ['2025-09-01', '1968-09', '1972-05', '1967-09', '1971-09'],
      ['2026-03-01', '1969-03', '1972-09', '1968-03', '1972-01'],
    ] as const;
    const before = (born: string): string => {
      const [year, inYear] = born.split('-').map(Number) as [number, number];
      return inYear === 1 ? `${year - 1}-12` : `${year}-${String(inYear - 1).padStart(2, '0')}`;
    };
    for (const [date, ...born] of limits) {
      const ruleSet = await rulesWith('retirement: vn-2021', date);
      for (const [index, each] of born.entries()) {
        const gender = index % 2 === 0 ? 'male' : 'female';
        const needed = index < 2 ? 60 : 48;
        expect(factUnder(ruleSet, { gender, birthDate: `${each}-01` })).toBeGreaterThanOrEqual(needed);
        expect(factUnder(ruleSet, { gender, birthDate: `${before(each)}-01` })).toBeLessThan(needed);
      }
    }
  });

  it('gives ranges where the day or the gender is not known', async () => {
    const ruleSet = await rulesWith('retirement: vn-2021');
    const of = (candidate: Candidate) => factUnder(ruleSet, candidate);
    const woman = of({ gender: 'female', birthDate: '1971-04-15' });
    const man = of({ gender: 'male', birthDate: '1971-04-15' });
    expect(of({ birthDate: '1971-04-15' })).toEqual([woman, man]);
    const [first, last] = [
      of({ gender: 'female', birthDate: '1971-01' }),
      of({ gender: 'female', birthDate: '1971-12' }),
    ];
    expect(of({ gender: 'female', birthDate: '1971' })).toEqual([first, last]);
    expect(of({ gender: 'female' })).toBeUndefined();
  });

  it('the range of a year is that of its months', async () => {
    const ruleSet = await rulesWith('retirement: vn-2021');
    fc.assert(
      fc.property(fc.integer({ min: 1955, max: 1985 }), fc.constantFrom('female', 'male'), (year, gender) => {
        const months = Array.from({ length: 12 }, (_, index) =>
          factUnder(ruleSet, { gender, birthDate: `${year}-${String(index + 1).padStart(2, '0')}` }),
        ) as number[];
        expect(factUnder(ruleSet, { gender, birthDate: String(year) })).toEqual([
          Math.min(...months),
          Math.max(...months),
        ]);
      }),
      { numRuns: 40 },
    );
  });

  it('takes the first table that has a row for somebody', async () => {
    const ruleSet = await rulesWith('facts: { rank: text }\nretirement: [vn-officers-2024, vn-2021]');
    const born = { gender: 'female', birthDate: '1975-01-10' };
    expect(factUnder(ruleSet, { ...born, rank: 'Thượng tá' })).toBe((2031 - 2025) * 12 - 6);
    expect(factUnder(ruleSet, { ...born, rank: '' })).toBe(
      factUnder(await rulesWith('retirement: vn-2021'), born),
    );
  });

  it('leaves those without a row without a value, never with the age of others', async () => {
    const ruleSet = await rulesWith('facts: { rank: text }\nretirement: vn-officers-2024');
    expect(
      factUnder(ruleSet, { gender: 'male', birthDate: '1975-01-10', rank: 'Binh nhất' }),
    ).toBeUndefined();
  });

  it('counts the text of a table in the hash of the rules', async () => {
    const [one, other] = [await rulesWith('retirement: vn-2021'), await rulesWith('retirement: vn-2021')];
    expect(one.sha256).toBe(other.sha256);
    expect(one.sha256).not.toBe((await rulesWith('')).sha256);
  });

  it.each([
    ['retirement: missing', 'there is no retirement table “missing”; there are vn-2021 and vn-2021-lower'],
    ['retirement: vn-officers-2024', 'unknown fact “rank”'],
    ['retirement: 5', 'the id of a retirement table'],
    ['retirement: vn-2021\nretirementAge: { female: 55, male: 60 }', 'both given'],
  ])('%s is told', async (head, words) => {
    expect((await problemsWith(head)).join('\n')).toContain(words);
  });
});

describe('facts as of another day', () => {
  const RULES_OF_TWO_DAYS = `
retirement: vn-2021
rules:
  - { id: first, require: { satisfy: { fact: monthsToRetirement, operator: greaterThanInclusive, value: 60 } } }
  - { id: posts, at: 2026-03-01, require: { satisfy: { all: [{ fact: monthsToRetirement, operator: greaterThanInclusive, value: 60 }, { fact: gender, operator: equal, value: female }] } } }
  - { id: named, count: { where: { fact: age@2026-03-01, operator: lessThan, value: 42 }, min: 1 } }`;

  it('are counted at the day of their rule, or of their name', async () => {
    const ruleSet = await rulesWith(RULES_OF_TWO_DAYS);
    const born = { gender: 'female', birthDate: '1972-05-02' };
    expect(factUnder(ruleSet, born)).toBe(62);
    expect(factUnder(ruleSet, born, 'monthsToRetirement@2026-03-01')).toBe(54);
    expect(factUnder(ruleSet, born, 'age')).toBe(53);
    expect(factUnder(ruleSet, born, 'age@2026-06-01')).toBe(54);
    expect(ruleSet.rules[1]).toMatchObject({
      satisfy: { all: [{ fact: 'monthsToRetirement@2026-03-01' }, { fact: 'gender' }] },
    });
  });

  it('say the day in sentences', async () => {
    const ruleSet = await rulesWith(RULES_OF_TWO_DAYS);
    const said = ruleSet.rules.map((rule) => describeRule(rule, ruleSet));
    expect(said[1]!.en).toContain('months to retirement on 1 March 2026');
    expect(said[1]!.vi).toContain('tính đến ngày 01/03/2026');
    expect(said[2]!.en).toBe('At least 1 member is under 42 on 1 March 2026');
  });

  it.each([
    [
      '{ id: x, at: 2026-02-30, count: { where: { fact: age, operator: lessThan, value: 40 }, min: 1 } }',
      'a day that exists',
    ],
    [
      '{ id: x, at: soon, count: { where: { fact: age, operator: lessThan, value: 40 }, min: 1 } }',
      'a day that exists',
    ],
    [
      '{ id: x, at: 2026-03-01, count: { where: { fact: gender, operator: equal, value: female }, min: 1 } }',
      '“at” decides nothing',
    ],
    [
      '{ id: x, count: { where: { fact: gender@2026-03-01, operator: equal, value: female }, min: 1 } }',
      'unknown fact “gender@2026-03-01”',
    ],
    [
      '{ id: x, count: { where: { fact: age@2026-02-30, operator: lessThan, value: 40 }, min: 1 } }',
      'unknown fact',
    ],
  ])('%s is told', async (rule, words) => {
    expect((await problemsWith(`rules:\n  - ${rule}`)).join('\n')).toContain(words);
  });
});
