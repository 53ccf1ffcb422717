import { fold, type Folded, unfolded } from './folded-levels.ts';
import type { Bounds, LinearProgram } from '../linear-program.ts';
import type { Outcome, SolveLimits, SolverSession } from '../solver.ts';

/** Solves the folded program (`folded-levels.ts`) and answers for the one that was asked about. */
export class FoldedSession implements SolverSession {
  readonly #program: LinearProgram;
  readonly #folded: Folded;
  readonly #session: SolverSession;

  constructor(program: LinearProgram, open: (folded: LinearProgram) => SolverSession) {
    this.#program = program;
    this.#folded = fold(program);
    this.#session = open(this.#folded.program);
  }

  solve(limits: SolveLimits, bounds: Bounds = this.#program): Outcome {
    const { firstBound } = this.#folded;
    const { onImprovement } = limits;
    const outcome = this.#session.solve(
      {
        ...limits,
        ...(onImprovement && { onImprovement: (x, bound) => onImprovement(x, firstBound(bound)) }),
      },
      bounds,
    );
    return unfolded(this.#program, this.#folded, outcome);
  }

  close(): void {
    this.#session.close();
  }
}
