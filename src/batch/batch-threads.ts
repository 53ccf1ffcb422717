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

let open: (BatchThreadSettings & { readonly count: number; readonly threads: Threads }) | undefined;

/** As many threads as asked for, each with a solver of its own; started when first needed, and kept for the next batch. */
async function openThreads(count: number, background: boolean): Promise<Threads> {
  if (open?.count === count && open.background === background) return open.threads;
  await closeBatchThreads();
  const threads: Threads = new Piscina({
    filename: threadFile('batch-thread.ts', import.meta.url),
    workerData: { background } satisfies BatchThreadSettings,
    minThreads: 1,
    maxThreads: count,
    idleTimeout: 60_000,
    execArgv: [],
    // Otherwise an idle thread blocks in Atomics.wait and is deaf to its own solver threads.
    atomics: 'disabled',
  });
  open = { count, background, threads };
  return threads;
}

/** Ends the threads of batches; the next batch starts new ones. */
export async function closeBatchThreads(): Promise<void> {
  const closing = open?.threads;
  open = undefined;
  await closing?.destroy();
}

const IN_FRONT: BatchThreadSettings = { background: false };

/** Answers cases in threads: so many at once, and one more waits at each, so that none idles. */
export class BatchThreads {
  readonly #count: number;
  readonly #background: boolean;

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
    const threads = await openThreads(this.#count, this.#background);
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
}
