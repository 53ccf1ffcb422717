import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { diagnose } from '../../src/explain/diagnose.ts';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import { leavesOf } from '../../src/rules/deciding.ts';
import { factsTogether } from '../../src/rules/grouping.ts';
import type { Rule } from '../../src/rules/rule-set.ts';
import { plainModel } from '../../src/proofs/plain-model.ts';
import { slateValues } from '../../src/proofs/verify.ts';
import { checkSlate } from '../../src/slate/check.ts';
import { propose } from '../../src/slate/propose.ts';
import { checkedProof } from '../../src/slate/proving.ts';
import { compareObjectives, deviationOf, isCompliant, objectiveOf } from '../brute-force.ts';
import { completions } from '../missing-facts.ts';
import { type PlainCandidate, plainCase } from '../random-case.ts';
import { slateCaseOf } from '../slate-case.ts';
import { bestOfAll } from '../subsets.ts';

afterAll(closeSolverThreads);

/** The facts that make the groups of a rule, and those by which its groups are chosen. */
function factsOfGroups(rule: Rule): readonly string[] {
  if (rule.kind === 'require') return [];
  const inside = rule.kind === 'count' ? (rule.parts ?? []) : [];
  const own = rule.forEach === undefined ? [] : factsTogether(rule.forEach);
  const choosing = rule.groups !== undefined && 'where' in rule.groups ? leavesOf(rule.groups.where) : [];
  return [...own, ...choosing.map(({ fact }) => fact), ...inside.flatMap(factsOfGroups)];
}

const idsOf = (slate: readonly PlainCandidate[]): string[] => slate.map(({ id }) => id);
const grouped = plainCase({ least: 6, most: 11, seats: [2, 6], rules: 4, groups: true, counted: true });

it('proposes the best of all slates under rules that count groups and rules, and proves it', async () => {
  let proven = 0;
  await fc.assert(
    fc.asyncProperty(grouped, async (plain) => {
      const asked = slateCaseOf(plain);
      const best = bestOfAll(plain);
      const { status, slates } = await propose(asked);
      expect(status).toBe(best === undefined ? 'infeasible' : 'optimal');
      const [slate] = slates;
      if (best !== undefined) {
        const levels = slate!.levels?.map(({ value }) => value) ?? [slate!.objective];
        expect(compareObjectives(levels, best.values)).toBe(0);
      }
      if (await checkedProof(asked, slate?.members, { timeLimit: 2000 })) proven += 1;
    }),
    { numRuns: 80 },
  );
  expect(proven).toBeGreaterThan(60);
}, 60_000);

it('a proof is about the same slates at the same values, and a check reports what brute force counts', async () => {
  const slateOf = grouped.chain((plain) =>
    fc.subarray([...plain.candidates], { minLength: 1, maxLength: 6 }).map((slate) => ({ plain, slate })),
  );
  await fc.assert(
    fc.asyncProperty(slateOf, async ({ plain, slate }) => {
      const { ruleSet, candidates } = plain;
      const asked = slateCaseOf(plain);
      const model = plainModel(asked);
      const values = slateValues(model, idsOf(slate));
      expect(values !== undefined).toBe(isCompliant(ruleSet, slate, candidates));
      const points = values?.map((steps, level) => {
        const { numerator, denominator } = model.levels[level]!.unit;
        return (steps * numerator) / denominator;
      });
      if (points !== undefined)
        expect(compareObjectives(points, objectiveOf(ruleSet, slate, candidates))).toBe(0);
      const report = await checkSlate(asked, idsOf(slate));
      for (const rule of ruleSet.rules) {
        const lines = report.rules.filter(({ id }) => id === rule.id);
        const off = lines.reduce((sum, { deviation }) => sum + Math.abs(deviation), 0);
        expect(off).toBeCloseTo(deviationOf(rule, slate, candidates), 9);
      }
    }),
    { numRuns: 300 },
  );
}, 60_000);

it('what a check calls kept or violated stays so whatever the missing facts of the members are', async () => {
  const openSlate = plainCase({
    least: 5,
    most: 8,
    seats: [1, 5],
    rules: 3,
    groups: true,
    counted: true,
    missing: true,
  }).chain((plain) =>
    fc.subarray([...plain.candidates], { minLength: 1, maxLength: 4 }).map((slate) => ({ plain, slate })),
  );
  let held = 0;
  await fc.assert(
    fc.asyncProperty(openSlate, async ({ plain: { candidates, ruleSet }, slate }) => {
      const report = await checkSlate(slateCaseOf({ candidates, ruleSet }), idsOf(slate));
      for (const rule of ruleSet.rules) {
        // Which groups there are, and who is in them, must not depend on what is missing.
        if (factsOfGroups(rule).some((fact) => candidates.some((each) => !(fact in each)))) continue;
        const open = ['gender', 'age', 'unit', 'star'];
        const lines = report.rules.filter(({ id }) => id === rule.id);
        if (lines.some(({ status }) => status === 'unknown')) continue;
        const isBroken = lines.some(({ status }) => status === 'violated');
        for (const at of [0, 0.4, 0.999]) {
          const whole = slate.map((each) => {
            const all = [...completions(each, open)];
            return all[Math.floor(at * all.length)]!;
          });
          const others = candidates.filter(({ id }) => !idsOf(slate).includes(id));
          expect(deviationOf(rule, whole, [...others, ...whole]) > 1e-9).toBe(isBroken);
          held += 1;
        }
      }
    }),
    { numRuns: 200 },
  );
  expect(held).toBeGreaterThan(100);
}, 60_000);

it('a way out under rules that count groups and rules leaves a slate that keeps what it says', async () => {
  let ways = 0;
  await fc.assert(
    fc.asyncProperty(
      plainCase({ least: 5, most: 8, seats: [2, 5], rules: 4, groups: true, counted: true }),
      async (plain) => {
        const { status, conflicts, relaxations } = await diagnose(slateCaseOf(plain), { relaxations: 3 });
        expect(status).toBe(bestOfAll(plain) === undefined ? 'infeasible' : 'feasible');
        expect(conflicts.length > 0).toBe(status === 'infeasible');
        for (const { slate, changes } of relaxations) {
          const changed = new Set(changes.map(({ rule }) => rule));
          const members = plain.candidates.filter(({ id }) => slate.members.includes(id));
          const untouched = plain.ruleSet.rules.filter(
            (rule) => rule.strength === 'hard' && !changed.has(rule.id),
          );
          for (const rule of untouched)
            expect(deviationOf(rule, members, plain.candidates)).toBeCloseTo(0, 9);
          expect(
            slate.report.rules.every((line) => line.strength === 'soft' || line.status !== 'unknown'),
          ).toBe(true);
          ways += 1;
        }
      },
    ),
    { numRuns: 40 },
  );
  expect(ways).toBeGreaterThan(8);
}, 60_000);
