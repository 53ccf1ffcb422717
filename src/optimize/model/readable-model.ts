import { type DecidedCase, inOrderOfIds } from './decided-case.ts';
import type { Chosen } from './exchange-columns.ts';
import { assembleExchangeModel, leavesOpenWhere } from './exchange-model.ts';
import type { LinearProgram } from '../linear-program.ts';
import type { ModelOptions } from './model-options.ts';
import type { RowMeaning } from './row-meaning.ts';
import { assembleModel, rowsOnSlate } from './slate-model.ts';
import type { Outcome } from '../solver.ts';

/** The program of a case, and how its solutions are read. */
export interface ReadableModel {
  readonly program: LinearProgram;
  readonly rows: readonly RowMeaning[];
  /** The rows of the table that a solution chooses, in no order. */
  readonly chosen: (x: Float64Array) => Chosen;
}

/**
 * Assembles the program of a case. Of placements with many appointments it is the smaller program of
 * `exchange-model.ts`, of all others that of `slate-model.ts`, whose solutions can always be read.
 *
 * @param apart rows that must stand for themselves.
 * @param many from how many rows on it is left open who goes where; for tests.
 */
export function assembleReadable(
  decided: DecidedCase,
  options: ModelOptions,
  apart: ReadonlySet<number>,
  many?: number,
): ReadableModel {
  if (leavesOpenWhere(decided, many)) return assembleExchangeModel(decided, options, apart);
  const model = assembleModel(decided, options);
  return {
    program: model.program,
    rows: model.rows,
    chosen: (x) => ({ ok: true, rows: rowsOnSlate(model, x) }),
  };
}

/** An outcome, and whatever else is known of the solve. */
interface Solved {
  readonly outcome: Outcome;
}

/** What a solve came to, with the chosen rows where there is a solution, in ascending order of id. */
export interface SolvedModel<Answer extends Solved = Solved> {
  readonly solved: Answer;
  readonly rows?: readonly number[];
}

/**
 * Assembles the program of a case and has it solved. Of placements with many appointments the smaller
 * program of `exchange-model.ts` is taken: its optimum is that of the whole one.
 *
 * @param solve solves a program within what is left of the time; asked again where classes had to be
 * taken apart.
 * @param many from how many rows on it is left open who goes where; for tests.
 */
export async function solvedModel<Answer extends Solved>(
  decided: DecidedCase,
  options: ModelOptions,
  solve: (program: LinearProgram, rows: readonly RowMeaning[]) => Promise<Answer>,
  many?: number,
): Promise<SolvedModel<Answer>> {
  const apart = new Set<number>();
  for (;;) {
    const model = assembleReadable(decided, options, apart, many);
    const solved = await solve(model.program, model.rows);
    const { outcome } = solved;
    if (!('x' in outcome)) return { solved };
    const placing = model.chosen(outcome.x);
    if (placing.ok) return { solved, rows: inOrderOfIds(decided, placing.rows) };
    if (outcome.status !== 'optimal') return { solved: { ...solved, outcome: withoutPlan(outcome) } };
    for (const row of placing.apart) apart.add(row);
  }
}

/** Time ran out, and what was found so far cannot be placed: there is only the bound. */
function withoutPlan({ bound }: Extract<Outcome, { status: 'feasible' }>): Outcome {
  return { status: 'unknown', bound };
}
