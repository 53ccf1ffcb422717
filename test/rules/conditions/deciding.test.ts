import { Engine } from 'json-rules-engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCaseOf } from '../../../src/opening/open-case.ts';
import { conditionsOf } from '../../../src/rules/rule-conditions.ts';
import { type Decided, decide, leavesOf } from '../../../src/rules/conditions/deciding.ts';
import type { FactColumn, FactTable } from '../../../src/rules/facts/fact-table.ts';
import type { Condition } from '../../../src/rules/rule-set.ts';
import { holds } from '../../brute-force.ts';
import { ALL_FACTS, completions, possibleAnswers } from '../../missing-facts.ts';
import { valueOf } from '../../../src/words/problem.ts';
import { type PlainCandidate, plainCase, tableOf } from '../../random-case.ts';
import { repeatedPool, repeatedRules } from '../../repeated-facts.ts';
import { VERDICT } from '../../../src/rules/conditions/three-valued.ts';

const under40: Condition = { fact: 'age', operator: 'lessThan', value: 40 };
const female: Condition = { fact: 'gender', operator: 'equal', value: 'female' };

async function verdictsOf(condition: Condition, candidates: readonly Omit<PlainCandidate, 'id'>[]) {
  const table = tableOf(candidates.map((each, index) => ({ id: `c${index}`, ...each })));
  const [decided] = await decide(table, [condition]);
  return Array.from(decided!.verdicts);
}

describe('a missing fact', () => {
  it('leaves a condition open', async () => {
    expect(await verdictsOf(under40, [{ age: 39 }, { age: 40 }, {}])).toEqual([
      VERDICT.yes,
      VERDICT.no,
      VERDICT.open,
    ]);
  });

  it('changes nothing where another fact settles it: a man without a birth date is no woman under 40', async () => {
    const all: Condition = { all: [female, under40] };
    expect(await verdictsOf(all, [{ gender: 'male' }, { gender: 'female' }, {}])).toEqual([
      VERDICT.no,
      VERDICT.open,
      VERDICT.open,
    ]);
    const any: Condition = { any: [female, under40] };
    expect(await verdictsOf(any, [{ gender: 'male' }, { gender: 'female' }])).toEqual([
      VERDICT.open,
      VERDICT.yes,
    ]);
  });

  it('is one value, the same in every part of a condition', async () => {
    const always: Condition = {
      any: [under40, { fact: 'age', operator: 'greaterThanInclusive', value: 40 }],
    };
    const never: Condition = {
      all: [under40, { fact: 'age', operator: 'greaterThanInclusive', value: 40 }],
    };
    expect(await verdictsOf(always, [{}])).toEqual([VERDICT.yes]);
    expect(await verdictsOf(never, [{}])).toEqual([VERDICT.no]);
  });

  it('does not pass notEqual, as it does in json-rules-engine', async () => {
    const notMale: Condition = { fact: 'gender', operator: 'notEqual', value: 'male' };
    expect(await verdictsOf(notMale, [{}])).toEqual([VERDICT.open]);
  });
});

it('a table without the fact is an error of the caller', async () => {
  const condition: Condition = { fact: 'height', operator: 'equal', value: 3 };
  await expect(decide(tableOf([{ id: 'c0' }]), [condition])).rejects.toThrow('height');
});

it('names the facts that a condition reads', async () => {
  const condition: Condition = { any: [{ not: under40 }, { all: [female, under40] }] };
  const [decided] = await decide(tableOf([{ id: 'c0' }]), [condition]);
  expect(decided!.facts).toEqual(['age', 'gender']);
  expect(leavesOf(condition)).toEqual([under40, female, under40]);
});

/** The conditions of random rules. */
const asked = plainCase({ most: 10, missing: true, rules: 6 }).map(({ candidates, ruleSet }) => ({
  candidates,
  conditions: ruleSet.rules.flatMap((rule) => [
    ...(rule.where ? [rule.where] : []),
    ...(rule.kind === 'require' ? [rule.satisfy] : []),
    ...(rule.kind === 'share' && rule.of ? [rule.of] : []),
  ]),
}));

