import type { DecidedCase } from './decided-case.ts';
import { assembleExchangeModel } from './exchange-model.ts';
import { groupsOf, NO_GROUP } from './groups.ts';
import type { LinearProgram } from './linear-program.ts';
import type { ModelOptions } from './model-options.ts';
import { assembleModel, membersOf } from './slate-model.ts';
import type { Solved } from './solver-threads.ts';
import { UNIT_FACT } from './unit-rows.ts';

/** From so many appointments on it pays to leave open at first who goes to which unit. */
const EXCHANGE_ROWS = 2_000;

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
  exchange: number = EXCHANGE_ROWS,
): Promise<SolvedModel> {
  if (!isPlacement(decided) || decided.facts.size < exchange) {
    const model = assembleModel(decided, options);
    const solved = await solve(model.program);
    return 'x' in solved.outcome ? { solved, rows: membersOf(model, solved.outcome.x) } : { solved };
  }
  const apart = new Set<number>();
  for (;;) {
    const model = assembleExchangeModel(decided, options, apart);
    const solved = await solve(model.program);
    if (!('x' in solved.outcome)) return { solved };
    const placing = model.placedRows(solved.outcome.x);
    if (placing.ok) return { solved, rows: inOrderOfIds(decided, placing.rows) };
    if (solved.outcome.status !== 'optimal') return { solved: withoutPlan(solved) };
    for (const row of placing.apart) apart.add(row);
  }
}

/** Several rows may be about one person, and all are in units. */
function isPlacement({ facts }: DecidedCase): boolean {
  return (
    facts.personOf !== undefined &&
    facts.fact(UNIT_FACT) !== undefined &&
    !groupsOf(facts, UNIT_FACT).of.includes(NO_GROUP)
  );
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
