import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { openQueue } from '../../src/jobs/open-queue.ts';
import { JobWorker } from '../../src/jobs/job-worker.ts';
import { openQuestion } from '../../src/library/open-question.ts';
import { type Folders, SHIPPED } from '../../src/opening/shipped.ts';
import { sweepSchema, tradeOffSchema } from '../../src/scenarios/answers.ts';
import { DIVIDED_JOBS } from '../../src/service/jobs/divided-jobs.ts';
import { DividedWork } from '../../src/service/jobs/divided-work.ts';
import { jobRunner } from '../../src/service/jobs/job-role.ts';
import type { JobRunner, JobState } from '../../src/service/jobs/jobs.ts';
import { KeptStore } from '../../src/service/keeping/kept-store.ts';
import { defaultLimits } from '../../src/service/requests/limits.ts';
import { JOB_KINDS } from '../../src/service/routes/routes.ts';
import { StoredJobs } from '../../src/service/jobs/stored-jobs.ts';
import { jobThreads } from '../../src/service/workers/workers.ts';
import type { StorePlace } from '../../src/store/store-place.ts';
import { openStore } from '../../src/store/store.ts';
import { REFERENCE, SMALL_CSV, SMALL_YAML, until, withFolder } from '../service/running.ts';
import { onEachDatabase } from '../store/databases.ts';
import { startWorker } from './processes.ts';

const SWEEP = { vary: ['women=9..12', 'under-40=5..7'] };
const SLATE = Array.from({ length: 46 }, (_, index) => `HD-${String(index + 1).padStart(3, '0')}`);
const logger = pino({ level: 'silent' });
const asker = { caller: 'an', body: 'own' };

const asked = await openQuestion({ pool: { name: 'hai-duong' }, rules: { id: 'hai-duong-2020' } });

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

/** Whoever asks, and does no work. */
function frontOn(place: StorePlace): StoredJobs {
  const jobs = new StoredJobs({
    store: new KeptStore(place),
    limits: { open: 9, openOfCaller: 9, ended: 9, endedSeconds: 3_600 },
  });
  ends.push(() => jobs.close());
  return jobs;
}

function begun(jobs: StoredJobs, operation: string, question: object): Promise<JobState> {
  const { task } = JOB_KINDS.find((kind) => kind.task.operation === operation)!;
  const body = Buffer.from(JSON.stringify({ ...REFERENCE, ...question }));
  return jobs.create(task, { body, parameters: {}, language: 'en' }, asker);
}

/**
 * A worker that gives back what is left after so short a time that others come in. It notes which parts its
 * threads were asked for, chunk by chunk.
 */
async function workerOn(
  place: StorePlace,
  operation: string,
  {
    beginForMs = 1,
    mayGoOn = async () => {},
    folders = SHIPPED,
  }: { beginForMs?: number; mayGoOn?: () => Promise<void>; folders?: Folders } = {},
): Promise<(readonly number[])[]> {
  const store = await openStore(place);
  const queue = await openQueue(store);
  const threads = jobThreads(folders, { ...defaultLimits(), jobsAtOnce: 1 });
  const run = jobRunner(threads, logger);
  const asked: (readonly number[])[] = [];
  const noted: JobRunner = async (task, question, watch) => {
    if (task.operation.endsWith('/find')) {
      if (asked.length > 0) await mayGoOn();
      asked.push((JSON.parse(Buffer.from(question.body!).toString()) as { parts: number[] }).parts);
    }
    return run(task, question, watch);
  };
  const failures: unknown[] = [];
  const worker = new JobWorker({
    db: store.db,
    queue,
    places: 1,
    workOf: () => new DividedWork(store.db, noted, DIVIDED_JOBS.get(operation)!, beginForMs),
    giveUp: () => '{}',
    onFailure: (error) => failures.push(error),
  });
  ends.push(async () => {
    await worker.leave();
    await Promise.all([queue.close(), threads.close()]);
    await store.close();
    expect(failures).toEqual([]);
  });
  return asked;
}

/** Two workers, of which neither works on a second chunk before the other has had one. */
async function twoWorkersOn(place: StorePlace, operation: string) {
  const workers: (readonly (readonly number[])[])[] = [];
  const mayGoOn = () =>
    until(async () => workers.length === 2 && workers.every((chunks) => chunks.length > 0));
  for (const _ of [1, 2]) workers.push(await workerOn(place, operation, { mayGoOn }));
  return workers;
}

