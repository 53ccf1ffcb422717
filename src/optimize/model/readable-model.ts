import { type Checkpoint, NO_LIMIT } from '../../rules/checkpoint.ts';
import { type DecidedCase, inOrderOfIds } from './decided-case.ts';
import type { ChosenRows } from './exchange-columns.ts';
import { assembleExchangeModel, leavesOpenWhere } from './exchange-model.ts';
import type { LinearProgram } from '../linear-program.ts';
import type { Difference, ModelOptions } from './model-options.ts';
import type { RowMeaning } from './row-meaning.ts';
import { assembleModel, rowsOnSlate } from './slate-model.ts';
import type { Outcome } from '../solver.ts';

/** The program of a case, and how its solutions are read. */
export interface ReadableModel {
  readonly program: LinearProgram;
  readonly rows: readonly RowMeaning[];
  /** The rows of the table that a solution chooses, in no order. */
  readonly chosen: (x: Float64Array) => ChosenRows;
  /**
   * Rows of another solution worth as much that differs enough from earlier ones; `undefined` where none is
   * at hand, which says nothing.
   */
  readonly another: (x: Float64Array, earlier: readonly Difference[]) => readonly number[] | undefined;
}

/** How a program is assembled. */
interface Assembling {
  /** Rows that must stand for themselves; absent: none. */
  readonly apart?: ReadonlySet<number> | undefined;
  /** From how many rows on it is left open who goes where; for tests. */
  readonly many?: number | undefined;
  /** Taken between the steps of a large program. */
  readonly checkpoint?: Checkpoint;
}

/**
 * Assembles the program of a case. Of placements with many appointments it is the smaller program of
 * `exchange-model.ts`, of all others that of `slate-model.ts`, whose solutions can always be read.
 *
 * @throws what `checkpoint` throws.
 */
export async function assembleReadable(
  decided: DecidedCase,
  options: ModelOptions,
  { apart = new Set(), many, checkpoint = NO_LIMIT }: Assembling = {},
): Promise<ReadableModel> {
  if (leavesOpenWhere(decided, many)) return assembleExchangeModel(decided, options, apart, checkpoint);
  const model = await assembleModel(decided, options, checkpoint);
  return {
    program: model.program,
    rows: model.rows,
    chosen: (x) => ({ ok: true, rows: rowsOnSlate(model, x) }),
    another: () => undefined,
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
  /**
   * The rows of another solution worth exactly as much that differs enough from earlier ones, in ascending
   * order of id; `undefined` where none is at hand, which says nothing. Absent where nothing is proven.
   */
  readonly another?: (earlier: readonly Difference[]) => readonly number[] | undefined;
}

/**
 * Assembles the program of a case and has it solved. Of placements with many appointments the smaller
 * program of `exchange-model.ts` is taken: its optimum is that of the whole one.
 *
 * @param solve solves a program within what is left of the time; asked again where classes had to be
 * taken apart.
 * @param assembling with `apart`, to which those are added that turn out to have to stand for themselves. A
 * series of questions that are nearly the same is quicker with one set for all of them.
 * @throws what `solve` and the checkpoint throw.
 */
export async function solvedModel<Answer extends Solved>(
  decided: DecidedCase,
  options: ModelOptions,
  solve: (program: LinearProgram, rows: readonly RowMeaning[]) => Promise<Answer>,
  { apart = new Set(), ...assembling }: Assembling & { readonly apart?: Set<number> | undefined } = {},
): Promise<SolvedModel<Answer>> {
  for (;;) {
    const model = await assembleReadable(decided, options, { ...assembling, apart });
    const solved = await solve(model.program, model.rows);
    const { outcome } = solved;
    if (!('x' in outcome)) return { solved };
    const placing = model.chosen(outcome.x);
    if (placing.ok) {
      const rows = inOrderOfIds(decided, placing.rows);
      if (outcome.status !== 'optimal') return { solved, rows };
      const another = (earlier: readonly Difference[]): readonly number[] | undefined => {
        const others = model.another(outcome.x, earlier);
        return others && inOrderOfIds(decided, others);
      };
      return { solved, rows, another };
    }
    if (outcome.status !== 'optimal') return { solved: { ...solved, outcome: withoutPlan(outcome) } };
    for (const row of placing.apart) apart.add(row);
  }
}

/** Time ran out, and what was found so far cannot be placed: there is only the bound. */
function withoutPlan({ bound }: Extract<Outcome, { status: 'feasible' }>): Outcome {
  return { status: 'unknown', bound };
}
