import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { LinearProgram } from '../optimize/linear-program.ts';
import type { MovingProgram, MovingQuestion } from './sweep-program.ts';
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

/**
 * Solves runs of cells on all cores and hands every outcome over as soon as its run is done. When the
 * signal aborts, each thread ends the cell it is at, and what is solved stays solved; a cell that does
 * not end in a short grace is given up with its run.
 */
export async function solveRuns(
  runs: readonly CellRun[],
  limits: { readonly timeLimit: number; readonly signal?: AbortSignal },
  onOutcomes: (outcomes: readonly CellOutcome[], run: CellRun) => void,
): Promise<void> {
  const threads = Math.max(1, Math.min(availableParallelism(), runs.length));
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const killer = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const halt = (): void => {
    Atomics.store(stop, 0, 1);
    timer = setTimeout(() => killer.abort(), GRACE);
  };
  limits.signal?.addEventListener('abort', halt, { once: true });
  if (limits.signal?.aborted === true) halt();
  const pool = new Piscina<CellsTask, readonly CellOutcome[]>({
    filename: fileURLToPath(new URL('sweep-thread.ts', import.meta.url)),
    minThreads: threads,
    maxThreads: threads,
    execArgv: [],
    // Otherwise idle threads block in Atomics.wait, and cannot be ended by a message.
    atomics: 'disabled',
  });
  const { timeLimit } = limits;
  try {
    // All runs end before the threads do, also when one of them fails.
    const ends = await Promise.allSettled(
      runs.map(async (run) => {
        const outcomes = await pool
          .run({ ...run, timeLimit, stop }, { signal: killer.signal })
          .catch((error: unknown) => {
            if (killer.signal.aborted) return [];
            throw error;
          });
        try {
          onOutcomes(outcomes, run);
        } catch (error) {
          Atomics.store(stop, 0, 1);
          throw error;
        }
      }),
    );
    const failure = ends.find((end) => end.status === 'rejected');
    if (failure !== undefined) throw failure.reason;
  } finally {
    clearTimeout(timer);
    limits.signal?.removeEventListener('abort', halt);
    await pool.destroy();
  }
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
