import type { ChunkWatch, JobWork } from '../../jobs/job-worker.ts';
import { inputBytes } from '../../jobs/packed-inputs.ts';
import type { StoredEnd, StoredJob } from '../../jobs/job.ts';
import { endJob, tellProgress } from '../../jobs/job-rows.ts';
import type { Database } from '../../store/database.ts';
import type { JobEnd, JobRunner } from './jobs.ts';
import { TASKS } from '../routes/routes.ts';
import { ThreadDied } from '../workers/worker-pool.ts';

/**
 * A question as a job that is one chunk, since its solves rest on one another: an alternative differs from all
 * before it; and every slate that shows how near somebody is to the best one settles it for others, so that of
 * thousands only some fifty are asked about. What consists of parts that do not know of each other is no such
 * question: see `divided-work.ts`.
 */
export function questionWork(db: Database, run: JobRunner): JobWork {
  return {
    work: async (job, chunk, watch) => {
      const progress = new Progress(db, job.id);
      const end = await answered(db, run, job, watch, progress);
      await progress.told();
      // What was found by then is found again by whoever takes it up next.
      if (watch.leaving.aborted) return [chunk];
      // What fails is tried again once its time is up, though not for ever.
      if (end?.kind === 'failed' && end.again === true) throw new ThreadDied();
      await endJob(db, job.id, storedEnd(end, watch.signal.aborted));
      return [];
    },
    stopped: async () => ({ status: 'cancelled' }),
  };
}

async function answered(
  db: Database,
  run: JobRunner,
  { id, body: of, asked, operation, language, askedBy }: StoredJob,
  { signal }: ChunkWatch,
  progress: Progress,
): Promise<JobEnd | undefined> {
  const task = TASKS.get(operation);
  if (task === undefined) throw new Error(`no operation ${operation}`);
  const body = (await inputBytes(db, of, [asked])).get(asked)!;
  try {
    return await run(
      task,
      { body, parameters: {}, language },
      {
        id,
        caller: askedBy,
        signal,
        onBegin: () => undefined,
        onProgress: (done, total) => progress.tell(done, total),
      },
    );
  } catch (error) {
    if (!signal.aborted) throw error;
    return undefined;
  }
}

function storedEnd(end: JobEnd | undefined, stopped: boolean): StoredEnd {
  if (end?.kind === 'result') return { status: stopped ? 'cancelled' : 'done', result: end.json };
  if (end === undefined || stopped) return { status: 'cancelled' };
  return { status: 'failed', problem: JSON.stringify(end.problem) };
}

/** Milliseconds between two notes of how far a job is. */
const BETWEEN_NOTES = 400;

/** Notes how far a job is: the last of what is said in a moment, and not a hundred times a second. */
class Progress {
  readonly #db: Database;
  readonly #id: string;
  #last: readonly [done: number, total: number] | undefined;
  #writing: Promise<void> | undefined;
  #wrote = 0;

  constructor(db: Database, id: string) {
    this.#db = db;
    this.#id = id;
  }

  tell(done: number, total: number): void {
    this.#last = [done, total];
    if (performance.now() - this.#wrote >= BETWEEN_NOTES) this.#write();
  }

  #write(): void {
    if (this.#writing !== undefined || this.#last === undefined) return;
    const [done, total] = this.#last;
    this.#last = undefined;
    this.#wrote = performance.now();
    // A note that is lost is no harm: the next one or the end says more.
    const writing = tellProgress(this.#db, this.#id, done, total).catch(() => undefined);
    this.#writing = writing.finally(() => (this.#writing = undefined));
  }

  /** Resolves once the last word is written. */
  async told(): Promise<void> {
    await this.#writing;
    this.#write();
    await this.#writing;
  }
}
