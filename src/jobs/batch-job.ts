import { z } from 'zod';
import type { Batch, BatchOutcome, BatchResult, ToldBatch } from '../batch/answers.ts';
import { batchSummary, slatelessCases } from '../batch/summary.ts';
import { type StreamedBatch, toldCases } from '../batch/streamed-batch.ts';
import type { Actor } from '../store/audit.ts';
import { sha256Of } from '../records/canonical.ts';
import { enveloped, storedJson } from '../store/documents/stored-json.ts';
import type { Database } from '../store/database.ts';
import type { Language } from '../words/language.ts';
import type { BatchDocument, WrittenBatch } from './batch-document.ts';
import { cellsOf } from './part-outcomes.ts';
import type { ChunkQueue } from './chunk-queue.ts';
import { packedInput } from './packed-inputs.ts';
import type { JobLimits, StoredJob } from './job.ts';
import { createJob } from './create-job.ts';
import { jobsOf, resultOfJob } from './job-rows.ts';
import { rangesOf } from './chunk-cutting.ts';

/** What batches are called among jobs. */
export const BATCHES = 'batches';

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

/** What a batch came to so far, and what its cases are called, as JSON; the results themselves stay where they are. */
export async function endOfBatch(db: Database, job: StoredJob, document: BatchDocument): Promise<Uint8Array> {
  const cases = toldCases(document);
  let reused = 0;
  const results = resultsOf(db, job.id, { cases, scenarios: document.scenarios }, () => (reused += 1));
  const batch = await batchSummary(document, results, {
    reused: () => reused,
    milliseconds: () => Date.now() - (job.beganAt ?? Date.now()),
  });
  return Buffer.from(JSON.stringify({ batch, cases } satisfies EndOfBatch));
}

type EndOfBatch = Pick<ToldBatch, 'batch' | 'cases'>;

/** How it stands in the store: earlier versions did not name the cases without a slate. */
interface KeptEnd extends Pick<EndOfBatch, 'cases'> {
  readonly batch: Omit<Batch, 'slateless'> & Partial<Pick<Batch, 'slateless'>>;
}

const named = z.array(z.looseObject({ id: z.string() }));
const END = enveloped<KeptEnd>(z.looseObject({ batch: z.looseObject({ scenarios: named }), cases: named }));

/** What a batch that has ended came to, with its results as they are read; nothing where there is nothing of it. */
export async function streamedBatch(db: Database, id: string): Promise<StreamedBatch | undefined> {
  const result = await resultOfJob(db, id);
  if (result === undefined) return undefined;
  const { batch, cases } = storedJson(END, result, `job/${id}`);
  const results = resultsOf(db, id, { cases, scenarios: batch.scenarios });
  const { slateless = await slatelessCases(results) } = batch;
  return { batch: { ...batch, slateless }, cases, results };
}

/** What the parts of a batch are of: case by case, each under all scenarios. */
interface CellNames {
  readonly cases: readonly { readonly id: string }[];
  readonly scenarios: readonly { readonly id: string }[];
}

function resultsOf(
  db: Database,
  job: string,
  { cases, scenarios }: CellNames,
  onReused?: () => void,
): AsyncIterable<BatchResult> {
  return {
    async *[Symbol.asyncIterator]() {
      for await (const { cell, key, outcome } of cellsOf<BatchOutcome>(db, job)) {
        const { reused, ...found } = outcome;
        if (reused === true) onReused?.();
        const { id } = cases[Math.floor(cell / scenarios.length)]!;
        yield { key, case: id, scenario: scenarios[cell % scenarios.length]!.id, ...found };
      }
    },
  };
}
