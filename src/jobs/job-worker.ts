import { setTimeout as wait } from 'node:timers/promises';
import { type Database, writing } from '../store/database.ts';
import type { Chunk, ChunkQueue, Lease } from './chunk-queue.ts';
import type { StoredEnd, StoredJob } from './job.ts';
import { beginJob, endJob, jobById, openJobs, toBeStopped, WHOLE } from './job-rows.ts';
import { priorityOf } from './stop-and-resume.ts';

/** How work on a chunk is ended from outside. */
export interface ChunkWatch {
  /** Aborts when the job is to stop, or its worker leaves. */
  readonly signal: AbortSignal;
  /** Aborts when the worker leaves: what is not done goes back to the queue. */
  readonly leaving: AbortSignal;
  /** How often the chunk was taken up before. */
  readonly attempt: number;
}

/** What one kind of job is to a worker. */
export interface JobWork {
  /**
   * Works on a chunk, and ends the job where it was the last of it. Resolves with what is left to be done
   * by whoever takes it up next; rejects for what nobody foresaw.
   */
  readonly work: (job: StoredJob, chunk: Chunk, watch: ChunkWatch) => Promise<readonly Chunk[]>;
  /** How a job ends that was asked to stop while nobody worked on it. */
  readonly stopped: (job: StoredJob) => Promise<StoredEnd>;
}

/** What a worker needs. */
interface WorkerParts {
  readonly db: Database;
  readonly queue: ChunkQueue;
  /** Chunks that are worked on at once. */
  readonly places: number;
  /** The kind of work that an operation is; absent: this worker does not know it. */
  readonly workOf: (operation: string) => JobWork | undefined;
  /** Why a job failed whose chunk was tried too often, as JSON. */
  readonly giveUp: (job: StoredJob) => string;
  /** Is told of every failure that nobody foresaw; the database may just be away. */
  readonly onFailure: (error: unknown, job?: string) => void;
}

/** Milliseconds between two looks at an empty queue, for jobs that are to stop, and between signs of life. */
const LOOK = 500;
const LOOK_FOR_STOPS = 250;
const SIGN_OF_LIFE = 3_000;
/** How often a chunk is taken up that its workers do not survive. */
const MOST_ATTEMPTS = 10;

/** What one worker is at. */
interface Working {
  readonly lease: Lease;
  readonly stop: AbortController;
  readonly over: Promise<void>;
}

/**
 * Takes chunks off the queue as its places come free, and no sooner: what waits is free for others. It may
 * die at any moment; its chunks are then taken up by another.
 */
export class JobWorker {
  readonly #parts: WorkerParts;
  readonly #working = new Set<Working>();
  readonly #leaving = new AbortController();
  #awake = Promise.withResolvers<void>();
  readonly #loops: Promise<unknown>;

