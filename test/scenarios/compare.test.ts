import { afterAll, describe, expect, it } from 'vitest';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import { poolFromCandidates } from '../../src/pool/reading/read-candidates.ts';
import { comparisonSchema } from '../../src/scenarios/answers.ts';
import { compare, type CompareAsked } from '../../src/scenarios/compare.ts';
import { parseScenarios } from '../../src/scenarios/load.ts';
import { BASE } from '../../src/scenarios/scenario.ts';
import { openCase } from '../../src/slate/case.ts';
import { NO_DECISIONS } from '../../src/pool/decisions.ts';
import { InputError, valueOf } from '../../src/words/problem.ts';
import { ruleSetFrom } from '../rules/reading.ts';

afterAll(closeSolverThreads);

const TEXT = `
id: three
referenceDate: 2020-06-05
size: 3
facts: { merit: number }
objective: [{ fact: merit, weight: 1 }]
rules:
  - id: women
    title: Women
    count: { where: { fact: gender, operator: equal, value: female }, exactly: 1 }`;
const ruleSet = await ruleSetFrom(TEXT);
const pool = valueOf(
  poolFromCandidates(
    [
      ['W1', 'female', 3],
      ['W2', 'female', 1],
      ['M1', 'male', 9],
      ['M2', 'male', 8],
      ['M3', 'male', 7],
    ].map(([id, gender, merit]) => ({ id, name: id, gender, merit })),
    'pool',
  ),
);
const scenarios = valueOf(
  parseScenarios(
    `scenarios:
  - { id: two-women, rules: { women: { exactly: 2 } } }
  - { id: without-m1, exclude: [M1] }
  - { id: too-many, rules: { women: { exactly: 3 } } }
  - { id: free, rules: { women: off } }
`,
    's.yaml',
    ruleSet,
  ),
);

const asked: CompareAsked = {
  ruleSet,
  decisions: NO_DECISIONS,
  open: async (rules, decisions) => openCase(pool, rules, decisions),
};
const comparison = await compare(asked, [BASE, ...scenarios]);

it('a person who can be on no slate makes one scenario impossible, and says why; the others are answered', async () => {
  const rules = await ruleSetFrom(
    `${TEXT}\n  - { id: good, title: Good, require: { satisfy: { fact: merit, operator: greaterThan, value: 1 } } }`,
  );
  const pinned = valueOf(
    parseScenarios(
      'scenarios: [{ id: weak, title: Weak, pin: [W2] }, { id: strong, title: Strong, pin: [M3] }]',
      's',
      rules,
    ),
  );
  const open: CompareAsked['open'] = async (ruleSet, decisions) => openCase(pool, ruleSet, decisions);
  const { scenarios: outcomes } = await compare({ ruleSet: rules, decisions: NO_DECISIONS, open }, pinned);
  expect(outcomes.map(({ status }) => status)).toEqual(['infeasible', 'optimal']);
  expect(outcomes[0]!.conflict?.message.en).toContain('W2');
});

describe('compare', () => {
  it('has the shape it promises', () => {
    expect(comparisonSchema.parse(comparison)).toEqual(comparison);
  });

  it('proposes under every scenario', () => {
    expect(comparison.scenarios.map(({ id, status, objective }) => [id, status, objective])).toEqual([
      ['base', 'optimal', 20],
      ['two-women', 'optimal', 13],
      ['without-m1', 'optimal', 18],
      ['too-many', 'infeasible', undefined],
      ['free', 'optimal', 24],
    ]);
  });

  it('tells the smallest conflict where no slate exists', () => {
    expect(comparison.scenarios[3]!.conflict).toMatchObject({ rules: ['women'] });
  });

  it('holds need and have side by side, and shows what is off', () => {
    const women = comparison.rules.find(({ id }) => id === 'women')!;
    expect(women.in.map((line) => line && [line.min, line.actual])).toEqual([
      [1, 1],
      [2, 2],
      [1, 1],
      [3, undefined],
      null,
    ]);
  });

  it('says what every rule needs where no scenario has a slate, or only there', async () => {
    const text = `scenarios:
  - { id: a, rules: { women: { exactly: 3 }, men: { strength: hard } } }
  - { id: b, size: 9 }
`;
    const rules = await ruleSetFrom(`${TEXT}
  - { id: men, title: Men, count: { where: { fact: gender, operator: equal, value: male }, min: 1 }, strength: off }
`);
    const read = valueOf(parseScenarios(text, 's.yaml', rules));
    const needs = async (from: number) =>
      (await compare({ ...asked, ruleSet: rules }, [BASE, ...read].slice(from))).rules.map((line) => [
        line.id,
        line.title.en,
        ...line.in.map((each) => (each === null ? null : [each.min, each.max])),
      ]);
    expect(await needs(1)).toEqual([
      ['size', 'Size of the slate', [3, 3], [9, 9]],
      ['women', 'Women', [3, 3], [1, 1]],
      ['men', 'Men', [1, null], null],
    ]);
    expect((await needs(0)).at(-1)).toEqual(['men', 'Men', null, [1, null], null]);
  });

  it('tells who is on all slates, who on some, and the swaps between each pair', () => {
    expect(comparison.inAll).toEqual([]);
    expect(comparison.inSome).toContainEqual({ candidate: 'M1', scenarios: ['base', 'two-women', 'free'] });
    expect(comparison.swaps).toHaveLength(6);
    expect(comparison.swaps[0]).toEqual({ from: 'base', to: 'two-women', comes: ['W2'], goes: ['M2'] });
  });

  it('refuses decisions on persons who are not there, of all scenarios at once', async () => {
    const strange = ['a', 'b'].map((id) => ({
      ...BASE,
      id,
      decisions: { ...NO_DECISIONS, pin: [`nobody-${id}`] },
    }));
    const refused = compare(asked, strange);
    await expect(refused).rejects.toBeInstanceOf(InputError);
    await expect(refused).rejects.toMatchObject({ problems: [{}, {}] });
  });
});
