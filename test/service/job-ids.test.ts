import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { metric, running, SMALL, until } from './running.ts';

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
    const create = async (body: object, key?: string) => {
      const headers = key === undefined ? {} : { 'idempotency-key': key };
      const response = await service.ask('POST', '/api/v1/proposals', body, { headers });
      expect(response.status).toBe(202);
      const { id } = (await response.json()) as { readonly id: string };
      return { id, request: response.headers.get('x-request-id') };
    };
    return { service, create };
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
    'that is asked for again under the same key is the same; another question or key is another',
    async () => {
      const { service, create } = await started();
      const [first, again] = await Promise.all([create(SMALL, 'key'), create(SMALL, 'key')]);
      expect(again.id).toBe(first.id);
      expect((await create(SMALL, 'other')).id).not.toBe(first.id);
      expect((await create({ ...SMALL, alternatives: 1 }, 'key')).id).not.toBe(first.id);
      expect((await create(SMALL)).id).not.toBe(first.id);
      const { jobs } = (await (await service.ask('GET', '/api/v1/proposals')).json()) as {
        readonly jobs: readonly object[];
      };
      expect(jobs).toHaveLength(4);
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
    expect(await metric(service.ask, 'slate_proofs_total{operation="propose",assurance="proven"}')).toBe(1);
    expect(await metric(service.ask, 'slate_callers{threads="solve"}')).toBe(0);
    expect(await (await service.ask('GET', '/metrics')).text()).toContain('slate_callers{threads="read"}');
  },
  PATIENCE,
);
