import type { Bounds, LinearProgram } from '../linear-program.ts';

/**
 * The safe bound of any multipliers y of the rows (Neumaier and Shcherbina, "Safe bounds in linear and
 * mixed-integer linear programming", Mathematical Programming 99, 2004): for every x within its bounds,
 *
 *     c·x = y·(A x) + (c − Aᵀy)·x ≥ Σ_i min(y_i·[L_i, U_i]) + Σ_j min(d_j·[l_j, u_j]),   d = c − Aᵀy.
 *
 * It holds whatever tolerance the solver stopped at. With c = 0, where no x costs anything, a bound above
 * zero refutes the program.
 */
export interface DualBound {
  /** No solution costs less. */
  readonly bound: number;
  /** The reduced costs d: a solution with column j off its better bound costs at least |d_j| more a unit. */
  readonly reduced: Float64Array;
  /** The multipliers y that prove it. */
  readonly multipliers: Float64Array;
}

/** The bound of multipliers y: those of open sides, which prove nothing, count as zero. */
export function dualBound(
  entries: Entries,
  bounds: Bounds,
  costs: Float64Array,
  multipliers: Float64Array,
): DualBound {
  const held = multipliers.map((multiplier, row) =>
    Number.isFinite(worst(multiplier, bounds.rowLower[row]!, bounds.rowUpper[row]!)) ? multiplier : 0,
  );
  const reduced = reducedCosts(entries, costs, held);
  let bound = 0;
  for (let row = 0; row < held.length; row += 1) {
    bound += worst(held[row]!, bounds.rowLower[row]!, bounds.rowUpper[row]!);
  }
  for (let column = 0; column < reduced.length; column += 1) {
    bound += worst(reduced[column]!, bounds.columnLower[column]!, bounds.columnUpper[column]!);
  }
  return { bound, reduced, multipliers: held };
}

/** The entries of a program by column. */
type Entries = Pick<LinearProgram, 'starts' | 'rows' | 'values'>;

/** The least of a multiple of what lies between two bounds. */
function worst(multiplier: number, lower: number, upper: number): number {
  if (multiplier === 0) return 0;
  return multiplier * (multiplier > 0 ? lower : upper);
}

/** c − Aᵀy. */
function reducedCosts({ starts, rows, values }: Entries, costs: Float64Array, y: Float64Array): Float64Array {
  const reduced = costs.slice();
  for (let column = 0; column < reduced.length; column += 1) {
    let cost = reduced[column]!;
    for (let entry = starts[column]!; entry < starts[column + 1]!; entry += 1) {
      cost -= values[entry]! * y[rows[entry]!]!;
    }
    reduced[column] = cost;
  }
  return reduced;
}
