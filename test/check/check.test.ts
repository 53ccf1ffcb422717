import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideCase } from '../../src/optimize/model/decided-case.ts';
import { highsSolver } from '../../src/optimize/highs/solver.ts';
import { copyBounds } from '../../src/optimize/linear-program.ts';
import { assembleModel } from '../../src/optimize/model/slate-model.ts';
import { leavesOf } from '../../src/rules/conditions/deciding.ts';
import type { Condition, CountRule, RequireRule, Rule, ShareRule } from '../../src/rules/rule-set.ts';
import type { RuleReport } from '../../src/check/check-answer.ts';
import { checkSlate } from '../../src/check/check.ts';
import { deviationOf, holds, isCompliant } from '../brute-force.ts';
import { ALL_FACTS, completions, possibleAnswers } from '../missing-facts.ts';
import { NOBODY } from '../optimize/solving.ts';
import { type PlainCandidate, type PlainCase, plainCase, tableOf } from '../random-case.ts';

/** A case and a slate from it. */
const withSlate = (missing: boolean) =>
  plainCase({ least: 6, most: 10, missing, rules: 5 }).chain((plain) =>
    fc.subarray([...plain.candidates], { minLength: 1, maxLength: 6 }).map((slate) => ({ ...plain, slate })),
  );

const idsOf = (slate: readonly PlainCandidate[]): string[] => slate.map(({ id }) => id);

it('reports what brute force counts: status, deviation and cost of every rule', async () => {
  await fc.assert(
    fc.asyncProperty(withSlate(false), async ({ candidates, ruleSet, slate }) => {
      const report = await checkSlate({ facts: tableOf(candidates), ruleSet }, idsOf(slate));
      expect(report.size).toBe(slate.length);
      expect(report.compliant).toBe(isCompliant(ruleSet, slate, candidates));
      const byRule = Map.groupBy(report.rules.slice(1), ({ id }) => id);
      for (const rule of ruleSet.rules) {
        const lines = byRule.get(rule.id) ?? [];
        const off = deviationOf(rule, slate, candidates);
        const sum = lines.reduce((total, { deviation }) => total + Math.abs(deviation), 0);
        const cost = lines.reduce((total, line) => total + line.cost, 0);
        expect(sum).toBeCloseTo(off, 9);
        expect(cost).toBeCloseTo(rule.weight * off, 9);
        expect(lines.some(({ status }) => status === 'violated')).toBe(off > 1e-9);
        expect(lines.some(({ status }) => status === 'unknown')).toBe(false);
      }
    }),
    { numRuns: 400 },
  );
});

/** Everything that each member may add to a line: in the base or not, matching or not. */
type Contribution = 'none' | 'base' | 'match';

function contributions(rule: Rule, member: PlainCandidate, group?: string): readonly Contribution[] {
  if (rule.kind === 'require') return requireContributions(rule, member);
  if (rule.kind === 'share') return shareContributions(rule, member);
  if (rule.kind !== 'count') throw new Error('What is added up is no contribution');
  return countContributions(rule, member, group);
}

function countContributions(
  rule: CountRule,
  member: PlainCandidate,
  group?: string,
): readonly Contribution[] {
  const own = rule.forEach === undefined ? undefined : member[rule.forEach as keyof PlainCandidate];
  const matching = possibleAnswers(rule.where, member).map((answer) => (answer ? 'match' : 'none'));
  if (rule.forEach === undefined || (own !== undefined && own === group)) return matching;
  if (own !== undefined || rule.missing === 'none') return ['none'];
  // In this group, in another one, or in one of their own, which is no way out where no group may have anybody.
  const isElsewhere = group === undefined && rule.max === 0;
  return isElsewhere || !matching.includes('match') ? matching : ['none', 'match'];
}

/** A missing fact has the same value in both conditions. */
function shareContributions(rule: ShareRule, member: PlainCandidate): readonly Contribution[] {
  return together([rule.where, rule.of], member, ([matches, inBase]) => {
    if (!inBase) return 'none';
    return matches ? 'match' : 'base';
  });
}

function requireContributions(rule: RequireRule, member: PlainCandidate): readonly Contribution[] {
  return together([rule.satisfy, rule.where], member, ([satisfied, applies]) =>
    applies && !satisfied ? 'match' : 'none',
  );
}

