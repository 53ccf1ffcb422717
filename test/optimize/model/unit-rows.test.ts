import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideCase } from '../../../src/optimize/model/decided-case.ts';
import { highsSolver } from '../../../src/optimize/highs/solver.ts';
import { assembleModel, rowsOnSlate } from '../../../src/optimize/model/slate-model.ts';
import { assembleTypeModel } from '../../../src/optimize/model/type-model.ts';
import { checkSlate } from '../../../src/check/check.ts';
import {
  bestObjective,
  compareObjectives,
  compliantSlates,
  deviationOf,
  isCompliant,
  objectiveOf,
} from '../../brute-force.ts';
import { plainCase, tableOf } from '../../random-case.ts';

const NOBODY = { pin: [], exclude: [], together: [], apart: [] };

it('rules that count units have the optimum of brute force', async () => {
  const solvers = await Promise.all([highsSolver(), highsSolver({ direct: 0, rest: 0, round: 2, part: 2 })]);
  await fc.assert(
    fc.asyncProperty(plainCase({ units: true }), fc.constantFrom(...solvers), async (plain, solver) => {
      const decided = await decideCase(plain.ruleSet, tableOf(plain.candidates));
      const model = await assembleModel(decided, { decisions: NOBODY });
      const session = solver.open(model.program);
      const outcome = session.solve({ timeLimit: 600_000 });
      session.close();
      const expected = bestObjective(plain);
      if (expected === undefined) {
        expect(outcome.status).toBe('infeasible');
        return;
      }
      if (outcome.status !== 'optimal') throw new Error(outcome.status);
      const slate = rowsOnSlate(model, outcome.x).map((row) => plain.candidates[row]!);
      expect(isCompliant(plain.ruleSet, slate, plain.candidates)).toBe(true);
      const value = objectiveOf(plain.ruleSet, slate, plain.candidates);
      expect(compareObjectives(value, expected)).toBe(0);
    }),
    { numRuns: 300 },
  );
});

it('the program of types has a solution exactly where a slate exists', async () => {
  const solver = await highsSolver();
  await fc.assert(
    fc.asyncProperty(plainCase({ units: true }), async (plain) => {
      const decided = await decideCase(plain.ruleSet, tableOf(plain.candidates));
      const session = solver.open((await assembleTypeModel(decided, { decisions: NOBODY })).program);
      const { status } = session.solve({ timeLimit: 600_000 });
      session.close();
      const exists = !compliantSlates(plain).next().done;
      expect(status).toBe(exists ? 'optimal' : 'infeasible');
    }),
    { numRuns: 300 },
  );
});

it('a check counts units as they are counted by hand', async () => {
  const slateOf = plainCase({ units: true, most: 7 }).chain((plain) =>
    fc.record({ plain: fc.constant(plain), slate: fc.subarray([...plain.candidates]) }),
  );
  await fc.assert(
    fc.asyncProperty(slateOf, async ({ plain, slate }) => {
      const facts = tableOf(plain.candidates);
      const report = await checkSlate(
        { facts, ruleSet: plain.ruleSet },
        slate.map(({ id }) => id),
      );
      for (const rule of plain.ruleSet.rules) {
        const lines = report.rules.filter(({ id }) => id === rule.id);
        const off = lines.reduce((sum, { deviation }) => sum + Math.abs(deviation), 0);
        expect(off).toBeCloseTo(deviationOf(rule, slate, plain.candidates), 9);
      }
      expect(report.compliant).toBe(isCompliant(plain.ruleSet, slate, plain.candidates));
    }),
    { numRuns: 400 },
  );
});
