import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { diagnose } from '../../src/explain/diagnose.ts';
import { costOfRule } from '../../src/explain/quota-cost.ts';
import { replaceMember } from '../../src/explain/replace.ts';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import { robustness } from '../../src/scenarios/robustness.ts';
import { repairSlate } from '../../src/slate/repair.ts';
import type { Decisions } from '../../src/pool/decisions.ts';
import {
  allPlans,
  anyPlacement,
  decisionsOn,
  holdersOf,
  idOf,
  isDecided,
  opened,
  priceOf,
  valueOfPlan,
} from './plain-placement.ts';
import { type PlainPlacement, type Plan, stays } from './plain-rules.ts';
import { has } from './plain-titles.ts';

// Brute force over hundreds of placements takes seconds, and more on a busy machine.
afterAll(closeSolverThreads);

interface Drawn {
  readonly plain: PlainPlacement;
  readonly decisions: Decisions;
  readonly nth: number;
}

const drawn: fc.Arbitrary<Drawn> = anyPlacement().chain((plain) =>
  fc.record({ plain: fc.constant(plain), decisions: decisionsOn(plain), nth: fc.nat() }),
);

const ids = (plan: Plan): readonly string[] => plan.map(idOf).toSorted();

/** All plans that keep the hard rules and the decisions. */
function possiblePlans({ plain, decisions }: Drawn): readonly Plan[] {
  return [...allPlans(plain)].filter(
    (plan) => isDecided(plan, decisions) && priceOf(plain, plan) !== undefined,
  );
}

function changesBetween(before: readonly string[], after: readonly string[]): number {
  const leave = before.filter((id) => !after.includes(id)).length;
  const join = after.filter((id) => !before.includes(id)).length;
  return Math.max(leave, join);
}

it('repairs a plan with the fewest changes, and the best of these', async () => {
  let repaired = 0;
  await fc.assert(
    fc.asyncProperty(drawn, async (each) => {
      const plans = [...allPlans(each.plain)];
      const before = ids(plans[each.nth % plans.length]!);
      const possible = possiblePlans(each);
      const fewest = Math.min(...possible.map((plan) => changesBetween(before, ids(plan))));
      const nearest = possible.filter((plan) => changesBetween(before, ids(plan)) === fewest);
      const { status, repairs } = await repairSlate(await opened(each.plain, each.decisions), before);
      if (possible.length === 0) expect(status).toBe('infeasible');
      else if (fewest === 0) expect(status).toBe('compliant');
      else {
        expect(repairs[0]!.changes).toBe(fewest);
        const best = Math.max(...nearest.map((plan) => valueOfPlan(each.plain, plan)));
        expect(repairs[0]!.slate.objective).toBeCloseTo(best, 6);
        repaired += 1;
      }
    }),
    { numRuns: 100 },
  );
  expect(repaired).toBeGreaterThan(8);
});

/** How many posts a plan fills. */
const postsOf = (plan: Plan): number => plan.reduce((sum, { way }) => sum + way.length, 0);

it('replaces who withdraws by the best that fills their posts', async () => {
  let replaced = 0;
  const withChanges = fc.tuple(drawn, fc.nat(1));
  await fc.assert(
    fc.asyncProperty(withChanges, async ([each, changes]) => {
      const plans = [...allPlans(each.plain)].filter((plan) => plan.length > 0);
      const before = plans[each.nth % plans.length]!;
      const gone = before[0]!;
      // Who withdraws can no longer be pinned.
      const pin = each.decisions.pin.filter(
        (id) => id !== gone.candidate.id && !id.startsWith(`${gone.candidate.id}@`),
      );
      const decisions = { ...each.decisions, pin };
      const staying = ids(before.slice(1));
      const fits = (plan: Plan): boolean =>
        plan.every(({ candidate }) => candidate !== gone.candidate) &&
        staying.filter((id) => !ids(plan).includes(id)).length <= changes &&
        ids(plan).filter((id) => !staying.includes(id)).length <= changes + gone.way.length &&
        postsOf(plan) === postsOf(before) &&
        gone.way.every(({ title, at }) => holdersOf(plan, title, at) >= holdersOf(before, title, at));
      const possible = possiblePlans({ ...each, decisions }).filter(fits);
      const asked = await opened(each.plain, each.decisions);
      const { status, replacements } = await replaceMember(asked, ids(before), idOf(gone), {
        furtherChanges: changes,
        alternatives: 1,
      });
      expect(status).toBe(possible.length === 0 ? 'infeasible' : 'optimal');
      if (possible.length === 0) return;
      const best = Math.max(...possible.map((plan) => valueOfPlan(each.plain, plan)));
      expect(replacements[0]!.slate.objective).toBeCloseTo(best, 6);
      replaced += 1;
    }),
    { numRuns: 150 },
  );
  expect(replaced).toBeGreaterThan(3);
});

