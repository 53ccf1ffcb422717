import type { Highs } from 'highs';
import { everyRow } from '../extended-program.ts';
import { CoreProgram, type LevelProblem } from './core-program.ts';
import type { DualBound } from './dual-bound.ts';
import { type Clock, runModel } from './runtime.ts';

/** Rows violated by less than this in sum are met: HiGHS's own tolerance is 1e-7 a row. */
const ELASTIC_TOLERANCE = 1e-6;

/** What the relaxation came to. */
type RelaxationOutcome =
  /** In minimising form: costs are `−c·scale` (`scale.ts`). */
  | { readonly status: 'optimal'; readonly dual: DualBound }
  | { readonly status: 'infeasible' }
  | { readonly status: 'stopped' };

/**
 * Solves the linear relaxation of one level by sifting (Bixby, Gregory, Lustig, Marsten and Shanno,
 * "Very large-scale linear programming", Operations Research 40, 1992): a small core of columns is
 * solved, all others are priced with its duals, the attractive ones join, until none is left. Of
 * 100,000 columns some hundreds ever enter the solver.
 *
 * Rows are left out likewise as long as they do not matter: caps on a few columns (no two relatives), of
 * which there are thousands where the best hardly ever meet in one. What the relaxation without them
 * proves, holds with them; only where its solution breaks one is it solved again with all rows.
 */
export function relax(highs: Highs, problem: LevelProblem, clock: Clock, round: number): RelaxationOutcome {
  const wide = wideRows(problem);
  if (wide.length < problem.program.rowCount) {
    const outcome = sift(highs, problem, wide, clock, round);
    if (outcome !== 'breaks a row') return outcome;
  }
  const outcome = sift(highs, problem, everyRow(problem.program), clock, round);
  return outcome === 'breaks a row' ? { status: 'stopped' } : outcome;
}

/** Caps on at most so many columns can be left out. */
const FEW = 8;

/** The rows that are no caps on a few columns. */
function wideRows({ program, bounds }: LevelProblem): Int32Array {
  const { columnCount, rowCount, starts, rows, values } = program;
  const entries = new Uint32Array(rowCount);
  for (let column = 0; column < columnCount; column += 1) {
    for (let entry = starts[column]!; entry < starts[column + 1]!; entry += 1) {
      entries[rows[entry]!]! += values[entry]! > 0 ? 1 : FEW + 1;
    }
  }
  return everyRow(program).filter((row) => bounds.rowLower[row]! > -Infinity || entries[row]! > FEW);
}

/**
 * The relaxation with some rows. Phase 1 lets rows be violated at a price of one per unit and minimises
 * the violation; where it ends above zero the duals are a Farkas certificate, whose bound is recomputed
 * over all columns before "infeasible" is said. Phase 2 forbids violation and prices with the level's own
 * costs.
 */
function sift(
  highs: Highs,
  problem: LevelProblem,
  rows: Int32Array,
  clock: Clock,
  round: number,
): RelaxationOutcome | 'breaks a row' {
  const core = new CoreProgram(highs, problem, rows);
  try {
    core.add(core.richest(round));
    for (const phase of [1, 2] as const) {
      core.begin(phase);
      for (;;) {
        const status = runModel(highs, core.model, clock, false);
        if (status === 'infeasible' || status === 'stopped') return { status: 'stopped' };
        const { colValue, rowDual: duals } = core.model.getSolution();
        if (phase === 1 && core.model.getObjectiveValue() <= ELASTIC_TOLERANCE) break;
        const dual = core.proves(duals);
        const joining = core.attractive(dual.reduced, round);
        if (joining.length > 0) {
          core.add(joining);
          continue;
        }
        if (phase === 2) {
          if (!core.keepsAllRows(colValue)) return 'breaks a row';
          return Number.isFinite(dual.bound) ? { status: 'optimal', dual } : { status: 'stopped' };
        }
        // Elastic violation left that no certificate supports is a matter of tolerance: let the integer solve decide.
        if (dual.bound > ELASTIC_TOLERANCE) return { status: 'infeasible' };
        return { status: 'stopped' };
      }
    }
    return { status: 'stopped' };
  } finally {
    core.model.dispose();
  }
}
