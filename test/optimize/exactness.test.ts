import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideCase } from '../../src/optimize/model/decided-case.ts';
import { highsSolver } from '../../src/optimize/highs/solver.ts';
import { assembleModel } from '../../src/optimize/model/slate-model.ts';
import type { Solver } from '../../src/optimize/solver.ts';
import { compareObjectives, isCompliant, objectiveOf } from '../brute-force.ts';
import { NAIVE_SCALE, naiveModel } from '../naive-model.ts';
import { type PlainCandidate, type PlainCase, plainCase, tableOf } from '../random-case.ts';
import { namedRows } from '../named-rows.ts';
import { bestOfAll, type PlainDecisions } from '../subsets.ts';
import { everySolver, narrowHighs, NOBODY, slateBy, solveOnce } from './solving.ts';

/** Pools of 20 to 25 of which 5 to 8 are chosen. */
const large = plainCase({ least: 20, most: 25, seats: [5, 8], rules: 6 });

function membersById(plain: PlainCase, ids: readonly string[]): readonly PlainCandidate[] {
  return plain.candidates.filter(({ id }) => ids.includes(id));
}

it('every solver finds the optimum of all slates of pools of 20 to 25', async () => {
  const solvers = await everySolver();
  await fc.assert(
    fc.asyncProperty(large, async (plain) => {
      const best = bestOfAll(plain);
      for (const [name, solver] of solvers) {
        const { status, ids } = await slateBy(solver, plain);
        if (name === 'javascript-lp-solver' && status !== 'optimal' && status !== 'infeasible') continue;
        expect(status, `by ${name}`).toBe(best === undefined ? 'infeasible' : 'optimal');
        if (best === undefined) continue;
        const slate = membersById(plain, ids!);
        expect(isCompliant(plain.ruleSet, slate, plain.candidates), `by ${name}`).toBe(true);
        const values = objectiveOf(plain.ruleSet, slate, plain.candidates);
        expect(compareObjectives(values, best.values), `by ${name}: ${values.join()}`).toBe(0);
      }
    }),
    { numRuns: 80 },
  );
});

/** Decisions on the first `most` candidates, and earlier slates to keep away from. */
const decisionsOn = (most: number): fc.Arbitrary<Required<PlainDecisions>> => {
  const person = fc.nat(most - 1);
  const group = fc.uniqueArray(person, { minLength: 2, maxLength: 4 });
  return fc.record({
    pin: fc.uniqueArray(person, { maxLength: 2 }),
    exclude: fc.uniqueArray(person, { maxLength: 2 }),
    together: fc.array(group, { maxLength: 2 }),
    apart: fc.array(group, { maxLength: 2 }),
    differences: fc.array(
      fc.record({
        members: fc.uniqueArray(person, { minLength: 1, maxLength: 6 }),
        by: fc.integer({ min: 1, max: 3 }),
      }),
      { maxLength: 3 },
    ),
  });
};

/** Objective values, level by level, of the optimum of the typed model and of the naive one. */
async function bothOptima(solver: Solver, plain: PlainCase, given: Required<PlainDecisions>) {
  const { differences, ...decisions } = given;
  const decided = await decideCase(plain.ruleSet, tableOf(plain.candidates));
  const typed = await assembleModel(decided, { decisions: namedRows(decisions), differences });
  const one = solveOnce(solver, typed.program);
  const other = solveOnce(solver, naiveModel(plain, given));
  const levels = decided.objective.levels;
  return {
    typed:
      one.status === 'optimal' ? levels.map(({ scale }, level) => one.values[level]! / scale) : one.status,
    naive: other.status === 'optimal' ? other.values.map((value) => value / NAIVE_SCALE) : other.status,
  };
}

it.each([
  ['as it is used', highsSolver],
  ['on the wide path', narrowHighs],
])('the typed model has the optimum of the naive one, with highs %s', async (_, open) => {
  const solver = await open();
  const cases = plainCase({ least: 8, most: 16, seats: [2, 6] });
  await fc.assert(
    fc.asyncProperty(cases, decisionsOn(8), async (plain, decisions) => {
      const { typed, naive } = await bothOptima(solver, plain, decisions);
      if (typeof naive === 'string') expect(typed).toBe(naive);
      else {
        expect(typed).toHaveLength(naive.length);
        naive.forEach((value, level) => expect(typed[level]).toBeCloseTo(value, 6));
      }
    }),
    { numRuns: 1000 },
  );
});

it('pins, exclusions, groups and differences cost what brute force says', async () => {
  const solvers = await everySolver();
  const cases = plainCase({ least: 8, most: 13, seats: [2, 6], rules: 4 });
  await fc.assert(
    fc.asyncProperty(cases, decisionsOn(8), async (plain, given) => {
      const best = bestOfAll(plain, given);
      const { differences, ...decisions } = given;
      for (const [name, solver] of solvers) {
        const { status, ids } = await slateBy(solver, plain, {
          decisions: namedRows(decisions),
          differences,
        });
        expect(status, `by ${name}`).toBe(best === undefined ? 'infeasible' : 'optimal');
        if (best === undefined) continue;
        const values = objectiveOf(plain.ruleSet, membersById(plain, ids!), plain.candidates);
        expect(compareObjectives(values, best.values), `by ${name}: ${values.join()}`).toBe(0);
      }
    }),
    { numRuns: 250 },
  );
});

it('a model for moving bounds has the same optimum while they stand', async () => {
  const solver = await highsSolver();
  await fc.assert(
    fc.asyncProperty(plainCase({ most: 14 }), async (plain) => {
      const seats = Math.min(plain.ruleSet.size.max + 2, 9);
      for (const options of [{ flexibleSeats: seats }, { everybody: true }]) {
        const { status, ids } = await slateBy(solver, plain, { decisions: NOBODY, ...options });
        const best = bestOfAll(plain);
        expect(status).toBe(best === undefined ? 'infeasible' : 'optimal');
        if (best === undefined) continue;
        const values = objectiveOf(plain.ruleSet, membersById(plain, ids!), plain.candidates);
        expect(compareObjectives(values, best.values)).toBe(0);
      }
    }),
    { numRuns: 200 },
  );
});
