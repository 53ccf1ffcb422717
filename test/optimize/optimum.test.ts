import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideCase } from '../../src/optimize/decided-case.ts';
import { highsSolver } from '../../src/optimize/highs/solver.ts';
import { javascriptLpSolver } from '../../src/optimize/javascript-lp-solver.ts';
import { assembleModel, membersOf } from '../../src/optimize/slate-model.ts';
import type { Solver } from '../../src/optimize/solver.ts';
import { bestObjective, compareObjectives, isCompliant, objectiveOf } from '../brute-force.ts';
import { plainCase, type PlainCase, tableOf } from '../random-case.ts';

const NOBODY = { pin: [], exclude: [], together: [], apart: [] };

async function solve(solver: Solver, plain: PlainCase) {
  const decided = await decideCase(plain.ruleSet, tableOf(plain.candidates));
  const model = assembleModel(decided, { decisions: NOBODY });
  const session = solver.open(model.program);
  try {
    const outcome = session.solve({ timeLimit: 5000 });
    if (outcome.status !== 'optimal') return { status: outcome.status };
    return {
      status: outcome.status,
      slate: membersOf(model, outcome.x).map((row) => plain.candidates[row]!),
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