it('knows which losses of one appointment a single swap mends, and never with the one who is lost', async () => {
  const standings = new Set<string>();
  await fc.assert(
    fc.asyncProperty(drawn, async (each) => {
      const plans = [...allPlans(each.plain)].filter((plan) => plan.length > 0);
      const before = plans[each.nth % plans.length]!;
      const asked = await opened(each.plain, each.decisions);
      const { losses } = await robustness(asked, ids(before), { out: 1 });
      for (const { out, standing, mend } of losses) {
        const gone = before.find((one) => idOf(one) === out[0])!;
        const pin = each.decisions.pin.filter((id) => id !== gone.candidate.id && id !== out[0]);
        const possible = possiblePlans({ ...each, decisions: { ...each.decisions, pin } });
        const staying = ids(before).filter((id) => id !== out[0]);
        const excluded = new Set(each.decisions.exclude);
        const reach = possible.filter((plan) => {
          const comes = plan.filter((one) => !staying.includes(idOf(one)));
          return (
            comes.length <= 1 &&
            staying.filter((id) => !ids(plan).includes(id)).length <= 1 &&
            comes.every((one) => one.candidate !== gone.candidate) &&
            comes.every((one) => !excluded.has(idOf(one)) && !excluded.has(one.candidate.id))
          );
        });
        const stands = reach.some((plan) => String(ids(plan)) === String(staying));
        expect(standing).toBe(stands ? 'compliant' : reach.length > 0 ? 'mendable' : 'broken');
        if (mend?.comes !== undefined) expect(mend.comes.split('@')[0]).not.toBe(gone.candidate.id);
        standings.add(standing);
      }
    }),
    { numRuns: 150 },
  );
  expect(standings.size).toBe(3);
});

/** The same placement with its goals: of its hard rules only those that seats are filled stand. */
function withGoalsAlone(plain: PlainPlacement): PlainPlacement {
  const rules = plain.rules.filter(({ rule }) => rule.strength === 'soft');
  const ruleSet = { ...plain.ruleSet, rules: rules.map(({ rule }) => rule) };
  return { ...plain, rules, ruleSet };
}

it('finds the cheapest way out, seat by seat', async () => {
  let relaxed = 0;
  await fc.assert(
    fc.asyncProperty(drawn, async (given) => {
      const each = { ...given, plain: withGoalsAlone(given.plain) };
      const { plain, decisions } = each;
      fc.pre(possiblePlans(each).length === 0);
      const asked = await opened(plain, decisions);
      const vacant = (plan: Plan): number =>
        plain.vacancy !== 'never'
          ? 0
          : plain.shape.titles.reduce(
              (sum, title) =>
                plain.units
                  .filter((unit) => has(unit, title))
                  .reduce(
                    (all, { name }) => all + Math.max(0, title.min - holdersOf(plan, title, name)),
                    sum,
                  ),
              0,
            );
      const dropped = (plan: Plan): number => {
        const { pin, exclude, together, apart } = decisions;
        const only = (part: Partial<Decisions>): boolean =>
          isDecided(plan, { pin: [], exclude: [], together: [], apart: [], ...part });
        return [
          ...pin.map((id) => only({ pin: [id] })),
          ...exclude.map((id) => only({ exclude: [id] })),
          ...together.map((group) => only({ together: [group] })),
          ...apart.map((group) => only({ apart: [group] })),
        ].filter((kept) => !kept).length;
      };
      const least = Math.min(...[...allPlans(plain)].map((plan) => vacant(plan) + dropped(plan)));
      const { relaxations } = await diagnose(asked, { sizeCost: 'never', relaxations: 1 });
      expect(relaxations[0]?.cost).toBe(least);
      relaxed += 1;
    }),
    { numRuns: 60, maxSkipsPerRun: 1000 },
  );
  expect(relaxed).toBeGreaterThan(10);
});

/** What each rule with a greatest number counts, written by hand. */
const COUNTS: Readonly<Record<string, (plan: Plan, plain: PlainPlacement) => number>> = {
  headcount: (plan) => plan.length,
  stayers: (plan, plain) => plan.filter((one) => stays(plain, one)).length,
  'women-units': (plan) =>
    new Set(plan.filter(({ candidate }) => candidate.gender === 'female').map(({ unit }) => unit)).size,
  'women-in-wards': (plan) =>
    plan.filter(({ candidate, unit }) => candidate.gender === 'female' && unit.kind === 'ward').length,
};

/** The same placement with another greatest number of one rule. */
function withMost(plain: PlainPlacement, id: string, most: number): PlainPlacement {
  const rules = plain.rules.map((each) =>
    each.rule.id === id
      ? { ...each, off: (plan: Plan) => Math.max(0, COUNTS[id]!(plan, plain) - most) }
      : each,
  );
  return { ...plain, rules };
}

it('knows what the bound of a rule costs a plan, at every number that it could be', async () => {
  let steps = 0;
  await fc.assert(
    fc.asyncProperty(drawn, async (each) => {
      const counted = each.plain.rules.map(({ rule }) => rule.id).filter((id) => id in COUNTS);
      const id = counted[each.nth % Math.max(1, counted.length)];
      fc.pre(id !== undefined);
      const { curves } = await costOfRule(await opened(each.plain, each.decisions), id);
      for (const { value, status, objective } of curves.flatMap((curve) => curve.steps)) {
        const plain = withMost(each.plain, id, value);
        const values = possiblePlans({ ...each, plain }).map((plan) => valueOfPlan(plain, plan));
        expect(status).toBe(values.length === 0 ? 'infeasible' : 'optimal');
        if (values.length > 0) expect(objective).toBeCloseTo(Math.max(...values), 6);
        steps += 1;
      }
    }),
    { numRuns: 60 },
  );
  expect(steps).toBeGreaterThan(100);
});
