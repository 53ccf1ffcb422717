import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../src/pool/facts/derived-facts.ts';
import { poolFromCandidates } from '../../../src/pool/reading/read-candidates.ts';
import { readPoolCsv } from '../../../src/pool/reading/read-csv.ts';
import { cellOf, type FactTable } from '../../../src/rules/facts/fact-table.ts';
import type { FactDeclaration } from '../../../src/rules/facts/fact-declaration.ts';
import type { RuleSet } from '../../../src/rules/rule-set.ts';
import { valueOf, type Problem } from '../../../src/words/problem.ts';

const DAY = 86_400_000;

interface Wanted {
  readonly referenceDate?: string;
  readonly retirementAge?: RuleSet['retirementAge'];
  readonly facts?: Readonly<Record<string, FactDeclaration>>;
}

function ruleSet({ referenceDate = '2020-06-05', retirementAge, facts = {} }: Wanted): RuleSet {
  return {
    id: 'test',
    title: { vi: 'Thử', en: 'Test' },
    referenceDate,
    size: { min: 1, max: 1 },
    retirementAge: retirementAge ?? { female: 55, male: 60 },
    facts,
    rules: [],
    objective: [{ title: { vi: 'Thử', en: 'Test' }, terms: [], softRules: true }],
    sha256: '',
  };
}

type Candidate = Readonly<Record<string, unknown>>;

function facts(candidates: readonly Candidate[], wanted: Wanted = {}): FactTable {
  const records = candidates.map((each, index) => ({ id: String(index), name: 'A', ...each }));
  return valueOf(factsOf(valueOf(poolFromCandidates(records, 'pool')), ruleSet(wanted)));
}

function fact(candidate: Candidate, name: string, wanted: Wanted = {}) {
  const column = facts([candidate], wanted).fact(name);
  return column === undefined ? 'no column' : cellOf(column, 0);
}

function problems(candidates: readonly Candidate[], wanted: Wanted): readonly Problem[] {
  const records = candidates.map((each, index) => ({ id: String(index), name: 'A', ...each }));
  const reading = factsOf(valueOf(poolFromCandidates(records, 'pool')), ruleSet(wanted));
  return reading.ok ? [] : reading.problems;
}

/** Full years by the calendar, one birthday after the other. */
function ageByBirthdays(born: Date, on: Date): number {
  let age = 0;
  for (;;) {
    // JavaScript moves 29 February to 1 March in other years, as the fact does.
    const birthday = Date.UTC(born.getUTCFullYear() + age + 1, born.getUTCMonth(), born.getUTCDate());
    if (birthday > on.getTime()) return age;
    age += 1;
  }
}

const birthDate = fc
  .integer({ min: Date.UTC(1930, 0, 1) / DAY, max: Date.UTC(2005, 0, 1) / DAY })
  .map((days) => new Date(days * DAY).toISOString().slice(0, 10));
const referenceDate = fc
  .integer({ min: Date.UTC(2006, 0, 1) / DAY, max: Date.UTC(2040, 0, 1) / DAY })
  .map((days) => new Date(days * DAY).toISOString().slice(0, 10));

/** Every day that a birth date known to 10, 7 or 4 characters can be. */
function possibleDays(text: string): readonly Date[] {
  const days: Date[] = [];
  const first = new Date(`${text}${'-01-01'.slice(text.length - 4)}`);
  for (let time = first.getTime(); ; time += DAY) {
    const day = new Date(time);
    if (!day.toISOString().startsWith(text)) return days;
    days.push(day);
  }
}

function rangeOf(values: readonly number[]): number | readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high ? low : [low, high];
}

