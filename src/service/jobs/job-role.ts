import { deserialize } from 'node:v8';
import { BatchThreads, closeBatchThreads } from '../../batch/batch-threads.ts';
import { destination, type Logger, pino } from 'pino';
import type { ChunkQueue } from '../../jobs/chunk-queue.ts';
import { openQueue } from '../../jobs/open-queue.ts';
import { BATCHES } from '../../jobs/batch-job.ts';
import type { WrittenBatch } from '../../jobs/batch-document.ts';
import { BatchWork, type ReadBatch } from '../../jobs/batch-work.ts';
import { JobWorker, type JobWork } from '../../jobs/job-worker.ts';
import { SHIPPED } from '../../opening/shipped.ts';
import type { StorePlace } from '../../store/store-place.ts';
import { openStore, type Store } from '../../store/store.ts';
import type { JobRunner } from './jobs.ts';
import type { Assurance } from '../../check/answer-parts.ts';
import { defaultLimits } from '../requests/limits.ts';
import { problemDocument, Refusal } from '../answers/problem-document.ts';
import { logFailure, refusalFrom, refusalOf } from '../requests/refusals.ts';
import { QUESTION_JOBS } from '../routes/question-routes.ts';
import { DIVIDED_JOBS } from './divided-jobs.ts';
import { DividedWork } from './divided-work.ts';
import { questionWork } from './question-work.ts';
import { prepareBatchRoute } from '../routes/batches.ts';
import { ThreadDied, type WorkerPool } from '../workers/worker-pool.ts';
import { jobThreads } from '../workers/workers.ts';

/** How a process works on jobs alone, without HTTP. */
interface JobRoleOptions {
  readonly store: StorePlace;
  /** Jobs that are worked on at once; absent: as many as the machine has cores. */
  readonly places?: number;
  readonly poolsFolder?: string;
  readonly rulesFolder?: string;
  /** Writes JSON lines to stderr if absent. */
  readonly logger?: Logger;
}

/** A process that works on jobs. */
interface RunningJobRole {
  /** Takes nothing more, gives back what it is at, and ends all threads. */
  close(): Promise<void>;
}

/**
 * Works on the jobs of a store until it is closed.
 *
 * @throws InputError where the store cannot be opened
 */
export async function startJobRole(options: JobRoleOptions): Promise<RunningJobRole> {
  const { poolsFolder = SHIPPED.poolsFolder, rulesFolder = SHIPPED.rulesFolder } = options;
  const logger = options.logger ?? pino({ level: 'warn' }, destination(2));
  const limits = defaultLimits();
  const places = options.places ?? limits.workers;
  const store = await openStore(options.store);
  const threads = jobThreads({ poolsFolder, rulesFolder }, { ...limits, jobsAtOnce: places });
  try {
    const queue = await openQueue(store);
    const worker = workerOn(store, queue, { threads, places, logger, background: false });
    const stop = async (): Promise<void> => {
      await worker.leave();
      await Promise.all([queue.close(), threads.close(), closeBatchThreads()]);
      await store.close();
    };
    let closing: Promise<void> | undefined;
    return { close: () => (closing ??= stop()) };
  } catch (error) {
    await Promise.all([threads.close(), store.close()]);
    throw error;
  }
}

/** What a worker of this process works with. */
interface WorkerMeans {
  readonly threads: WorkerPool;
  readonly places: number;
  readonly logger: Logger;
  /** Whether the process answers others, who go first. */
  readonly background: boolean;
  /** Absent where nobody asks for figures. */
  readonly count?: CountAnswer;
}

/** A worker for all kinds of jobs. */
export function workerOn(
  { db }: Store,
  queue: ChunkQueue,
  { threads, places, logger, background, count }: WorkerMeans,
): JobWorker {
  const run = jobRunner(threads, logger, count);
  const question = questionWork(db, run);
  const divided = new Map(
    [...DIVIDED_JOBS].map(([operation, kind]) => [operation, new DividedWork(db, run, kind)]),
  );
  const questions = new Set(QUESTION_JOBS.map(({ task }) => task.operation));
  const batch = new BatchWork(db, new BatchThreads(places, { background }), batchReader(threads, logger), {
    onSolved: ({ status, assurance }) => count?.(BATCHES, status, assurance),
  });
  return new JobWorker({
    db,
    queue,
    places,
    workOf: (operation) => {
      if (operation === BATCHES) return told(batch, logger);
      const work = divided.get(operation) ?? (questions.has(operation) ? question : undefined);
      return work && told(work, logger);
    },
    giveUp: ({ id, language }) => {
      const refusal = Refusal.of('internal', 'service.job-given-up', undefined);
      return JSON.stringify(problemDocument(refusal, language, id));
    },
    onFailure: (error, job = crypto.randomUUID()) => logFailure(logger, error, job),
  });
}

/** Tells the log of the work on a job, under the id that the job has from the request that asked for it. */
function told({ work, stopped }: JobWork, logger: Logger): JobWork {
  return {
    stopped,
    work: async (job, chunk, watch) => {
      const began = performance.now();
      const rest = await work(job, chunk, watch);
      const milliseconds = Math.round(performance.now() - began);
      logger.info({ id: job.id, operation: job.operation, left: rest.length, milliseconds }, 'job');
      return rest;
    },
  };
}

/** Reads a batch in a thread: it may be large. */
function batchReader(threads: WorkerPool, logger: Logger): ReadBatch {
  const run = jobRunner(threads, logger);
  return async ({ id, askedBy, language }, body, signal) => {
    const watch = { id, caller: askedBy, signal, onBegin: () => undefined, onProgress: () => undefined };
    try {
      const end = await run(prepareBatchRoute, { body, parameters: {}, language }, watch);
      // The thread wrote it as that.
      if (end.kind === 'result') return deserialize(end.json) as WrittenBatch;
      return { status: 'failed', problem: JSON.stringify(end.problem) };
    } catch (error) {
      if (!signal.aborted) throw error;
      return undefined;
    }
  };
}

/** Is told of each answer: by which operation, what it was, and how sure it is where it says so. */
export type CountAnswer = (operation: string, outcome: string, assurance?: Assurance) => void;

/**
 * Runs jobs in threads of their own, and words how they end for whoever created them.
 *
 * @param count absent where nobody asks for figures
 */
export function jobRunner(threads: WorkerPool, logger: Logger, count?: CountAnswer): JobRunner {
  return async (task, question, watch) => {
    const { language } = question;
    const { id } = watch;
    try {
      const reply = await threads.ask(task.operation, question, watch);
      const { outcome, assurance } = reply.kind === 'answer' ? reply : { outcome: reply.kind };
      count?.(task.operation, outcome, assurance);
      if (reply.kind === 'answer') return { kind: 'result', json: reply.json };
      return { kind: 'failed', problem: problemDocument(refusalFrom(reply), language, id) };
    } catch (error) {
      if (watch.signal.aborted) throw error;
      const refusal = refusalOf(error);
      const again = error instanceof ThreadDied;
      if (refusal.kind === 'internal' || again) logFailure(logger, error, id);
      return { kind: 'failed', problem: problemDocument(refusal, language, id), ...(again && { again }) };
    }
  };
}
