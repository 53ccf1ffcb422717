import { setTimeout } from 'node:timers/promises';
import { Piscina } from 'piscina';
import { announceClosing } from './threads-closed.ts';
import type {
  LoadedFlag,
  PricingAnswer,
  PricingTask,
  ProvingAnswer,
  ProvingTask,
  ThreadAnswer,
  ThreadTask,
} from './solver-thread.ts';
import { THREAD_MEMORY } from './thread-memory.ts';
import { threadFile } from './thread-file.ts';

/** A solver that runs in threads of its own. */
export type SolverName = ThreadTask['solver'];

/** The threads of a solver. */
interface Pool {
  readonly threads: Piscina;
  readonly loaded: LoadedFlag;
}

/** One pool per solver, started when first needed. */
const pools = new Map<SolverName, Pool>();

/** Milliseconds within which a solver is loaded, or its failure known, on the busiest machine. */
const LOADING = 30_000;

function poolOf(name: SolverName): Piscina {
  let pool = pools.get(name);
  if (pool === undefined) {
    const filename = threadFile('solver-thread.ts', import.meta.url);
    const loaded: LoadedFlag = new Int32Array(new SharedArrayBuffer(4));
    const threads = new Piscina({
      filename,
      minThreads: 1,
      maxThreads: 2,
      idleTimeout: 60_000,
      execArgv: [],
      resourceLimits: THREAD_MEMORY,
      argv: [name],
      workerData: { loaded },
    });
    pool = { threads, loaded };
    pools.set(name, pool);
  }
  return pool.threads;
}

/** The threads of a solver, which solve programs. */
export function solvingThreads(name: SolverName): Piscina<ThreadTask, ThreadAnswer> {
  return poolOf(name);
}

/** The threads that look for proofs: those of HiGHS, which have it loaded. */
export function provingThreads(): Piscina<ProvingTask, ProvingAnswer> {
  return poolOf('highs');
}

/** The same threads, which also price. */
export function pricingThreads(): Piscina<PricingTask, PricingAnswer> {
  return poolOf('highs');
}

/** Starts the threads ahead of the first question, so that it does not pay for loading the solvers. */
export function warmSolverThreads(): void {
  warmHighsThread();
  poolOf('javascript-lp-solver');
}

/** Starts a thread that loads HiGHS while the program of a question is made. */
export function warmHighsThread(): void {
  poolOf('highs');
}

/** Ends all solver threads, and what waits for them with a `ThreadsClosedError`; the next solve starts new ones. */
export async function closeSolverThreads(): Promise<void> {
  announceClosing();
  const closing = [...pools.values()].map(close);
  pools.clear();
  await Promise.all(closing);
}

/** A thread that is ended while it loads its solver may take the process along. */
async function close({ threads, loaded }: Pool): Promise<void> {
  const end = performance.now() + LOADING;
  while (Atomics.load(loaded, 0) === 0 && performance.now() < end) await setTimeout(2);
  await threads.destroy();
}
