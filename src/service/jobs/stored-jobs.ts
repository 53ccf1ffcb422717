import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { ChunkQueue } from '../../jobs/chunk-queue.ts';
import { BATCHES, streamedBatch } from '../../jobs/batch-job.ts';
import { openQueue } from '../../jobs/open-queue.ts';
import type { JobLimits, StoredJob } from '../../jobs/job.ts';
import { createJob } from '../../jobs/create-job.ts';
import { forgetExpired, forgetJob, jobById, jobsOf, openJobs, resultOfJob } from '../../jobs/job-rows.ts';
import { priorityOf, resumeJob, stopJob } from '../../jobs/stop-and-resume.ts';
import type { JobWorker } from '../../jobs/job-worker.ts';
import { enveloped, storedJson } from '../../store/documents/stored-json.ts';
import type { Database } from '../../store/database.ts';
import type { Store } from '../../store/store.ts';
import type { ProblemDocument } from '../answers/answers.ts';
import { progressOf } from '../../jobs/progress.ts';
import { type Ending, hasEnded, type JobAsker, type Jobs, type JobState } from './jobs.ts';
import type { KeptStore } from '../keeping/kept-store.ts';
import { asAnswered } from '../keeping/store-failure.ts';
import { OpenedOnce } from '../opened-once.ts';
import type { RawRequest, Route } from '../requests/route.ts';

/** Milliseconds between two looks at a job that somebody follows. */
const LOOK = 250;
/** Milliseconds between two tries to open a store that is away. */
const AGAIN = 5_000;
/** Milliseconds between two times at which jobs are forgotten whose time is over. */
const FORGET = 600_000;

/** What jobs in a store are made of. */
interface StoredJobsParts {
  readonly store: KeptStore;
  readonly limits: JobLimits;
  /** Begins to work on jobs in this process; absent: others do. */
  readonly startWorker?: (store: Store, queue: ChunkQueue) => JobWorker;
}

interface Opened {
  readonly db: Database;
  readonly queue: ChunkQueue;
  readonly worker: JobWorker | undefined;
}

/**
 * Jobs in the store: they outlive the process, any process of the same store tells of them, and whichever
 * has a place free works on them.
 */
export class StoredJobs implements Jobs {
  readonly #parts: StoredJobsParts;
  readonly #closing = new AbortController();
  readonly #shared = new OpenedOnce(() => this.#openAll());
  readonly #resuming: Promise<void>;
  #forgetting: Promise<void> | undefined;

  constructor(parts: StoredJobsParts) {
    this.#parts = parts;
    this.#resuming = this.#resume();
  }

