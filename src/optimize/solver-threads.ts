import { fileURLToPath } from 'node:url';
import { MessageChannel, type Transferable } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { inEachLanguage, type Text } from '../words/language.ts';
import { phrase } from '../words/catalogue.ts';
import { type LinearProgram, valueOf } from './linear-program.ts';
import type { Outcome } from './solver.ts';
import type { Improvement, ThreadAnswer, ThreadTask } from './solver-thread.ts';

/** Which solver answers; `auto` lets both run on small models. */
export type SolverChoice = 'auto' | 'highs' | 'javascript-lp-solver';

/** Limits of a solve in threads. */
export interface ThreadLimits {
  readonly solver?: SolverChoice;
  /** Milliseconds; the threads are killed a little later if they do not stop by themselves. */
  readonly timeLimit: number;
  /**
   * How long a proven answer waits for its confirmation by the other solver, in milliseconds; absent:
   * {@link CONFIRMATION}. Where nobody waits for a page, more names both solvers more often.
   */
  readonly confirmation?: number;
  /** Aborting kills the threads at once; the solve then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** An outcome with who found it. */
export interface Solved {
  readonly outcome: Outcome;
  readonly name: string;
  readonly version: string;
  readonly confirmedBy?: string;
  readonly notes: readonly Text[];
}

/** Programs of at most this many columns are given to both solvers at once. */
const RACE_COLUMNS = 300;
/** How long the proven answer waits for its confirmation, in milliseconds. */
const CONFIRMATION = 4;
/** What the second solver gets at first: it either confirms soon or only takes a core from others. */
const SECOND = 25;
/** How long HiGHS may go on after the second has won, before its thread is killed, in milliseconds. */
const LATE = 1000;
/** What a thread gets beyond its limit to stop by itself. */
const KILL = 250;

/** Both solvers called optimal what cannot both be; never an answer. */
export class SolversDisagree extends Error {
  constructor(one: Outcome, other: Outcome) {
    super(`The solvers disagree: ${summary(one)} against ${summary(other)}`);
    this.name = 'SolversDisagree';
  }
}

function summary(outcome: Outcome): string {
  return 'values' in outcome ? `${outcome.status} at ${outcome.values.join(', ')}` : outcome.status;
}

type SolverName = ThreadTask['solver'];

/** One pool of threads per solver, started when first needed. */
const pools = new Map<SolverName, Piscina<ThreadTask, ThreadAnswer>>();

function poolOf(name: SolverName): Piscina<ThreadTask, ThreadAnswer> {
  let pool = pools.get(name);
  if (pool === undefined) {
    const filename = fileURLToPath(new URL('solver-thread.ts', import.meta.url));
    pool = new Piscina({ filename, minThreads: 1, maxThreads: 2, idleTimeout: 60_000, execArgv: [] });
    pools.set(name, pool);
  }
  return pool;
}

/** Starts the threads ahead of the first question, so that it does not pay for loading the solvers. */
export function warmSolverThreads(): void {
  poolOf('highs');
  poolOf('javascript-lp-solver');
}

/** Ends all solver threads; the next solve starts new ones. */
export async function closeSolverThreads(): Promise<void> {
  const closing = [...pools.values()].map((pool) => pool.destroy());
  pools.clear();
  await Promise.all(closing);
}

/**
 * Solves a program in threads of its own. On a small program with `auto` both solvers run at once: the
 * first that proves and verifies an optimum answers, the other confirms it if it ends within a short
 * grace. "Infeasible" is taken from HiGHS alone.
 *
 * @throws SolversDisagree; the reason of `signal` if it aborts.
 */
export async function solveInThreads(program: LinearProgram, limits: ThreadLimits): Promise<Solved> {
  limits.signal?.throwIfAborted();
  const choice = limits.solver ?? 'auto';
  if (choice === 'auto' && program.columnCount <= RACE_COLUMNS) return race(program, limits);
  const run = start(choice === 'auto' ? 'highs' : choice, program, limits);
  const answer = await run.answer;
  limits.signal?.throwIfAborted();
  return withNotes(answer);
}

/** One solver's run, which always ends: by itself, or killed. */
interface Run {
  readonly answer: Promise<RunAnswer>;
  readonly kill: () => void;
}

interface RunAnswer extends ThreadAnswer {
  readonly killed: boolean;
}

function start(name: SolverName, program: LinearProgram, limits: ThreadLimits): Run {
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
  const task: ThreadTask = { solver: name, program, timeLimit: limits.timeLimit, improvements: theirs };
  const answer = poolOf(name)
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
  return { answer, kill };
}

/** What a killed thread had reported: a proven first level without its tie-break, or nothing. */
function salvage(program: LinearProgram, best: Improvement | undefined): Outcome {
  if (best === undefined) return { status: 'unknown' };
  const values = program.levels.map((costs) => valueOf(costs, best.x));
  return { status: 'feasible', x: best.x, values, bound: best.bound };
}

/**
 * HiGHS and javascript-lp-solver at once. The second gets little time at first; if there is no proof at
 * half of the limit it starts again with the other half, since HiGHS may hang: then the second takes over.
 */
async function race(program: LinearProgram, limits: ThreadLimits): Promise<Solved> {
  const confirmation = limits.confirmation ?? CONFIRMATION;
  const budget = Math.min(limits.timeLimit / 2, Math.max(SECOND, confirmation));
  const first = start('highs', program, limits);
  const second = start('javascript-lp-solver', program, { ...limits, timeLimit: budget });
  const takeover = delayed(limits.timeLimit / 2, (left) =>
    start('javascript-lp-solver', program, { ...limits, timeLimit: left }),
  );
  try {
    const winner = await firstProof([first, second, takeover]);
    limits.signal?.throwIfAborted();
    if (winner === undefined) return withNotes(await first.answer);
    const other = winner.name === 'highs' ? second : first;
    const confirmed = await within(other.answer, confirmation);
    limits.signal?.throwIfAborted();
    if (confirmed !== undefined) return settle(winner, confirmed);
    if (other === first) setTimeout(first.kill, LATE).unref();
    return withNotes(winner);
  } finally {
    takeover.kill();
    // Whoever lost is not awaited; its end must not count as unhandled.
    for (const run of [first, second, takeover]) run.answer.catch(() => undefined);
  }
}

/** A run that begins only after a while, unless it is killed before. */
function delayed(milliseconds: number, begin: (left: number) => Run): Run {
  let run: Run | undefined;
  let cancel = (): void => undefined;
  const answer = new Promise<RunAnswer>((resolve, reject) => {
    const timer = setTimeout(() => {
      run = begin(milliseconds);
      run.answer.then(resolve, reject);
    }, milliseconds);
    cancel = () => {
      clearTimeout(timer);
      reject(new NoProof());
    };
  });
  return { answer, kill: () => (run === undefined ? cancel() : run.kill()) };
}

/** Ended without a proof. */
class NoProof extends Error {}

/** The first run that proves something; `undefined` if all end without. An error of any run is thrown. */
async function firstProof(runs: readonly Run[]): Promise<RunAnswer | undefined> {
  const proofs = runs.map(async ({ answer }) => {
    const ended = await answer;
    if (!proves(ended)) throw new NoProof();
    return ended;
  });
  try {
    return await Promise.any(proofs);
  } catch (error) {
    const failed =
      error instanceof AggregateError ? error.errors.find((each) => !(each instanceof NoProof)) : error;
    if (failed !== undefined) throw failed;
    return undefined;
  }
}

/** Whether an answer settles the question: a verified optimum, or HiGHS's word that there is none. */
function proves({ name, outcome }: RunAnswer): boolean {
  return outcome.status === 'optimal' || (outcome.status === 'infeasible' && name === 'highs');
}

function withNotes(answer: RunAnswer): Solved {
  return { ...answer, notes: notesOf(answer) };
}

/** Puts the answers of both solvers together. */
function settle(one: RunAnswer, other: RunAnswer): Solved {
  const [highs, second] = one.name === 'highs' ? [one, other] : [other, one];
  // The second is given little time; that it needed more says nothing of the answer.
  const notes = notesOf(highs);
  if (agree(highs.outcome, second.outcome)) return { ...highs, confirmedBy: second.name, notes };
  if (contradict(highs.outcome, second.outcome)) throw new SolversDisagree(highs.outcome, second.outcome);
  const better = second.outcome.status === 'optimal' && highs.outcome.status !== 'optimal' ? second : highs;
  return { ...better, notes };
}

function agree(one: Outcome, other: Outcome): boolean {
  if (one.status === 'infeasible') return other.status === 'infeasible';
  return one.status === 'optimal' && other.status === 'optimal' && sameValues(one.values, other.values);
}

function contradict(one: Outcome, other: Outcome): boolean {
  const proven = (outcome: Outcome): boolean =>
    outcome.status === 'optimal' || outcome.status === 'infeasible';
  return proven(one) && proven(other);
}

function sameValues(one: readonly number[], other: readonly number[]): boolean {
  return one.every((value, level) => value === other[level]);
}

function notesOf(answer: RunAnswer): readonly Text[] {
  if (!answer.killed) return [];
  return [inEachLanguage((language) => phrase(language, 'slate.solver-killed', { solver: answer.name }))];
}

/** The value of a promise if it comes in time. */
async function within<Value>(promise: Promise<Value>, milliseconds: number): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
