import fc from 'fast-check';
import { expect } from 'vitest';
import { diagnose } from '../../src/explain/diagnose.ts';
import { plainModel } from '../../src/proofs/plain-model.ts';
import { slateValues } from '../../src/proofs/slate-values.ts';
import { leavesOf } from '../../src/rules/conditions/deciding.ts';
import { factsTogether } from '../../src/rules/groups/grouping.ts';
import type { Rule, RuleSet } from '../../src/rules/rule-set.ts';
import { checkSlate } from '../../src/check/check.ts';
import { propose } from '../../src/slate/propose.ts';
import { checkedProof } from '../../src/slate/proofs/proving.ts';
import { compareObjectives, deviationOf, isCompliant, objectiveOf } from '../brute-force.ts';
import { completions } from '../missing-facts.ts';
import type { PlainCandidate, PlainCase } from '../random-case.ts';
import { slateCaseOf } from '../slate-case.ts';
import { bestOfAll } from '../subsets.ts';

/** What must hold of every construct of the rule language, whatever it is, on random cases that have it. */

const idsOf = (slate: readonly PlainCandidate[]): string[] => slate.map(({ id }) => id);

/** A case with some of its candidates. */
function withSlate(cases: fc.Arbitrary<PlainCase>, most: number) {
  return cases.chain((plain) => {
    const maxLength = Math.min(most, plain.candidates.length);
    return fc.subarray([...plain.candidates], { minLength: 1, maxLength }).map((slate) => ({ plain, slate }));
  });
}

/** The best of all slates is proposed. @returns how many answers had a proof. */
export async function proposesBest(cases: fc.Arbitrary<PlainCase>, numRuns: number): Promise<number> {
  let proven = 0;
  await fc.assert(
    fc.asyncProperty(cases, async (plain) => {
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
    { numRuns },
  );
  return proven;
}

/** A proof is about the same slates at the same values as brute force, and a check reports what it counts. @returns how many kept all rules. */
export async function readsAlike(cases: fc.Arbitrary<PlainCase>, numRuns: number): Promise<number> {
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(withSlate(cases, 6), async ({ plain, slate }) => {
      const { ruleSet, candidates } = plain;
      const asked = slateCaseOf(plain);
      const model = plainModel(asked);
      const values = slateValues(model, idsOf(slate));
      expect(values !== undefined).toBe(isCompliant(ruleSet, slate, candidates));
      if (values !== undefined) kept += 1;
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
    { numRuns },
  );
  return kept;
}

/** The facts that make the groups of a rule, and those by which its groups are chosen. */
function factsOfGroups(rule: Rule): readonly string[] {
  if (rule.kind === 'require') return [];
  const inside = rule.kind === 'count' ? (rule.parts ?? []) : [];
  const own = rule.forEach === undefined ? [] : factsTogether(rule.forEach);
  const choosing = rule.groups !== undefined && 'where' in rule.groups ? leavesOf(rule.groups.where) : [];
  return [...own, ...choosing.map(({ fact }) => fact), ...inside.flatMap(factsOfGroups)];
}

/** What a check calls kept or violated stays so whatever the missing facts are. @returns how often it was tried. */
export async function knowsWhatIsOpen(cases: fc.Arbitrary<PlainCase>, numRuns: number): Promise<number> {
  let held = 0;
  await fc.assert(
    fc.asyncProperty(withSlate(cases, 4), async ({ plain: { candidates, ruleSet }, slate }) => {
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
    { numRuns },
  );
  return held;
}

/** A way out leaves a slate that keeps what it does not change. @returns how many there were. */
export async function findsWaysOut(cases: fc.Arbitrary<PlainCase>, numRuns: number): Promise<number> {
  let ways = 0;
  await fc.assert(
    fc.asyncProperty(cases, async (plain) => {
      const { status, conflicts, relaxations } = await diagnose(slateCaseOf(plain), { relaxations: 3 });
      expect(status).toBe(bestOfAll(plain) === undefined ? 'infeasible' : 'feasible');
      expect(conflicts.length > 0).toBe(status === 'infeasible');
      for (const { slate, changes } of relaxations) {
        const changed = new Set(changes.map(({ rule }) => rule));
        const members = plain.candidates.filter(({ id }) => slate.members.includes(id));
        const untouched = plain.ruleSet.rules.filter(
          (rule) => rule.strength === 'hard' && !changed.has(rule.id),
        );
        for (const rule of untouched) expect(deviationOf(rule, members, plain.candidates)).toBeCloseTo(0, 9);
        const hard = slate.report.rules.filter(({ strength }) => strength === 'hard');
        expect(hard.every(({ status: line }) => line !== 'unknown')).toBe(true);
        ways += 1;
      }
      const cheapest = await cheapestByForce(plain);
      if (status === 'infeasible' && cheapest !== undefined)
        expect(relaxations[0]?.cost).toBeCloseTo(cheapest, 6);
    }),
    { numRuns },
  );
  return ways;
}

/** Whether what each rule is off by is what moving its bound costs: "exactly" of groups moves all together. */
function isPricedByLines({ rules }: RuleSet): boolean {
  return rules.every(
    (rule) =>
      rule.strength === 'soft' ||
      rule.kind === 'require' ||
      (rule.kind === 'count' && (rule.forEach === undefined || rule.min !== rule.max)),
  );
}

/** What the cheapest of all ways out costs, by looking at every set of candidates; every member costs 1. */
async function cheapestByForce(plain: PlainCase): Promise<number | undefined> {
  const { candidates, ruleSet } = plain;
  if (!isPricedByLines(ruleSet)) return undefined;
  const asked = slateCaseOf(plain);
  let cheapest = Infinity;
  for (let pattern = 1; pattern < 2 ** candidates.length; pattern += 1) {
    const slate = candidates.filter((_, index) => pattern & (1 << index));
    const { rules } = await checkSlate(asked, idsOf(slate));
    const hard = rules.filter(({ strength }) => strength === 'hard');
    const costs = [...Map.groupBy(hard, ({ id }) => id).values()].map((lines) => {
      const off = lines.map(({ deviation }) => deviation);
      return Math.max(0, ...off) - Math.min(0, ...off);
    });
    cheapest = Math.min(
      cheapest,
      costs.reduce((sum, cost) => sum + cost, 0),
    );
  }
  return cheapest;
}
