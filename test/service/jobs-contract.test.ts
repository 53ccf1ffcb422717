import { afterEach, describe, expect, test } from 'vitest';
import type { ChunkQueue } from '../../src/jobs/chunk-queue.ts';
import { openQueue } from '../../src/jobs/open-queue.ts';
import { type JobLimits, KeyOfAnother, TooManyJobs } from '../../src/jobs/job.ts';
import { JobWorker } from '../../src/jobs/job-worker.ts';
import { JobsInMemory } from '../../src/service/jobs/jobs-in-memory.ts';
import { type JobEnd, type JobRunner, type Jobs, type JobState } from '../../src/service/jobs/jobs.ts';
import { KeptStore } from '../../src/service/keeping/kept-store.ts';
import { JOB_KINDS } from '../../src/service/routes/routes.ts';
import { questionWork } from '../../src/service/jobs/question-work.ts';
import { StoredJobs } from '../../src/service/jobs/stored-jobs.ts';
import type { StorePlace } from '../../src/store/store-place.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { onEachDatabase } from '../store/databases.ts';
import { until } from './running.ts';

const { task } = JOB_KINDS[0]!;
const question = { parameters: {}, language: 'en', body: Buffer.from('{"asked":1}') } as const;
const asker = { caller: 'one', body: 'own' };
const problem = { type: 'urn:x', title: 'x', status: 500, detail: 'x' };
const json = Buffer.from('{"found":1}');

type Run = Parameters<JobRunner>[2] & PromiseWithResolvers<JobEnd> & { readonly asked: string };

/** Work whose ends are in the hands of the test. */
function held(): { readonly runs: Run[]; readonly run: JobRunner } {
  const runs: Run[] = [];
  return {
    runs,
    run: (_task, { body }, watch) => {
      const end = Promise.withResolvers<JobEnd>();
      runs.push({ ...watch, ...end, asked: Buffer.from(body!).toString() });
      watch.onBegin();
      return end.promise;
    },
  };
}

const failed = (error: unknown): never => {
  throw error;
};

function workerOn({ db }: Store, queue: ChunkQueue, run: JobRunner): JobWorker {
  return new JobWorker({
    db,
    queue,
    places: 3,
    workOf: () => questionWork(db, run),
    giveUp: () => JSON.stringify(problem),
    onFailure: failed,
  });
}

const begins = (runs: readonly Run[], count: number) => until(async () => runs.length === count);

