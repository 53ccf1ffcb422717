import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { HEAD, ruleFrom, ruleSetFrom } from './reading.ts';

const WOMEN = { fact: 'gender', operator: 'equal', value: 'female' };
const WRITTEN = JSON.stringify(WOMEN);

describe('a rule set', () => {
  it('has defaults for all that is not said', async () => {
    expect(await ruleSetFrom(HEAD)).toEqual({
      id: 'r',
      title: { vi: 'r', en: 'r' },
      referenceDate: '2020-06-05',
      size: { min: 5, max: 8 },
      retirementAge: { female: 55, male: 60 },
      facts: {},
      rules: [],
      objective: [{ title: { vi: 'Chất lượng', en: 'Merit' }, terms: [], softRules: true }],
      sha256: createHash('sha256').update(HEAD).digest('hex'),
    });
  });

  it.each([
    ['5', 5, 5],
    ['{ exactly: 5 }', 5, 5],
    ['{ min: 5, max: 6 }', 5, 6],
  ])('reads the size %s', async (size, min, max) => {
    const set = await ruleSetFrom(`id: r\nreferenceDate: 2020-06-05\nsize: ${size}\n`);
    expect(set.size).toEqual({ min, max });
  });

  it('reads declared facts, and defaults of built-in ones', async () => {
    const facts =
      '{ merit: number, seen: { type: date, default: 1970-01-02 }, examScore: { type: number, default: 0 } }';
    const set = await ruleSetFrom(`${HEAD}facts: ${facts}\n`);
    expect(set.facts).toEqual({
      merit: { type: 'number' },
      seen: { type: 'date', default: 1 },
      examScore: { type: 'number', default: 0 },
    });
  });

  it('reads JSON', async () => {
    const text = JSON.stringify({
      id: 'r',
      referenceDate: '2020-06-05',
      size: 5,
      title: { vi: 'B', en: 'A' },
    });
    expect((await ruleSetFrom(text)).title).toEqual({ vi: 'B', en: 'A' });
  });
});

describe('rules', () => {
  it('are hard, counted by member, and cost 1 to relax unless they say otherwise', async () => {
    expect(
      await ruleFrom(`{ id: x, title: Nữ, source: plan, count: { where: ${WRITTEN}, exactly: 3 } }`),
    ).toEqual({
      id: 'x',
      title: { vi: 'Nữ', en: 'Nữ' },
      source: { vi: 'plan', en: 'plan' },
      strength: 'hard',
      weight: 0,
      relaxCost: 1,
      per: 'member',
      origin: { file: 'r.yaml', line: 5, column: 5 },
      kind: 'count',
      where: WOMEN,
      min: 3,
      max: 3,
    });
  });

  it('weigh 1 if soft and unweighted', async () => {
    expect(await ruleFrom('{ id: x, count: { min: 1 }, strength: soft }')).toMatchObject({
      strength: 'soft',
      weight: 1,
    });
    const paid = await ruleFrom(
      '{ id: x, count: { max: 2, forEach: unit }, strength: soft, weight: 2.5, relaxCost: never }',
    );
    expect(paid).toMatchObject({ weight: 2.5, relaxCost: 'never', forEach: 'unit', max: 2 });
    expect(paid).not.toHaveProperty('min');
  });

  it('keep shares exact', async () => {
    const text = `{ id: x, share: { where: ${WRITTEN}, of: { fact: age, operator: lessThan, value: 40 }, min: 0.1, max: 1/3 } }`;
    expect(await ruleFrom(text)).toMatchObject({
      kind: 'share',
      where: WOMEN,
      of: { fact: 'age' },
      min: { numerator: 1, denominator: 10 },
      max: { numerator: 1, denominator: 3 },
    });
  });

  it('hold dates as days, in whatever condition', async () => {
    const rule = await ruleFrom(
      '{ id: x, require: { satisfy: { not: { any: [ { fact: birthDate, operator: lessThan, value: 1970-01-11 }, { all: [ { fact: joinedParty, operator: in, value: [1970-01-01, 1970-01-02] } ] } ] } } } }',
    );
    expect(rule).toMatchObject({
      satisfy: { not: { any: [{ value: 10 }, { all: [{ value: [0, 1] }] }] } },
    });
  });

  it('are titled by their own sentence if they have no title', async () => {
    const { title } = await ruleFrom(`{ id: x, count: { where: ${WRITTEN}, min: 3 } }`);
    expect(title).toEqual({ vi: 'Ít nhất 3 người là nữ', en: 'At least 3 members are female' });
  });

  it('compare texts in composed form, however they were typed', async () => {
    const rule = await ruleFrom(
      '{ id: x, require: { satisfy: { fact: unit, operator: equal, value: "Ti\u00EA\u0300n" } } }',
    );
    expect(rule).toMatchObject({ satisfy: { value: 'Ti\u1EC1n' } });
  });

  it('drop out if they are off', async () => {
    const set = await ruleSetFrom(`${HEAD}rules: [{ id: x, count: { min: 1 }, strength: off, weight: 3 }]\n`);
    expect(set.rules).toEqual([]);
  });
});

describe('the objective', () => {
  it('is one level if it is a list of terms', async () => {
    const { objective } = await ruleSetFrom(
      `${HEAD}objective: [{ fact: age, weight: -1 }, { where: ${WRITTEN}, weight: 2 }, { fact: incumbent, where: ${WRITTEN}, weight: 3 }]\n`,
    );
    expect(objective).toMatchObject([
      {
        softRules: true,
        terms: [
          { fact: 'age', weight: -1 },
          { where: WOMEN, weight: 2 },
          { fact: 'incumbent', where: WOMEN, weight: 3 },
        ],
      },
    ]);
  });

  it.each([
    [
      '{ level: a, terms: [{ fact: age, weight: 1 }] }, { level: b, terms: [{ fact: age, weight: 1 }] }',
      [true, false],
    ],
    ['{ level: a, terms: [{ fact: age, weight: 1 }] }, { level: b, softRules: true }', [false, true]],
    ['{ level: a, terms: [{ fact: age, weight: 1 }], softRules: false }, { level: b }', [false, true]],
    ['{ level: a }', [true]],
  ])('pays soft rules on one level: %s', async (levels, expected) => {
    const { objective } = await ruleSetFrom(`${HEAD}objective: [${levels}]\n`);
    expect(objective.map(({ softRules }) => softRules)).toEqual(expected);
    expect(objective[0]?.title).toEqual({ vi: 'a', en: 'a' });
  });
});