  constructor(parts: WorkerParts) {
    this.#parts = parts;
    this.#loops = Promise.all([
      this.#putAllAgain().then(() => this.#takeLoop()),
      this.#every(LOOK_FOR_STOPS, () => this.#heedStops()),
      this.#every(SIGN_OF_LIFE, () => parts.queue.touch([...this.#working].map(({ lease }) => lease))),
    ]);
  }

  /** Looks at the queue now: something was put in. */
  wake(): void {
    this.#awake.resolve();
  }

  /** Takes nothing more, and gives back what it is at. */
  async leave(): Promise<void> {
    this.#leaving.abort();
    this.wake();
    await this.#loops;
    await Promise.all([...this.#working].map(({ over }) => over));
  }

  async #takeLoop(): Promise<void> {
    const { queue, places } = this.#parts;
    while (!this.#leaving.signal.aborted) {
      this.#awake = Promise.withResolvers();
      const free = places - this.#working.size;
      const taken = free > 0 ? await this.#trying(() => queue.take(free)) : undefined;
      for (const lease of taken ?? []) this.#begin(lease);
      // A full hand waits until a place comes free.
      if (taken === undefined || taken.length < free || free === 0) await this.#pause();
    }
  }

  async #pause(): Promise<void> {
    const over = new AbortController();
    const isFull = this.#working.size >= this.#parts.places;
    const look = isFull ? new Promise<void>(() => undefined) : wait(LOOK, undefined, { signal: over.signal });
    await Promise.race([this.#awake.promise, look.catch(() => undefined)]);
    over.abort();
  }

  #begin(lease: Lease): void {
    const stop = new AbortController();
    const over = this.#workOn(lease, stop.signal).finally(() => {
      this.#working.delete(working);
      this.wake();
    });
    const working: Working = { lease, stop, over };
    this.#working.add(working);
  }

  async #workOn(lease: Lease, stopped: AbortSignal): Promise<void> {
    const { queue } = this.#parts;
    await this.#trying(async () => {
      // What fails is left as it is: once its time is up, it is tried again, here or elsewhere.
      const rest = await this.#restOf(lease, stopped);
      await queue.end(lease, rest);
    }, lease.chunk.job);
  }

  async #restOf({ chunk, attempt }: Lease, stopped: AbortSignal): Promise<readonly Chunk[]> {
    const { db, workOf, giveUp } = this.#parts;
    const job = await jobById(db, chunk.job);
    if (job === undefined || job.endedAt !== undefined) return [];
    const work = workOf(job.operation);
    if (attempt >= MOST_ATTEMPTS || work === undefined) {
      await endJob(db, job.id, { status: 'failed', problem: giveUp(job) });
      return [];
    }
    if (job.stopAsked) {
      await endJob(db, job.id, await work.stopped(job));
      return [];
    }
    await beginJob(db, job);
    const leaving = this.#leaving.signal;
    return work.work(job, chunk, { signal: AbortSignal.any([stopped, leaving]), leaving, attempt });
  }

  async #heedStops(): Promise<void> {
    const working = [...this.#working];
    const ids = new Set(working.map(({ lease }) => lease.chunk.job));
    const stopping = await toBeStopped(this.#parts.db, [...ids]);
    for (const { lease, stop } of working) if (stopping.has(lease.chunk.job)) stop.abort();
  }

  /**
   * Puts jobs again that have not ended and of which nothing is on the queue: they came with a backup, or with the
   * database of before, and the queue that they were on is gone. Whatever keeps it from looking, it looks until it
   * has: nobody else would.
   */
  async #putAllAgain(): Promise<void> {
    const { signal } = this.#leaving;
    while (!signal.aborted) {
      const isDone = await this.#trying(async () => {
        for (const job of await openJobs(this.#parts.db)) await this.#putAgain(job);
        return true;
      });
      if (isDone === true) return;
      await wait(LOOK, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Of several that begin at once the first one puts it: they take turns, and each looks when it is its own. */
  async #putAgain({ id, operation }: Pick<StoredJob, 'id' | 'operation'>): Promise<void> {
    const { db, queue } = this.#parts;
    if (await queue.has(db, id)) return;
    await writing(db, async (tx) => {
      const job = await jobById(tx, id);
      if (job === undefined || job.endedAt !== undefined || (await queue.has(tx, id))) return;
      await queue.put(tx, [{ job: id, ...WHOLE, priority: priorityOf(operation) }]);
    });
  }

  async #every(milliseconds: number, look: () => Promise<void>): Promise<void> {
    const { signal } = this.#leaving;
    // As long as something is being given back, too.
    while (!signal.aborted || this.#working.size > 0) {
      await (signal.aborted
        ? wait(LOOK_FOR_STOPS)
        : wait(milliseconds, undefined, { signal }).catch(() => undefined));
      if (this.#working.size > 0) await this.#trying(look);
    }
  }

  async #trying<Result>(attempt: () => Promise<Result>, job?: string): Promise<Result | undefined> {
    try {
      return await attempt();
    } catch (error) {
      this.#parts.onFailure(error, job);
      return undefined;
    }
  }
}
