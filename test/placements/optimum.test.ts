import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { highsSolver } from '../../src/optimize/highs/solver.ts';
import type { LinearProgram } from '../../src/optimize/linear-program.ts';
import { solvedModel } from '../../src/optimize/model/readable-model.ts';
import { closeSolverThreads, type Solved } from '../../src/optimize/threads/solver-threads.ts';
import { decidedOf } from '../../src/slate/case.ts';
import { checkSlate } from '../../src/check/check.ts';
import { propose } from '../../src/slate/propose.ts';
import { slateOf } from '../../src/slate/complying-slate.ts';
import { verifyAnswer } from '../../src/slate/proofs/verify.ts';
import {
  allPlans,
  anyPlacement,
  decisionsOn,
  idOf,
  isDecided,
  opened,
  plainPlacement,
  priceOf,
  valueOfPlan,
} from './plain-placement.ts';
import { rowDecisions } from '../../src/check/row-decisions.ts';

afterAll(closeSolverThreads);

it('small placements have the optimum of brute force, and its proof', async () => {
  await fc.assert(
    fc.asyncProperty(anyPlacement(), async (plain) => {
      const compliant = [...allPlans(plain)].filter((plan) => priceOf(plain, plan) !== undefined);
      const best = Math.max(...compliant.map((plan) => valueOfPlan(plain, plan)));
      const asked = await opened(plain);
      const proposal = await propose(asked, { solver: 'highs', proof: true });
      expect(proposal.assurance).toBe('proven');
      expect(verifyAnswer(asked, JSON.parse(JSON.stringify(proposal)))).toMatchObject({ proven: true });
      if (compliant.length === 0) {
        expect(proposal.status).toBe('infeasible');
        return;
      }
      expect(proposal.status).toBe('optimal');
      expect(proposal.slates[0]!.objective).toBeCloseTo(best, 6);
    }),
    { numRuns: 80 },
  );
});

async function solve(program: LinearProgram): Promise<Solved> {
  const solver = await highsSolver();
  const session = solver.open(program);
  const outcome = session.solve({ timeLimit: 600_000 });
  session.close();
  return { outcome, name: solver.name, version: solver.version, notes: [] };
}

it('leaving open who goes where finds the same optimum', async () => {
  await fc.assert(
    fc.asyncProperty(plainPlacement(['X', 'Y', 'Z', 'W'], 7), async (plain) => {
      const asked = await opened(plain);
      const decided = await decidedOf(asked);
      const options = { decisions: rowDecisions(asked) };
      const whole = await solvedModel(decided, options, solve, { many: Infinity });
      const exchanged = await solvedModel(decided, options, solve, { many: 0 });
      expect(exchanged.solved.outcome.status).toBe(whole.solved.outcome.status);
      if (whole.rows === undefined) return;
      const [one, other] = [whole.rows, exchanged.rows!].map((rows) => slateOf(asked, decided, rows));
      expect((await other!).objective).toBeCloseTo((await one!).objective, 9);
    }),
    { numRuns: 200 },
  );
});

it('a plan placed elsewhere keeps every rule, is worth as much and differs enough', async () => {
  let found = 0;
  const placements = plainPlacement(['X', 'Y', 'Z', 'W'], 7);
  await fc.assert(
    fc.asyncProperty(placements, fc.integer({ min: 1, max: 3 }), async (plain, by) => {
      const asked = await opened(plain);
      const decided = await decidedOf(asked);
      const { rows, another } = await solvedModel(decided, { decisions: rowDecisions(asked) }, solve, {
        many: 0,
      });
      if (rows === undefined) return;
      const best = await slateOf(asked, decided, rows);
      const earlier = [{ members: rows, by }];
      for (let next = another!(earlier); next !== undefined; next = another!(earlier)) {
        found += 1;
        const slate = await slateOf(asked, decided, next);
        expect(slate.objective).toBeCloseTo(best.objective, 9);
        expect(slate.levels?.map(({ value }) => value)).toEqual(best.levels?.map(({ value }) => value));
        for (const { members } of earlier) {
          const staying = members.filter((row) => next.includes(row)).length;
          expect(Math.max(members.length, next.length) - staying).toBeGreaterThanOrEqual(by);
        }
        earlier.push({ members: next, by });
      }
    }),
    { numRuns: 150 },
  );
  expect(found).toBeGreaterThan(2);
});

it('the check of a plan is what is counted by hand', async () => {
  let compliant = 0;
  const withPlan = anyPlacement().chain((plain) => fc.record({ plain: fc.constant(plain), nth: fc.nat() }));
  await fc.assert(
    fc.asyncProperty(withPlan, async ({ plain, nth }) => {
      const plans = [...allPlans(plain)];
      const plan = plans[nth % plans.length]!;
      const asked = await opened(plain);
      const report = await checkSlate(asked, plan.map(idOf));
      const price = priceOf(plain, plan);
      expect(report.compliant).toBe(price !== undefined);
      if (price === undefined) return;
      expect(report.rules.reduce((sum, { cost }) => sum + cost, 0)).toBeCloseTo(price, 9);
      compliant += 1;
    }),
    { numRuns: 200 },
  );
  expect(compliant).toBeGreaterThan(5);
});

it('keeps what is decided on persons and appointments, and is the best that does', async () => {
  const cases = anyPlacement().chain((plain) =>
    fc.record({ plain: fc.constant(plain), decisions: decisionsOn(plain) }),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ({ plain, decisions }) => {
      const possible = [...allPlans(plain)].filter(
        (plan) => isDecided(plan, decisions) && priceOf(plain, plan) !== undefined,
      );
      const best = Math.max(...possible.map((plan) => valueOfPlan(plain, plan)));
      const asked = await opened(plain, decisions);
      const proposed = await propose(asked, { solver: 'highs' });
      const { status, slates } = proposed;
      expect(status).toBe(possible.length === 0 ? 'infeasible' : 'optimal');
      expect(slates[0]?.objective ?? -Infinity).toBeCloseTo(best, 6);
    }),
    { numRuns: 100 },
  );
});