/** What jobs promise wherever they are. */
function keepsPromises(begin: (limits: JobLimits) => { readonly jobs: Jobs; readonly runs: readonly Run[] }) {
  const open: ReturnType<typeof begin>[] = [];
  const begun = (limits: Partial<JobLimits> = {}) => {
    const made = begin({ open: 5, openOfCaller: 5, ended: 5, endedSeconds: 3_600, ...limits });
    open.push(made);
    return made;
  };
  afterEach(async () => {
    for (const { jobs, runs } of open.splice(0)) {
      // What a test that failed left at work would be waited for.
      for (const run of runs) run.resolve({ kind: 'result', json });
      await jobs.close();
    }
  });
  const statesOf = async (jobs: Jobs, id: string): Promise<readonly JobState[]> => {
    const states: JobState[] = [];
    for await (const state of jobs.events(id, new AbortController().signal)) states.push(state);
    return states;
  };

  test('of one key are one, and another question under it is none', async () => {
    const { jobs, runs } = begun();
    const keyed = (id: string) => ({ ...asker, id: `1234-${id}`, underKey: '1234-' });
    const { id } = await jobs.create(task, question, keyed('a'));
    expect(await jobs.create(task, question, keyed('a'))).toMatchObject({ id });
    await expect(jobs.create(task, question, keyed('b'))).rejects.toThrow(KeyOfAnother);
    const other = { ...asker, id: '1235-b', underKey: '1235-' };
    expect(await jobs.create(task, question, other)).toMatchObject({ id: '1235-b' });
    await begins(runs, 2);
    for (const run of runs) run.resolve({ kind: 'result', json });
    await until(async () => (await jobs.countOpen()) === 0);
    // It stands for its question as long as anything is known of that.
    await expect(jobs.create(task, question, keyed('b'))).rejects.toThrow(KeyOfAnother);
    await jobs.forget(id);
    expect(await jobs.create(task, question, keyed('b'))).toMatchObject({ id: '1234-b' });
    await begins(runs, 3);
    runs[2]!.resolve({ kind: 'result', json });
  });

  test('are followed from their beginning to their result', async () => {
    const { jobs, runs } = begun();
    const { id, status } = await jobs.create(task, question, asker);
    expect(status).toBe('queued');
    expect(await jobs.countOpen()).toBe(1);
    const states = statesOf(jobs, id);
    await begins(runs, 1);
    expect(runs[0]!.asked).toBe('{"asked":1}');
    runs[0]!.onProgress(1, 3);
    await until(async () => (await jobs.get(id))?.progress.done === 1);
    runs[0]!.onProgress(3, 3);
    runs[0]!.resolve({ kind: 'result', json });
    const seen = await states;
    const done = seen.map(({ progress }) => progress.done);
    expect(done).toEqual(done.toSorted((one, other) => one - other));
    expect(seen.at(-1)).toMatchObject({ status: 'done', progress: { done: 3, total: 3, secondsLeft: 0 } });
    expect(await jobs.get(id)).toMatchObject({ id, operation: task.operation, result: json });
    expect(await jobs.countOpen()).toBe(0);
    expect((await statesOf(jobs, id)).map((state) => state.status)).toEqual(['done']);
    expect((await jobs.list(task.operation, 'own')).map((state) => state.id)).toEqual([id]);
    expect(await jobs.list(task.operation, 'other')).toEqual([]);
    await jobs.forget(id);
    expect(await jobs.get(id)).toBeUndefined();
  });

  test('that fail keep why', async () => {
    const { jobs, runs } = begun();
    const { id } = await jobs.create(task, question, asker);
    await begins(runs, 1);
    runs[0]!.resolve({ kind: 'failed', problem });
    expect((await statesOf(jobs, id)).at(-1)).toMatchObject({ status: 'failed', problem });
  });

  test('that are cancelled keep what their task hands over, if it does', async () => {
    const { jobs, runs } = begun();
    const one = await jobs.create(task, question, asker);
    await begins(runs, 1);
    const other = await jobs.create(task, question, asker);
    await begins(runs, 2);
    runs[0]!.signal.addEventListener('abort', () => runs[0]!.resolve({ kind: 'result', json }));
    runs[1]!.signal.addEventListener('abort', () => runs[1]!.reject(new Error('stopped')));
    expect(await jobs.cancel(one.id)).toMatchObject({ status: 'cancelled', result: json });
    const cancelled = await jobs.cancel(other.id);
    expect(cancelled).toMatchObject({ status: 'cancelled' });
    expect(cancelled).not.toHaveProperty('result');
    // What has ended stays as it ended.
    expect(await jobs.cancel(one.id)).toMatchObject({ status: 'cancelled', result: json });
    expect(await jobs.cancel('none')).toBeUndefined();
  });

  test('say once they have ended until when they are remembered', async () => {
    const { jobs, runs } = begun({ endedSeconds: 3_600 });
    const { id } = await jobs.create(task, question, asker);
    await begins(runs, 1);
    expect(await jobs.get(id)).not.toHaveProperty('expiresAt');
    runs[0]!.resolve({ kind: 'result', json });
    const ended = (await statesOf(jobs, id)).at(-1)!;
    if (!('endedAt' in ended)) throw new Error('it has not ended');
    expect(Date.parse(ended.endedAt)).toBeGreaterThanOrEqual(Date.parse(ended.createdAt));
    expect(Date.parse(ended.expiresAt!) - Date.parse(ended.endedAt)).toBe(3_600_000);
    expect(await jobs.list(task.operation, 'own')).toMatchObject([{ id, expiresAt: ended.expiresAt }]);
  });

  test('are forgotten when their time is over, and their key is free', async () => {
    const { jobs, runs } = begun({ endedSeconds: 0 });
    const keyed = { ...asker, id: '1234-a', underKey: '1234-' };
    await jobs.create(task, question, keyed);
    await begins(runs, 1);
    runs[0]!.resolve({ kind: 'result', json });
    await until(async () => (await jobs.countOpen()) === 0);
    expect(await jobs.get(keyed.id)).toBeUndefined();
    expect(await jobs.list(task.operation, 'own')).toEqual([]);
    expect(await jobs.resume(keyed.id)).toBeUndefined();
    expect(await jobs.create(task, question, keyed)).toMatchObject({ id: keyed.id, status: 'queued' });
    await begins(runs, 2);
    runs[1]!.resolve({ kind: 'result', json });
    await until(async () => (await jobs.countOpen()) === 0);
  });

  test('are so many and no more, of all and of each caller; the oldest that have ended are forgotten', async () => {
    const { jobs, runs } = begun({ open: 3, openOfCaller: 2, ended: 1, endedSeconds: 3_600 });
    const released: string[] = [];
    const create = (caller: string) =>
      jobs.create(task, question, { caller, body: 'own', release: () => void released.push(caller) });
    const first = await create('one');
    const second = await create('one');
    await expect(create('one')).rejects.toMatchObject({ full: 'caller' });
    const other = await create('other');
    await expect(create('third')).rejects.toThrow(TooManyJobs);
    await begins(runs, 3);
    // Which of them each run is, no database promises.
    const ended = new Set<string>();
    for (const run of runs) {
      run.resolve({ kind: 'result', json });
      await until(async () => (await jobs.countOpen()) === 2 - runs.indexOf(run));
      for (const { id } of [first, second, other]) if ((await jobs.get(id))?.status === 'done') ended.add(id);
    }
    await create('one');
    const [oldest, older] = ended;
    expect(ended.size).toBe(3);
    expect(await jobs.get(oldest!)).toBeUndefined();
    expect(await jobs.get(older!)).toBeUndefined();
    // Whoever asked holds nothing more, however it went.
    await begins(runs, 4);
    runs[3]!.resolve({ kind: 'result', json });
    await until(async () => (await jobs.countOpen()) === 0);
    expect(released.toSorted()).toEqual(['one', 'one', 'one', 'one', 'other', 'third']);
  });
}

