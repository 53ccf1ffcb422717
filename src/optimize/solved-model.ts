import type { DecidedCase } from './decided-case.ts';
import { assembleExchangeModel, leavesOpenWhere } from './exchange-model.ts';
import type { LinearProgram } from './linear-program.ts';
import type { ModelOptions } from './model-options.ts';
import { assembleModel, membersOf } from './slate-model.ts';
import type { Solved } from './solver-threads.ts';

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
 * @param exchange from how many rows on; for tests.
 */
export async function solvedModel(
  decided: DecidedCase,
  options: ModelOptions,
  solve: (program: LinearProgram) => Promise<Solved>,
  exchange?: number,
): Promise<SolvedModel> {
  if (!leavesOpenWhere(decided, exchange)) {
    const model = assembleModel(decided, options);
    const solved = await solve(model.program);
    return 'x' in solved.outcome ? { solved, rows: membersOf(model, solved.outcome.x) } : { solved };
  }
  const apart = new Set<number>();
  for (;;) {
    const model = assembleExchangeModel(decided, options, apart);
    const solved = await solve(model.program);
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

function inOrderOfIds({ facts }: DecidedCase, rows: readonly number[]): readonly number[] {
  return rows.toSorted((one, other) => (facts.ids[one]! < facts.ids[other]! ? -1 : 1));
}
