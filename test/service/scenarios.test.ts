import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  comparisonSchema,
  robustnessSchema,
  sweepSchema,
  tradeOffSchema,
} from '../../src/scenarios/answers.ts';
import { proposalSchema } from '../../src/slate/propose-answer.ts';
import { jobWith, problemOf, REFERENCE, running, SMALL, until } from './running.ts';

/** More than a thousand cells. */
const WIDE = { ...REFERENCE, vary: ['women=5..20', 'under-40=3..16', 'size=43..47'] } as const;

describe('scenarios over HTTP', () => {
  let service: Awaited<ReturnType<typeof running>>;
  beforeAll(async () => {
    service = await running({ limits: { workers: 2 } });
  });
  afterAll(() => service.close());

  const post = async (path: string, body: unknown): Promise<unknown> => {
    const response = await service.ask('POST', `/api/v1${path}`, body);
    return response.status === 200 ? response.json() : problemOf(response);
  };

  test('are compared', async () => {
    const scenarios = [
      { id: 'as-it-stands' },
      { id: 'two', title: 'Two women', rules: { women: { exactly: 2 } } },
      { id: 'three', rules: { women: { exactly: 3 } } },
    ];
    const comparison = comparisonSchema.parse(await post('/compare', { ...SMALL, scenarios }));
    expect(comparison.scenarios.map(({ id, members }) => [id, members])).toEqual([
      ['as-it-stands', ['A', 'B']],
      ['two', ['A', 'C']],
      ['three', undefined],
    ]);
  });

  test('come as the text of a file, too, with the decisions that they make', async () => {
    const yaml = [
      'scenarios:',
      '  - { id: with-c, pin: [C] }',
      '  - { id: two, rules: { women: { exactly: 2 } } }',
    ].join('\n');
    const all = comparisonSchema.parse(await post('/compare', { ...SMALL, scenarios: { yaml } }));
    expect(all.scenarios.map(({ id, members }) => [id, members])).toEqual([
      ['with-c', ['B', 'C']],
      ['two', ['A', 'C']],
    ]);
    const one = comparisonSchema.parse(
      await post('/compare', { ...SMALL, scenarios: { yaml, ids: ['two'] } }),
    );
    expect(one.scenarios.map(({ id }) => id)).toEqual(['two']);
    const under = async (scenario: object) =>
      proposalSchema.parse(await post('/propose', { ...SMALL, scenario })).slates[0]!.members;
    expect(await under({ yaml, id: 'with-c' })).toEqual(['B', 'C']);
    // The rules are those without the scenario, which are remembered: its decision is not forgotten.
    expect(await under({ yaml, id: 'with-c' })).toEqual(['B', 'C']);
    expect(await post('/propose', { ...SMALL, scenario: { yaml } })).toMatchObject({
      status: 422,
      errors: [{ code: 'cli.which-scenario' }],
    });
  });

  test('are no more in a text than in a list', async () => {
    const many = Array.from({ length: 51 }, (_, at) => `  - { id: s${at}, size: 2 }`);
    const yaml = ['scenarios:', ...many].join('\n');
    expect(await post('/compare', { ...SMALL, scenarios: { yaml } })).toMatchObject({
      status: 422,
      errors: [{ code: 'service.too-many-scenarios', pointer: '/scenarios' }],
    });
    const ids = ['s50'];
    expect(await post('/compare', { ...SMALL, scenarios: { yaml, ids } })).toMatchObject({
      scenarios: [{ id: 's50' }],
    });
  });

  test('are refused at the field that is wrong', async () => {
    const scenarios = [{ id: 'a', rules: { woman: { min: 1 } } }];
    expect(await post('/compare', { ...SMALL, scenarios })).toMatchObject({
      status: 422,
      errors: [{ code: 'scenarios.no-rule', pointer: '/scenarios/0/rules/woman' }],
    });
    const pinned = [{ id: 'a' }, { id: 'b', pin: ['Z'] }];
    expect(await post('/compare', { ...SMALL, scenarios: pinned })).toMatchObject({
      status: 422,
      errors: [{ code: 'slate.unknown-person', pointer: '/scenarios/1' }],
    });
    expect(
      await post('/compare', { ...SMALL, scenarios: [{ id: 'a' }, { id: 'b' }], decisions: { pin: ['Z'] } }),
    ).toMatchObject({
      status: 422,
      errors: [{ code: 'slate.unknown-person', pointer: '/decisions/pin/0' }],
    });
    expect(await post('/sweeps', { ...SMALL, vary: 'women=1..2' })).toMatchObject({ status: 400 });
    expect(await post('/trade-off', { ...SMALL, measures: ['objective', 'woman'] })).toMatchObject({
      status: 422,
      errors: [{ code: 'scenarios.no-measure', pointer: '/measures' }],
    });
  });

  test('are refused before there is a job, where it is known that they cannot be swept', async () => {
    const refusals: readonly (readonly [vary: readonly string[], code: string])[] = [
      [['woman=1..2'], 'scenarios.no-rule'],
      [['women'], 'scenarios.bad-variation'],
      [['women.min=0..2'], 'scenarios.crossed'],
      [['women=0..199', 'size=1..101'], 'scenarios.too-many-cells'],
    ];
    for (const [vary, code] of refusals) {
      expect(await post('/sweeps', { ...SMALL, vary })).toMatchObject({
        status: 422,
        errors: [{ code, pointer: '/vary' }],
      });
    }
    const pinned = { ...SMALL, vary: ['women=0..1'], decisions: { pin: ['Z'] } };
    expect(await post('/sweeps', pinned)).toMatchObject({
      status: 422,
      errors: [{ code: 'slate.unknown-person', pointer: '/decisions/pin/0' }],
    });
  });

  test('that run out of time say so, and are no fault of the service', async () => {
    const slate = Array.from({ length: 46 }, (_, index) => `HD-${String(index + 1).padStart(3, '0')}`);
    expect(await post('/robustness', { ...REFERENCE, slate, timeLimitMs: 1 })).toMatchObject({
      status: 504,
      type: 'urn:slate:problem:time-ran-out',
    });
  });

  test('are traded off, and slates held against losses', async () => {
    const measures = ['objective', '-women'];
    const traded = tradeOffSchema.parse(await post('/trade-off', { ...SMALL, measures }));
    expect(traded.points.map(({ values }) => values)).toEqual([
      [2, 2],
      [1, 1],
      [0, 0],
    ]);
    const typed = [{ objective: 1 }, { rule: 'women', better: 'low' }];
    const same = tradeOffSchema.parse(await post('/trade-off', { ...SMALL, measures: typed }));
    expect(same.points).toEqual(traded.points);
    const stands = robustnessSchema.parse(await post('/robustness', { ...SMALL, slate: ['A', 'B'], out: 1 }));
    expect(stands.one).toEqual({ compliant: 0, mendable: 2, broken: 0 });
  });

  const look = async (location: string) =>
    jobWith(sweepSchema, await (await service.ask('GET', location)).json());
  const start = async (body: unknown): Promise<string> => {
    const response = await service.ask('POST', '/api/v1/sweeps', body);
    expect(response.status).toBe(202);
    return response.headers.get('location')!;
  };

  test('are swept by a job', async () => {
    const location = await start({
      ...SMALL,
      vary: [
        { rule: 'women', from: 0, to: 3 },
        { rule: 'size', values: [2, 3] },
      ],
    });
    await until(async () => (await look(location)).status === 'done');
    const { result, progress } = await look(location);
    expect(progress).toMatchObject({ done: 8, total: 8 });
    expect(result?.cells.map(({ status }) => status)).toEqual([
      'optimal',
      'infeasible',
      'optimal',
      'optimal',
      'optimal',
      'optimal',
      'infeasible',
      'infeasible',
    ]);
  });

  test('whatever is asked meanwhile is answered before the sweep ends', async () => {
    const location = await start(WIDE);
    await until(async () => (await look(location)).progress.done > 0);
    expect((await service.ask('GET', '/healthz')).status).toBe(200);
    const proposal = proposalSchema.parse(await post('/propose', REFERENCE));
    expect(proposal.status).toBe('optimal');
    expect((await look(location)).status).toBe('running');
    await service.ask('DELETE', location);
  });

  test('a sweep that is cancelled keeps what was solved', async () => {
    const location = await start(WIDE);
    await until(async () => (await look(location)).progress.done > 0);
    const ended = jobWith(sweepSchema, await (await service.ask('POST', `${location}/cancel`)).json());
    expect(ended.status).toBe('cancelled');
    expect(ended.result?.complete).toBe(false);
    expect(ended.result?.cells.length).toBeGreaterThan(0);
  });
});
