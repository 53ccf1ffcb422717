import { type Checkpoint, NO_LIMIT } from '../../rules/checkpoint.ts';
import { type Bounds, copyBounds } from '../linear-program.ts';
import { openWarmSession } from './solver.ts';
import { assembleModel, type SlateModel } from '../model/slate-model.ts';
import type { ModelOptions } from '../model/model-options.ts';
import type { RowMeaning } from '../model/row-meaning.ts';
import type { DecidedCase } from '../model/decided-case.ts';
import type { Outcome, SolveLimits, SolverSession } from '../solver.ts';

/**
 * A model kept open for many solves under changing bounds, by HiGHS in this thread: conflicts,
 * relaxations, prices of quotas, sweeps. Whoever must stay responsive runs a whole series in a thread.
 */
export class ModelSeries {
  readonly model: SlateModel;
  readonly #session: SolverSession;
  readonly #rowsOfRule: readonly (readonly number[])[];
  readonly #columnOf: ReadonlyMap<number, number>;

  private constructor(model: SlateModel, session: SolverSession) {
    this.model = model;
    this.#session = session;
    this.#columnOf = new Map(Array.from(model.candidates, (row, column) => [row, column]));
    const rows: number[][] = model.case.rules.map(() => []);
    model.rows.forEach((meaning, row) => {
      if (meaning.kind === 'rule') rows[meaning.rule]!.push(row);
    });
    this.#rowsOfRule = rows;
  }

  /** Opens a series on a case; see {@link ModelOptions.flexibleSeats} for what may then be changed. */
  static async open(
    decided: DecidedCase,
    options: ModelOptions,
    checkpoint: Checkpoint = NO_LIMIT,
  ): Promise<ModelSeries> {
    const model = await assembleModel(decided, options, checkpoint);
    return new ModelSeries(model, await openWarmSession(model.program));
  }

  /** The bounds of the model as assembled, to be changed and given to {@link solve}. */
  bounds(): Bounds {
    return copyBounds(this.model.program);
  }

  /** The program's rows of a rule, by its index in the rule set; one per row of {@link RuleRows.rows}. */
  rowsOfRule(rule: number): readonly number[] {
    return this.#rowsOfRule[rule]!;
  }

  /** The column of a candidate, or `undefined` where the model left it out as never needed. */
  columnOf(row: number): number | undefined {
    return this.#columnOf.get(row);
  }

  /** All rows with a meaning of this kind. */
  rowsOf(kind: RowMeaning['kind']): readonly number[] {
    return this.model.rows.flatMap((meaning, row) => (meaning.kind === kind ? [row] : []));
  }

  /** Solves under these bounds. */
  solve(bounds: Bounds, limits: SolveLimits): Outcome {
    return this.#session.solve(limits, bounds);
  }

  /** Gives the solver's memory back. */
  close(): void {
    this.#session.close();
  }
}

/** Lets a row have any value. */
export function openRow(bounds: Bounds, row: number): void {
  bounds.rowLower[row] = -Infinity;
  bounds.rowUpper[row] = Infinity;
}
