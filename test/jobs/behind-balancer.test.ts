import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toldBatchSchema } from '../../src/batch/answers.ts';
import { closeBatchThreads } from '../../src/batch/batch-threads.ts';
import { readBatch } from '../../src/batch/read-cases.ts';
import { sweepSchema } from '../../src/scenarios/answers.ts';
import { type JobAnswer, jobListSchema, jobSchema } from '../../src/service/jobs/job-answers.ts';
import { proposalSchema } from '../../src/slate/propose-answer.ts';
import { valueOf } from '../../src/words/problem.ts';
import { REFERENCE, until } from '../service/running.ts';
import { hasPostgres } from '../store/postgres.ts';
import { countryBatch, solvedAlone, withoutTimes } from './country-batch.ts';
import { type Balanced, startBehindBalancer, startServing } from './processes.ts';

const CASES = fileURLToPath(new URL('../../fixtures/country/cases.csv', import.meta.url));

describe.runIf(hasPostgres())(
  'two services that do not solve jobs and three workers behind a balancer',
  () => {
    let balanced: Balanced;
    beforeAll(async () => {
      balanced = await startBehindBalancer();
    });
    afterAll(async () => {
      await balanced.stop();
      await closeBatchThreads();
    });

    const ask = (
      method: string,
      path: string,
      body?: unknown,
      headers: Readonly<Record<string, string>> = {},
    ) =>
      fetch(`${balanced.balancer.address}/api/v1${path}`, {
        method,
        headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    const begun = async (path: string, body: object): Promise<string> => {
      const created = await ask('POST', path, body);
      expect(created.status).toBe(202);
      return jobSchema.parse(await created.json()).id;
    };
    const look = async (path: string): Promise<JobAnswer & { readonly result?: unknown }> =>
      (await (await ask('GET', path)).json()) as JobAnswer;
    const resultOf = async (path: string): Promise<unknown> => {
      await until(async () => ['done', 'failed'].includes((await look(path)).status));
      return (await look(path)).result;
    };
    /** What server-sent events tell until the job has ended. */
    const followed = async (path: string): Promise<readonly string[]> =>
      [...(await (await ask('GET', `${path}/events`)).text()).matchAll(/^event: (\w+)$/gm)].map(
        ([, name]) => name!,
      );

    /** The communes as whoever has no file of the service names them. */
    const asked = async (more: object): Promise<object> => {
      const { cases } = valueOf(await readBatch(CASES));
      return {
        rules: { id: 'commune-committee-2025' },
        cases: cases.map(({ id, scenario, pool }) => ({
          id,
          pool: { csv: readFileSync(pool as string, 'utf8') },
          ...(scenario !== undefined && { scenario }),
        })),
        ...more,
      };
    };

    test('a batch begun at one is followed, listed, stopped, taken up and read at the other', async () => {
      const { prepared } = await countryBatch();
      const alone = await solvedAlone(prepared);
      const id = await begun('/batches', await asked({ under: ['women-20', 'women-25'] }));
      const path = `/batches/${id}`;
      expect(
        jobListSchema.parse(await (await ask('GET', '/batches')).json()).jobs.map((each) => each.id),
      ).toContain(id);
      const cancelled = jobSchema.parse(await (await ask('POST', `${path}/cancel`)).json());
      expect(['cancelled', 'done']).toContain(cancelled.status);
      if (cancelled.status === 'cancelled') expect((await ask('POST', `${path}/resume`)).status).toBe(202);
      expect((await followed(path)).at(-1)).toBe('done');
      const { batch: found, results } = toldBatchSchema.parse(await resultOf(path));
      expect(found).toMatchObject({ cases: 12, total: 36, complete: true });
      // The bytes of a table are those of its file: so are the keys.
      expect(withoutTimes(results)).toEqual(alone);
      expect((await (await ask('GET', `${path}/table`)).text()).trimEnd().split('\n')).toHaveLength(37);
      // The same once more is known from before.
      const again = await begun('/batches', await asked({ under: ['women-20', 'women-25', 'young-15'] }));
      const second = toldBatchSchema.parse(await resultOf(`/batches/${again}`));
      expect(second.batch).toMatchObject({ total: 48, reused: 36 });
    });

    test('a sweep and who is near the best come to what they do at once', async () => {
      const vary = ['women=9..12', 'under-40=5..7'];
      const sweep = await begun('/sweeps', { ...REFERENCE, vary });
      const near = await begun('/proposals', { ...REFERENCE, nearBest: 0.001 });
      const direct = proposalSchema.parse(
        await (await ask('POST', '/propose', { ...REFERENCE, nearBest: 0.001 })).json(),
      );
      const { cells } = sweepSchema.parse(await resultOf(`/sweeps/${sweep}`));
      expect(cells).toHaveLength(12);
      const { nearBest, slates } = proposalSchema.parse(await resultOf(`/proposals/${near}`));
      expect(nearBest).toEqual(direct.nearBest);
      expect(slates[0]!.objective).toBe(direct.slates[0]!.objective);
    });

    test('a draft that is written at one is read at the other, and whoever follows it there is told', async () => {
      const draft = (title: string) => ({
        format: 'slate-draft-1',
        id: 'shared',
        title,
        texts: ['id,name\nA,An'],
      });
      expect((await ask('PUT', '/drafts/shared', draft('One'), { 'if-none-match': '*' })).status).toBe(201);
      const stop = new AbortController();
      const events = await fetch(`${balanced.balancer.address}/api/v1/drafts/shared/events`, {
        signal: stop.signal,
      });
      let text = '';
      let written = false;
      for await (const chunk of events.body!) {
        text += Buffer.from(chunk).toString();
        if (!written) {
          written = true;
          // Of two requests one goes to the service that does not hold the line.
          expect((await ask('GET', '/drafts/shared')).status).toBe(200);
          expect((await ask('PUT', '/drafts/shared', draft('Two'), { 'if-match': '"1"' })).status).toBe(200);
        }
        if (text.includes('"title":"Two"')) break;
      }
      stop.abort();
      for (const _ of [1, 2]) {
        expect(await (await ask('GET', '/drafts/shared')).text()).toContain('"title":"Two"');
      }
    });

    test('a service that is killed is missed by nobody: its jobs go on, and the other tells of them', async () => {
      const id = await begun('/batches', await asked({ under: ['young-15'], costs: ['police'] }));
      const { services, addresses } = balanced;
      services[0]!.process.kill('SIGKILL');
      // Whoever was being answered by it asks again.
      const state = () => look(`/batches/${id}`).catch(() => undefined);
      await until(async () => (await state())?.status === 'done');
      const next = startServing(balanced.place, 0);
      services.push(next);
      addresses[0] = await next.address;
      for (const _ of [1, 2]) {
        expect(toldBatchSchema.parse((await look(`/batches/${id}`)).result).batch).toMatchObject({
          complete: true,
        });
      }
      expect([...balanced.balancer.given.keys()]).toEqual(expect.arrayContaining(addresses) as string[]);
    });
  },
);
