import type { Selectable } from 'kysely';
import { packedContent } from '../store/documents/contents.ts';
import { type Database, writing, type Writing, writingApart } from '../store/database.ts';
import { deleteJob } from '../store/job-removal.ts';
import type { JobRow } from '../store/schema/tables.ts';
import { unpackedContent } from '../store/documents/unpacked.ts';
import type { Language } from '../words/language.ts';
import type { Chunk } from './chunk-queue.ts';
import { keepInputs, type PackedInput } from './packed-inputs.ts';
import { CHANGED_GROUND, expiryOf, type JobStatus, type StoredEnd, type StoredJob } from './job.ts';

/** Parts of a job, the last of which is no part of them. */
export type Range = Pick<Chunk, 'first' | 'last'>;

/** All parts of a job, however many there are: whoever takes it up looks, and cuts it where it can be cut. */
export const WHOLE: Range = { first: 0, last: Number.MAX_SAFE_INTEGER };

const KNOWN = [
  'id',
  'body',
  'operation',
  'asked',
  'language',
  'asked_by',
  'status',
  'done',
  'total',
  'stop_asked',
  'created_at',
  'began_at',
  'ended_at',
  'kept_seconds',
  'ground',
  'problem',
] as const;

type Known = Omit<Selectable<JobRow>, 'result'>;

/** What is known of a job. */
export async function jobById(db: Database | Writing, id: string): Promise<StoredJob | undefined> {
  const row = await db.selectFrom('jobs').select(KNOWN).where('id', '=', id).executeTakeFirst();
  const job = row && jobOf(row);
  return job && isRemembered(job) ? job : undefined;
}

/** The jobs of a body, of one kind if it is named, the oldest first. */
export async function jobsOf(db: Database, body: string, operation?: string): Promise<readonly StoredJob[]> {
  const rows = await db
    .selectFrom('jobs')
    .select(KNOWN)
    .where('body', '=', body)
    .$if(operation !== undefined, (query) => query.where('operation', '=', operation!))
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(jobOf).filter(isRemembered);
}

/** All jobs that have not ended. */
export async function openJobs(db: Database): Promise<readonly StoredJob[]> {
  const rows = await db.selectFrom('jobs').select(KNOWN).where('ended_at', 'is', null).execute();
  return rows.map(jobOf);
}

/** The answer of a job, or what there was of it when it was stopped. */
export async function resultOfJob(db: Database, id: string): Promise<Uint8Array | undefined> {
  const row = await db.selectFrom('jobs').select('result').where('id', '=', id).executeTakeFirst();
  return row?.result ? unpackedContent(row.result) : undefined;
}

/** Says that a job is worked on; one that is taken up again keeps its beginning. */
export async function beginJob(db: Database, { id, beganAt = Date.now() }: StoredJob): Promise<void> {
  await writingApart(db, (tx) =>
    tx
      .updateTable('jobs')
      .set({ status: 'running', began_at: new Date(beganAt).toISOString() })
      .where('id', '=', id)
      .where('status', '=', 'queued')
      .execute(),
  );
}

/** Says how far a job is. */
export async function tellProgress(db: Database, id: string, done: number, total: number): Promise<void> {
  await writingApart(db, (tx) =>
    tx.updateTable('jobs').set({ done, total }).where('id', '=', id).where('ended_at', 'is', null).execute(),
  );
}

/** Says how many parts a job has, once that is known, and what they are about. */
export async function knowParts(
  db: Database,
  id: string,
  { total, ground }: { readonly total: number; readonly ground: string },
): Promise<void> {
  await writingApart(db, (tx) =>
    tx.updateTable('jobs').set({ total, ground }).where('id', '=', id).where('total', '=', 0).execute(),
  );
}

