import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openCaseOf } from '../../src/opening/open-case.ts';
import { LooksOfAll, SAYS, verdictsOf } from '../../src/proofs/verdicts.ts';
import { conditionsOf } from '../../src/rules/rule-conditions.ts';
import { decide } from '../../src/rules/conditions/deciding.ts';
import type { FactColumn, FactTable } from '../../src/rules/facts/fact-table.ts';
import type { Condition } from '../../src/rules/rule-set.ts';
import { valueOf } from '../../src/words/problem.ts';
import { plainCase, tableOf } from '../random-case.ts';
import { repeatedPool, repeatedRules } from '../repeated-facts.ts';

it('are those of json-rules-engine, also where facts are missing', async () => {
  let open = 0;
  await fc.assert(
    fc.asyncProperty(plainCase({ missing: true, most: 14, rules: 8 }), async ({ candidates, ruleSet }) => {
      const table = tableOf(candidates);
      const conditions = ruleSet.rules.flatMap((rule) => conditionsOf(rule));
      const decided = await decide(table, conditions);
      conditions.forEach((condition, index) => {
        const verdicts = verdictsOf(table, condition);
        open += verdicts.filter((verdict) => verdict === 2).length;
        expect([...verdicts]).toEqual([...decided[index]!.verdicts]);
      });
    }),
    { numRuns: 400 },
  );
  expect(open).toBeGreaterThan(100);
});

const cell = fc.oneof(
  fc.constant(undefined),
  fc.integer({ min: 38, max: 44 }).map((age) => [age, age] as const),
  fc
    .tuple(fc.integer({ min: 38, max: 44 }), fc.integer({ min: 0, max: 4 }))
    .map(([low, more]) => [low, low + more] as const),
);

it('are those of json-rules-engine for values that are known within a range', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(cell, { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      fc.array(
        fc.tuple(
          fc.constantFrom('lessThan', 'greaterThanInclusive', 'equal', 'notEqual'),
          fc.integer({ min: 38, max: 44 }),
        ),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      fc.constantFrom('all', 'any'),
      async (cells, whole, leaves, how) => {
        const column: FactColumn = {
          type: 'number',
          low: Float64Array.from(cells, (each) => each?.[0] ?? Number.NaN),
          high: Float64Array.from(cells, (each) => each?.[1] ?? Number.NaN),
          denominator: 1,
          ...(whole && { whole }),
        };
        const table: FactTable = {
          size: cells.length,
          ids: cells.map((_, row) => `c${row}`),
          fact: (name) => (name === 'age' ? column : undefined),
        };
        const parts = leaves.map(([operator, value]) => ({ fact: 'age', operator, value }) as const);
        const condition = how === 'all' ? { all: parts } : { any: parts };
        const [decided] = await decide(table, [condition]);
        expect([...verdictsOf(table, condition)]).toEqual([...decided!.verdicts]);
      },
    ),
    { numRuns: 400 },
  );
});

/** One row of which no paper is known. */
const nothingKnown = (facts: readonly string[]): FactTable => {
  const column: FactColumn = { type: 'boolean', codes: Uint32Array.of(0), values: [null] };
  return { size: 1, ids: ['c0'], fact: (name) => (facts.includes(name) ? column : undefined) };
};

it('do not try every combination of what is missing', async () => {
  const papers = Array.from({ length: 40 }, (_, index) => `paper${index}`);
  const table = nothingKnown(papers);
  const has = (fact: string, value: boolean): Condition => ({ fact, operator: 'equal', value });
  const conditions: readonly Condition[] = [
    { all: papers.map((fact) => has(fact, true)) },
    { all: papers.map((fact) => ({ any: [has(fact, true), has(fact, false)] })) },
    { any: papers.map((fact) => ({ all: [has(fact, true), { not: has(fact, true) }] })) },
  ];
  const decided = await decide(table, conditions);
  expect(conditions.map((condition) => [...verdictsOf(table, condition)])).toEqual([[2], [1], [0]]);
  expect(decided.map(({ verdicts }) => [...verdicts])).toEqual([[2], [1], [0]]);
});

it('leave open what would take too long, for any number of rows, and say nothing wrong of the rest', () => {
  const papers = Array.from({ length: 30 }, (_, index) => `paper${index}`);
  const random = fc.sample(fc.infiniteStream(fc.nat()), { numRuns: 1, seed: 125 })[0]!;
  const draw = (below: number): number => random.next().value! % below;
  const clause = (): Condition => ({
    any: Array.from({ length: 3 }, () => ({
      fact: papers[draw(30)]!,
      operator: 'equal',
      value: draw(2) === 0,
    })),
  });
  const condition: Condition = { all: Array.from({ length: 125 }, clause) };
  const size = 5_000;
  const drawn = papers.map(() => Uint32Array.from({ length: size }, () => (draw(10) === 0 ? draw(2) : 2)));
  const tableOfCodes = (codes: readonly Uint32Array[]): FactTable => ({
    size,
    ids: Array.from({ length: size }, (_, row) => `c${row}`),
    fact: (name) => ({
      type: 'boolean',
      codes: codes[papers.indexOf(name)]!,
      values: [false, true, null],
    }),
  });
  const verdicts = verdictsOf(tableOfCodes(drawn), condition);
  const completed = drawn.map((codes) => codes.map((code) => (code === 2 ? draw(2) : code)));
  const whole = verdictsOf(tableOfCodes(completed), condition);
  expect(verdicts).toContain(2);
  expect(verdicts).toContain(0);
  verdicts.forEach((verdict, row) => verdict === 2 || expect(whole[row]).toBe(verdict));
});

it('of many conditions together take what one may, and leave the rest open', async () => {
  const sources = { pool: { csv: repeatedPool(40) }, rules: { yaml: repeatedRules(20) } };
  const { facts, ruleSet } = valueOf(await openCaseOf(sources)).asked;
  const looks = new LooksOfAll();
  const said = ruleSet.rules.flatMap(conditionsOf).map((condition) => verdictsOf(facts, condition, looks));
  expect(looks.left).toBe(0);
  expect([...said.at(-1)!]).not.toContain(SAYS.yes);
  expect([...said.at(-1)!]).toContain(SAYS.open);
});
