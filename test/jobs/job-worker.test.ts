import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Chunk, ChunkQueue } from '../../src/jobs/chunk-queue.ts';
import { createJob } from '../../src/jobs/create-job.ts';
import { endJob, jobById } from '../../src/jobs/job-rows.ts';
import { JobWorker } from '../../src/jobs/job-worker.ts';
import { openQueue } from '../../src/jobs/open-queue.ts';
import { openStore } from '../../src/store/store.ts';
import type { StorePlace } from '../../src/store/store-place.ts';
import { onEachDatabase } from '../store/databases.ts';
import { hasPostgres, startPostgres } from '../store/postgres.ts';
import { until } from '../service/running.ts';

const AN = { who: 'an', body: 'own' };
/** Chunks of a large batch: more than pg-boss tells of at once. */
const MANY = 1_010;

onEachDatabase(({ fresh }) => {
  const open: { readonly close: () => Promise<void> }[] = [];
  afterEach(async () => {
    for (const each of open.splice(0).toReversed()) await each.close();
  });

  const opened = async (place: StorePlace) => {
    const store = await openStore(place);
    const queue = await openQueue(store);
    open.push(store, queue);
    return { db: store.db, queue };
  };

  /** A store with a job of which nothing is on the queue, as after a backup was restored. */
  const withLostJob = async () => {
    const place = fresh();
    const { db, queue } = await opened(place);
    const { id } = await createJob(db, queue, AN, {
      operation: 'proposals',
      asked: Buffer.from('{}'),
      language: 'vi',
      priority: 1,
      limits: { open: 9, openOfCaller: 9, ended: 9, endedSeconds: 3_600 },
    });
    for (const lease of await queue.take(1)) await queue.end(lease, []);
    expect(await queue.has(db, id)).toBe(false);
    return { place, id, db };
  };

  /** A worker that ends a job some time after it has taken up a chunk of it. */
  const worker = async (
    { db, queue }: Awaited<ReturnType<typeof opened>>,
    failures: unknown[] = [],
  ): Promise<void> => {
    const begun = new JobWorker({
      db,
      queue,
      places: 1,
      workOf: () => ({
        work: async (job) => {
          await wait(300);
          await endJob(db, job.id, { status: 'done', result: Buffer.from('{}') });
          return [];
        },
        stopped: async () => ({ status: 'cancelled' }),
      }),
      giveUp: () => '{}',
      onFailure: (error) => void failures.push(error),
    });
    open.push({ close: () => begun.leave() });
  };

  test('a job that is on no queue is put again once, however many workers begin at once', async () => {
    const { place, id, db } = await withLostJob();
    const put: Chunk[] = [];
    for (let each = 0; each < 3; each += 1) {
      const { db: own, queue } = await opened(place);
      // All of them have looked before the first one puts.
      const slow = overridden(queue, {
        has: async (...asked) => {
          const has = await queue.has(...asked);
          await wait(300);
          return has;
        },
        put: async (tx, chunks) => {
          await queue.put(tx, chunks);
          put.push(...chunks);
        },
      });
      await worker({ db: own, queue: slow });
    }
    await until(async () => (await jobById(db, id))?.status === 'done');
    // How often it is worked on is another matter: a worker that stalls loses it to the next.
    expect(put).toHaveLength(1);
  });

  test('a look that fails is taken again', async () => {
    const { place, id, db } = await withLostJob();
    const { db: own, queue } = await opened(place);
    const failures: unknown[] = [];
    let looks = 0;
    const failing = overridden(queue, {
      has: async (...asked) => {
        looks += 1;
        if (looks === 1) throw new Error('away');
        return queue.has(...asked);
      },
    });
    await worker({ db: own, queue: failing }, failures);
    await until(async () => (await jobById(db, id))?.status === 'done');
    expect(failures).toContainEqual(new Error('away'));
  });
});

describe.runIf(hasPostgres())('the queue of PostgreSQL', () => {
  test('sees what is left of a job behind all of it that has ended', async () => {
    const cluster = await startPostgres();
    onTestFinished(() => cluster.stop());
    const store = await openStore({ url: cluster.database() });
    onTestFinished(() => store.close());
    const { db } = store;
    const queue = await openQueue(store);
    onTestFinished(() => queue.close());
    const chunks = Array.from({ length: MANY }, (_, first) => ({
      job: 'j',
      first,
      last: first + 1,
      priority: 1,
    }));
    await db.transaction().execute((tx) => queue.put(tx, chunks));
    expect(await queue.take(MANY)).toHaveLength(MANY);
    // To end them one by one may take longer than anybody holds them.
    const end = (but: number) =>
      sql`update slate_queue.job set state = 'completed' where data->>'first' <> ${String(but)}`.execute(db);
    await end(MANY - 1);
    expect(await queue.has(db, 'j')).toBe(true);
    await end(MANY);
    expect(await queue.has(db, 'j')).toBe(false);
  });
});

function overridden(queue: ChunkQueue, by: Partial<ChunkQueue>): ChunkQueue {
  return {
    put: (...asked) => queue.put(...asked),
    take: (...asked) => queue.take(...asked),
    touch: (...asked) => queue.touch(...asked),
    end: (...asked) => queue.end(...asked),
    has: (...asked) => queue.has(...asked),
    close: () => queue.close(),
    ...by,
  };
}
