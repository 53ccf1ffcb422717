import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trainingSchema } from '../../src/placements/training.ts';
import { proposalSchema } from '../../src/slate/propose-answer.ts';
import {
  ruleSetAnswerSchema,
  ruleSetListSchema,
  unitsAnswerSchema,
  unitsValidationSchema,
} from '../../src/service/answers/answers.ts';
import { poolListSchema } from '../../src/service/answers/pool-answers.ts';
import { checkAnswerSchema } from '../../src/check/check-answer.ts';
import type { RunningService } from '../../src/service/server.ts';
import { problemOf, running } from './running.ts';

const QUESTION = {
  pool: { csv: 'id,name,homeUnit,politicalTheory\nA,An,X,advanced\nB,Ba,Y,none\nC,Cả,X,none\n' },
  units: { csv: 'name,kind,secretary\nX,ward,A\nY,commune,\n' },
  rules: {
    yaml: `id: two
referenceDate: 2020-06-05
titles: [{ id: secretary, title: Secretary }]
rules:
  - { id: outsiders, count: { where: { fact: local, operator: equal, value: false }, min: 1 }, per: unit }
  - { id: theory, strength: soft, require: { satisfy: { fact: politicalTheory, operator: equal, value: advanced } } }
objective: [{ where: { fact: stays, operator: equal, value: true }, weight: 3 }]`,
  },
};

describe('a question with units', () => {
  let service: RunningService & { readonly ask: Awaited<ReturnType<typeof running>>['ask'] };
  beforeAll(async () => {
    service = await running();
  });
  afterAll(() => service.close());

  test('is answered by appointments', async () => {
    const response = await service.ask('POST', '/api/v1/propose', QUESTION);
    expect(response.status).toBe(200);
    const { status, slates, inputs } = proposalSchema.parse(await response.json());
    expect(status).toBe('optimal');
    expect(slates[0]!.members).toEqual(['A@X/secretary', 'C@Y/secretary']);
    expect(slates[0]!.appointments![0]).toMatchObject({ candidate: 'A', unit: 'X', stays: true });
    expect(inputs.units).toMatchObject({ size: 2 });
  });

  test('takes a plan to check, and says who needs which course for it', async () => {
    const asked = { ...QUESTION, slate: ['B@X/secretary', 'B@Y/secretary'] };
    const checked = checkAnswerSchema.parse(await (await service.ask('POST', '/api/v1/check', asked)).json());
    expect(
      checked.rules.filter(({ status, strength }) => strength === 'hard' && status === 'violated'),
    ).toMatchObject([{ id: 'one-appointment', group: 'B' }]);
    expect(checked.placement?.posts).toEqual([
      { unit: 'X', title: 'secretary', holders: ['A'] },
      { unit: 'Y', title: 'secretary', holders: [] },
    ]);
    expect(checked.placement?.appointments.map(({ id, stays, rotation }) => [id, stays, rotation])).toEqual([
      ['B@X/secretary', false, undefined],
      ['B@Y/secretary', false, undefined],
    ]);
    const response = await service.ask('POST', '/api/v1/training', asked);
    const { needs } = trainingSchema.parse(await response.json());
    expect(needs.map(({ candidate, appointment }) => [candidate, appointment?.unit])).toEqual([
      ['B', 'X'],
      ['B', 'Y'],
    ]);
  });

  test('takes appointments as people write them, and answers with their ids', async () => {
    const slate = [' A@x/SECRETARY', 'C@Phường Y/secretary '.normalize('NFD')];
    const units = { csv: QUESTION.units.csv.replace('\nY', '\nY Na') };
    const asked = { ...QUESTION, units, slate: [slate[0], slate[1]!.replace('Y/', 'y  na/')] };
    const response = await service.ask('POST', '/api/v1/check', asked);
    const { placement } = checkAnswerSchema.parse(await response.json());
    expect(placement?.appointments.map(({ id }) => id)).toEqual(['A@X/secretary', 'C@Y Na/secretary']);
    const twice = { ...QUESTION, slate: ['A@X/secretary', 'A@x/Secretary'] };
    const refused = await problemOf(await service.ask('POST', '/api/v1/check', twice));
    expect(refused.errors).toMatchObject([{ code: 'slate.repeated-person', pointer: '/slate/1' }]);
    const kept = {
      ...asked,
      keep: ['a@x/secretary'.replace('a', 'A')],
      decisions: { pin: ['C@y na/secretary'] },
    };
    const repair = await service.ask('POST', '/api/v1/repair', kept);
    expect(repair.status).toBe(200);
  });

  test('tells what is wrong with the units, and that titles need them', async () => {
    const bad = await problemOf(
      await service.ask('POST', '/api/v1/propose', { ...QUESTION, units: { csv: 'kind\nward\n' } }),
    );
    expect(bad.status).toBe(422);
    const { units: _, ...without } = QUESTION;
    const none = await problemOf(await service.ask('POST', '/api/v1/propose', without));
    expect(none.errors?.[0]?.code).toBe('placements.units-needed');
    const missing = await service.ask('POST', '/api/v1/propose', { ...QUESTION, units: { name: 'nowhere' } });
    expect((await problemOf(missing)).errors?.[0]).toMatchObject({ pointer: '/units/name' });
  });
});

