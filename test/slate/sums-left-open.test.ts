import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { openQuestion } from '../../src/index.ts';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import { amountOutcomes, type Part } from '../../src/check/amount-outcomes.ts';
import type { AmountRule } from '../../src/rules/rule-set.ts';

afterAll(closeSolverThreads);

async function asked(csv: string, rest: string) {
  return openQuestion({
    pool: { csv },
    rules: {
      yaml: `
id: sums
title: Sums
referenceDate: 2026-01-01
size: 2
facts: { pay: number, merit: number, region: text, side: { type: text, values: [left, right] } }
${rest}
`,
    },
  });
}

const POOL =
  'id,name,pay,merit,region,side\nA,Ann,10,1,N,left\nB,Ben,3,0,,right\nC,Cy,0,5,,\nD,Di,4,2,S,left\n';

it('a sum that is missed with and without somebody of whom it is open whether they count is missed', async () => {
  const sum = (bound: string) =>
    `rules: [{ id: s, sum: { fact: pay, where: { fact: region, operator: equal, value: N }, ${bound} } }]`;
  const statusOf = async (bound: string) =>
    (await (await asked(POOL, sum(bound))).check(['A', 'B'])).rules.find(({ id }) => id === 's');
  expect(await statusOf('exactly: 12')).toMatchObject({ status: 'violated', deviation: 1 });
  expect(await statusOf('exactly: 13')).toMatchObject({ status: 'unknown' });
  expect(await statusOf('min: 11, max: 12')).toMatchObject({ status: 'violated' });
  expect(await statusOf('min: 10, max: 13')).toMatchObject({ status: 'kept' });
});

it.each([
  ['rules: [{ id: s, sum: { fact: pay, forEach: region, max: 20 } }]', ['B']],
  [
    'rules: [{ id: s, sum: { fact: pay, where: { fact: side, operator: equal, value: left }, max: 20 } }]',
    [],
  ],
  [
    'rules: []\nobjective: [{ fact: merit, weight: 2, where: { fact: region, operator: equal, value: N } }]',
    ['C'],
  ],
])('nobody is set aside over whether nothing is added: %s', async (rest, expected) => {
  const { status, setAside, assurance } = await (await asked(POOL, rest)).propose({ proof: true });
  expect([status, assurance]).toEqual(['optimal', 'proven']);
  expect(setAside.map(({ candidate }) => candidate)).toEqual(expected);
});

it('a missing value of a closed list is one of the list', async () => {
  const rest = `
rules:
  - id: s
    require: { satisfy: { fact: side, operator: in, value: [left, right] } }
`;
  const question = await asked(POOL, rest);
  expect((await question.propose({ proof: true })).setAside).toEqual([]);
  expect((await question.check(['C', 'D'])).compliant).toBe(true);
});

const part = fc.record({
  low: fc.integer({ min: -4, max: 6 }),
  width: fc.constantFrom(0, 0, 2),
  counts: fc.boolean(),
});
const ratio = fc.record({
  numerator: fc.integer({ min: -5, max: 9 }),
  denominator: fc.constantFrom(1, 2),
});

it('says of every sum and average what all choices of who counts, and of values, come to', () => {
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 6 }),
      fc.constantFrom('sum' as const, 'average' as const),
      fc.option(ratio, { nil: undefined }),
      fc.option(ratio, { nil: undefined }),
      (members, kind, min, max) => {
        const parts = members.map(({ low, width, counts }, index): Part => ({
          id: `${index}`,
          low,
          high: low + width,
          counts,
        }));
        const rule = { kind, ...(min && { min }), ...(max && { max }) } as AmountRule;
        const offs = choices(parts).map((values) => offBy(rule, values));
        const { kept, broken } = amountOutcomes(rule, parts, 1);
        if (offs.includes(0)) expect(kept).toBe(true);
        if (offs.some((off) => off !== 0)) expect(broken).toBe(true);
        if (parts.every(({ low, high }) => low === high)) {
          expect(kept).toBe(offs.includes(0));
          expect(broken).toBe(offs.some((off) => off !== 0));
        }
      },
    ),
    { numRuns: 500 },
  );
});

/** The values of those who count, for every choice. */
function choices(parts: readonly Part[]): readonly (readonly number[])[] {
  return parts.reduce<readonly (readonly number[])[]>(
    (all, { low, high, counts }) =>
      all.flatMap((values) => [
        ...(counts ? [] : [values]),
        ...[...new Set([low, (low + high) / 2, high])].map((value) => [...values, value]),
      ]),
    [[]],
  );
}

function offBy({ kind, min, max }: AmountRule, values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0);
  const above = (bound: NonNullable<AmountRule['min']>): number =>
    sum - (bound.numerator / bound.denominator) * (kind === 'sum' ? 1 : values.length);
  if (min !== undefined && above(min) < 0) return above(min);
  return max !== undefined && above(max) > 0 ? above(max) : 0;
}
