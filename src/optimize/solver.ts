import type { Bounds, LinearProgram } from './linear-program.ts';

/** Limits of one solve. */
export interface SolveLimits {
  /** Milliseconds for all levels together. */
  readonly timeLimit: number;
  /** Asked now and then; `true` stops the solve, which then ends as a time limit does. */
  readonly cancelled?: () => boolean;
  /** Told every better solution of the first level, so that it survives if the thread is killed. */
  readonly onImprovement?: (x: Float64Array, bound: number) => void;
}

/**
 * What a solve found. Only what was proven is called so:
 * - `optimal`: every level is proven, and `x` was verified against every bound;
 * - `feasible`: `x` was verified; no solution has a first level above `bound`;
 * - `infeasible`: proven that no solution exists;
 * - `unknown`: time ran out with neither.
 */
export type Outcome =
  | { readonly status: 'optimal'; readonly x: Float64Array; readonly values: readonly number[] }
  | {
      readonly status: 'feasible';
      readonly x: Float64Array;
      readonly values: readonly number[];
      readonly bound: number;
    }
  | { readonly status: 'infeasible' }
  | { readonly status: 'unknown'; readonly bound?: number };

/** A program kept open for a series of solves under changing bounds. */
export interface SolverSession {
  /** Solves under these bounds (absent: the program's own). Sessions are used by one caller at a time. */
  solve(limits: SolveLimits, bounds?: Bounds): Outcome;
  /** Gives the memory back; the session cannot be used afterwards. */
  close(): void;
}

/** One solver. */
export interface Solver {
  readonly name: string;
  readonly version: string;
  open(program: LinearProgram): SolverSession;
}
