import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proposalSchema } from '../../src/slate/propose-answer.ts';
import { problemSchema } from '../../src/service/answers/answers.ts';
import { type RunningService, startService } from '../../src/service/server.ts';
import { pino } from 'pino';
import { SMALL } from './running.ts';

/** Two women and two men, of whom a slate takes two: exactly one woman, unless the question says otherwise. */
describe('a question with a scenario', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService({ port: 0, logger: pino({ level: 'silent' }), limits: { workers: 1 } });
  });
  afterAll(() => service.close());

  async function propose(scenario: unknown): Promise<{ readonly status: number; readonly body: unknown }> {
    const response = await fetch(`${service.address}/api/v1/propose`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...SMALL, scenario }),
    });
    return { status: response.status, body: await response.json() };
  }

  async function proposed(scenario: unknown) {
    const { status, body } = await propose(scenario);
    expect(status).toBe(200);
    return proposalSchema.parse(body);
  }

  test('is answered under the changed rules', async () => {
    expect((await proposed(undefined)).slates[0]?.members).toEqual(['A', 'B']);
    const two = await proposed({ rules: { women: { min: 2, max: 2 } } });
    expect(two.slates[0]?.members).toEqual(['A', 'C']);
    const three = await proposed({ size: { min: 3, max: 3 } });
    expect(three.slates[0]?.members).toHaveLength(3);
    expect((await proposed({ rules: { women: { min: 3, max: 3 } } })).status).toBe('infeasible');
  });

  test('says other inputs than one without, and the same as its like', async () => {
    const inputs = async (scenario: unknown) => (await proposed(scenario)).inputs;
    const plain = await inputs(undefined);
    const two = { rules: { women: { min: 2, max: 2 } } };
    expect(await inputs({})).toEqual(plain);
    const { scenario, ...others } = await inputs(two);
    expect(others).toEqual(plain);
    expect(scenario).toEqual({ name: 'asked', sha256: expect.stringMatching(/^[\da-f]{64}$/) });
    expect(await inputs(two)).toEqual(await inputs(two));
    expect((await inputs({ rules: { women: { min: 1 } } })).scenario).not.toEqual(scenario);
  });

  test('is refused at the field that is wrong', async () => {
    const { status, body } = await propose({ rules: { woman: { min: 2 } }, size: 0 });
    expect(status).toBe(422);
    const pointers = problemSchema.parse(body).errors?.map(({ pointer }) => pointer);
    expect(pointers).toEqual(['/scenario/rules/woman', '/scenario/size']);
  });
});
