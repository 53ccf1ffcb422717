import { readFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { CITY_AND_WARDS, cityAndWards } from '../../fixtures/generate.ts';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import { openPlacement } from '../../src/placements/placement.ts';
import { readUnitsFile } from '../../src/placements/read-units.ts';
import { readPoolFile } from '../../src/pool/reading/read-csv.ts';
import { cellOf } from '../../src/rules/facts/fact-table.ts';
import { loadRuleSet } from '../../src/rules/load.ts';
import { propose } from '../../src/slate/propose.ts';
import { valueOf } from '../../src/words/problem.ts';

afterAll(closeSolverThreads);

const COMMITTEE = 'Thành ủy Hải Dương';

it('is the fixture that the generator makes', () => {
  const { units, candidates } = cityAndWards();
  expect(readFileSync(`fixtures/${CITY_AND_WARDS.units}`, 'utf8')).toBe(units);
  expect(readFileSync(`fixtures/${CITY_AND_WARDS.candidates}`, 'utf8')).toBe(candidates);
});

it('staffs the city slate and the wards together, proven to be the best', async () => {
  const pool = valueOf(await readPoolFile(`fixtures/${CITY_AND_WARDS.candidates}`));
  const units = valueOf(await readUnitsFile(`fixtures/${CITY_AND_WARDS.units}`));
  const ruleSet = valueOf(await loadRuleSet('city-and-wards-2020'));
  const { status, slates } = await propose(valueOf(await openPlacement(pool, units, ruleSet)));
  expect(status).toBe('optimal');
  const [best] = slates;
  expect(best!.objective).toBeCloseTo(4492.116667, 6);
  const plan = best!.appointments!;
  expect(new Set(plan.map(({ candidate }) => candidate)).size).toBe(plan.length);
  const onCommittee = plan.filter(({ posts }) => posts.some(({ unit }) => unit === COMMITTEE));
  expect(onCommittee.length).toBeGreaterThanOrEqual(45);
  expect(onCommittee.length).toBeLessThanOrEqual(47);
  const inWards = plan.filter(({ posts }) => posts.some(({ unit }) => unit !== COMMITTEE));
  expect(inWards.flatMap(({ posts }) => posts.filter(({ unit }) => unit !== COMMITTEE))).toHaveLength(75);
  const wardSecretaries = onCommittee.filter(({ posts }) => posts.some(({ title }) => title === 'secretary'));
  expect(wardSecretaries.length).toBeGreaterThanOrEqual(6);
  const genderOf = (id: string) => cellOf(pool.fact('gender')!, pool.ids.indexOf(id));
  expect(onCommittee.filter(({ candidate }) => genderOf(candidate) === 'female')).toHaveLength(11);
});
