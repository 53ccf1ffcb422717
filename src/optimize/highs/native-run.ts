import type { SolverSession } from '../solver.ts';

/** Runs a solver for somebody who can stop it from outside; never returns where that happens. */
type RunStoppably = <Result>(run: () => Result) => Result;

let stoppably: RunStoppably | undefined;

/**
 * Has native runs of this thread run through `wrap`: meanwhile the thread receives nothing, neither messages nor
 * signals, and whoever wants them stopped has to see to it.
 */
export function runNativelyThrough(wrap: RunStoppably | undefined): void {
  stoppably = wrap;
}

/** Milliseconds after which work lets the event loop in anyway. */
const QUICK = 20;
/** How long the last run of a model took. */
const took = new WeakMap<object, number>();
let isWithin = false;

/**
 * A native run, or work that consists of such runs, through what this thread runs them through. A signal that comes
 * just before one, when the event loop had no turn yet, is lost: so the whole of a solve goes through it at once,
 * and nothing of many quick runs, between which the thread turns to signals by itself.
 *
 * @param model whose runs are about as long as the last one, as those of a relaxation are.
 */
export function runNatively<Result>(run: () => Result, model?: object): Result {
  if (stoppably === undefined || isWithin) return run();
  const before = model === undefined ? undefined : took.get(model);
  const began = performance.now();
  const result = before !== undefined && before < QUICK ? run() : runWithin(stoppably, run);
  if (model !== undefined) took.set(model, performance.now() - began);
  return result;
}

function runWithin<Result>(wrap: RunStoppably, run: () => Result): Result {
  isWithin = true;
  try {
    return wrap(run);
  } finally {
    isWithin = false;
  }
}

/** A session whose solves are native runs, whatever they do between those. */
export function natively(session: SolverSession): SolverSession {
  return {
    solve: (limits, bounds) => runNatively(() => session.solve(limits, bounds)),
    close: () => session.close(),
  };
}
