import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import { poolFromCandidates } from '../../src/pool/reading/read-candidates.ts';
import { propose } from '../../src/slate/propose.ts';
import { type SlateCase } from '../../src/check/slate-case.ts';
import { valueOf } from '../../src/words/problem.ts';
import { compareObjectives, deviationOf, objectiveOf } from '../brute-force.ts';
import { type PlainCandidate, type PlainCase, plainCase, tableOf } from '../random-case.ts';
import { plainRuleSet, sameTitle } from '../plain-rules.ts';
import { bestOfAll } from '../subsets.ts';
import { NO_DECISIONS } from '../../src/pool/decisions.ts';

afterAll(closeSolverThreads);

/** A random case as `propose` is asked about it. */
function caseOf({ candidates, ruleSet }: PlainCase, decisions = NO_DECISIONS): SlateCase {
  const records = candidates.map(({ id }) => ({ id, name: id }));
  const pool = valueOf(poolFromCandidates(records, 'random'));
  return { pool, ruleSet, facts: tableOf(candidates), decisions };
}

const membersById = ({ candidates }: PlainCase, ids: readonly string[]): readonly PlainCandidate[] =>
  candidates.filter(({ id }) => ids.includes(id));

const cases = plainCase({ least: 6, most: 13, seats: [2, 6] });

it('proposes the best of all slates, with what each soft rule costs', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (plain) => {
      const best = bestOfAll(plain);
      const proposal = await propose(caseOf(plain));
      expect(proposal.status).toBe(best === undefined ? 'infeasible' : 'optimal');
      if (best === undefined) {
        expect(proposal.slates).toEqual([]);
        return;
      }
      const [slate] = proposal.slates;
      const members = membersById(plain, slate!.members);
      expect(compareObjectives([slate!.objective], [best.values[0]!])).toBe(0);
      expect(proposal.bound).toBeCloseTo(slate!.objective, 6);
      expect(slate!.report.compliant).toBe(true);
      const values = objectiveOf(plain.ruleSet, members, plain.candidates);
      const levels = slate!.levels?.map(({ value }) => value) ?? [slate!.objective];
      expect(compareObjectives(levels, values)).toBe(0);
      for (const rule of plain.ruleSet.rules) {
        const paid = slate!.soft
          .filter((each) => each.rule === rule.id)
          .reduce((sum, { cost }) => sum + cost, 0);
        const price =
          rule.strength === 'soft' ? rule.weight * deviationOf(rule, members, plain.candidates) : 0;
        expect(paid).toBeCloseTo(price, 6);
      }
    }),
    { numRuns: 150 },
  );
});

it('breaks no hard rule on any pool, and seats nobody who is set aside', async () => {
  await fc.assert(
    fc.asyncProperty(plainCase({ most: 14, missing: true }), async (plain) => {
      const { slates, setAside } = await propose(caseOf(plain));
      const aside = new Set(setAside.map(({ candidate }) => candidate));
      for (const { members, report } of slates) {
        expect(members.filter((id) => aside.has(id))).toEqual([]);
        for (const line of report.rules) {
          expect(line.status === 'kept' || (line.status === 'violated' && line.strength === 'soft')).toBe(
            true,
          );
        }
      }
    }),
    { numRuns: 150 },
  );
});

it('gives the same answer on both solvers, on every run and for any order of the rows', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (plain) => {
      const turned = { ...plain, candidates: plain.candidates.toReversed() };
      const [first, second, both, other] = await Promise.all([
        propose(caseOf(plain), { solver: 'highs' }),
        propose(caseOf(plain), { solver: 'javascript-lp-solver' }),
        propose(caseOf(plain)),
        propose(caseOf(turned)),
      ]);
      for (const { status, slates } of [second, both, other]) {
        expect(status).toBe(first.status);
        expect(slates).toEqual(first.slates);
      }
      expect(both).toMatchObject({ assurance: 'proven', solver: { name: 'highs' } });
    }),
    { numRuns: 60 },
  );
});

