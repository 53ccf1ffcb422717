import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { jobListSchema } from '../../../src/service/jobs/job-answers.ts';
import { TooManyJobs } from '../../../src/jobs/job.ts';
import type { JobEnd, JobRunner, JobState } from '../../../src/service/jobs/jobs.ts';
import { JobsInMemory } from '../../../src/service/jobs/jobs-in-memory.ts';
import { route } from '../../../src/service/requests/route.ts';
import { proposalSchema } from '../../../src/slate/propose-answer.ts';
import {
  jobOf,
  jobWith,
  LONG,
  metric,
  problemOf,
  REFERENCE,
  running,
  SMALL,
  SOON,
  until,
} from '../running.ts';

describe('jobs in memory', () => {
  const task = route({
    operation: 'wait',
    method: 'post',
    path: '/wait',
    tag: 'Jobs',
    summary: 'Wait',
    work: 'solve',
    role: 'reader',
    answer: z.object({}),
    handle: async () => ({}),
  });
  const question = { parameters: {}, language: 'en' } as const;
  const problem = { type: 'urn:x', title: 'x', status: 500, detail: 'x' };
  const json = new Uint8Array([123, 125]);

  /** Jobs whose ends are in the hands of the test. */
  function held(most = 5, keep = 5, ofCaller = most) {
    const runs: (Parameters<JobRunner>[2] & PromiseWithResolvers<JobEnd>)[] = [];
    const jobs = new JobsInMemory(
      (_task, _question, watch) => {
        const end = Promise.withResolvers<JobEnd>();
        runs.push({ ...watch, ...end });
        return end.promise;
      },
      { open: most, openOfCaller: ofCaller, endedSeconds: 3_600, ended: keep },
    );
    return { jobs, runs };
  }

  async function statesOf(jobs: JobsInMemory, id: string): Promise<readonly JobState[]> {
    const states: JobState[] = [];
    for await (const state of jobs.events(id, new AbortController().signal)) states.push(state);
    return states;
  }

  test('follows a job from the queue to its result', async () => {
    const { jobs, runs } = held();
    const { id, status } = await jobs.create(task, question, { caller: 'one', body: 'own' });
    expect(status).toBe('queued');
    const states = statesOf(jobs, id);
    await Promise.resolve();
    runs[0]!.onBegin();
    await new Promise(setImmediate);
    runs[0]!.onProgress(1, 3);
    runs[0]!.onProgress(2, 3);
    await new Promise(setImmediate);
    runs[0]!.resolve({ kind: 'result', json });
    const seen = await states;
    expect(seen.map((state) => [state.status, state.progress.done])).toEqual([
      ['queued', 0],
      ['running', 0],
      // Who reads slowly is told the last of several changes.
      ['running', 2],
      ['done', 2],
    ]);
    const [, before, after] = seen.map(({ progress }) => progress);
    expect(before).toEqual({ done: 0, total: 0, rate: 0 });
    expect(after!.secondsLeft).toBeCloseTo(1 / after!.rate, 1);
    expect(await jobs.get(id)).toMatchObject({ status: 'done', result: json });
    expect(await jobs.countOpen()).toBe(0);
    // Coming late, one is told how it ended.
    expect((await statesOf(jobs, id)).map((state) => state.status)).toEqual(['done']);
  });

  test('a job that fails keeps why', async () => {
    const { jobs, runs } = held();
    const { id } = await jobs.create(task, question, { caller: 'one', body: 'own' });
    runs[0]!.resolve({ kind: 'failed', problem });
    expect((await statesOf(jobs, id)).at(-1)).toMatchObject({ status: 'failed', problem });
  });

  test('a cancelled job keeps what its task hands over, if it does', async () => {
    const { jobs, runs } = held();
    const [one, other] = [
      await jobs.create(task, question, { caller: 'one', body: 'own' }),
      await jobs.create(task, question, { caller: 'one', body: 'own' }),
    ];
    runs[0]!.signal.addEventListener('abort', () => runs[0]!.resolve({ kind: 'result', json }));
    runs[1]!.signal.addEventListener('abort', () => runs[1]!.reject(new Error('stopped')));
    expect(await jobs.cancel(one.id)).toMatchObject({ status: 'cancelled', result: json });
    const cancelled = await jobs.cancel(other.id);
    expect([cancelled?.status, cancelled !== undefined && 'result' in cancelled]).toEqual([
      'cancelled',
      false,
    ]);
    expect(await jobs.cancel('none')).toBeUndefined();
  });

  test('takes so many and no more, and forgets the oldest that have ended', async () => {
    const { jobs, runs } = held(2, 1);
    const first = await jobs.create(task, question, { caller: 'one', body: 'own' });
    const second = await jobs.create(task, question, { caller: 'one', body: 'own' });
    await expect(jobs.create(task, question, { caller: 'one', body: 'own' })).rejects.toThrow(TooManyJobs);
    for (const run of runs) run.resolve({ kind: 'result', json });
    await Promise.all([statesOf(jobs, first.id), statesOf(jobs, second.id)]);
    const third = await jobs.create(task, question, { caller: 'one', body: 'own' });
    const found = await Promise.all([first, second, third].map(({ id }) => jobs.get(id)));
    expect(found.map((state) => state?.status)).toEqual([undefined, 'done', 'queued']);
  });

  test('takes so many of each caller, and what they hold is let go at their end', async () => {
    const { jobs, runs } = held(3, 5, 2);
    const released: string[] = [];
    const create = (caller: string) =>
      jobs.create(task, question, { caller, body: 'own', release: () => void released.push(caller) });
    await create('one');
    await create('one');
    await expect(create('one')).rejects.toMatchObject({ full: 'caller' });
    await create('other');
    await expect(create('third')).rejects.toMatchObject({ full: 'all' });
    // What is refused is held no longer; what waits or runs is.
    expect(released).toEqual(['one', 'third']);
    for (const run of runs) run.resolve({ kind: 'result', json });
    await new Promise(setImmediate);
    expect(released).toEqual(['one', 'third', 'one', 'one', 'other']);
  });
});