describe('age', () => {
  it('is what every possible day of birth gives', () => {
    fc.assert(
      fc.property(birthDate, referenceDate, fc.constantFrom(10, 7, 4), (born, on, known) => {
        const text = born.slice(0, known);
        const ages = possibleDays(text).map((day) => ageByBirthdays(day, new Date(on)));
        expect(fact({ birthDate: text }, 'age', { referenceDate: on })).toEqual(rangeOf(ages));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['1980-06-05', 40],
    ['1980-06-06', 39],
    ['1980-06', [39, 40]],
    ['1980', [39, 40]],
    ['1979', [40, 41]],
    ['1980-07', 39],
    ['2020-06-05', 0],
    [null, 'no column'],
  ])('of somebody born %s is %j on 5 June 2020', (born, expected) => {
    expect(fact(born === null ? {} : { birthDate: born }, 'age')).toEqual(expected);
  });

  it('of somebody born on 29 February rises on 1 March where there is no such day', () => {
    expect(fact({ birthDate: '2000-02-29' }, 'age', { referenceDate: '2021-02-28' })).toBe(20);
    expect(fact({ birthDate: '2000-02-29' }, 'age', { referenceDate: '2021-03-01' })).toBe(21);
    expect(fact({ birthDate: '2000-02-29' }, 'age', { referenceDate: '2024-02-29' })).toBe(24);
  });

  it('is missing where the birth date is', () => {
    const table = facts([{ birthDate: '' }, { birthDate: '1980' }]);
    expect(cellOf(table.fact('age')!, 0)).toBeUndefined();
  });

  it('before birth is an error', () => {
    const found = problems([{ birthDate: '2020-06-06' }, { birthDate: '2020' }, { birthDate: '2021' }], {});
    expect(found).toMatchObject([
      { code: 'pool.born-after-reference', place: { file: 'pool', field: '/0/birthDate' } },
      { code: 'pool.born-after-reference', parameters: { value: '2021' }, place: { field: '/2/birthDate' } },
    ]);
  });
});

describe('monthsToRetirement', () => {
  it.each([
    [{ birthDate: '1970-06-30', gender: 'female' }, 60],
    [{ birthDate: '1970-06-01', gender: 'female' }, 60],
    [{ birthDate: '1970-05-31', gender: 'female' }, 59],
    [{ birthDate: '1965-06', gender: 'male' }, 60],
    [{ birthDate: '1965-06' }, [0, 60]],
    [{ birthDate: '1965', gender: 'male' }, [55, 66]],
    [{ birthDate: '1965' }, [-5, 66]],
    [{ birthDate: '', gender: 'male' }, undefined],
    [{ birthDate: '1950-06-05', gender: 'male' }, -120],
    [{ gender: 'male' }, 'no column'],
  ])('of %j is %j in June 2020', (candidate, expected) => {
    expect(fact(candidate, 'monthsToRetirement')).toEqual(expected);
  });

  it('takes retirement ages with months', () => {
    const retirementAge = { female: 55 + 8 / 12, male: 60.5 };
    expect(fact({ birthDate: '1970-06', gender: 'nữ' }, 'monthsToRetirement', { retirementAge })).toBe(68);
    expect(fact({ birthDate: '1970-06', gender: 'nam' }, 'monthsToRetirement', { retirementAge })).toBe(126);
  });

  it('keeps those apart whose gender is missing', () => {
    const table = facts([{ birthDate: '1970-06', gender: 'female' }, { birthDate: '1970-06' }]);
    const column = table.fact('monthsToRetirement')!;
    expect([cellOf(column, 0), cellOf(column, 1)]).toEqual([60, [60, 120]]);
  });
});

describe('newcomer', () => {
  it('is who is not incumbent', () => {
    const column = facts([{ incumbent: true }, { incumbent: 'không' }, {}]).fact('newcomer')!;
    expect([0, 1, 2].map((row) => cellOf(column, row))).toEqual([false, true, undefined]);
    expect(fact({}, 'newcomer')).toBe('no column');
  });
});

describe('appraisals', () => {
  const CANDIDATES = [
    { appraisal2018: 'good', appraisal2017: 'excellent', appraisal2021: 'not-completed' },
    { appraisal2017: 'completed', appraisal2018: 'good', appraisal2020: 'not-completed' },
    { appraisal2021: 'excellent' },
    { appraisal2017: 'good' },
  ];

  it('are averaged over the years given, up to the reference year', () => {
    const column = facts(CANDIDATES).fact('appraisal')!;
    expect([0, 1, 2, 3].map((row) => cellOf(column, row))).toEqual([2.5, 1, undefined, 2]);
    expect(column).toMatchObject({ denominator: 6 });
  });

  it('have a denominator that makes every mean whole', () => {
    const grade = fc.constantFrom('', 'excellent', 'good', 'completed', 'not-completed');
    const years = fc.array(grade, { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(years, { minLength: 1, maxLength: 6 }), (rows) => {
        const column = facts(
          rows.map((row) =>
            Object.fromEntries(row.map((value, index) => [`appraisal${2015 + index}`, value])),
          ),
        ).fact('appraisal')!;
        const { denominator } = column.type === 'number' ? column : { denominator: 0 };
        for (let row = 0; row < rows.length; row += 1) {
          const scaled = Number(cellOf(column, row) ?? 0) * denominator;
          expect(Math.abs(scaled - Math.round(scaled))).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('are last those of the latest year given', () => {
    const column = facts(CANDIDATES).fact('lastAppraisal')!;
    expect([0, 1, 2, 3].map((row) => cellOf(column, row))).toEqual([
      'good',
      'not-completed',
      undefined,
      'good',
    ]);
  });

  it('of later years alone are no appraisal', () => {
    expect(fact({ appraisal2021: 'good' }, 'appraisal')).toBe('no column');
    expect(fact({ appraisal2021: 'good' }, 'lastAppraisal')).toBe('no column');
  });
});

describe('declared facts', () => {
  it('are read from columns of that name, ignoring case and spaces', () => {
    const declared = { regionalMerit: { type: 'number' } } as const;
    expect(fact({ 'Regional  MERIT': '8,5' }, 'regionalMerit', { facts: declared })).toBe(8.5);
  });

  it.each([
    ['text', ' x  y ', 'x y'],
    ['boolean', 'có', true],
    ['number', '7', 7],
    ['date', '01/01/1970', 0],
  ] as const)('of type %s read %j as %j', (type, cell, expected) => {
    expect(fact({ merit: cell }, 'merit', { facts: { merit: { type } } })).toBe(expected);
  });

  it.each([
    [{ type: 'text', default: 'north' }, 'north'],
    [{ type: 'boolean', default: false }, false],
    [{ type: 'number', default: 2.5 }, 2.5],
    [{ type: 'date', default: '1970-01-02' }, 1],
    [{ type: 'date', default: 3 }, 3],
  ] as const)('declared as %j fill empty cells, and columns that the pool lacks', (declaration, expected) => {
    const table = facts([{ merit: '' }, {}], { facts: { merit: declaration, other: declaration } });
    for (const name of ['merit', 'other']) {
      const column = table.fact(name)!;
      expect([cellOf(column, 0), cellOf(column, 1)]).toEqual([expected, expected]);
    }
  });

  it('leave cells alone that are not empty', () => {
    const declared = { merit: { type: 'number', default: 0.25 } } as const;
    const column = facts([{ merit: '1.5' }, {}], { facts: declared }).fact('merit')!;
    expect([cellOf(column, 0), cellOf(column, 1)]).toEqual([1.5, 0.25]);
    expect(column).toMatchObject({ denominator: 1000 });
  });

  it('may give a default to a known or derived fact', () => {
    const declared = {
      examScore: { type: 'number', default: 0 },
      bloc: { type: 'text', default: 'Khối Đảng' },
      newcomer: { type: 'boolean', default: true },
    } as const;
    const table = facts([{ examScore: 5, bloc: 'ward', incumbent: true }, {}], { facts: declared });
    const cells = Object.keys(declared).map((name) => [0, 1].map((row) => cellOf(table.fact(name)!, row)));
    expect(cells).toEqual([
      [5, 0],
      ['ward', 'party'],
      [false, true],
    ]);
  });

  it('are wrong without column and default, with another type, or with a default of another type', () => {
    const declared = {
      merit: { type: 'number' },
      gender: { type: 'number' },
      post: { type: 'boolean', default: false },
      region: { type: 'number', default: 'north' },
    } as const;
    const found = problems([{ gender: 'nam' }], { facts: declared });
    expect(found.map(({ code }) => code)).toEqual([
      'pool.declared-column-missing',
      'pool.declared-type-differs',
      'pool.declared-type-differs',
      'pool.bad-default',
    ]);
  });

  it('name every bad cell at its line', async () => {
    const pool = valueOf(await readPoolCsv('id,name,Merit\na,A,x\n\nb,B,1\nc,C,1e5\n', 'pool.csv'));
    const reading = factsOf(pool, ruleSet({ facts: { merit: { type: 'number' } } }));
    expect(reading).toMatchObject({
      ok: false,
      problems: [
        { code: 'pool.bad-number', place: { file: 'pool.csv', line: 2, field: 'Merit' } },
        { code: 'pool.bad-number', place: { file: 'pool.csv', line: 5, field: 'Merit' } },
      ],
    });
  });
});

describe('a declared fact whose name is also a synonym', () => {
  it.each([
    ['education', 'Level 1'],
    ['sex', 'F'],
    ['code', 'K7'],
    ['position', 'left'],
  ])('%s is the column of that very name, as it is written', async (name, text) => {
    const csv = `id,name,${name}\n1,a,${text}\n`;
    const read = valueOf(await readPoolCsv(csv, 'pool.csv'));
    const rules = ruleSet({ facts: { [name]: { type: 'text' } } });
    const column = valueOf(factsOf(read, rules)).fact(name);
    expect(column).toMatchObject({ type: 'text', values: [null, text] });
  });
});
