import { setTimeout as wait } from 'node:timers/promises';
import { type Database, writing, writingApart } from '../store/database.ts';
import { BATCHES } from './batch-job.ts';
import type { ChunkQueue } from './chunk-queue.ts';
import { CHANGED_GROUND, type JobLimits, type StoredJob } from './job.ts';
import { endJob, jobById, WHOLE } from './job-rows.ts';
import { forgetCells } from './part-outcomes.ts';
import { refuseTooMany } from './refused-jobs.ts';

/** Milliseconds that whoever works on a job has to stop, after which it counts as stopped; and between two looks. */
const STOP = 10_000;
const LOOK = 50;

/** Asks whoever works on a job to stop; one that nobody has begun ends at once. */
export async function askToStop(db: Database, id: string): Promise<void> {
  await writingApart(db, async (tx) => {
    await tx
      .updateTable('jobs')
      .set({ status: 'cancelled', stop_asked: 1, ended_at: new Date().toISOString() })
      .where('id', '=', id)
      .where('status', '=', 'queued')
      .execute();
    await tx
      .updateTable('jobs')
      .set({ stop_asked: 1 })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .execute();
  });
}

/** Stops a job. @returns it as it ended; one that had ended already stays as it is */
export async function stopJob(db: Database, id: string): Promise<StoredJob | undefined> {
  await askToStop(db, id);
  const until = performance.now() + STOP;
  for (;;) {
    const job = await jobById(db, id);
    if (job === undefined || job.endedAt !== undefined) return job;
    // Whoever worked on it has died, or hangs: what comes of it is wanted by nobody.
    if (performance.now() > until) await endJob(db, id, { status: 'cancelled' });
    else await wait(LOOK);
  }
}

/** Whether a job can be taken up again: it ended before it was done. */
export function isResumable({ status }: Pick<StoredJob, 'status'>): boolean {
  return status === 'cancelled' || status === 'failed';
}

/**
 * Puts a job that was cancelled or failed on the queue again, with what was found by then; another stays as
 * it is. One that failed since what it is about has changed begins anew. The time in which nobody worked on it
 * does not count towards its pace.
 *
 * @throws TooManyJobs
 */
export async function resumeJob(
  db: Database,
  queue: ChunkQueue,
  id: string,
  limits: JobLimits,
): Promise<StoredJob | undefined> {
  const job = await jobById(db, id);
  if (job === undefined || !isResumable(job)) return job;
  const { beganAt, endedAt = Date.now() } = job;
  await writing(db, async (tx) => {
    await refuseTooMany(tx, job.askedBy, limits);
    const { numUpdatedRows } = await tx
      .updateTable('jobs')
      .set({
        status: 'queued',
        stop_asked: 0,
        ended_at: null,
        result: null,
        problem: null,
        ...(job.ground === CHANGED_GROUND && { ground: null, done: 0, total: 0 }),
        ...(beganAt !== undefined && { began_at: new Date(Date.now() - (endedAt - beganAt)).toISOString() }),
      })
      .where('id', '=', id)
      .where('status', 'in', ['cancelled', 'failed'])
      .executeTakeFirst();
    if (numUpdatedRows > 0n) {
      if (job.ground === CHANGED_GROUND) await forgetCells(tx, id);
      await queue.put(tx, [{ job: id, ...WHOLE, priority: priorityOf(job.operation) }]);
    }
  });
  return jobById(db, id);
}

/** Questions come before batches, of which there is much to do; what is higher is taken up first. */
export function priorityOf(operation: string): number {
  return operation === BATCHES ? 0 : 1;
}
