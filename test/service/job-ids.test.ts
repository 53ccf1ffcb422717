import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { metric, problemOf, running, SMALL, SOON, until } from './running.ts';

/** Solving waits for threads; this only ends what hangs. */
const PATIENCE = 120_000;

describe.each(['without', 'with'])('a job, %s a store', (kept) => {
  const started = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'slate-job-ids-'));
    const service = await running({
      ...(kept === 'with' && { store: { folder } }),
      limits: { longestWaitMs: PATIENCE },
    });
    onTestFinished(async () => {
      await service.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const post = (body: object, key?: string): Promise<Response> => {
      const headers = key === undefined ? {} : { 'idempotency-key': key };
      return service.ask('POST', '/api/v1/proposals', body, { headers });
    };
    const create = async (body: object, key?: string) => {
      const response = await post(body, key);
      expect(response.status).toBe(202);
      const { id } = (await response.json()) as { readonly id: string };
      return { id, request: response.headers.get('x-request-id') };
    };
    return { service, create, post };
  };

  test(
    'has the id of the request that asked for it, in the log and wherever it is worked on',
    async () => {
      const { service, create } = await started();
      const { id, request } = await create(SMALL);
      expect(id).toBe(request);
      const isDone = async (): Promise<boolean> =>
        (await (await service.ask('GET', `/api/v1/proposals/${id}`)).text()).includes('"done"');
      await until(isDone);
      const told = service.log
        .map((line) => JSON.parse(line) as { readonly id?: string; readonly msg: string })
        .filter((line) => line.id === id)
        .map(({ msg }) => msg);
      expect(told).toContain('request');
      if (kept === 'with')
        await until(async () => service.log.some((line) => line.includes(id) && line.includes('"job"')));
    },
    PATIENCE,
  );

  test(
    'that is asked for again under the same key is the same, under another key another',
    async () => {
      const { service, create } = await started();
      const [first, again] = await Promise.all([create(SMALL, 'key'), create(SMALL, 'key')]);
      expect(again.id).toBe(first.id);
      expect(first.id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
      expect((await create(SMALL, 'other')).id).not.toBe(first.id);
      expect((await create(SMALL)).id).not.toBe(first.id);
      const { jobs } = (await (await service.ask('GET', '/api/v1/proposals')).json()) as {
        readonly jobs: readonly object[];
      };
      expect(jobs).toHaveLength(3);
    },
    PATIENCE,
  );

  test(
    'is refused under a key that stands for another question, until that one is forgotten',
    async () => {
      const { service, create, post } = await started();
      const { id } = await create(SMALL, 'key');
      const inEnglish = { 'idempotency-key': 'key', 'accept-language': 'en' };
      const answer = await service.ask('POST', '/api/v1/proposals?lang=en', SMALL, { headers: inEnglish });
      expect((await problemOf(answer)).status).toBe(422);
      const other = { ...SMALL, alternatives: 1 };
      expect(await problemOf(await post(other, 'key'))).toMatchObject({
        status: 422,
        type: 'urn:slate:problem:bad-input',
      });
      expect((await create(SMALL, 'key')).id).toBe(id);
      await service.ask('DELETE', `/api/v1/proposals/${id}`);
      await service.ask('DELETE', `/api/v1/proposals/${id}`);
      expect((await create(other, 'key')).id).not.toBe(id);
    },
    PATIENCE,
  );

  test(
    'counts in the figures, with how sure its answer is',
    async () => {
      const { service, create } = await started();
      await create(SMALL);
      const proofs = 'slate_proofs_total{operation="proposals",assurance="proven"}';
      await until(async () => (await metric(service.ask, proofs)) === 1);
      const answers = 'slate_questions_total{operation="proposals",outcome="optimal"}';
      await expect.poll(() => metric(service.ask, answers), SOON).toBe(1);
    },
    PATIENCE,
  );
});

test(
  'figures say how sure answers are, and how many callers there are',
  async () => {
    const service = await running();
    onTestFinished(() => service.close());
    expect((await service.ask('POST', '/api/v1/propose', SMALL)).status).toBe(200);
    await expect
      .poll(() => metric(service.ask, 'slate_proofs_total{operation="propose",assurance="proven"}'), SOON)
      .toBe(1);
    await expect.poll(() => metric(service.ask, 'slate_callers{threads="solve"}'), SOON).toBe(0);
    expect(await (await service.ask('GET', '/metrics')).text()).toContain('slate_callers{threads="read"}');
  },
  PATIENCE,
);