describe('jobs in memory', () => {
  keepsPromises((limits) => {
    const { runs, run } = held();
    return { jobs: new JobsInMemory(run, limits), runs };
  });
});

onEachDatabase(({ fresh }) => {
  const started = (place: StorePlace, limits: JobLimits, run?: JobRunner) =>
    new StoredJobs({
      store: new KeptStore(place),
      limits,
      ...(run && { startWorker: (store, queue) => workerOn(store, queue, run) }),
    });
  const limits = { open: 5, openOfCaller: 5, ended: 5, endedSeconds: 3_600 };

  describe('jobs in the store', () => {
    keepsPromises((own) => {
      const { runs, run } = held();
      return { jobs: started(fresh(), own, run), runs };
    });

    test('are told of, cancelled and worked on by any process', async () => {
      const place = fresh();
      const { runs, run } = held();
      const [front, other, worker] = [
        started(place, limits),
        started(place, limits),
        started(place, limits, run),
      ];
      const asked = await front.create(task, question, asker);
      // The worker founds its store with the first look of its own.
      await worker.get(asked.id);
      await until(async () => runs.length === 1);
      await until(async () => (await other.get(asked.id))?.status === 'running');
      runs[0]!.signal.addEventListener('abort', () => runs[0]!.resolve({ kind: 'result', json }));
      expect(await other.cancel(asked.id)).toMatchObject({ status: 'cancelled', result: json });
      expect(await front.get(asked.id)).toMatchObject({ status: 'cancelled', result: json });
      await Promise.all([front, other, worker].map((each) => each.close()));
    });

    test('go on after they were cancelled or failed, and after nothing else', async () => {
      const { runs, run } = held();
      const jobs = started(fresh(), { ...limits, open: 1 }, run);
      const { id } = await jobs.create(task, question, asker);
      await begins(runs, 1);
      expect(await jobs.resume(id)).toMatchObject({ status: 'running' });
      runs[0]!.signal.addEventListener('abort', () => runs[0]!.resolve({ kind: 'result', json }));
      await jobs.cancel(id);
      const resumed = await jobs.resume(id);
      expect(resumed).toMatchObject({ id, status: 'queued' });
      expect(resumed).not.toHaveProperty('result');
      await expect(jobs.create(task, question, asker)).rejects.toThrow(TooManyJobs);
      await begins(runs, 2);
      expect(runs[1]!.asked).toBe('{"asked":1}');
      runs[1]!.resolve({ kind: 'failed', problem });
      await until(async () => (await jobs.get(id))?.status === 'failed');
      expect(await jobs.resume(id)).not.toHaveProperty('problem');
      await begins(runs, 3);
      runs[2]!.resolve({ kind: 'result', json });
      await until(async () => (await jobs.get(id))?.status === 'done');
      expect(await jobs.resume(id)).toMatchObject({ status: 'done' });
      expect(await jobs.resume('none')).toBeUndefined();
      await jobs.close();
    });

    test('outlive a process that ends: the next one goes on with them', async () => {
      const place = fresh();
      const [first, second] = [held(), held()];
      const before = started(place, limits, first.run);
      const { id } = await before.create(task, question, asker);
      await until(async () => first.runs.length === 1);
      first.runs[0]!.signal.addEventListener('abort', () => first.runs[0]!.reject(new Error('stopped')));
      await before.close();
      const after = started(place, limits, second.run);
      await until(async () => second.runs.length === 1);
      expect(second.runs[0]!.asked).toBe('{"asked":1}');
      second.runs[0]!.resolve({ kind: 'result', json });
      await until(async () => (await after.get(id))?.status === 'done');
      await after.close();
    });

    test('leave nothing behind when their time is over, whoever looks', async () => {
      const place = fresh();
      const { runs, run } = held();
      const jobs = started(place, { ...limits, endedSeconds: 0 }, run);
      await jobs.create(task, question, asker);
      await until(async () => runs.length === 1);
      runs[0]!.resolve({ kind: 'result', json });
      await until(async () => (await jobs.countOpen()) === 0);
      await jobs.close();
      const { db, close } = await openStore(place);
      const left = async () => [
        await db.selectFrom('jobs').select('id').execute(),
        await db.selectFrom('job_inputs').select('sha256').execute(),
      ];
      expect((await left()).flat()).toHaveLength(2);
      // A service that starts forgets what came to its time while none ran.
      const next = started(place, limits);
      await next.list(task.operation, 'own');
      await until(async () => (await left()).flat().length === 0);
      await next.close();
      await close();
    });

    test('leave nothing behind when they are forgotten, but what others are asked with', async () => {
      const place = fresh();
      const { runs, run } = held();
      const jobs = started(place, limits, run);
      const [one, other] = [
        await jobs.create(task, question, asker),
        await jobs.create(task, question, asker),
      ];
      await until(async () => runs.length === 2);
      for (const each of runs) each.resolve({ kind: 'result', json });
      await until(async () => (await jobs.countOpen()) === 0);
      const { db, close } = await openStore(place);
      const inputs = async () => (await db.selectFrom('job_inputs').select('sha256').execute()).length;
      await jobs.forget(one.id);
      expect(await inputs()).toBe(1);
      await jobs.forget(other.id);
      expect(await inputs()).toBe(0);
      await jobs.close();
      await close();
    });
  });

  describe('the queue', () => {
    const opened = async (place = fresh()) => {
      const store = await openStore(place);
      return { store, queue: await openQueue(store) };
    };
    const chunk = (job: string, first: number, priority = 0) => ({ job, first, last: first + 1, priority });

    test('gives each chunk to one, the urgent ones first, and takes back what is left', async () => {
      const { store, queue } = await opened();
      await store.db
        .transaction()
        .execute((tx) => queue.put(tx, [chunk('a', 0), chunk('a', 1), chunk('b', 0, 1)]));
      const [urgent] = await queue.take(1);
      expect(urgent).toMatchObject({ chunk: chunk('b', 0, 1), attempt: 0 });
      const rest = await queue.take(5);
      // Of those that were put in together, any may come first.
      expect(new Set(rest.map((lease) => lease.chunk.first))).toEqual(new Set([0, 1]));
      expect(await queue.take(5)).toEqual([]);
      await queue.touch(rest);
      await queue.end(rest[0]!, [chunk('a', 7)]);
      await queue.end(rest[1]!, []);
      expect((await queue.take(5)).map((lease) => lease.chunk)).toEqual([chunk('a', 7)]);
      expect([
        await queue.has(store.db, 'a'),
        await queue.has(store.db, 'b'),
        await queue.has(store.db, 'c'),
      ]).toEqual([true, true, false]);
      await queue.end(urgent!, []);
      expect(await queue.has(store.db, 'b')).toBe(false);
      await queue.close();
      await store.close();
    });

    test('puts chunks with the rest of a transaction or not at all', async () => {
      const { store, queue } = await opened();
      const undone = store.db.transaction().execute(async (tx) => {
        await queue.put(tx, [chunk('a', 0)]);
        throw new Error('undone');
      });
      await expect(undone).rejects.toThrow('undone');
      expect(await queue.take(1)).toEqual([]);
      await queue.close();
      await store.close();
    });
  });
});
