import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askAgain } from '../../src/records/ask-again.ts';
import { readReport } from '../../src/records/read-report.ts';
import { proposalSchema } from '../../src/slate/propose-answer.ts';
import { replayReport } from '../../src/records/replay-report.ts';
import { problemOf, running, SMALL } from './running.ts';

let service: Awaited<ReturnType<typeof running>>;
beforeAll(async () => {
  service = await running();
});
afterAll(() => service.close());

const post = (path: string, body: object) => service.ask('POST', `/api/v1/${path}`, body);

describe('a report of record over HTTP', () => {
  test.each([
    ['check/report', { ...SMALL, slate: ['A', 'B'] }],
    ['propose/report', { ...SMALL, alternatives: 2 }],
    ['diagnose/report', { ...SMALL, decisions: { pin: ['A', 'C'] } }],
    ['repair/report', { ...SMALL, slate: ['A', 'C'] }],
    ['replace/report', { ...SMALL, slate: ['A', 'B'], candidate: 'A' }],
    ['why/report', { ...SMALL, candidate: 'A' }],
  ])('is one HTML file that is repeated: %s', async (path, body) => {
    const response = await post(path, { ...body, language: 'en' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename=report.html');
    const report = await response.text();
    expect(report).toContain('<html lang="en">');
    const blind = await (await post(path, { ...body, blind: true })).text();
    const [refused, repeated] = [
      await problemOf(await post('replay', { report: blind })),
      await (await post('replay', { report: blind, pool: SMALL.pool })).json(),
    ];
    expect(refused.errors).toMatchObject([{ code: 'records.needs-table' }]);
    expect(repeated).toMatchObject({ same: true });
    const same = { same: true, tampered: [], differences: [] };
    expect(await (await post('replay', { report })).json()).toMatchObject(same);
    // Whoever repeats it elsewhere has other limits than this service.
    expect(await replayReport(report, 'report.html', {})).toMatchObject(same);
    expect(await (await post('replay', { report, timeLimitMs: 50_000 })).json()).toMatchObject(same);
  });

  test('is the same where an older version had the limits of its machine among the inputs', async () => {
    const proposal = proposalSchema.parse(await (await post('propose', SMALL)).json());
    expect(proposal.inputs.options).not.toHaveProperty('timeLimitMs');
    const options = { ...proposal.inputs.options, timeLimitMs: 60_000, confirmation: 500 };
    const before = { ...proposal, inputs: { ...proposal.inputs, options } };
    const asked = { question: 'propose', options: {}, answer: before };
    expect((await askAgain(asked, SMALL, {})).differences).toEqual([]);
  });

  test('has the proof that was kept from before where it holds, else one of its own', async () => {
    const proposal = proposalSchema.parse(await (await post('propose', { ...SMALL, proof: true })).json());
    const { proof } = proposal;
    if (proof?.claim !== 'optimal') throw new Error('no proof');
    const reported = async (kept: object): Promise<unknown> => {
      const asked = { ...SMALL, slate: ['A', 'D'], kept };
      const report = await (await post('check/report', asked)).text();
      expect(await (await post('replay', { report })).json()).toMatchObject({ proof: { holds: true } });
      const { data } = readReport(report, 'report.html');
      const found = proposalSchema.parse(data.asked.find(({ question }) => question === 'propose')?.answer);
      return found.proof?.claim === 'optimal' ? found.proof.levels : undefined;
    };
    // Split on somebody first, which no search would have done: it holds, and is another one.
    const longer = proof.levels.map((level) => ({
      ...level,
      tree: { split: { candidates: ['A'] }, atMost: 0, low: level.tree, high: level.tree },
    }));
    expect(await reported({ ...proposal, proof: { ...proof, levels: longer } })).toEqual(longer);
    expect(await reported({ ...proof, levels: longer })).toEqual(longer);
    const wrong = longer.map((level) => ({ ...level, value: level.value + 1 }));
    for (const kept of [{ ...proof, levels: wrong }, { ...proof, slate: ['A', 'C'] }, { proof: 'none' }, {}])
      expect(await reported(kept)).toEqual(proof.levels);
  });

  test('is refused with the places of what is wrong', async () => {
    const refused = await problemOf(await post('propose/report', { ...SMALL, pool: { name: 'nobody' } }));
    expect(refused.errors).toMatchObject([{ pointer: '/pool/name' }]);
    const none = await problemOf(await post('replay', { report: '<p>Hello' }));
    expect(none.errors).toMatchObject([{ code: 'records.not-a-report' }]);
    expect((await post('capacity/report', SMALL)).status).toBe(404);
  });
});
