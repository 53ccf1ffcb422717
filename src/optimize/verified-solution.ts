import { type Bounds, type LinearProgram, rowActivities } from './linear-program.ts';

/** How far from a whole number a solver's value of an integer column may be. */
const INTEGRALITY = 1e-5;

/**
 * Verifies what a solver returned: rounds the integer columns and holds every bound exactly. Since all
 * columns of our models are integer (slack counts in whole units), so are all activities, and no
 * tolerance is needed after rounding.
 *
 * @returns the rounded solution, or `undefined` where it is fractional or breaks a bound.
 */
export function verified(
  program: LinearProgram,
  bounds: Bounds,
  x: ArrayLike<number>,
): Float64Array | undefined {
  const rounded = new Float64Array(program.columnCount);
  for (let column = 0; column < program.columnCount; column += 1) {
    const value = x[column]!;
    const whole = Math.round(value);
    // Written so that what is no number at all fails, too.
    if (program.integer[column] === 1 && !(Math.abs(value - whole) <= INTEGRALITY)) return undefined;
    rounded[column] = program.integer[column] === 1 ? whole + 0 : value;
    if (!(rounded[column]! >= bounds.columnLower[column]!)) return undefined;
    if (!(rounded[column]! <= bounds.columnUpper[column]!)) return undefined;
  }
  const activity = rowActivities(program, rounded);
  for (let row = 0; row < program.rowCount; row += 1) {
    if (activity[row]! < bounds.rowLower[row]! || activity[row]! > bounds.rowUpper[row]!) return undefined;
  }
  return rounded;
}
