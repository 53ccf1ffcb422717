import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trainingSchema } from '../../src/placements/training.ts';
import { proposalSchema, reportSchema } from '../../src/slate/answers.ts';
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
    const checked = reportSchema.parse(await (await service.ask('POST', '/api/v1/check', asked)).json());
    expect(
      checked.rules.filter(({ status, strength }) => strength === 'hard' && status === 'violated'),
    ).toMatchObject([{ id: 'one-appointment', group: 'B' }]);
    const response = await service.ask('POST', '/api/v1/training', asked);
    const { needs } = trainingSchema.parse(await response.json());
    expect(needs.map(({ candidate, appointment }) => [candidate, appointment?.unit])).toEqual([
      ['B', 'X'],
      ['B', 'Y'],
    ]);
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
