import { randomUUID } from 'node:crypto';
import type { Actor } from '../store/audit.ts';
import { type Database, writing } from '../store/database.ts';
import type { Language } from '../words/language.ts';
import type { ChunkQueue } from './chunk-queue.ts';
import { keepInputs, type PackedInput, packedInput } from './packed-inputs.ts';
import type { JobLimits, StoredJob } from './job.ts';
import { forgetExpired, forgetOldest, jobById, jobOf, type Range, WHOLE } from './job-rows.ts';
import { refuseAnother, refuseTooMany } from './refused-jobs.ts';

/** A job that is to be. */
export interface NewJob {
  /** What it is known by; where there is such a job already, that is the one. Absent: made up. */
  readonly id?: string;
  /** How the ids of all jobs begin that are asked for under the same key; absent: it is asked for under none. */
  readonly underKey?: string;
  readonly operation: string;
  /** What is asked. */
  readonly asked: Uint8Array;
  readonly language: Language;
  /** What is higher is taken up first. */
  readonly priority: number;
  readonly limits: JobLimits;
  /** What it is asked with besides. */
  readonly inputs?: readonly PackedInput[];
  /** Its parts, where that is known before anybody looks at it. */
  readonly total?: number;
  /** The ranges that its work is cut into; absent: it is whole. */
  readonly ranges?: readonly Range[];
}

/**
 * Writes a job and puts its chunks on the queue, both or neither.
 *
 * @throws TooManyJobs; KeyOfAnother where there is another job under the same key
 */
export async function createJob(
  db: Database,
  queue: ChunkQueue,
  { who, body }: Actor,
  job: NewJob,
): Promise<StoredJob> {
  const { underKey, priority, limits, inputs = [], ranges = [WHOLE] } = job;
  await forgetExpired(db);
  const input = await packedInput(job.asked);
  const row = newRow({ who, body }, job, input);
  // In turn with whoever forgets a job: what this one is asked with may be what that one was.
  const known = await writing(db, async (tx) => {
    const same = await jobById(tx, row.id);
    if (same !== undefined) return same;
    if (underKey !== undefined) await refuseAnother(tx, underKey);
    await refuseTooMany(tx, who, limits);
    await tx.insertInto('jobs').values(row).execute();
    await keepInputs(tx, row, [input, ...inputs]);
    await queue.put(
      tx,
      ranges.map((range) => ({ job: row.id, ...range, priority })),
    );
    return undefined;
  });
  if (known !== undefined) return known;
  await forgetOldest(db, body, limits.ended);
  return jobOf(row);
}

/** The row of a job that nobody has begun. */
function newRow({ who, body }: Actor, job: NewJob, asked: PackedInput) {
  const { id = randomUUID(), operation, language, total = 0, limits } = job;
  return {
    id,
    body,
    operation,
    asked: asked.sha256,
    language,
    asked_by: who,
    status: 'queued',
    done: 0,
    total,
    stop_asked: 0,
    created_at: new Date().toISOString(),
    began_at: null,
    ended_at: null,
    kept_seconds: limits.endedSeconds,
    ground: null,
    result: null,
    problem: null,
  };
}
