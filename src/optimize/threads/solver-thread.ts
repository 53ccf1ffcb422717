import { isMainThread, workerData, type MessagePort } from 'node:worker_threads';
import type { PlainProgram } from '../../proofs/plain-model.ts';
import { Clock, loadRuntime } from '../highs/runtime.ts';
import { highsSolver } from '../highs/solver.ts';
import { javascriptLpSolver } from '../javascript-lp-solver.ts';
import type { LinearProgram } from '../linear-program.ts';
import { findPrices, findProof } from '../proving/proof-search.ts';
import type { Trees } from '../proving/proof-tree.ts';
import { narrowedSecond } from './narrowed-second.ts';
import type { Outcome, Solver } from '../solver.ts';

/** What a solver thread is asked: one program, one solver, a limit, and a port for better solutions. */
export interface ThreadTask {
  readonly solver: 'highs' | 'javascript-lp-solver';
  /** Whether javascript-lp-solver gets only the columns that a relaxation leaves open (`narrowed-second.ts`). */
  readonly narrowed?: boolean;
  readonly program: LinearProgram;
  readonly timeLimit: number;
  readonly improvements?: MessagePort;
  /** Shared; a value other than 0 stops the solve, where the solver asks while it works. */
  readonly stop: Int32Array;
}

/** What it answers. */
export interface ThreadAnswer {
  readonly outcome: Outcome;
  readonly name: string;
  readonly version: string;
}

/** A better solution on the way, so that it survives the killing of its thread. */
export interface Improvement {
  readonly x: Float64Array;
  readonly bound: number;
}

/** Shared; other than 0 once a first thread of a pool has its solver. */
export type LoadedFlag = Int32Array;

// A thread of HiGHS loads it while its first program is still made.
if (!isMainThread) await load(process.argv.includes('highs'), workerData as { readonly loaded: LoadedFlag });

/** Loads what the thread solves with. Who asks next learns of what goes wrong. */
async function load(highs: boolean, { loaded }: { readonly loaded: LoadedFlag }): Promise<void> {
  if (highs) await loadRuntime().catch(() => undefined);
  Atomics.store(loaded, 0, 1);
}

async function solverOf({ solver, narrowed }: ThreadTask): Promise<Solver> {
  if (solver === 'highs') return highsSolver();
  return narrowed === true ? narrowedSecond() : javascriptLpSolver();
}

/** A proof that is looked for: that nothing beats a slate, or that there is none. */
export interface ProvingTask {
  readonly model: PlainProgram;
  /** The columns of the slate with its values, level by level; absent: no slate is claimed. */
  readonly best?: { readonly slate: readonly number[]; readonly values: readonly number[] };
  readonly timeLimit: number;
  /** Keys of splits that are tried first; absent: none. */
  readonly familiar?: ReadonlySet<string>;
}

/** What was proven; nothing where time did not suffice. */
export interface ProvingAnswer {
  readonly trees?: Trees;
}

/** Looks for a proof by HiGHS, in a thread of its own, which may be killed at any time. */
export async function prove({ model, best, timeLimit, familiar }: ProvingTask): Promise<ProvingAnswer> {
  const trees = findProof(await loadRuntime(), model, best, new Clock({ timeLimit }), familiar);
  return trees === undefined ? {} : { trees };
}

/** Prices that are looked for. */
export interface PricingTask {
  readonly model: PlainProgram;
  /** The columns of a slate. */
  readonly slate: readonly number[];
  readonly timeLimit: number;
}

/** By row of the model, in millionths; nothing where time did not suffice. */
export interface PricingAnswer {
  readonly prices?: ReadonlyMap<number, number>;
}

/** Prices the rows of a model by HiGHS, in a thread of its own, which may be killed at any time. */
export async function priceRows({ model, slate, timeLimit }: PricingTask): Promise<PricingAnswer> {
  const prices = findPrices(await loadRuntime(), model, slate, new Clock({ timeLimit }));
  return prices === undefined ? {} : { prices };
}

/** Runs in a thread of its own, which may be killed at any time. */
export default async function solveInThread(task: ThreadTask): Promise<ThreadAnswer> {
  const solver = await solverOf(task);
  const session = solver.open(task.program);
  try {
    const outcome = session.solve({
      timeLimit: task.timeLimit,
      cancelled: () => Atomics.load(task.stop, 0) !== 0,
      onImprovement: (x, bound) => task.improvements?.postMessage({ x, bound } satisfies Improvement),
    });
    return { outcome, name: solver.name, version: solver.version };
  } finally {
    session.close();
    task.improvements?.close();
  }
}
