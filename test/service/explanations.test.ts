import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import {
  diagnosisSchema,
  quotaCostSchema,
  replacementSchema,
  whyAnswerSchema,
} from '../../src/explain/answers.ts';
import { repairSchema } from '../../src/slate/repair-answer.ts';
import { problemOf, running, SMALL } from './running.ts';

let service: Awaited<ReturnType<typeof running>>;
beforeAll(async () => {
  service = await running();
});
afterAll(() => service.close());

async function answered<Answer extends z.ZodType>(
  path: string,
  body: object,
  schema: Answer,
): Promise<z.output<Answer>> {
  const response = await service.ask('POST', `/api/v1/${path}`, { ...SMALL, ...body });
  expect(response.status).toBe(200);
  return schema.parse(await response.json());
}

test('diagnoses what contradicts itself, and what would help', async () => {
  const decisions = { pin: ['A', 'C'] };
  const { status, conflicts, conflictsFound, relaxations } = await answered(
    'diagnose',
    { decisions },
    diagnosisSchema,
  );
  expect(status).toBe('infeasible');
  expect(conflicts.map(({ rules }) => rules)).toEqual([['women', 'pin:A', 'pin:C']]);
  expect(conflictsFound).toEqual({ complete: true, allUpTo: null, stopped: false });
  const ways = relaxations.map(({ changes }) => changes.map(({ rule }) => rule).join('+'));
  expect(ways.toSorted()).toEqual(['pin:A', 'pin:C', 'women']);
  const { relaxations: dearer } = await answered(
    'diagnose',
    { decisions, decisionCost: 'never', relaxations: 5 },
    diagnosisSchema,
  );
  expect(dearer.map(({ changes }) => changes.map(({ rule }) => rule))).toEqual([['women']]);
});

test('says why, what a bound costs, who replaces and what mends', async () => {
  const why = await answered('why', { candidate: 'D' }, whyAnswerSchema);
  expect(why).toMatchObject({ candidate: 'D', status: 'off', other: { loss: 0 } });
  const cost = await answered('cost', { rule: 'women' }, quotaCostSchema);
  expect(cost.curves[0]!.steps.map(({ value, objective }) => [value, objective])).toEqual([
    [0, 0],
    [1, 1],
    [2, 2],
  ]);
  const replaced = await answered('replace', { slate: ['A', 'B'], candidate: 'A' }, replacementSchema);
  expect(replaced.replacements.map(({ enter }) => enter)).toEqual([['C']]);
  const repaired = await answered('repair', { slate: ['A', 'C'], keep: ['C'] }, repairSchema);
  expect(repaired.repairs[0]).toMatchObject({ changes: 1, remove: ['A'] });
});

test('refuses what does not fit, with the field', async () => {
  const refused = async (path: string, body: object) =>
    service.ask('POST', `/api/v1/${path}`, { ...SMALL, ...body });
  const unknown = await refused('why', { candidate: 'Z' });
  expect(unknown.status).toBe(422);
  expect((await problemOf(unknown)).errors).toMatchObject([
    { code: 'explain.no-candidate', pointer: '/candidate' },
  ]);
  const pointers = async (path: string, body: object) =>
    (await problemOf(await refused(path, body))).errors?.map(({ pointer }) => pointer);
  expect(await pointers('cost', { rule: 'womn' })).toEqual(['/rule']);
  expect(await pointers('replace', { slate: ['A', 'B'], candidate: 'C' })).toEqual(['/candidate']);
  expect(await pointers('repair', { slate: ['A', 'C'], keep: ['C', 'B', 'Z'] })).toEqual([
    '/keep/1',
    '/keep/2',
  ]);
  expect((await refused('cost', {})).status).toBe(400);
  expect((await refused('repair', { slate: ['A', 'Z'] })).status).toBe(422);
  expect((await refused('diagnose', { conflicts: -1 })).status).toBe(400);
});
