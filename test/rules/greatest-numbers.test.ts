import { describe, expect, test } from 'vitest';
import { classify } from '../../src/rules/conditions/classing.ts';
import { weightFraction } from '../../src/rules/facts/ratio.ts';
import { parseRuleSet } from '../../src/rules/parse-rule-set.ts';
import { describeProblem } from '../../src/words/problem.ts';

/** What is wrong with a rule file; nothing in it may take longer than reading it. */
async function told(text: string): Promise<readonly string[]> {
  const yaml = `id: r\ntitle: R\nreferenceDate: 2025-01-01\nfacts: { merit: number }\n${text}`;
  const read = await parseRuleSet(yaml, 'r.yaml', async () => undefined);
  return read.ok ? [] : read.problems.map((each) => describeProblem(each, 'en'));
}

describe('a number that is gone through one by one is bounded, and told where it stands', () => {
  const seats = (many: string): string =>
    `size: 3\nrules: [{ id: p, proportion: { forEach: unit, to: { A: 2, B: 1 }, seats: ${many}, round: dhondt } }]\n`;
  const title = (many: string): string => `titles: [{ id: chair, seats: ${many} }]\nrules: []\n`;
  test.each([
    ['seats in proportion', seats('100000000'), '/rules/0/proportion/seats', '10,000'],
    ['places of a list', 'list: 2000000\nrules: []\n', '/list', '1,000'],
    ['seats of a list', 'list: { seats: 2000000, reserve: 1 }\nrules: []\n', '/list/seats', '1,000'],
    [
      'windows',
      'list: 20\nrules: [{ id: w, count: { min: 1 }, within: { windows: 1000000 } }]\n',
      '/rules/0/within/windows',
      '1,000',
    ],
    ['the size', 'size: 2000000000\nrules: []\n', '/size', '100,000'],
    ['seats of a title', title('1000000000'), '/titles/0/seats', '10,000'],
    ['vacant seats of a title', title('{ min: 1000000000, max: 3 }'), '/titles/0/seats/min', '10,000'],
  ])('%s', async (_, text, where, most) => {
    expect((await told(text))[0]).toMatch(
      new RegExp(`${where}: found \\d+, but at most ${most} is possible`),
    );
  });

  test('and the greatest that is taken is read at once', async () => {
    const began = process.cpuUsage().user;
    expect(await told(seats('10000'))).toEqual([]);
    const list = 'list: { places: { min: 1, max: 1000 } }\n';
    const windows = '[{ id: w, count: { max: 400 }, within: { windows: 500 } }]';
    expect(await told(`${list}rules: ${windows}\n`)).toEqual([]);
    expect((process.cpuUsage().user - began) / 1e6).toBeLessThan(20);
  });
});

test.each(['1e308', '1e-300', '0.0000001', '123456789012345678901234'])(
  'a bound of %s of a sum or an average is refused, not failed on',
  async (bound) => {
    for (const kind of ['sum', 'average'])
      expect(await told(`size: 3\nrules: [{ id: s, ${kind}: { fact: merit, max: ${bound} } }]\n`)).toEqual([
        expect.stringContaining(`/rules/0/${kind}/max: `),
      ]);
  },
);

test('as many constants as a file can have are put into classes about as fast as they are sorted', () => {
  const constants = Array.from({ length: 60_000 }, (_each, at) => at);
  const low = Float64Array.from([3, 70_000]);
  const column = { type: 'number', whole: true, low, high: low, denominator: 1 } as const;
  const began = process.cpuUsage().user;
  const { ranges } = classify(column, [{ fact: 'merit', operator: 'in', value: constants }]);
  // Comparing each with each took 3 s.
  expect((process.cpuUsage().user - began) / 1e6).toBeLessThan(1);
  expect(ranges).toHaveLength(2);
});

test.each([
  ['a weight', 'rules: []\nobjective: [{ fact: merit, weight: -1e-9 }]\n', '/objective/0/weight'],
  [
    'a price',
    'rules: [{ id: w, count: { min: 1 }, strength: soft, weight: 0.00000001 }]\n',
    '/rules/0/weight',
  ],
  ['a way out', 'rules: [{ id: w, count: { min: 1 }, relaxCost: 1e-8 }]\n', '/rules/0/relaxCost'],
])('%s that would count for nothing is refused where it stands', async (_, text, where) => {
  expect(await told(`size: 1\n${text}`)).toEqual([
    expect.stringMatching(new RegExp(`${where}: found .*, but nothing finer than 0.0000001 is counted`)),
  ]);
});

test('the finest weight counts as it is written', async () => {
  expect(await told('size: 1\nrules: []\nobjective: [{ fact: merit, weight: 1e-7 }]\n')).toEqual([]);
  expect(await told('size: 1\nrules: [{ id: w, count: { min: 1 }, relaxCost: 0 }]\n')).toEqual([]);
  for (const [weight, fraction] of [
    [1e-7, '1/10000000'],
    [1.5e-7, '3/20000000'],
    [0.3333333333, '1/3'],
    [-2.5, '-5/2'],
    [0, '0'],
  ] as const)
    expect(weightFraction(weight).toFraction()).toBe(fraction);
});