describe.each(['without', 'with'])('over HTTP, %s a store', (kept) => {
  let service: Awaited<ReturnType<typeof running>>;
  const folder = mkdtempSync(join(tmpdir(), 'slate-jobs-'));
  beforeAll(async () => {
    service = await running(kept === 'with' ? { store: { folder } } : {});
  });
  afterAll(async () => {
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const path = '/api/v1/proposals';
  const full = (answered: unknown) => jobWith(proposalSchema, answered);

  async function create(body: unknown): Promise<string> {
    const response = await service.ask('POST', path, body);
    expect(response.status).toBe(202);
    const { id } = jobOf(await response.json());
    expect(response.headers.get('location')).toBe(`${path}/${id}`);
    return id;
  }

  test('a proposal as a job says how far it is and then what a question at once would', async () => {
    const id = await create({ ...REFERENCE, alternatives: 2 });
    const events = await service.ask('GET', `${path}/${id}/events`);
    expect(events.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const told = (await events.text())
      .split('\n\n')
      .flatMap((event) => /^event: (\w+)\nid: (\w+)\ndata: (.*)$/.exec(event)?.slice(1) ?? [])
      .reduce<string[][]>((all, part, index) => {
        if (index % 3 === 0) all.push([]);
        all.at(-1)!.push(part);
        return all;
      }, []);
    expect(told.map(([kind]) => kind)).toEqual([...told.slice(1).map(() => 'progress'), 'done']);
    expect(told.map(([, number]) => number)).toEqual([
      ...told.slice(1).map((_, index) => String(index + 1)),
      'end',
    ]);
    const states = told.map(([, , data]) => jobOf(JSON.parse(data!)));
    const after = (seen: string) =>
      service.ask('GET', `${path}/${id}/events`, undefined, { headers: { 'last-event-id': seen } });
    expect((await after('end')).status).toBe(204);
    // Whose line broke before the end has not heard of it.
    expect(await (await after('1')).text()).toMatch(/^event: done$/m);
    expect(states.at(-1)).toMatchObject({ status: 'done', progress: { done: 2, total: 2, secondsLeft: 0 } });
    const job = full(await (await service.ask('GET', `${path}/${id}`)).json());
    const atOnce = await service.ask('POST', '/api/v1/propose', { ...REFERENCE, alternatives: 2 });
    expect(job.result?.slates).toEqual(proposalSchema.parse(await atOnce.json()).slates);
  });

  test('cancelling ends it, and keeps it until it is deleted', async () => {
    const id = await create(LONG);
    await until(async () => {
      const job = full(await (await service.ask('GET', `${path}/${id}`)).json());
      return job.status === 'running';
    });
    for (const _ of ['once', 'again']) {
      const cancelled = full(await (await service.ask('POST', `${path}/${id}/cancel`)).json());
      expect(cancelled).toMatchObject({ id, status: 'cancelled' });
    }
    await expect.poll(() => metric(service.ask, 'slate_open_jobs'), SOON).toBe(0);
    expect((await service.ask('GET', `${path}/${id}`)).status).toBe(200);
    expect((await service.ask('DELETE', `${path}/${id}`)).status).toBe(200);
    expect((await service.ask('POST', `${path}/${id}/cancel`)).status).toBe(404);
  });

  test('deleting one that runs stops it, and nothing of it is left', async () => {
    const id = await create(LONG);
    const deleted = full(await (await service.ask('DELETE', `${path}/${id}`)).json());
    expect(deleted).toMatchObject({ id, status: 'cancelled' });
    await expect.poll(() => metric(service.ask, 'slate_open_jobs'), SOON).toBe(0);
    expect((await service.ask('GET', `${path}/${id}`)).status).toBe(404);
  });

  test('one that has ended is listed until it is deleted', async () => {
    const id = await create(SMALL);
    await (await service.ask('GET', `${path}/${id}/events`)).text();
    const listed = async (): Promise<readonly string[]> => {
      const { jobs } = jobListSchema.parse(await (await service.ask('GET', path)).json());
      return jobs.map((job) => job.id);
    };
    expect(await listed()).toContain(id);
    const last = full(await (await service.ask('DELETE', `${path}/${id}`)).json());
    expect(last).toMatchObject({ id, status: 'done' });
    expect(await listed()).not.toContain(id);
    expect((await service.ask('GET', `${path}/${id}`)).status).toBe(404);
  });

  test('what is wrong with the question is refused at once, and no job is made', async () => {
    const refused = await service.ask('POST', path, { ...SMALL, alternatives: 'many' });
    expect((await problemOf(refused)).errors).toMatchObject([{ pointer: '/alternatives' }]);
    const refusals: readonly (readonly [body: unknown, code: string, pointer: string])[] = [
      [{ ...SMALL, decisions: { pin: ['Z'] } }, 'slate.unknown-person', '/decisions/pin/0'],
      [{ ...SMALL, rules: { id: 'none' } }, 'service.no-rule-set', '/rules/id'],
      [{ ...SMALL, pool: { name: 'none' } }, 'service.no-pool', '/pool/name'],
      [{ ...SMALL, scenario: { rules: { woman: 'off' } } }, 'scenarios.no-rule', '/scenario/rules/woman'],
    ];
    for (const [body, code, pointer] of refusals) {
      const response = await service.ask('POST', path, body);
      expect(response.status).toBe(422);
      expect((await problemOf(response)).errors).toMatchObject([{ code, pointer }]);
    }
    await expect.poll(() => metric(service.ask, 'slate_open_jobs'), SOON).toBe(0);
  });
});
