import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { LinearProgram } from '../optimize/linear-program.ts';
import { announceClosing, untilClosed } from '../optimize/threads/threads-closed.ts';
import { threadFile } from '../optimize/threads/thread-file.ts';
import type { MovingProgram, MovingQuestion } from './sweep-program.ts';
import { BEGIN_NONE, GO_ON, STOP } from './stop-flag.ts';
import type { CellOutcome, CellsTask } from './sweep-thread.ts';

/** Milliseconds that threads get to end the cells at hand once they are told to stop. */
const GRACE = 1500;

/** A run of neighbouring cells under one program. */
export interface CellRun {
  readonly key: string;
  readonly best: MovingProgram;
  readonly exists: MovingQuestion;
  readonly cells: readonly number[];
  readonly bounds: readonly (readonly number[])[];
}

type Threads = Piscina<CellsTask, readonly CellOutcome[]>;

let threads: Threads | undefined;

/** One thread a core, started when first needed and kept for the next sweep. */
function openThreads(): Threads {
  threads ??= new Piscina<CellsTask, readonly CellOutcome[]>({
    filename: threadFile('sweep-thread.ts', import.meta.url),
    minThreads: 1,
    maxThreads: availableParallelism(),
    idleTimeout: 60_000,
    execArgv: [],
    // Otherwise idle threads block in Atomics.wait, and cannot be ended by a message.
    atomics: 'disabled',
  });
  return threads;
}

/** Ends the threads of sweeps, and what waits for them with a `ThreadsClosedError`; the next sweep starts new ones. */
export async function closeCellThreads(): Promise<void> {
  announceClosing();
  const closing = threads;
  threads = undefined;
  await closing?.destroy();
}

/**
 * Solves runs of cells on all cores and hands every outcome over as soon as its run is done. When the
 * signal aborts, each thread ends the cell it is at, and what is solved stays solved; a cell that does
 * not end in a short grace is given up with its run.
 */
export async function solveRuns(
  runs: readonly CellRun[],
  limits: RunLimits,
  onOutcomes: (outcomes: readonly CellOutcome[], run: CellRun) => void,
): Promise<void> {
  const { timeLimit, giveWay } = limits;
  const stopping = stoppingAt(limits);
  const { flag, givenUp } = stopping;
  const closed = untilClosed();
  const solve = async (run: CellRun): Promise<void> => {
    const solving = openThreads().run({ ...run, timeLimit, giveWay, stop: flag }, { signal: givenUp });
    const outcomes = await solving.catch((error: unknown) => {
      if (givenUp.aborted) return [];
      closed.throwIfAborted();
      throw error;
    });
    onOutcomes(outcomes, run);
  };
  try {
    // When one run fails the others end first, soon: nothing may be left working behind an error.
    const ends = await Promise.allSettled(
      runs.map((run) =>
        solve(run).catch((error: unknown) => {
          Atomics.store(flag, 0, STOP);
          throw error;
        }),
      ),
    );
    const failure = ends.find((end) => end.status === 'rejected');
    if (failure !== undefined) throw failure.reason;
  } finally {
    stopping.end();
  }
}

/** How long runs of cells may take. */
interface RunLimits {
  readonly timeLimit: number;
  readonly giveWay: boolean;
  /** Milliseconds after which no further cell is begun, though those at hand are ended; absent: all are begun. */
  readonly beginFor?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Tells threads by shared memory when to begin no further cell, and when to stop: the runs of those that do
 * not hear it within {@link GRACE} are given up.
 */
function stoppingAt({ beginFor, signal }: RunLimits): {
  /** Threads look at its first number: {@link GO_ON}, {@link BEGIN_NONE} or {@link STOP}. */
  readonly flag: Int32Array;
  readonly givenUp: AbortSignal;
  /** Forgets the clock and the signal. */
  readonly end: () => void;
} {
  const flag = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  const killer = new AbortController();
  let grace: NodeJS.Timeout | undefined;
  const enough =
    beginFor && setTimeout(() => void Atomics.compareExchange(flag, 0, GO_ON, BEGIN_NONE), beginFor);
  const halt = (): void => {
    Atomics.store(flag, 0, STOP);
    grace = setTimeout(() => killer.abort(), GRACE);
  };
  signal?.addEventListener('abort', halt, { once: true });
  if (signal?.aborted === true) halt();
  const end = (): void => {
    clearTimeout(grace);
    clearTimeout(enough);
    signal?.removeEventListener('abort', halt);
  };
  return { flag, givenUp: killer.signal, end };
}

/** The same program in memory that threads share, so that it is not copied with every run. */
export function inSharedMemory(program: LinearProgram): LinearProgram {
  const shared = (values: Float64Array): Float64Array => {
    const copy = new Float64Array(new SharedArrayBuffer(values.byteLength));
    copy.set(values);
    return copy;
  };
  const sharedWholes = (values: Int32Array): Int32Array => {
    const copy = new Int32Array(new SharedArrayBuffer(values.byteLength));
    copy.set(values);
    return copy;
  };
  return {
    ...program,
    columnLower: shared(program.columnLower),
    columnUpper: shared(program.columnUpper),
    starts: sharedWholes(program.starts),
    rows: sharedWholes(program.rows),
    values: shared(program.values),
    rowLower: shared(program.rowLower),
    rowUpper: shared(program.rowUpper),
    levels: program.levels.map(shared),
  };
}
