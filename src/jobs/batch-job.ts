import type { BatchAnswer } from '../batch/run-batch.ts';
import type { BatchResult, ToldBatch } from '../batch/answers.ts';
import type { AskedBatch } from '../batch/jobs.ts';
import { summaryOf } from '../batch/summary.ts';
import type { Actor } from '../store/audit.ts';
import { sha256Of } from '../records/canonical.ts';
import type { Database } from '../store/database.ts';
import type { Language } from '../words/language.ts';
import type { BatchDocument, WrittenBatch } from './batch-document.ts';
import { cellsOf } from './cells.ts';
import type { ChunkQueue } from './chunk-queue.ts';
import { packedInput } from './inputs.ts';
import type { JobLimits, StoredJob } from './job.ts';
import { createJob, jobsOf, type Range } from './job-rows.ts';

/** What batches are called among jobs. */
export const BATCHES = 'batches';

/** Chunks that a batch is cut into at least, for the first workers, and answers of which one has at most. */
const FEWEST_CHUNKS = 16;
const MOST_CELLS = 512;

/** The range of a batch of which nobody knows its cases yet: the first who takes it up looks. */
export const UNREAD: Range = { first: 0, last: 0 };

/** The ranges of cases that a batch is cut into. A worker that needs too long for one gives back what is left. */
export function rangesOf({ cases, total }: Pick<WrittenBatch, 'cases' | 'total'>): readonly Range[] {
  const width = Math.max(1, total / Math.max(1, cases));
  const size = Math.max(1, Math.min(Math.ceil(cases / FEWEST_CHUNKS), Math.floor(MOST_CELLS / width)));
  return Array.from({ length: Math.max(1, Math.ceil(cases / size)) }, (_, index) => ({
    first: index * size,
    last: Math.min(cases, (index + 1) * size),
  }));
}

/**
 * Makes a job of a batch; the same batch asked again while it is open or done is that job.
 *
 * @throws TooManyJobs
 */
export async function submitBatch(
  db: Database,
  queue: ChunkQueue,
  actor: Actor,
  batch: WrittenBatch,
  { language, limits }: { readonly language: Language; readonly limits: JobLimits },
): Promise<StoredJob> {
  const asked = sha256Of(batch.bytes);
  const all = await jobsOf(db, actor.body, BATCHES);
  const same = all.findLast((job) => job.asked === asked && !AGAIN.has(job.status));
  if (same !== undefined) return same;
  return createJob(db, queue, actor, {
    operation: BATCHES,
    asked: batch.bytes,
    language,
    priority: 0,
    limits,
    inputs: await Promise.all([...batch.contents.values()].map(packedInput)),
    total: batch.total,
    ranges: rangesOf(batch),
  });
}

/** Asked again, they go on as another job, which takes what these had found. */
const AGAIN: ReadonlySet<StoredJob['status']> = new Set(['cancelled', 'failed']);

/** Puts the names of its cases to what came of a batch. */
export function toldWith({ cases }: AskedBatch, { batch, results }: BatchAnswer): ToldBatch {
  return {
    batch,
    results: [...results],
    cases: cases.map(({ named: { id, title, carried } }) => ({
      id,
      title,
      carried: Object.fromEntries(carried),
    })),
  };
}

/** What came of a batch so far. */
export async function batchAnswer(
  db: Database,
  job: StoredJob,
  document: BatchDocument,
): Promise<BatchAnswer> {
  const places = document.cases.flatMap(({ named, jobs, keys }) =>
    jobs.map(({ scenario }, index) => ({ key: keys?.[index] ?? '', case: named.id, scenario })),
  );
  const results: BatchResult[] = [];
  let again = 0;
  for await (const { cell, outcome } of cellsOf(db, job.id)) {
    const { reused, ...found } = outcome;
    if (reused === true) again += 1;
    results.push({ ...places[cell]!, ...found });
  }
  const milliseconds = Date.now() - (job.beganAt ?? Date.now());
  return { results, batch: summaryOf(document, results, { reused: again, milliseconds }) };
}