function together(
  conditions: readonly (Condition | undefined)[],
  member: PlainCandidate,
  said: (answers: readonly boolean[]) => Contribution,
): readonly Contribution[] {
  const facts = conditions.flatMap((each) => (each ? leavesOf(each).map(({ fact }) => fact) : []));
  return [...completions(member, [...new Set(facts)])].map((each) =>
    said(conditions.map((condition) => condition === undefined || holds(condition, each))),
  );
}

const isGrouped = (rule: Rule): boolean => rule.kind === 'count' && rule.forEach !== undefined;

/** Whether a rule looks for a group of somebody who has none that is known. */
const isAside = (rule: Rule, { unit }: PlainCandidate): boolean =>
  rule.kind === 'count' && rule.forEach !== undefined && rule.missing !== 'none' && unit === undefined;

/** Whether a line is kept if members add this. */
function isKept(rule: Rule, added: readonly Contribution[]): boolean {
  const matching = added.filter((each) => each === 'match').length;
  if (rule.kind === 'require') return matching === 0;
  if (rule.kind === 'sum' || rule.kind === 'average') throw new Error('What is added up is not counted');
  if (rule.kind === 'count') return matching >= (rule.min ?? 0) && matching <= (rule.max ?? Infinity);
  const base = added.filter((each) => each !== 'none').length;
  const reaches = ({ numerator, denominator }: { numerator: number; denominator: number }): number =>
    matching * denominator - numerator * base;
  return (!rule.min || reaches(rule.min) >= 0) && (!rule.max || reaches(rule.max) <= 0);
}

/** The status of a line over every combination of what its members may add. */
function statusOver(rule: Rule, possible: readonly (readonly Contribution[])[]): RuleReport['status'] {
  const outcomes = new Set<boolean>();
  const choose = (index: number, added: readonly Contribution[]): void => {
    if (index === possible.length) outcomes.add(isKept(rule, added));
    else for (const each of new Set(possible[index])) choose(index + 1, [...added, each]);
  };
  choose(0, []);
  if (outcomes.size === 2) return 'unknown';
  return outcomes.has(true) ? 'kept' : 'violated';
}

it('is unknown exactly where missing facts leave the outcome open', async () => {
  await fc.assert(
    fc.asyncProperty(withSlate(true), async ({ candidates, ruleSet, slate }) => {
      const report = await checkSlate({ facts: tableOf(candidates), ruleSet }, idsOf(slate));
      for (const line of report.rules.slice(1)) {
        const rule = ruleSet.rules.find(({ id }) => id === line.id)!;
        const possible = slate.map((member) => contributions(rule, member, line.group));
        expect(line.status, `${line.id}: ${line.message.en}`).toBe(statusOver(rule, possible));
        const undecided = slate.filter((_, index) => new Set(possible[index]).size > 1);
        expect(line.undecided ?? []).toEqual(idsOf(undecided));
      }
    }),
    { numRuns: 400 },
  );
});

it('what is called kept or violated stays so whatever the missing facts turn out to be', async () => {
  let held = 0;
  await fc.assert(
    fc.asyncProperty(withSlate(true), async ({ candidates, ruleSet, slate }) => {
      const report = await checkSlate({ facts: tableOf(candidates), ruleSet }, idsOf(slate));
      for (const rule of ruleSet.rules.filter(
        (each) => each.kind !== 'count' || each.forEach === undefined,
      )) {
        const { status } = report.rules.find(({ id }) => id === rule.id)!;
        if (status === 'unknown') continue;
        // The first, the middle and the last way to fill in everything.
        for (const at of [0, 0.5, 0.999]) {
          const complete = slate.map((each) => {
            const all = [...completions(each, ALL_FACTS)];
            return all[Math.floor(at * all.length)]!;
          });
          expect(deviationOf(rule, complete, complete) > 1e-9).toBe(status === 'violated');
          held += 1;
        }
      }
    }),
    { numRuns: 100 },
  );
  expect(held).toBeGreaterThan(100);
});

