import { type Database, writingApart, type Writing } from '../store/database.ts';
import type { Store } from '../store/store.ts';
import { type Chunk, type ChunkQueue, LEASE, type Lease } from './chunk-queue.ts';
import { fromKysely, type JobWithMetadata, PgBoss } from 'pg-boss';

/** The one queue, and the schema of the database in which pg-boss keeps its tables. */
const CHUNKS = 'chunks';
const SCHEMA = 'slate_queue';

/** How often a chunk is tried is for the workers to say; the queue is never the one that gives up. */
const FOREVER = 100_000;
/** Seconds that a chunk may take at most, though it gives signs of life. */
const LONGEST = 86_000;
/** Seconds that a chunk may wait, and that one which has ended is remembered. */
const KEPT = 90 * 86_400;
const REMEMBERED = 600;
/** Seconds between two looks for processes that have died. */
const LOOK = 5;
/** Chunks that are looked through at a time, and states of those that have not ended. */
const PAGE = 1_000;
const OPEN: ReadonlySet<string> = new Set(['created', 'retry', 'active']);
/** Connections of a process: it takes, it gives signs of life, it looks after the queue. */
const CONNECTIONS = 3;

/** The queue of PostgreSQL: pg-boss, for any number of processes on any machines. */
export class PgBossQueue implements ChunkQueue {
  readonly #store: Store;
  readonly #boss: PgBoss;

  private constructor(store: Store, boss: PgBoss) {
    this.#store = store;
    this.#boss = boss;
  }

  /** Connects, and makes the tables of pg-boss where there are none yet. */
  static async open(store: Store): Promise<PgBossQueue> {
    const { place } = store;
    if (!('url' in place)) throw new Error('pg-boss needs PostgreSQL');
    const boss = new PgBoss({
      connectionString: place.url,
      schema: SCHEMA,
      application_name: 'slate queue',
      max: CONNECTIONS,
      schedule: false,
      superviseIntervalSeconds: LOOK,
      monitorIntervalSeconds: LOOK,
      registerInstance: false,
    });
    // A connection that breaks is made anew when it is needed; until then whoever asks is told.
    boss.on('error', () => undefined);
    await boss.start();
    try {
      await boss.createQueue(CHUNKS, {
        heartbeatSeconds: LEASE / 1_000,
        expireInSeconds: LONGEST,
        retryLimit: FOREVER,
        retryDelay: 0,
        retentionSeconds: KEPT,
        deleteAfterSeconds: REMEMBERED,
      });
    } catch (error) {
      await boss.stop({ graceful: false });
      throw error;
    }
    return new PgBossQueue(store, boss);
  }

  async put(tx: Writing, chunks: readonly Chunk[]): Promise<void> {
    const jobs = chunks.map(({ priority, ...data }) => ({ data, priority }));
    if (jobs.length > 0) await this.#boss.insert(CHUNKS, jobs, { db: fromKysely(tx) });
  }

  async take(most: number): Promise<readonly Lease[]> {
    const jobs = await this.#boss.fetch<Omit<Chunk, 'priority'>>(CHUNKS, {
      batchSize: most,
      includeMetadata: true,
    });
    return jobs.map(leaseOf);
  }

  async touch(leases: readonly Lease[]): Promise<void> {
    if (leases.length > 0) await this.#boss.touch(CHUNKS, leases.map(attemptOf));
  }

  async end(lease: Lease, rest: readonly Chunk[]): Promise<void> {
    await writingApart(this.#store.db, async (tx) => {
      await this.put(tx, rest);
      await this.#boss.complete(CHUNKS, attemptOf(lease), null, { db: fromKysely(tx) });
    });
  }

  async has(db: Database | Writing, job: string): Promise<boolean> {
    const asked = { data: { job }, db: fromKysely(db) };
    const waiting = await this.#boss.findJobs(CHUNKS, { ...asked, queued: true, limit: 1 });
    if (waiting.length > 0) return true;
    // What is worked on stands among what has ended, the oldest first: of a large job more than one page holds.
    for (let after: string | undefined; ;) {
      const page = await this.#boss.findJobs(CHUNKS, {
        ...asked,
        limit: PAGE,
        ...(after !== undefined && { after }),
      });
      if (page.some(({ state }) => OPEN.has(state))) return true;
      after = page.at(-1)?.id;
      if (page.length < PAGE || after === undefined) return false;
    }
  }

  async close(): Promise<void> {
    await this.#boss.stop({ graceful: false });
  }
}

function attemptOf({ id, attempt }: Lease): { readonly id: string; readonly retryCount: number } {
  return { id, retryCount: attempt };
}

function leaseOf(job: JobWithMetadata<Omit<Chunk, 'priority'>>): Lease {
  return { id: job.id, attempt: job.retryCount, chunk: { ...job.data, priority: job.priority } };
}
