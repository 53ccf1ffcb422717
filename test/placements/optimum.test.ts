import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { highsSolver } from '../../src/optimize/highs/solver.ts';
import type { LinearProgram } from '../../src/optimize/linear-program.ts';
import { solvedModel } from '../../src/optimize/solved-model.ts';
import { closeSolverThreads, type Solved } from '../../src/optimize/solver-threads.ts';
import { decidedOf, rowDecisions } from '../../src/slate/case.ts';
import { checkSlate } from '../../src/slate/check.ts';
import { propose, slateOf } from '../../src/slate/propose.ts';
import { allPlans, opened, plainPlacement, priceOf, valueOfPlan } from './plain-placement.ts';

afterAll(closeSolverThreads);

it('small placements have the optimum of brute force', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(plainPlacement(), async (plain) => {
      const compliant = [...allPlans(plain)].filter((plan) => priceOf(plain, plan) !== undefined);
      const best = Math.max(...compliant.map((plan) => valueOfPlan(plain, plan)));
      const proposal = await propose(await opened(plain), { solver: 'highs' });
      if (compliant.length === 0) {
        expect(proposal.status).toBe('infeasible');
        return;
      }
      expect(proposal.status).toBe('optimal');
      expect(proposal.slates[0]!.objective).toBeCloseTo(best, 6);
    }),
    { numRuns: 150 },
  );
});

it('leaving open who goes where finds the same optimum', { timeout: 60_000 }, async () => {
  const solver = await highsSolver();
  const solve = async (program: LinearProgram): Promise<Solved> => {
    const session = solver.open(program);
    const outcome = session.solve({ timeLimit: 5000 });
    session.close();
    return { outcome, name: solver.name, version: solver.version, notes: [] };
  };
  await fc.assert(
    fc.asyncProperty(plainPlacement(['X', 'Y', 'Z', 'W'], 7), async (plain) => {
      const asked = await opened(plain);
      const decided = await decidedOf(asked);
      const options = { decisions: rowDecisions(asked) };
      const whole = await solvedModel(decided, options, solve, Infinity);
      const exchanged = await solvedModel(decided, options, solve, 0);
      expect(exchanged.solved.outcome.status).toBe(whole.solved.outcome.status);
      if (whole.rows === undefined) return;
      const [one, other] = [whole.rows, exchanged.rows!].map((rows) => slateOf(asked, decided, rows));
      expect((await other!).objective).toBeCloseTo((await one!).objective, 9);
    }),
    { numRuns: 200 },
  );
});

it('the check of a plan is what is counted by hand', { timeout: 60_000 }, async () => {
  const withPlan = plainPlacement().chain((plain) => fc.record({ plain: fc.constant(plain), nth: fc.nat() }));
  await fc.assert(
    fc.asyncProperty(withPlan, async ({ plain, nth }) => {
      const plans = [...allPlans(plain)];
      const plan = plans[nth % plans.length]!;
      const asked = await opened(plain);
      const report = await checkSlate(
        asked,
        plan.map(({ candidate, unit, titles }) => `${candidate.id}@${unit.name}/${titles.join('+')}`),
      );
      const price = priceOf(plain, plan);
      expect(report.compliant).toBe(price !== undefined);
      if (price === undefined) return;
      expect(report.rules.reduce((sum, { cost }) => sum + cost, 0)).toBeCloseTo(price, 9);
    }),
    { numRuns: 200 },
  );
});