it('is open exactly where the values that a missing fact may have disagree', async () => {
  await fc.assert(
    fc.asyncProperty(asked, async ({ candidates, conditions }) => {
      const decided = await decide(tableOf(candidates), conditions);
      decided.forEach(({ verdicts }, index) => {
        candidates.forEach((candidate, row) => {
          const answers = possibleAnswers(conditions[index], candidate);
          const expected = answers.length === 2 ? VERDICT.open : answers[0] ? VERDICT.yes : VERDICT.no;
          expect(verdicts[row]).toBe(expected);
        });
      });
    }),
    { numRuns: 250 },
  );
});

it('says what json-rules-engine says candidate by candidate', async () => {
  await fc.assert(
    fc.asyncProperty(asked, async ({ candidates, conditions }) => {
      const complete = candidates.map((each) => ({
        ...completions(each, ALL_FACTS).next().value!,
      }));
      const decided = await decide(tableOf(complete), conditions);
      for (const [index, condition] of conditions.entries()) {
        const top = 'fact' in condition ? { all: [condition] } : condition;
        const engine = new Engine([{ conditions: top as never, event: { type: 'yes' } }]);
        for (const [row, candidate] of complete.entries()) {
          const { events } = await engine.run({ ...candidate });
          expect(decided[index]!.verdicts[row]).toBe(events.length);
        }
      }
    }),
    { numRuns: 100 },
  );
});

/** A table of people whose birth dates are known to the year only. */
function roughAges(ranges: readonly (readonly [number, number])[]): FactTable {
  const column: FactColumn = {
    type: 'number',
    low: Float64Array.from(ranges, ([low]) => low),
    high: Float64Array.from(ranges, ([, high]) => high),
    denominator: 1,
    whole: true,
  };
  return {
    size: ranges.length,
    ids: ranges.map((_, row) => `c${row}`),
    fact: (name) => (name === 'age' ? column : undefined),
  };
}

it('knows an age where every possible day agrees', async () => {
  const table = roughAges([
    [38, 39],
    [39, 40],
    [40, 41],
  ]);
  const [decided]: readonly Decided[] = await decide(table, [under40]);
  expect(Array.from(decided!.verdicts)).toEqual([VERDICT.yes, VERDICT.open, VERDICT.no]);
});

it('decides the same for questions that are asked at once', async () => {
  // json-rules-engine skips the rules of a run during which another run of the same engine ends.
  for (let round = 0; round < 20; round += 1) {
    const condition: Condition = {
      any: [{ all: [female, under40] }, { fact: 'star', operator: 'equal', value: true }],
    };
    const pools = Array.from({ length: 4 }, (_, pool) =>
      Array.from({ length: 8 }, (_, index) => ({
        id: `c${index}`,
        gender: (index + pool) % 2 === 0 ? 'female' : 'male',
        age: 38 + ((index * (pool + 1)) % 4),
        star: (index * 3 + pool) % 5 === 0,
      })),
    );
    const all = await Promise.all(pools.map((pool) => decide(tableOf(pool), [condition])));
    all.forEach(([decided], pool) => {
      const expected = pools[pool]!.map((each) => Number(holds(condition, each)));
      expect(Array.from(decided!.verdicts)).toEqual(expected);
    });
  }
});

it('leaves open what would take too long of many people and rules together, and says nothing wrong', async () => {
  const { facts, ruleSet } = valueOf(
    await openCaseOf({ pool: { csv: repeatedPool(3000) }, rules: { yaml: repeatedRules(20) } }),
  ).asked;
  const decided = await decide(facts, ruleSet.rules.flatMap(conditionsOf));
  const said = decided.flatMap(({ verdicts }) => [...verdicts]);
  // No values keep the condition of any rule.
  expect(said).toHaveLength(3000 * 20);
  expect(said).not.toContain(VERDICT.yes);
  expect(said).toContain(VERDICT.no);
  expect(said).toContain(VERDICT.open);
});
