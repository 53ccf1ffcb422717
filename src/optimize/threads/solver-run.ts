import { MessageChannel, type Transferable } from 'node:worker_threads';
import { phraseInEach } from '../../words/catalogue.ts';
import type { Text } from '../../words/language.ts';
import { type LinearProgram, objectiveValue } from '../linear-program.ts';
import type { Outcome } from '../solver.ts';
import type { Improvement, ThreadAnswer, ThreadTask } from './solver-thread.ts';
import { solvingThreads, type SolverName } from './thread-pools.ts';

/** What a thread gets beyond its limit to stop by itself, in milliseconds. */
const KILL = 250;

/** Limits of one run. */
export interface RunLimits {
  /** Milliseconds; the thread is killed a little later if it does not stop by itself. */
  readonly timeLimit: number;
  /** Aborting kills the thread at once. */
  readonly signal?: AbortSignal;
  /** Whether javascript-lp-solver gets only the columns that a relaxation leaves open. */
  readonly narrowed?: boolean;
}

/** An outcome with who found it. */
export interface Solved {
  readonly outcome: Outcome;
  readonly name: string;
  readonly version: string;
  readonly confirmedBy?: string;
  readonly notes: readonly Text[];
}

/** One solver's run, which always ends: by itself, or killed. */
export interface SolverRun {
  readonly answer: Promise<RunAnswer>;
  /** Asks the solver to end without an answer; its thread lives on for the next run. */
  readonly stop: () => void;
  /** Ends the thread at once. */
  readonly kill: () => void;
}

/** What a run ended with. */
export interface RunAnswer extends ThreadAnswer {
  readonly killed: boolean;
}

/** Starts a solver on a program in a thread of its own. */
export function start(name: SolverName, program: LinearProgram, limits: RunLimits): SolverRun {
  const killer = new AbortController();
  const kill = (): void => killer.abort();
  limits.signal?.addEventListener('abort', kill, { once: true });
  const timer = setTimeout(kill, limits.timeLimit + KILL);
  const { port1: ours, port2: theirs } = new MessageChannel();
  let best: Improvement | undefined;
  ours.on('message', (message: Improvement) => {
    best = message;
  });
  ours.unref();
  const stopped = new Int32Array(new SharedArrayBuffer(4));
  const stop = (): void => void Atomics.store(stopped, 0, 1);
  const { timeLimit, narrowed = false } = limits;
  const task: ThreadTask = {
    solver: name,
    narrowed,
    program,
    timeLimit,
    improvements: theirs,
    stop: stopped,
  };
  const answer = solvingThreads(name)
    .run(task, { signal: killer.signal, transferList: [theirs as unknown as Transferable] as never })
    .then((done): RunAnswer => ({ ...done, killed: false }))
    .catch((error: unknown): RunAnswer => {
      if (!killer.signal.aborted) throw error;
      return { outcome: salvage(program, best), name, version: '', killed: true };
    })
    .finally(() => {
      clearTimeout(timer);
      limits.signal?.removeEventListener('abort', kill);
      ours.close();
    });
  return { answer, stop, kill };
}

/** What a killed thread had reported: a proven first level without its tie-break, or nothing. */
function salvage(program: LinearProgram, best: Improvement | undefined): Outcome {
  if (best === undefined) return { status: 'unknown' };
  const values = program.levels.map((costs) => objectiveValue(costs, best.x));
  return { status: 'feasible', x: best.x, values, bound: best.bound };
}

/** An answer with what the board should know of it: a thread that had to be killed. */
export function withNotes(answer: RunAnswer): Solved {
  return { ...answer, notes: solverNotes(answer) };
}

/** Why an answer may be worth less than it could be. */
export function solverNotes(answer: RunAnswer): readonly Text[] {
  if (!answer.killed) return [];
  return [phraseInEach('slate.solver-killed', { solver: answer.name })];
}
