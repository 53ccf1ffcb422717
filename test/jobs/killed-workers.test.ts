import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { Random } from '../../fixtures/made-up/random.ts';
import { closeBatchThreads } from '../../src/batch/batch-threads.ts';
import { streamedBatch, submitBatch } from '../../src/jobs/batch-job.ts';
import { jobById } from '../../src/jobs/job-rows.ts';
import { openQueue } from '../../src/jobs/open-queue.ts';
import { OWN_BODY } from '../../src/store/own-actor.ts';
import type { StorePlace } from '../../src/store/store-place.ts';
import { openStore } from '../../src/store/store.ts';
import { onEachDatabase } from '../store/databases.ts';
import { allOf } from '../batch/all-of.ts';
import { countryBatch, solvedAlone, withoutTimes } from './country-batch.ts';
import { startServing, startWorker } from './processes.ts';

/** How often somebody is killed; `SLATE_KILLS=50` for the promise as it is made. */
const KILLS = Number(process.env['SLATE_KILLS'] ?? 3);
/** Milliseconds that only end what hangs: whoever dies is missed for the ten seconds of a lease. */
const PATIENCE = 600_000 + 60_000 * KILLS;
/** Cases that keep two workers busy for as long as that takes. */
const COMMUNES = 12 * Math.ceil(KILLS / 4);

onEachDatabase(({ fresh, crash }) => {
  afterAll(closeBatchThreads);

  test(
    `${KILLS} times somebody dies: every case is answered once, none lost, none different`,
    async () => {
      const { prepared, written } = await countryBatch(['women-20', 'women-25', 'young-15'], COMMUNES);
      const alone = await solvedAlone(prepared);
      const place = fresh();
      const { db, ...store } = await openStore(place);
      const queue = await openQueue({ db, ...store });
      const limits = { open: 1, openOfCaller: 1, ended: 1, endedSeconds: 3_600 };
      const { id, total } = await submitBatch(db, queue, { who: 'an', body: OWN_BODY }, written, {
        language: 'en',
        limits,
      });
      // A service works on jobs, too, and is killed like them.
      const starts = [startWorker, startWorker, (at: StorePlace) => startServing(at, 1).process];
      const workers = starts.map((start) => start(place));
      const look = () => jobById(db, id).catch(() => undefined);
      const moments = new Random(1);
      let kills = 0;
      try {
        for (let before = 0; ; await wait(50)) {
          const job = await look();
          if (job?.endedAt !== undefined) break;
          // Somebody dies at some moment after something was done: each time there is less to do.
          if (kills >= KILLS || job === undefined || job.done <= before) continue;
          before = job.done;
          await wait(moments.whole(0, 600));
          const one = kills % workers.length;
          workers[one]!.kill('SIGKILL');
          if (kills % 10 === 2) await crash?.();
          workers[one] = starts[one]!(place);
          kills += 1;
        }
        const { results } = (await streamedBatch(db, id))!;
        expect(withoutTimes(await allOf(results))).toEqual(alone);
        expect(await jobById(db, id)).toMatchObject({ status: 'done', done: total, total });
        const cells = await db.selectFrom('job_cells').select('cell').where('job', '=', id).execute();
        expect(cells.map(({ cell }) => cell).toSorted((a, b) => a - b)).toEqual([...Array(total).keys()]);
        expect(kills).toBeGreaterThan(0);
      } finally {
        for (const worker of workers) worker.kill('SIGKILL');
        await queue.close();
        await store.close();
      }
    },
    PATIENCE,
  );
});
