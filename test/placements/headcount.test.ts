import { readFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { HEADCOUNT, wardHeadcount } from '../../fixtures/generate.ts';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import { openPlacement } from '../../src/placements/placement.ts';
import { readUnitsFile } from '../../src/placements/read-units.ts';
import { readPoolFile } from '../../src/pool/reading/read-csv.ts';
import { loadRuleSet } from '../../src/rules/load.ts';
import { checkSlate } from '../../src/check/check.ts';
import { propose } from '../../src/slate/propose.ts';
import { valueOf } from '../../src/words/problem.ts';

afterAll(closeSolverThreads);

async function open(also: readonly string[] = []) {
  const pool = valueOf(await readPoolFile(`fixtures/${HEADCOUNT.candidates}`));
  const units = valueOf(await readUnitsFile(`fixtures/${HEADCOUNT.units}`));
  const ruleSet = valueOf(await loadRuleSet('ward-headcount-2020'));
  return valueOf(await openPlacement(pool, units, ruleSet, { also }));
}

/** The units as they stand: name, class, and who holds its established and its part-time posts. */
const standing = wardHeadcount()
  .units.split('\n')
  .slice(1, -1)
  .map((line) => {
    const [name, , unitClass, established, partTime] = line.replaceAll('"', '').split(',');
    return {
      name: name!,
      class: Number(unitClass),
      established: established!.split(';'),
      partTime: partTime!.split(';'),
    };
  });

/** How many part-time posts a unit of each class keeps at most. */
const TARGETS = [8, 7, 6] as const;

it('is the fixture that the generator makes', () => {
  const { units, candidates } = wardHeadcount();
  expect(readFileSync(`fixtures/${HEADCOUNT.units}`, 'utf8')).toBe(units);
  expect(readFileSync(`fixtures/${HEADCOUNT.candidates}`, 'utf8')).toBe(candidates);
});

it('shows how far each unit is above its target now', async () => {
  const now = standing.flatMap(({ name, established, partTime }) => [
    ...established.map((id) => `${id}@${name}/established`),
    ...partTime.map((id) => `${id}@${name}/part-time`),
  ]);
  const { compliant, rules } = await checkSlate(await open(now), now);
  expect(compliant).toBe(false);
  const lineOf = (id: string, group?: string) => rules.find((line) => line.id === id && line.group === group);
  expect(lineOf('part-time-posts')).toMatchObject({ actual: 250, max: 159, deviation: 91 });
  expect(lineOf('established-posts')).toMatchObject({ actual: 100, max: 92, deviation: 8 });
  for (const unit of standing) {
    const target = TARGETS[unit.class - 1]!;
    expect(lineOf(`part-time-class-${unit.class}`, unit.name)).toMatchObject({
      actual: 10,
      max: target,
      deviation: 10 - target,
    });
  }
});

it('keeps the best within every target, and moves nobody', async () => {
  const { status, slates } = await propose(await open());
  expect(status).toBe('optimal');
  expect(slates[0]!.objective).toBeCloseTo(7987.666667, 6);
  const plan = slates[0]!.appointments!;
  expect(plan.every(({ stays }) => stays)).toBe(true);
  const staying = (unit: string, title: string) =>
    plan.filter((each) => each.unit === unit && each.posts[0]!.title === title).length;
  for (const unit of standing) {
    expect(staying(unit.name, 'part-time')).toBeLessThanOrEqual(TARGETS[unit.class - 1]!);
    expect(staying(unit.name, 'established')).toBeGreaterThanOrEqual(3);
  }
  expect(plan.filter(({ posts }) => posts[0]!.title === 'part-time')).toHaveLength(159);
});