/** Gives a job what it is asked with instead, once that is known, and how many parts it has. */
export async function knowJob(
  db: Database,
  job: StoredJob,
  asked: PackedInput,
  inputs: readonly PackedInput[],
  total: number,
): Promise<void> {
  await writing(db, async (tx) => {
    await keepInputs(tx, job, [asked, ...inputs]);
    await tx
      .updateTable('jobs')
      .set({ asked: asked.sha256, total })
      .where('id', '=', job.id)
      .where('total', '=', 0)
      .execute();
  });
}

/** Ends a job; one that has ended stays as it ended. */
export async function endJob(db: Database, id: string, end: StoredEnd): Promise<void> {
  const result = 'result' in end && end.result !== undefined ? await packedContent(end.result) : undefined;
  await writingApart(db, (tx) =>
    tx
      .updateTable('jobs')
      .set({
        status: end.status,
        ended_at: new Date().toISOString(),
        ...(result !== undefined && { result }),
        ...(end.status === 'failed' && { problem: end.problem }),
        ...(end.status === 'failed' && end.changed === true && { ground: CHANGED_GROUND }),
      })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .execute(),
  );
}

/** Of some jobs those that are to stop, have ended already, or are there no more. */
export async function toBeStopped(db: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('jobs')
    .select('id')
    .where('id', 'in', ids)
    .where('stop_asked', '=', 0)
    .where('ended_at', 'is', null)
    .execute();
  const goingOn = new Set(rows.map(({ id }) => id));
  return new Set(ids.filter((id) => !goingOn.has(id)));
}

/** Forgets a job that has ended, with everything that it was asked with and that came of it. */
export async function forgetJob(db: Database, id: string): Promise<void> {
  await writing(db, async (tx) => {
    const job = await tx
      .selectFrom('jobs')
      .select('body')
      .where('id', '=', id)
      .where('ended_at', 'is not', null)
      .executeTakeFirst();
    if (job === undefined) return;
    await deleteJob(tx, { id, body: job.body });
  });
}

/** Forgets every job whose time is over, of all bodies. Until somebody does, no one is told of it any more. */
export async function forgetExpired(db: Database): Promise<void> {
  const ended = await db
    .selectFrom('jobs')
    .select(KNOWN)
    .where('ended_at', 'is not', null)
    .where('kept_seconds', 'is not', null)
    .execute();
  for (const job of ended.map(jobOf)) if (!isRemembered(job)) await forgetJob(db, job.id);
}

function isRemembered({ expiresAt }: StoredJob): boolean {
  return expiresAt === undefined || Date.now() < expiresAt;
}

/** Of a body's jobs that have ended, forgets the oldest beyond so many. */
export async function forgetOldest(db: Database, body: string, most: number): Promise<void> {
  const old = await db
    .selectFrom('jobs')
    .select('id')
    .where('body', '=', body)
    .where('ended_at', 'is not', null)
    .orderBy('ended_at', 'desc')
    .orderBy('id')
    // SQLite has no offset without a limit.
    .limit(AT_ONCE)
    .offset(most)
    .execute();
  for (const { id } of old) await forgetJob(db, id);
}

/** How many are forgotten in one go; the next job forgets the rest. */
const AT_ONCE = 100;

/** A job, as its row has it. */
export function jobOf(row: Known): StoredJob {
  const { began_at: began, ended_at: ended, kept_seconds: endedSeconds, problem } = row;
  return {
    id: row.id,
    body: row.body,
    operation: row.operation,
    asked: row.asked,
    // What stands there was written by this program, of these types.
    language: row.language as Language,
    askedBy: row.asked_by,
    status: row.status as JobStatus,
    ...(row.ground !== null && { ground: row.ground }),
    done: row.done,
    total: row.total,
    stopAsked: row.stop_asked === 1,
    createdAt: Date.parse(row.created_at),
    ...(began !== null && { beganAt: Date.parse(began) }),
    ...(ended !== null && { endedAt: Date.parse(ended) }),
    ...(ended !== null &&
      endedSeconds !== null && { expiresAt: expiryOf(Date.parse(ended), { endedSeconds }) }),
    ...(problem !== null && { problem }),
  };
}
