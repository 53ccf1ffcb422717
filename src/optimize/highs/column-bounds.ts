import { copyBounds, firstLevelOf, type LinearProgram } from '../linear-program.ts';
import type { SolveLimits } from '../solver.ts';
import { LevelRelaxation } from './level-relaxation.ts';
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
  /** Of all solutions in which all of these columns are at 1 or more. */
  readonly atOneTogether: (columns: readonly number[]) => number;
}

/**
 * Bounds the first level over all solutions that have a column at 0, and at 1, for every column at once by
 * the duals of one relaxation: with bound B and reduced costs d, no solution that has column j off its
 * better bound comes above B − |d_j| (`relaxation.ts`).
 */
export async function columnBounds(program: LinearProgram, limits: SolveLimits): Promise<ColumnBounds> {
  const none = new Float64Array(0);
  // HiGHS has no solution of a model without columns: nobody can be appointed, and posts stay vacant.
  if (program.columnCount === 0) return { atZero: none, atOne: none, atOneTogether: () => Infinity };
  const highs = await loadRuntime();
  const costs = program.levels[0]!;
  const first = { program: firstLevelOf(program), bounds: program, level: 0, locked: [] };
  const relaxed = relax(highs, first, new Clock(limits), ROUND);
  const atZero = new Float64Array(program.columnCount).fill(Infinity);
  const atOne = atZero.slice();
  if (relaxed.status !== 'optimal') return { atZero, atOne, atOneTogether: () => Infinity };
  const { bound, reduced } = relaxed.dual;
  const scale = costScale(costs);
  // The level is whole; what is added keeps rounding errors from taking one away.
  const most = (gap: number): number => Math.floor((-bound - gap + 1e-9 * Math.abs(bound)) / scale + 0.01);
  reduced.forEach((price, column) => {
    atZero[column] = most(Math.max(-price, 0));
    atOne[column] = most(Math.max(price, 0));
  });
  const atOneTogether = (columns: readonly number[]): number =>
    most(columns.reduce((sum, column) => sum + Math.max(reduced[column]!, 0), 0));
  return { atZero, atOne, atOneTogether };
}

/**
 * Bounds of the first level over all solutions that have a given column at 1 or more, for every other column
 * at once: one relaxation that keeps its basis from column to column.
 */
export class ConditionalBounds {
  readonly #program: LinearProgram;
  readonly #relaxation: LevelRelaxation;

  private constructor(program: LinearProgram, relaxation: LevelRelaxation) {
    this.#program = program;
    this.#relaxation = relaxation;
  }

  static async open(program: LinearProgram): Promise<ConditionalBounds> {
    return new ConditionalBounds(program, new LevelRelaxation(await loadRuntime(), program, 0, []));
  }

  /**
   * @returns what no solution exceeds that has the other column at 1 or more as well; `undefined` where the
   * relaxation ended without duals.
   */
  given(column: number, limits: SolveLimits): ((other: number) => number) | undefined {
    const bounds = copyBounds(this.#program);
    bounds.columnLower[column] = Math.max(1, bounds.columnLower[column]!);
    this.#relaxation.setBounds(bounds, []);
    if (this.#relaxation.run(new Clock(limits)) !== 'solved') return undefined;
    const { bound, reduced } = this.#relaxation.bound(bounds);
    return (other) => Math.floor(bound - Math.max(reduced[other]!, 0) + 0.01 + 1e-9 * Math.abs(bound));
  }

  /** Gives the solver's memory back. */
  close(): void {
    this.#relaxation.close();
  }
}