it('what it rejects is infeasible in the model, what it passes is feasible at the same price', async () => {
  const verdicts = { passed: 0, rejected: 0 };
  const solver = await highsSolver();
  await fc.assert(
    fc.asyncProperty(withSlate(true), async ({ candidates, ruleSet, slate: members }) => {
      const facts = tableOf(candidates);
      const decided = await decideCase(ruleSet, facts);
      const slate = members.filter(({ id }) => !decided.setAside.has(facts.ids.indexOf(id)));
      fc.pre(slate.length > 0);
      const report = await checkSlate({ facts, ruleSet }, idsOf(slate));
      const model = await assembleModel(decided, { decisions: NOBODY, spare: 8, flexibleSeats: 8 });
      const bounds = copyBounds(model.program);
      model.candidates.forEach((row, column) => {
        const on = idsOf(slate).includes(facts.ids[row]!);
        bounds.columnLower[column] = bounds.columnUpper[column] = on ? 1 : 0;
      });
      const session = solver.open(model.program);
      const outcome = session.solve({ timeLimit: 600_000 }, bounds);
      session.close();
      expect(outcome.status).toBe(report.compliant ? 'optimal' : 'infeasible');
      verdicts[report.compliant ? 'passed' : 'rejected'] += 1;
      if (outcome.status !== 'optimal') return;
      const level = ruleSet.objective.findIndex(({ softRules }) => softRules);
      const { points, scale } = decided.objective.levels[level]!;
      const merit = slate.reduce((sum, { id }) => sum + points[facts.ids.indexOf(id)]!, 0);
      const price = report.rules.reduce((sum, { cost }) => sum + cost, 0);
      expect((merit - outcome.values[level]!) / scale).toBeCloseTo(price, 6);
    }),
    { numRuns: 300 },
  );
  expect(Math.min(verdicts.passed, verdicts.rejected)).toBeGreaterThan(10);
});

/** Was found by chance: no whole age lies between, so nobody matches, whatever their age. */
const agesBetween46And47: PlainCase = {
  candidates: [{ id: 'c0', gender: 'male', unit: 'A', merit: 0, star: false }],
  ruleSet: {
    id: 'random',
    title: { vi: 'random', en: 'random' },
    referenceDate: '2020-06-05',
    retirementAge: { female: 55, male: 60 },
    facts: {},
    sha256: '',
    size: { min: 1, max: 1 },
    objective: [{ title: { vi: 'level', en: 'level' }, terms: [], softRules: true }],
    rules: [
      {
        id: 'rule-0',
        title: { vi: 'rule-0', en: 'rule-0' },
        kind: 'count',
        where: {
          all: [
            { fact: 'age', operator: 'greaterThan', value: 46 },
            { fact: 'age', operator: 'lessThan', value: 47 },
          ],
        },
        min: 0,
        strength: 'hard',
        weight: 0,
        relaxCost: 1,
        per: 'member',
        origin: { file: 'random.yaml', line: 1, column: 1 },
      },
    ],
  },
};

it('sets aside exactly those whose missing facts may change what a rule or the objective says', async () => {
  await fc.assert(
    fc.asyncProperty(plainCase({ most: 10, missing: true }), async ({ candidates, ruleSet }) => {
      const decided = await decideCase(ruleSet, tableOf(candidates));
      candidates.forEach((candidate, row) => {
        const byRules = ruleSet.rules
          .filter((rule) => {
            if (isAside(rule, candidate)) return contributions(rule, candidate, 'A').includes('match');
            const group = isGrouped(rule) ? candidate.unit : undefined;
            return new Set(contributions(rule, candidate, group)).size > 1;
          })
          .map(({ id }) => id);
        const unvalued = ruleSet.objective.some(({ terms }) =>
          terms.some(
            ({ fact, where }) =>
              (fact === 'merit' && candidate.merit === undefined) ||
              possibleAnswers(where, candidate).length > 1,
          ),
        );
        const reasons = decided.setAside.get(row) ?? [];
        expect(reasons.map(({ rule }) => rule)).toEqual([...byRules, ...(unvalued ? [undefined] : [])]);
        for (const { facts } of reasons) {
          expect(facts.length).toBeGreaterThan(0);
          for (const fact of facts) expect(candidate[fact as keyof PlainCandidate]).toBeUndefined();
        }
      });
    }),
    { numRuns: 300, examples: [[agesBetween46And47]] },
  );
});