it('every alternative is the best that differs enough from all before it', async () => {
  await fc.assert(
    fc.asyncProperty(
      cases,
      fc.integer({ min: 2, max: 5 }),
      fc.integer({ min: 1, max: 3 }),
      async (plain, alternatives, differ) => {
        const { slates } = await propose(caseOf(plain), { alternatives, differ });
        const differences: { members: number[]; by: number }[] = [];
        for (let index = 0; index < alternatives; index += 1) {
          const best = bestOfAll(plain, { differences });
          const slate = slates[index];
          expect(slate === undefined).toBe(best === undefined);
          if (slate === undefined || best === undefined) return;
          const values = slate.levels?.map(({ value }) => value) ?? [slate.objective];
          expect(compareObjectives(values, best.values)).toBe(0);
          const members = slate.members.map((id) => plain.candidates.findIndex((each) => each.id === id));
          differences.push({ members, by: differ });
        }
        expect(slates).toHaveLength(alternatives);
      },
    ),
    { numRuns: 80 },
  );
});

it('a slate that is another one plus or minus a member is an alternative', async () => {
  const two: PlainCase = {
    candidates: [
      { id: 'a', merit: 1 },
      { id: 'b', merit: 1 },
    ],
    ruleSet: plainRuleSet('two', {
      size: { min: 1, max: 2 },
      objective: [{ title: sameTitle('merit'), softRules: true, terms: [{ fact: 'merit', weight: 1 }] }],
    }),
  };
  const { slates } = await propose(caseOf(two), { alternatives: 4 });
  expect(slates.map(({ members }) => members)).toEqual([['a', 'b'], ['a'], ['b']]);
  const apart = await propose(caseOf(two), { alternatives: 4, differ: 2 });
  expect(apart.slates.map(({ members }) => members)).toEqual([['a', 'b']]);
});

it('is proven where missing a goal is bought on a later level', async () => {
  const seventyPercent = { numerator: 7, denominator: 10 };
  const bought: PlainCase = {
    candidates: [0, 0, 0, 0.7, 0, 0].map((merit, index) => ({
      id: `c${index}`,
      merit,
      star: false,
      age: merit > 0 ? 42 : 30,
    })),
    ruleSet: plainRuleSet('bought', {
      size: { min: 3, max: 4 },
      rules: [
        {
          id: 'stars',
          title: sameTitle('Stars'),
          kind: 'share',
          where: { fact: 'star', operator: 'equal', value: false },
          min: seventyPercent,
          max: seventyPercent,
          strength: 'soft',
          weight: 1,
          relaxCost: 1,
          per: 'member',
          origin: { file: 'r.yaml', line: 1, column: 1 },
        },
      ],
      objective: [
        {
          title: sameTitle('merit and many'),
          softRules: true,
          terms: [
            { fact: 'merit', weight: 1 },
            { where: { fact: 'age', operator: 'notEqual', value: 54 }, weight: 1 },
          ],
        },
        {
          title: sameTitle('young'),
          softRules: false,
          terms: [{ where: { fact: 'age', operator: 'greaterThan', value: 41 }, weight: -3 }],
        },
      ],
    }),
  };
  expect(await propose(caseOf(bought))).toMatchObject({ status: 'optimal', assurance: 'proven' });
});

/** Merit first, then the young, then as few of unit A as possible; any two of five. */
const levelled: PlainCase = {
  candidates: [
    { id: 'a', merit: 3, age: 50, unit: 'A' },
    { id: 'b', merit: 3, age: 50, unit: 'B' },
    { id: 'c', merit: 3, age: 35, unit: 'A' },
    { id: 'd', merit: 3, age: 35, unit: 'B' },
    { id: 'e', merit: 2, age: 30, unit: 'B' },
  ],
  ruleSet: plainRuleSet('levels', {
    size: { min: 2, max: 2 },
    objective: [
      { title: sameTitle('merit'), softRules: true, terms: [{ fact: 'merit', weight: 1 }] },
      {
        title: sameTitle('young'),
        softRules: false,
        terms: [{ where: { fact: 'age', operator: 'lessThan', value: 40 }, weight: 1 }],
      },
      {
        title: sameTitle('not A'),
        softRules: false,
        terms: [{ where: { fact: 'unit', operator: 'equal', value: 'A' }, weight: -1 }],
      },
    ],
  }),
};

describe('levels', () => {
  it('are locked one after the other', async () => {
    const { slates } = await propose(caseOf(levelled), { alternatives: 3 });
    expect(slates.map(({ members }) => members)).toEqual([
      ['c', 'd'],
      ['b', 'd'],
      // Two of the same value on all levels: a tie, decided by the ids.
      slates[2]!.members,
    ]);
    expect(slates.map(({ levels }) => levels!.map(({ value }) => value))).toEqual([
      [6, 2, -1],
      [6, 1, 0],
      [6, 1, -1],
    ]);
  });
});