  async create(
    { operation }: Route,
    { body: asked = new Uint8Array(), language }: RawRequest,
    { id, underKey, caller, body, release }: JobAsker,
  ): Promise<JobState> {
    try {
      return await this.#with(async ({ db, queue, worker }) => {
        const { limits } = this.#parts;
        const question = {
          ...(id !== undefined && { id }),
          ...(underKey !== undefined && { underKey }),
          operation,
          asked,
          language,
          priority: priorityOf(operation),
          limits,
        };
        const job = await createJob(db, queue, { who: caller, body }, question);
        worker?.wake();
        return stateOf(job);
      });
    } finally {
      release?.();
    }
  }

  async get(id: string): Promise<JobState | undefined> {
    return this.#with(async ({ db }) => {
      const job = await jobById(db, id);
      return job && withResult(db, job);
    });
  }

  async list(operation: string, body: string): Promise<readonly JobState[]> {
    return this.#with(async ({ db }) => (await jobsOf(db, body, operation)).map(stateOf));
  }

  async forget(id: string): Promise<void> {
    await this.#with(({ db }) => forgetJob(db, id));
  }

  async *events(id: string, signal: AbortSignal): AsyncIterable<JobState> {
    const either = AbortSignal.any([signal, this.#closing.signal]);
    let told: string | undefined;
    while (!either.aborted) {
      const job = await this.#with(({ db }) => jobById(db, id));
      if (job === undefined) return;
      const state = stateOf(job);
      // The time that is left passes by itself: only what was done is news.
      const news = JSON.stringify([state.status, job.done, job.total]);
      if (news !== told) yield state;
      if (hasEnded(state)) return;
      told = news;
      await wait(LOOK, undefined, { signal: either }).catch(() => undefined);
    }
  }

  async cancel(id: string): Promise<JobState | undefined> {
    return this.#with(async ({ db }) => {
      const job = await stopJob(db, id);
      return job && withResult(db, job);
    });
  }

  async resume(id: string): Promise<JobState | undefined> {
    return this.#with(async ({ db, queue, worker }) => {
      const job = await resumeJob(db, queue, id, this.#parts.limits);
      worker?.wake();
      return job && stateOf(job);
    });
  }

  async countOpen(): Promise<number> {
    try {
      const opened = await this.#shared.opened();
      return opened === undefined ? 0 : (await openJobs(opened.db)).length;
    } catch {
      // It is not known while the store is away.
      return Number.NaN;
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all([this.#resuming, this.#forgetting]);
    const opened = await this.#shared.opened().catch(() => undefined);
    await opened?.worker?.leave();
    await opened?.queue.close();
  }

  /** Takes up what was not done when the service ended, as soon as the store can be opened. */
  async #resume(): Promise<void> {
    const { store, startWorker } = this.#parts;
    const { signal } = this.#closing;
    if (startWorker === undefined) return;
    while (!signal.aborted) {
      // A store that was never written to has no jobs, and is not founded for them; others may found it.
      if (store.isFounded && (await this.#isOpened())) return;
      await wait(AGAIN, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Forgets what is due as long as the service runs. */
  async #forget(db: Database): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      // While the store is away nothing can be forgotten; nobody is told of what is due all the same.
      await forgetExpired(db).catch(() => undefined);
      await wait(FORGET, undefined, { signal }).catch(() => undefined);
    }
  }

  async #isOpened(): Promise<boolean> {
    try {
      await this.#shared.open();
      return true;
    } catch {
      return false;
    }
  }

  async #openAll(): Promise<Opened> {
    const { startWorker, store: kept } = this.#parts;
    const store = await kept.open();
    const queue = await openQueue(store);
    this.#forgetting ??= this.#forget(store.db);
    return { db: store.db, queue, worker: startWorker?.(store, queue) };
  }

  async #with<Result>(use: (opened: Opened) => Promise<Result>): Promise<Result> {
    try {
      return await use(await this.#shared.open());
    } catch (error) {
      throw asAnswered(error);
    }
  }
}

async function withResult(db: Database, job: StoredJob): Promise<JobState> {
  const state = stateOf(job);
  if (state.status !== 'done' && state.status !== 'cancelled') return state;
  const result = await (job.operation === BATCHES ? streamedBatch : resultOfJob)(db, job.id);
  return result === undefined ? state : { ...state, result };
}

function stateOf(job: StoredJob): JobState {
  const { id, operation, body, status } = job;
  const createdAt = new Date(job.createdAt).toISOString();
  const known = { id, operation, body, createdAt, progress: progressOf(job) };
  if (status === 'queued' || status === 'running') return { ...known, status };
  const ended = { ...known, ...endingOf(job) };
  if (status !== 'failed') return { ...ended, status };
  return { ...ended, status, problem: storedJson(PROBLEM, job.problem ?? '', `job/${id}`) };
}

/** Why a job failed, as {@link Jobs} were told it. */
const PROBLEM = enveloped<ProblemDocument>(
  z.looseObject({ type: z.string(), title: z.string(), status: z.number() }),
);

/** A job that has ended says when. */
function endingOf({ endedAt = 0, expiresAt }: StoredJob): Ending {
  return {
    endedAt: new Date(endedAt).toISOString(),
    ...(expiresAt !== undefined && { expiresAt: new Date(expiresAt).toISOString() }),
  };
}