describe('units and titles', () => {
  let service: Awaited<ReturnType<typeof running>>;
  beforeAll(async () => {
    service = await running();
  });
  afterAll(() => service.close());

  test('are told of, so that a page knows which rules take units, and which pools have some', async () => {
    const { pools } = poolListSchema.parse(await (await service.ask('GET', '/api/v1/pools')).json());
    expect(pools.map(({ name, units }) => [name, units])).toEqual([
      ['citizens-assembly', undefined],
      ['city-and-wards', 26],
      ['commune-2025', 1],
      ['eu-board', undefined],
      ['hai-duong', undefined],
      ['hai-duong-wards', 25],
      ['national-assembly', undefined],
      ['national-assembly-units', 7],
      ['norwegian-board', undefined],
      ['spanish-list', undefined],
      ['ward-headcount', 25],
    ]);
    const list = ruleSetListSchema.parse(await (await service.ask('GET', '/api/v1/rule-sets')).json());
    expect(list.ruleSets.filter(({ titles }) => titles).map(({ id }) => id)).toEqual([
      'city-and-wards-2020',
      'commune-standing-committee-2025',
      'national-assembly-units-2026',
      'ward-headcount-2020',
      'ward-leadership-2020',
    ]);
    const answer = await service.ask('GET', '/api/v1/rule-sets/ward-leadership-2020');
    const { titles, combined } = ruleSetAnswerSchema.parse(await answer.json());
    expect(combined).toEqual([['secretary', 'chair']]);
    expect(titles?.map(({ id, seats, vacancy }) => [id, seats, vacancy])).toEqual([
      ['secretary', { min: 1, max: 1 }, 200],
      ['standing-deputy', { min: 1, max: 1 }, 200],
      ['chair', { min: 1, max: 1 }, 200],
    ]);
    expect(titles?.[0]?.title).toEqual({ vi: 'Bí thư Đảng ủy', en: 'Party secretary' });
  });

  test('of a shipped table are read by its name', async () => {
    const answer = await service.ask('GET', '/api/v1/units/hai-duong-wards');
    const { size, units, headings, rows } = unitsAnswerSchema.parse(await answer.json());
    expect([size, units.length, rows.length]).toEqual([25, 25, 25]);
    expect(units[0]).toEqual({ name: 'Ái Quốc', kind: 'ward' });
    expect(units.filter(({ kind }) => kind === 'commune')).toHaveLength(6);
    expect(headings).toEqual(['secretary', 'standing-deputy', 'chair']);
    expect(rows[2]).toEqual({ secretary: 'WD-007', 'standing-deputy': 'WD-008', chair: 'WD-007' });
    const missing = await problemOf(await service.ask('GET', '/api/v1/units/hai-duong'));
    expect([missing.status, missing.errors?.[0]?.code]).toEqual([404, 'placements.no-shipped-units']);
  });

  test('in CSV are read, or every error is found at its line', async () => {
    const ask = async (csv: string) =>
      unitsValidationSchema.parse(
        await (await service.ask('POST', '/api/v1/units/validate', { csv })).json(),
      );
    const good = await ask('Tên,Loại,Khối,Bí thư\nÁi Quốc,phường,,A\nBan Tổ chức,,Đảng,\n');
    expect(good).toMatchObject({ valid: true, problems: [] });
    expect(good.units?.units).toEqual([{ name: 'Ái Quốc', kind: 'ward' }, expect.anything()]);
    const bad = await ask('name,kind\nX,ward\n,ward\nx,commune\n');
    expect(bad.valid).toBe(false);
    expect(bad.problems.map(({ code, place }) => [code, place?.line])).toEqual([
      ['placements.unnamed-unit', 3],
      ['placements.repeated-unit', 4],
    ]);
  });
});
