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

/** A native run, through what this thread runs them through. */
export function runNatively<Result>(run: () => Result): Result {
  return stoppably === undefined ? run() : stoppably(run);
}
