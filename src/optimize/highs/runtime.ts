import type { Highs, Model, ModelData } from 'highs';
import type { SolveLimits } from '../solver.ts';
import { runNatively } from './native-run.ts';

let runtime: Promise<Highs> | undefined;

/**
 * Loads the WebAssembly build of HiGHS, once a thread, and not before it is asked for: where threads solve, who
 * started them has no need of it.
 */
export function loadRuntime(): Promise<Highs> {
  runtime ??= import('highs').then(({ default: load }) => load());
  return runtime;
}

/**
 * Options measured on our models (`test/bench`): without presolve and the feasibility jump a slate of 120
 * candidates takes a quarter of the time, with a gap of zero either way; without the heuristics that
 * solve smaller programs the worst of 40 tight slates of 200 to 2,000 candidates took a third to a half
 * (they look for solutions, and ours are found at the root). With as small a pool of cuts as it takes,
 * ten alternatives differing in five members took 481 ms of processor time instead of 809: they are
 * settled within ten nodes, and the time went into rounds of cuts before the first. Both gaps are zero: an optimum
 * is an optimum. `threads` stays at 1, more abort this build.
 */
const OPTIONS = {
  output_flag: false,
  presolve: 'off',
  mip_heuristic_run_feasibility_jump: false,
  mip_heuristic_run_rins: false,
  mip_heuristic_run_rens: false,
  mip_heuristic_run_root_reduced_cost: false,
  mip_heuristic_effort: 0,
  mip_pool_soft_limit: 1,
  mip_rel_gap: 0,
  mip_abs_gap: 0,
} as const;

/** A native model with our options; the caller disposes of it. */
export function openModel(highs: Highs, data: ModelData): Model {
  const model = highs.createModel(data);
  model.options.set(OPTIONS);
  return model;
}

/**
 * What one native run came to. `imprecise`: HiGHS reached the end with a point and duals that miss one of
 * its tolerances; they are as good as any for a bound that trusts no dual, and no proof of anything else.
 */
type RunStatus = 'optimal' | 'imprecise' | 'infeasible' | 'stopped';

/**
 * Runs a model for at most the time left, and stops early when cancelled. Clocks are reset first, since
 * HiGHS counts the runs of one model together. HiGHS may overshoot its limit: whoever needs a hard one
 * kills the thread.
 *
 * @throws Error where HiGHS itself fails; that is a bug, never an answer.
 */
export function runModel(highs: Highs, model: Model, clock: Clock, mip: boolean): RunStatus {
  const left = clock.left();
  if (left <= 0) return 'stopped';
  model.zeroAllClocks();
  model.options.set('time_limit', left / 1000);
  const { mipInterrupt } = highs.constants.callbackType;
  const watched = mip && clock.limits.cancelled !== undefined;
  const run = () =>
    watched
      ? model.run({
          [mipInterrupt]: (event) => {
            if (clock.limits.cancelled?.() === true || clock.left() <= 0) event.interrupt();
            return undefined;
          },
        })
      : model.run();
  const { modelStatus } = runNatively(run, mip ? undefined : model);
  const status = highs.constants.modelStatus;
  if (modelStatus === status.optimal || modelStatus === status.empty) return 'optimal';
  // Every column of our programs is bounded, or costs something: "unbounded or infeasible" is infeasible.
  if (modelStatus === status.infeasible || modelStatus === status.unboundedOrInfeasible) return 'infeasible';
  if (modelStatus === status.unknown) return 'imprecise';
  if (modelStatus === status.timeLimit || modelStatus === status.interrupted) return 'stopped';
  throw new Error(`HiGHS ended with model status ${modelStatus}`);
}

/** The time left of a solve's limit. */
export class Clock {
  readonly limits: SolveLimits;
  readonly #end: number;
  constructor(limits: SolveLimits) {
    this.limits = limits;
    this.#end = performance.now() + limits.timeLimit;
  }
  /** Milliseconds left; not positive when time is up or the solve was cancelled. */
  left(): number {
    return this.limits.cancelled?.() === true ? 0 : this.#end - performance.now();
  }
}
