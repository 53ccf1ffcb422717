import type { DecidedCase } from './decided-case.ts';
import type { Chosen } from './exchange-columns.ts';
import { assembleExchangeModel, leavesOpenWhere } from './exchange-model.ts';
import type { LinearProgram } from '../linear-program.ts';
import type { ModelOptions } from './model-options.ts';
import type { RowMeaning } from './row-meaning.ts';
import { assembleModel, membersOf } from './slate-model.ts';
import type { Solved } from '../threads/solver-threads.ts';

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
    chosen: (x) => ({ ok: true, rows: membersOf(model, x) }),
  };
}

/** What a solve came to, with the chosen rows where there is a solution, in ascending order of id. */
export interface SolvedModel {
  readonly solved: Solved;
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
export async function solvedModel(
  decided: DecidedCase,
  options: ModelOptions,
  solve: (program: LinearProgram, rows: readonly RowMeaning[]) => Promise<Solved>,
  many?: number,
): Promise<SolvedModel> {
  const apart = new Set<number>();
  for (;;) {
    const model = assembleReadable(decided, options, apart, many);
    const solved = await solve(model.program, model.rows);
    if (!('x' in solved.outcome)) return { solved };
    const placing = model.chosen(solved.outcome.x);
    if (placing.ok) return { solved, rows: inOrderOfIds(decided, placing.rows) };
    if (solved.outcome.status !== 'optimal') return { solved: withoutPlan(solved) };
    for (const row of placing.apart) apart.add(row);
  }
}

/** Time ran out, and what was found so far cannot be placed: there is only the bound. */
function withoutPlan(solved: Solved): Solved {
  const { outcome } = solved;
  return 'bound' in outcome && outcome.bound !== undefined
    ? { ...solved, outcome: { status: 'unknown', bound: outcome.bound } }
    : { ...solved, outcome: { status: 'unknown' } };
}

/** Rows of the table in ascending order of id. */
export function inOrderOfIds({ facts }: DecidedCase, rows: readonly number[]): readonly number[] {
  return rows.toSorted((one, other) => (facts.ids[one]! < facts.ids[other]! ? -1 : 1));
}
