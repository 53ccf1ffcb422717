import { firstLevelOf, type LinearProgram } from '../linear-program.ts';
import type { SolveLimits } from '../solver.ts';
import { relax } from './relaxation.ts';
import { Clock, loadRuntime } from './runtime.ts';
import { costScale } from './scale.ts';

/** Columns with which the relaxation begins, and how many join it in one round at most. */
const ROUND = 300;

/** What the first level cannot exceed, column by column; `Infinity` where nothing is known. */
export interface ColumnBounds {
  /** Of all solutions in which the column is at 0. */
  readonly atZero: Float64Array;
  /** Of all solutions in which the column is at 1. */
  readonly atOne: Float64Array;
}

/**
 * Bounds the first level over all solutions that have a column at 0, and at 1, for every column at once by
 * the duals of one relaxation: with bound B and reduced costs d, no solution that has column j off its
 * better bound comes above B − |d_j| (`relaxation.ts`).
 */
export async function columnBounds(program: LinearProgram, limits: SolveLimits): Promise<ColumnBounds> {
  const highs = await loadRuntime();
  const costs = program.levels[0]!;
  const first = { program: firstLevelOf(program), bounds: program, level: 0, locked: [] };
  const relaxed = relax(highs, first, new Clock(limits), ROUND);
  const atZero = new Float64Array(program.columnCount).fill(Infinity);
  const atOne = atZero.slice();
  if (relaxed.status !== 'optimal') return { atZero, atOne };
  const { bound, reduced } = relaxed.dual;
  const scale = costScale(costs);
  // The level is whole; what is added keeps rounding errors from taking one away.
  const most = (gap: number): number => Math.floor((-bound - gap + 1e-9 * Math.abs(bound)) / scale + 0.01);
  reduced.forEach((price, column) => {
    atZero[column] = most(Math.max(-price, 0));
    atOne[column] = most(Math.max(price, 0));
  });
  return { atZero, atOne };
}