async function resultOf(jobs: StoredJobs, id: string): Promise<Record<string, unknown>> {
  await until(async () => ['done', 'failed', 'cancelled'].includes((await jobs.get(id))!.status));
  const state = (await jobs.get(id))!;
  if (!('result' in state) || !(state.result instanceof Uint8Array)) throw new Error(JSON.stringify(state));
  return JSON.parse(Buffer.from(state.result).toString('utf8')) as Record<string, unknown>;
}

/** How long it took is never the same twice; whether a proof was found in time may differ, too. */
function comparable(answer: unknown): unknown {
  return JSON.parse(
    JSON.stringify(answer, (name, value: unknown) =>
      name === 'milliseconds' || name === 'assurance' ? undefined : value,
    ),
  );
}

onEachDatabase(({ fresh }) => {
  test('a sweep over a file that is changed meanwhile is refused, and never of both', async () =>
    withFolder({ 'board/pool.csv': SMALL_CSV }, async (poolsFolder) => {
      const place = fresh();
      const jobs = frontOn(place);
      const question = { pool: { name: 'board' }, rules: { yaml: SMALL_YAML }, vary: ['women=0..2'] };
      const { id } = await begun(jobs, 'sweeps', question);
      const changed = `${SMALL_CSV}E,Em,female\n`;
      let changes = 0;
      const mayGoOn = async () => {
        changes += 1;
        writeFileSync(join(poolsFolder, 'board', 'pool.csv'), changed);
      };
      await workerOn(place, 'sweeps', { mayGoOn, folders: { ...SHIPPED, poolsFolder } });
      await until(async () => 'endedAt' in (await jobs.get(id))!);
      expect(changes).toBeGreaterThan(0);
      expect(await jobs.get(id)).toMatchObject({
        status: 'failed',
        problem: { status: 422, errors: [{ code: 'service.files-changed' }] },
      });
      // Taken up again it is about the file as it is now, and what was found of the other is no part of it.
      expect(await jobs.resume(id)).toMatchObject({ progress: { done: 0, total: 0 } });
      const found = await resultOf(jobs, id);
      const now = await openQuestion({ pool: { csv: changed }, rules: { yaml: SMALL_YAML } });
      expect(comparable(found)).toEqual(comparable(await now.sweep(question.vary)));
      expect((await jobs.get(id))!.progress).toMatchObject({ done: 3, total: 3 });
    }));

  test('a sweep that two workers share comes to what one process comes to, cell by cell', async () => {
    const place = fresh();
    const jobs = frontOn(place);
    const { id } = await begun(jobs, 'sweeps', SWEEP);
    const workers = await twoWorkersOn(place, 'sweeps');
    const found = await resultOf(jobs, id);
    expect(comparable(found)).toEqual(comparable(await asked.sweep(SWEEP.vary)));
    expect((await jobs.get(id))!.progress).toMatchObject({ done: 12, total: 12, secondsLeft: 0 });
    for (const chunks of workers) expect(chunks.length).toBeGreaterThan(0);
  });

  test('robustness that two workers share comes to what one process comes to', async () => {
    const place = fresh();
    const jobs = frontOn(place);
    const { id } = await begun(jobs, 'robustness-studies', { slate: SLATE, out: 1 });
    const workers = await twoWorkersOn(place, 'robustness-studies');
    const found = await resultOf(jobs, id);
    expect(comparable(found)).toEqual(comparable(await asked.robustness(SLATE, { out: 1 })));
    expect((await jobs.get(id))!.progress).toMatchObject({ done: 46, total: 46 });
    for (const chunks of workers) expect(chunks.length).toBeGreaterThan(0);
  });

  test('a trade-off that two workers share comes to what one process comes to, point by point', async () => {
    const place = fresh();
    const jobs = frontOn(place);
    const measures = ['women', 'under-40'];
    const { id } = await begun(jobs, 'trade-offs', { measures });
    const workers = await twoWorkersOn(place, 'trade-offs');
    const found = tradeOffSchema.parse(await resultOf(jobs, id));
    const { solves: _solves, ...whole } = tradeOffSchema.parse(await asked.tradeOff(measures));
    expect(comparable(found)).toMatchObject(comparable(whole) as object);
    const { done, total } = (await jobs.get(id))!.progress;
    expect(total).toBeGreaterThan(1);
    expect(done).toBe(total);
    for (const chunks of workers) expect(chunks.length).toBeGreaterThan(0);
  });

  test('robustness that runs out of time says so', async () => {
    const place = fresh();
    const jobs = frontOn(place);
    const { id } = await begun(jobs, 'robustness-studies', { slate: SLATE, timeLimitMs: 1 });
    await workerOn(place, 'robustness-studies');
    await until(async () => (await jobs.get(id))!.status === 'failed');
    expect(await jobs.get(id)).toMatchObject({ problem: { type: 'urn:slate:problem:time-ran-out' } });
  });

  test('a sweep that is stopped has its cells, and taken up again asks for the others alone', async () => {
    const place = fresh();
    const jobs = frontOn(place);
    const { id } = await begun(jobs, 'sweeps', SWEEP);
    const chunks = await workerOn(place, 'sweeps');
    await until(async () => (await jobs.get(id))!.progress.done > 0);
    const stopped = (await jobs.cancel(id))!;
    const { done } = stopped.progress;
    // On a machine that is quick enough it is done by then.
    if (stopped.status === 'cancelled') {
      expect(sweepSchema.parse(await resultOf(jobs, id))).toMatchObject({ complete: done === 12 });
      chunks.splice(0);
      await jobs.resume(id);
      await until(async () => (await jobs.get(id))!.status === 'done');
      expect(new Set(chunks.flat()).size).toBeLessThanOrEqual(13 - done);
    }
    expect(sweepSchema.parse(await resultOf(jobs, id))).toMatchObject({ complete: true });
  });

  test('a sweep over a grid that overlaps with one before solves the new cells alone', async () => {
    const place = fresh();
    const jobs = frontOn(place);
    const first = await begun(jobs, 'sweeps', { vary: ['women=9..11'] });
    const chunks = await workerOn(place, 'sweeps', { beginForMs: 600_000 });
    await resultOf(jobs, first.id);
    expect(chunks.flat()).toEqual([0, 1, 2, 3]);
    chunks.splice(0);
    // The same cells stand elsewhere in this grid, and 11 women is what the rules say themselves.
    const second = await begun(jobs, 'sweeps', { vary: ['women=8..12'] });
    const found = await resultOf(jobs, second.id);
    expect(chunks.flat()).toEqual([0, 4]);
    expect(comparable(found)).toEqual(comparable(await asked.sweep(['women=8..12'])));
  });

  test('a worker that is killed loses nothing that was found', async () => {
    const place = fresh();
    const jobs = frontOn(place);
    const vary = ['women=4..14', 'under-40=3..9'];
    const { id } = await begun(jobs, 'sweeps', { vary });
    const first = startWorker(place);
    await until(async () => (await jobs.get(id))!.progress.done > 0);
    first.kill('SIGKILL');
    const { done } = (await jobs.get(id))!.progress;
    const second = startWorker(place);
    ends.push(async () => second.kill('SIGKILL'));
    const found = await resultOf(jobs, id);
    expect(done).toBeGreaterThan(0);
    expect(comparable(found)).toEqual(comparable(await asked.sweep(vary)));
    expect((await jobs.get(id))!.progress).toMatchObject({ done: 77, total: 77 });
  });

  test('a worker that is killed in the midst of a trade-off keeps nobody from the whole of it', async () => {
    const place = fresh();
    const jobs = frontOn(place);
    const measures = ['objective', 'women', 'under-40'];
    const { id } = await begun(jobs, 'trade-offs', { measures });
    const first = startWorker(place);
    // Its parts are told, and it is at the first of them.
    await until(async () => (await jobs.get(id))!.progress.total > 1);
    first.kill('SIGKILL');
    const second = startWorker(place);
    ends.push(async () => second.kill('SIGKILL'));
    const found = tradeOffSchema.parse(await resultOf(jobs, id));
    const { solves: _solves, ...whole } = tradeOffSchema.parse(await asked.tradeOff(measures));
    expect(comparable(found)).toMatchObject(comparable(whole) as object);
    const { done, total } = (await jobs.get(id))!.progress;
    expect(done).toBe(total);
  });
});
