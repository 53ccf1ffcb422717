import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideCase } from '../../src/optimize/model/decided-case.ts';
import { highsSolver } from '../../src/optimize/highs/solver.ts';
import { javascriptLpSolver } from '../../src/optimize/javascript-lp-solver.ts';
import { assembleModel, rowsOnSlate } from '../../src/optimize/model/slate-model.ts';
import type { Solver } from '../../src/optimize/solver.ts';
import { bestObjective, compareObjectives, isCompliant, objectiveOf } from '../brute-force.ts';
import { HARD, plainRuleSet, sameTitle } from '../plain-rules.ts';
import { plainCase, type PlainCase, tableOf } from '../random-case.ts';
import { narrowHighs, NOBODY } from './solving.ts';

async function solve(solver: Solver, plain: PlainCase) {
  const decided = await decideCase(plain.ruleSet, tableOf(plain.candidates));
  const model = await assembleModel(decided, { decisions: NOBODY });
  const session = solver.open(model.program);
  try {
    const outcome = session.solve({ timeLimit: 600_000 });
    if (outcome.status !== 'optimal') return { status: outcome.status };
    return {
      status: outcome.status,
      slate: rowsOnSlate(model, outcome.x).map((row) => plain.candidates[row]!),
    };
  } finally {
    session.close();
  }
}

async function holdsAgainstBruteForce(solver: Solver, plain: PlainCase): Promise<void> {
  const expected = bestObjective(plain);
  const found = await solve(solver, plain);
  if (expected === undefined) {
    expect(found.status).toBe('infeasible');
    return;
  }
  expect(found.status).toBe('optimal');
  expect(isCompliant(plain.ruleSet, found.slate!, plain.candidates)).toBe(true);
  const value = objectiveOf(plain.ruleSet, found.slate!, plain.candidates);
  expect(compareObjectives(value, expected), `${value.join()} against ${expected.join()}`).toBe(0);
}

it('highs finds the optimum of brute force', async () => {
  const solver = await highsSolver();
  await fc.assert(
    fc.asyncProperty(plainCase(), (plain) => holdsAgainstBruteForce(solver, plain)),
    { numRuns: 400 },
  );
});

it('highs finds it as well when it looks at two columns at a time', async () => {
  const solver = await highsSolver({ direct: 0, rest: 0, round: 2, part: 2 });
  await fc.assert(
    fc.asyncProperty(plainCase(), (plain) => holdsAgainstBruteForce(solver, plain)),
    { numRuns: 400 },
  );
});

it('javascript-lp-solver finds the same slate as highs', async () => {
  const [highs, second] = [await highsSolver(), javascriptLpSolver()];
  await fc.assert(
    fc.asyncProperty(plainCase(), async (plain) => {
      const [one, other] = [await solve(highs, plain), await solve(second, plain)];
      expect(other).toEqual(one);
    }),
    { numRuns: 300 },
  );
});

it('what rounds the points of a level does not round the price of a member by a fraction', async () => {
  // 40.001 % of three: a member too few costs 0.3, a hundred-thousandth of one 0.000003.
  const merits = { female: 4000, male: 4000.4, one: 4000.9, other: 4000.9 };
  const plain: PlainCase = {
    candidates: Object.entries(merits).map(([id, merit]) => ({
      id,
      gender: id === 'female' ? 'female' : 'male',
      merit,
    })),
    ruleSet: plainRuleSet('fine', {
      size: { min: 3, max: 3 },
      rules: [
        {
          ...HARD,
          id: 'women',
          kind: 'share',
          where: { fact: 'gender', operator: 'equal', value: 'female' },
          min: { numerator: 40_001, denominator: 100_000 },
          strength: 'soft',
          weight: 0.3,
        },
      ],
      objective: [{ title: sameTitle('merit'), terms: [{ fact: 'merit', weight: 0.875 }], softRules: true }],
    }),
  };
  for (const solver of [await highsSolver(), await narrowHighs()]) {
    const { slate } = await solve(solver, plain);
    // The man is worth 0.35 more than the woman, and costs 0.3.
    expect(slate?.map(({ id }) => id)).toEqual(['male', 'one', 'other']);
  }
});
