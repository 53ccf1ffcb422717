import type { Highs } from 'highs';
import { CoreProgram, type LevelProblem } from './core-program.ts';
import { type Clock, runModel } from './runtime.ts';

/** Rows violated by less than this in sum are met: HiGHS's own tolerance is 1e-7 a row. */
const ELASTIC_TOLERANCE = 1e-6;

/**
 * The dual side of the relaxation of one level, in minimising form (costs are `−c·scale`):
 * no solution costs less than `bound`, and one that has free column j off its better bound costs at
 * least `bound + |reduced_j|`.
 */
export interface DualBound {
  readonly bound: number;
  readonly reduced: Float64Array;
}

/** What the relaxation came to. */
export type RelaxationOutcome =
  | { readonly status: 'optimal'; readonly dual: DualBound }
  | { readonly status: 'infeasible' }
  | { readonly status: 'stopped' };

/**
 * Solves the linear relaxation of one level by sifting (Bixby, Gregory, Lustig, Marsten and Shanno,
 * "Very large-scale linear programming", Operations Research 40, 1992): a small core of columns is
 * solved, all others are priced with its duals, the attractive ones join, until none is left. Of
 * 100,000 columns some hundreds ever enter the solver.
 *
 * Phase 1 lets rows be violated at a price of one per unit and minimises the violation; where it ends
 * above zero the duals are a Farkas certificate, whose bound is recomputed over all columns before
 * "infeasible" is said. Phase 2 forbids violation and prices with the level's own costs.
 */
export function relax(highs: Highs, problem: LevelProblem, clock: Clock, round: number): RelaxationOutcome {
  const core = new CoreProgram(highs, problem);
  try {
    core.add(core.richest(round));
    for (const phase of [1, 2] as const) {
      core.begin(phase);
      for (;;) {
        const status = runModel(highs, core.model, clock, false);
        if (status === 'infeasible' || status === 'stopped') return { status: 'stopped' };
        const duals = core.model.getSolution().rowDual;
        if (phase === 1 && core.model.getObjectiveValue() <= ELASTIC_TOLERANCE) break;
        const reduced = core.price(phase, duals);
        const joining = core.attractive(reduced, round);
        if (joining.length > 0) {
          core.add(joining);
          continue;
        }
        if (phase === 2) return proven(core.dualBound(duals, reduced), reduced);
        // Elastic violation left that no certificate supports is a matter of tolerance: let the integer solve decide.
        if (core.dualBound(duals, reduced) > ELASTIC_TOLERANCE) return { status: 'infeasible' };
        return { status: 'stopped' };
      }
    }
    return { status: 'stopped' };
  } finally {
    core.model.dispose();
  }
}

/** A bound worth knowing, or nothing: duals that miss a tolerance may prove nothing at all. */
function proven(bound: number, reduced: Float64Array): RelaxationOutcome {
  return Number.isFinite(bound) ? { status: 'optimal', dual: { bound, reduced } } : { status: 'stopped' };
}
