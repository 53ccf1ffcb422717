import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { referencePlacement } from '../../fixtures/generate.ts';
import { diagnose } from '../../src/explain/diagnose.ts';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import { openPlacement } from '../../src/placements/placement.ts';
import { readUnitsFile } from '../../src/placements/read-units.ts';
import { readPoolFile } from '../../src/pool/reading/read-csv.ts';
import { loadRuleSet } from '../../src/rules/load.ts';
import type { CountRule, Rule, RuleSet } from '../../src/rules/rule-set.ts';
import { loadScenarios } from '../../src/scenarios/load.ts';
import { applyScenario } from '../../src/scenarios/scenario.ts';
import { propose } from '../../src/slate/propose.ts';
import { valueOf } from '../../src/words/problem.ts';

afterAll(closeSolverThreads);

async function open(change: (ruleSet: RuleSet) => RuleSet = (ruleSet) => ruleSet) {
  const pool = valueOf(await readPoolFile('fixtures/hai-duong-wards/pool.csv'));
  const units = valueOf(await readUnitsFile('fixtures/hai-duong-wards/units.csv'));
  const ruleSet = valueOf(await loadRuleSet('ward-leadership-2020'));
  return valueOf(await openPlacement(pool, units, change(ruleSet)));
}

it('is the fixture that the generator makes', () => {
  const { units, candidates } = referencePlacement();
  expect(readFileSync('fixtures/hai-duong-wards/units.csv', 'utf8')).toBe(units);
  expect(readFileSync('fixtures/hai-duong-wards/pool.csv', 'utf8')).toBe(candidates);
});

it('staffs 25 units with a proven best plan that keeps the rules of the domain', async () => {
  const { status, slates } = await propose(await open());
  expect(status).toBe('optimal');
  const plan = slates[0]!.appointments!;
  const byUnit = Map.groupBy(plan, ({ unit }) => unit);
  expect(byUnit.size).toBe(25);
  expect(plan.flatMap(({ posts }) => posts)).toHaveLength(75);
  expect(new Set(plan.map(({ candidate }) => candidate)).size).toBe(plan.length);
  const combined = plan.filter(({ posts }) => posts.length > 1);
  expect(combined.length / 25).toBeGreaterThanOrEqual(0.2);
  const homes = new Map(
    readFileSync('fixtures/hai-duong-wards/pool.csv', 'utf8')
      .split('\n')
      .map((line) => line.match(/("[^"]*"|[^,]*)(,|$)/g) ?? [])
      .map((cells) => [cells[0]?.replace(',', ''), cells[8]?.replace(',', '')] as const),
  );
  const localsOnly = [...byUnit].filter(([unit, mine]) =>
    mine.every(({ candidate }) => homes.get(candidate) === unit),
  );
  expect(localsOnly).toEqual([]);
  expect(plan.filter(({ rotation }) => rotation === 'city-to-ward').length).toBeGreaterThanOrEqual(10);
});

it('has the rotations of the last term as a scenario', async () => {
  const ruleSet = valueOf(await loadRuleSet('ward-leadership-2020'));
  const [scenario] = valueOf(await loadScenarios('rules/ward-leadership-2020.yaml', ruleSet));
  const { status, slates } = await propose(await open((rules) => applyScenario(rules, scenario!).ruleSet));
  expect(status).toBe('optimal');
  const plan = slates[0]!.appointments!;
  expect(plan.filter(({ rotation }) => rotation === 'city-to-ward')).toHaveLength(17);
  const sideways = plan.filter(
    ({ rotation, posts }) => rotation === 'ward-to-ward' && posts[0]!.title === 'secretary',
  );
  expect(sideways).toHaveLength(4);
});

it('offers alternatives that differ in as many appointments as asked for', async () => {
  const { slates } = await propose(await open(), { alternatives: 2, differ: 5 });
  const [one, other] = slates.map(({ members }) => new Set(members));
  expect([...one!].filter((id) => !other!.has(id)).length).toBeGreaterThanOrEqual(5);
});

describe('where no plan exists', () => {
  /** Every title must be filled, and the bounds of a scenario hold. */
  const unfillable = (bounds: Readonly<Record<string, Partial<CountRule>>>) => (ruleSet: RuleSet) => ({
    ...ruleSet,
    titles: ruleSet.titles!.map((title) => ({ ...title, vacancy: 'never' as const })),
    rules: ruleSet.rules.map((rule): Rule => ({ ...rule, ...bounds[rule.id] }) as Rule),
  });

  it('says in words which rules of the full placement contradict each other', async () => {
    const change = unfillable({ 'city-to-ward': { min: 55 }, 'secretaries-sideways': { min: 25 } });
    const { conflicts, relaxations } = await diagnose(await open(change));
    expect(conflicts.map(({ message }) => message.en)).toEqual([
      '“Rotated from the city into ward leadership” (at least 55) and “Secretaries who move from ward to ward” (at least 25) cannot both hold, since 90 eligible candidates count for “Rotated from the city into ward leadership”, and at most 50 can be chosen where 55 are needed',
    ]);
    expect(relaxations.map(({ cost }) => cost)).toEqual([10, 10]);
  });
});
