import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { BatchResult } from '../../src/batch/answers.ts';
import { closeBatchThreads } from '../../src/batch/batch-threads.ts';
import { streamedBatch, submitBatch } from '../../src/jobs/batch-job.ts';
import { jobById, resultOfJob } from '../../src/jobs/job-rows.ts';
import { openQueue } from '../../src/jobs/open-queue.ts';
import { askToStop, resumeJob } from '../../src/jobs/stop-and-resume.ts';
import { startJobRole } from '../../src/service/jobs/job-role.ts';
import { packedContent } from '../../src/store/documents/contents.ts';
import { OWN_BODY } from '../../src/store/own-actor.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { onEachDatabase } from '../store/databases.ts';
import { allOf } from '../batch/all-of.ts';
import { until } from '../service/running.ts';
import { countryBatch, solvedAlone, withoutTimes } from './country-batch.ts';
import { rangesOf } from '../../src/jobs/chunk-cutting.ts';

const AN = { who: 'an', body: OWN_BODY };
const asking = {
  language: 'en',
  limits: { open: 5, openOfCaller: 5, ended: 5, endedSeconds: 3_600 },
} as const;
const logger = pino({ level: 'silent' });

describe('the ranges of a batch', () => {
  test.each([
    [1, 1],
    [12, 36],
    [100, 100],
    [3_321, 66_420],
    [3_321, 3_321],
    [20, 20_000],
  ])('of %i cases with %i answers are all of it, once', (cases, total) => {
    const ranges = rangesOf({ cases, total });
    expect(ranges.flatMap(({ first, last }) => [first, last])).toEqual(
      ranges.flatMap((_, index) => [ranges[index - 1]?.last ?? 0, ranges[index + 1]?.first ?? cases]),
    );
    const width = total / cases;
    for (const { first, last } of ranges)
      expect((last - first) * width).toBeLessThanOrEqual(Math.max(512, width));
  });
});

onEachDatabase(({ fresh }) => {
  let alone: readonly BatchResult[];
  let batch: Awaited<ReturnType<typeof countryBatch>>;
  const open: { readonly close: () => Promise<void> }[] = [];
  beforeAll(async () => {
    batch = await countryBatch();
    alone = await solvedAlone(batch.prepared);
    await closeBatchThreads();
  });
  afterEach(async () => {
    for (const each of open.splice(0).toReversed()) await each.close();
  });
  afterAll(closeBatchThreads);

  const opened = async () => {
    const place = fresh();
    const store = await openStore(place);
    const queue = await openQueue(store);
    open.push(store, queue);
    const work = async () => {
      const role = await startJobRole({ store: place, places: 1, logger });
      open.push(role);
      return role;
    };
    return { place, store, queue, work };
  };
  const answerOf = async ({ db }: Store, id: string) => {
    await until(async () => (await jobById(db, id))?.endedAt !== undefined);
    const { batch: found, results } = (await streamedBatch(db, id))!;
    return { batch: found, results: await allOf(results) };
  };

  test('a batch on the queue comes to what one process comes to, and to it again from what is kept', async () => {
    const { store, queue, work } = await opened();
    const job = await submitBatch(store.db, queue, AN, batch.written, asking);
    expect(job).toMatchObject({ status: 'queued', done: 0, total: 36 });
    // The same asked meanwhile is the same.
    expect((await submitBatch(store.db, queue, AN, batch.written, asking)).id).toBe(job.id);
    await work();
    const answer = await answerOf(store, job.id);
    expect(withoutTimes(answer.results)).toEqual(alone);
    expect(answer.batch).toMatchObject({ cases: 12, total: 36, complete: true, reused: 0 });
    expect(await jobById(store.db, job.id)).toMatchObject({ status: 'done', done: 36, total: 36 });

    const more = await countryBatch(['women-20', 'women-25', 'young-15']);
    const again = await submitBatch(store.db, queue, AN, more.written, asking);
    const second = await answerOf(store, again.id);
    expect(second.batch).toMatchObject({ total: 48, complete: true, reused: 36 });
    expect(withoutTimes(second.results).filter(({ scenario }) => scenario !== 'young-15')).toEqual(alone);
  });

  test('one that was answered before cases without a slate were named, names them', async () => {
    const { store, queue, work } = await opened();
    const { id } = await submitBatch(store.db, queue, AN, batch.written, asking);
    await work();
    const { batch: told } = await answerOf(store, id);
    expect(told.slateless.length).toBeGreaterThan(0);
    const written = JSON.parse(Buffer.from((await resultOfJob(store.db, id))!).toString()) as {
      readonly batch: object;
    };
    const { slateless: _unsaid, ...earlier } = { slateless: [], ...written.batch };
    const result = await packedContent(Buffer.from(JSON.stringify({ ...written, batch: earlier })));
    await store.db.updateTable('jobs').set({ result }).where('id', '=', id).execute();
    expect((await answerOf(store, id)).batch).toEqual(told);
  });

  test('one that is cancelled keeps what was found, and asked again takes it from there', async () => {
    const { store, queue, work } = await opened();
    const { id } = await submitBatch(store.db, queue, AN, batch.written, asking);
    await work();
    await until(async () => (await jobById(store.db, id))!.done > 0);
    await askToStop(store.db, id);
    const stopped = await answerOf(store, id);
    const { status, done } = (await jobById(store.db, id))!;
    expect(status === 'cancelled' || done === 36).toBe(true);
    expect(stopped.results.length).toBeGreaterThan(0);
    const again = await submitBatch(store.db, queue, AN, batch.written, asking);
    const { batch: whole, results } = await answerOf(store, again.id);
    expect(withoutTimes(results)).toEqual(alone);
    if (status === 'cancelled') expect(whole.reused).toBe(done);
  });

  test('one that is cancelled and taken up again goes on where it was, as the same job', async () => {
    const { store, queue, work } = await opened();
    const { id } = await submitBatch(store.db, queue, AN, batch.written, asking);
    await askToStop(store.db, id);
    expect(await jobById(store.db, id)).toMatchObject({ status: 'cancelled' });
    expect(await resumeJob(store.db, queue, id, asking.limits)).toMatchObject({ status: 'queued' });
    await work();
    await until(async () => (await jobById(store.db, id))!.done > 0);
    await askToStop(store.db, id);
    await answerOf(store, id);
    const before = (await jobById(store.db, id))!;
    await resumeJob(store.db, queue, id, asking.limits);
    const { batch: whole, results } = await answerOf(store, id);
    expect(withoutTimes(results)).toEqual(alone);
    expect(whole).toMatchObject({ complete: true, reused: 0 });
    // What is done stays done.
    expect(await resumeJob(store.db, queue, id, asking.limits)).toMatchObject({ status: 'done', done: 36 });
    expect((await jobById(store.db, id))!.beganAt).toBeGreaterThanOrEqual(before.beganAt!);
  });

  test('a worker that leaves gives back what is not done', async () => {
    const { store, queue, work } = await opened();
    const { id } = await submitBatch(store.db, queue, AN, batch.written, asking);
    const first = await work();
    await until(async () => (await jobById(store.db, id))!.done > 0);
    await first.close();
    await work();
    expect(withoutTimes((await answerOf(store, id)).results)).toEqual(alone);
  });
});
