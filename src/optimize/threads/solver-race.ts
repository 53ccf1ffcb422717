import { SlateFault } from '../../words/fault.ts';
import type { LinearProgram } from '../linear-program.ts';
import type { Outcome } from '../solver.ts';
import {
  solverNotes,
  type SolverRun,
  type RunAnswer,
  type RunLimits,
  type Solved,
  start,
  withNotes,
} from './solver-run.ts';

/** How long the proven answer waits for its confirmation where nothing else is said, in milliseconds. */
const CONFIRMATION = 4;
/**
 * What the second solver gets at first, in milliseconds: it is done by then, or only takes a core from
 * others. Among ten alternatives of 120 candidates it is the first as often as not.
 */
const SECOND = 100;
/** How long HiGHS may take to stop after the second has won, before its thread is killed, in milliseconds. */
const LATE = 1000;

/** Limits of a race. */
export interface RaceLimits extends RunLimits {
  /**
   * How long a proven answer waits for its confirmation by the other solver, in milliseconds; absent:
   * briefly. Where nobody waits for a page, more names both solvers more often.
   */
  readonly confirmation?: number;
  /**
   * How long javascript-lp-solver works alone before HiGHS begins, in milliseconds, and on the columns that
   * a relaxation leaves open; absent: on all columns, and not alone. In a series in which it is mostly the
   * first, two threads at once only slow each other down.
   */
  readonly headStart?: number;
}

/** Both solvers called optimal what cannot both be; never an answer. */
export class SolversDisagree extends SlateFault {
  constructor(one: Outcome, other: Outcome) {
    super(`The solvers disagree: ${summary(one)} against ${summary(other)}`);
    this.name = 'SolversDisagree';
  }
}

function summary(outcome: Outcome): string {
  return 'values' in outcome ? `${outcome.status} at ${outcome.values.join(', ')}` : outcome.status;
}

/**
 * HiGHS and javascript-lp-solver at once. The second gets little time at first; if there is no proof at
 * half of the limit it starts again with the other half, since HiGHS may hang: then the second takes over.
 */
export async function race(program: LinearProgram, limits: RaceLimits): Promise<Solved> {
  const confirmation = limits.confirmation ?? CONFIRMATION;
  const { headStart } = limits;
  const budget = Math.min(limits.timeLimit / 2, Math.max(SECOND, confirmation));
  const first = begun(headStart ?? 0, () => start('highs', program, limits));
  const second = start('javascript-lp-solver', program, {
    ...limits,
    timeLimit: budget,
    narrowed: headStart !== undefined,
  });
  const half = limits.timeLimit / 2;
  const takeover = delayed(half, () =>
    start('javascript-lp-solver', program, { ...limits, timeLimit: half }),
  );
  limits.signal?.addEventListener('abort', takeover.kill, { once: true });
  try {
    const winner = await firstProof([first, second, takeover]);
    limits.signal?.throwIfAborted();
    if (winner === undefined) return withNotes(await first.answer);
    const other = winner.name === 'highs' ? second : first;
    const confirmed = await within(other.answer, confirmation);
    limits.signal?.throwIfAborted();
    if (confirmed !== undefined) return settle(winner, confirmed);
    if (other === first) stopSoon(first);
    return withNotes(winner);
  } finally {
    limits.signal?.removeEventListener('abort', takeover.kill);
    takeover.kill();
    // Whoever lost is not awaited; its end must not count as unhandled.
    for (const run of [first, second, takeover]) run.answer.catch(() => undefined);
  }
}

/** Stops a run whose answer nobody waits for. */
function stopSoon(run: SolverRun): void {
  run.stop();
  const late = setTimeout(run.kill, LATE).unref();
  void run.answer.then(
    () => clearTimeout(late),
    () => clearTimeout(late),
  );
}

/** A run that begins only after a while, unless it is killed before. */
function delayed(milliseconds: number, begin: () => SolverRun): SolverRun {
  let run: SolverRun | undefined;
  let cancel = (): void => undefined;
  const answer = new Promise<RunAnswer>((resolve, reject) => {
    const timer = setTimeout(() => {
      run = begin();
      run.answer.then(resolve, reject);
    }, milliseconds);
    cancel = () => {
      clearTimeout(timer);
      reject(new NoProof());
    };
  });
  return {
    answer,
    stop: () => (run === undefined ? cancel() : run.stop()),
    kill: () => (run === undefined ? cancel() : run.kill()),
  };
}

/** A run that begins after a while, or at once where there is none. */
function begun(wait: number, begin: () => SolverRun): SolverRun {
  return wait > 0 ? delayed(wait, begin) : begin();
}

/** Ended without a proof. */
class NoProof extends Error {}

/** The first run that proves something; `undefined` if all end without. An error of any run is thrown. */
async function firstProof(runs: readonly SolverRun[]): Promise<RunAnswer | undefined> {
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

/** Puts the answers of both solvers together. */
function settle(one: RunAnswer, other: RunAnswer): Solved {
  const [highs, second] = one.name === 'highs' ? [one, other] : [other, one];
  // The second is given little time; that it needed more says nothing of the answer.
  const notes = solverNotes(highs);
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

/** The value of a promise if it comes in time. */
async function within<Value>(promise: Promise<Value>, milliseconds: number): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([promise, timeout]);
  } catch (error) {
    if (error instanceof NoProof) return undefined;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
