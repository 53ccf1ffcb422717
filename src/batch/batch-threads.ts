import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { threadFile } from '../optimize/threads/thread-file.ts';
import type { BatchOutcome } from './answers.ts';
import type { CaseTask } from './solve-case.ts';

/** Milliseconds that a thread gets beyond the limits of its answers before it is ended. */
const KILL = 30_000;

type Threads = Piscina<CaseTask, readonly BatchOutcome[]>;

/** How threads are set up. */
export interface BatchThreadSettings {
  /** Whether nobody waits for the answers: other threads of the process then go first. */
  readonly background: boolean;
}

/** Threads that are set up alike, and how many {@link BatchThreads} use them. */
interface Pool {
  readonly threads: Threads;
  users: number;
}

/** By how they are set up. */
const pools = new Map<string, Pool>();

/** Takes threads into use: those of the batch before where they are set up alike. None idles but the last ones used. */
function taken(count: number, background: boolean): Pool {
  const key = `${count} ${background}`;
  const pool = pools.get(key) ?? { threads: startedThreads(count, background), users: 0 };
  pools.set(key, pool);
  pool.users += 1;
  endIdle(pool);
  return pool;
}

/** They are kept for the next batch. */
function left(pool: Pool): void {
  pool.users -= 1;
  endIdle(pool);
}

const ending = new Set<Promise<void>>();

function endIdle(but?: Pool): void {
  for (const [key, pool] of pools) {
    if (pool === but || pool.users > 0) continue;
    pools.delete(key);
    const end = pool.threads.destroy().finally(() => ending.delete(end));
    ending.add(end);
  }
}

/** Each with a solver of its own; started when first needed. */
function startedThreads(count: number, background: boolean): Threads {
  return new Piscina({
    filename: threadFile('batch-thread.ts', import.meta.url),
    workerData: { background } satisfies BatchThreadSettings,
    minThreads: 1,
    maxThreads: count,
    idleTimeout: 60_000,
    execArgv: [],
    // Otherwise an idle thread blocks in Atomics.wait and does not hear its own solver threads.
    atomics: 'disabled',
  });
}

/** Ends the threads of batches, also those in use; the next case starts new ones. */
export async function closeBatchThreads(): Promise<void> {
  const closing = [...pools.values()];
  pools.clear();
  await Promise.all([...ending, ...closing.map(({ threads }) => threads.destroy())]);
}

const IN_FRONT: BatchThreadSettings = { background: false };

/** Answers cases in threads: so many at once, and one more waits at each, so that none idles. */
export class BatchThreads {
  readonly #count: number;
  readonly #background: boolean;
  #pool: Pool | undefined;

  /** @param count threads; absent: as many as the machine has cores. */
  constructor(count: number = availableParallelism(), { background }: BatchThreadSettings = IN_FRONT) {
    this.#count = count;
    this.#background = background;
  }

  /** How many cases are to be handed over at once. */
  get most(): number {
    return 2 * this.#count;
  }

  /**
   * What came of everything that is asked of a case; nothing where `signal` aborts. A thread that hangs is
   * ended, and its case unknown.
   */
  async solve(task: CaseTask, signal: AbortSignal | undefined): Promise<readonly BatchOutcome[] | 'stopped'> {
    if (signal?.aborted === true) return 'stopped';
    const { threads } = this.#inUse();
    const killer = new AbortController();
    const stop = (): void => killer.abort();
    signal?.addEventListener('abort', stop, { once: true });
    // A case waits for at most one other, and each answer may take its time twice: to propose and to diagnose.
    const longest = 2 * (2 * task.timeLimitMs * task.laid.length + KILL);
    const timer = setTimeout(stop, longest);
    try {
      return await threads.run(task, { signal: killer.signal });
    } catch (error) {
      if (!killer.signal.aborted) throw error;
      if (signal?.aborted) return 'stopped';
      return task.laid.map(() => ({ status: 'unknown', milliseconds: longest }));
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    }
  }

  /** Taken once for all cases, so that a batch beside it with other threads ends none of these. */
  #inUse(): Pool {
    const isClosed = this.#pool !== undefined && ![...pools.values()].includes(this.#pool);
    if (this.#pool === undefined || isClosed) this.#pool = taken(this.#count, this.#background);
    return this.#pool;
  }

  /** Leaves the threads to the next batch. */
  close(): void {
    if (this.#pool !== undefined) left(this.#pool);
    this.#pool = undefined;
  }
}
