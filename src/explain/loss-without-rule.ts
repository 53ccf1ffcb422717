import { ModelSeries, openRow } from '../optimize/model-series.ts';
import { type Task, TimeIsUp } from '../slate/task.ts';
import { difference } from './exchange.ts';
import type { Question } from './question.ts';

/**
 * What it costs on the first level to have somebody on the slate, when one rule is left out: a series of
 * solves on one model, whose rows for that rule and for the person's pin are opened in turn.
 */
export class LossWithoutRule {
  readonly #series: ModelSeries;
  readonly #pin: number;
  readonly #task: Task;

  private constructor(series: ModelSeries, pin: number, task: Task) {
    this.#series = series;
    this.#pin = pin;
    this.#task = task;
  }

  /** @param pinned the question with the person pinned, who is `row` of the table. */
  static async open({ decided, ...options }: Question, row: number, task: Task): Promise<LossWithoutRule> {
    const series = await ModelSeries.open(decided, { ...options, flexibleSeats: decided.ruleSet.size.max });
    const pin = series.model.rows.findIndex((meaning) => meaning.kind === 'pin' && meaning.candidate === row);
    return new LossWithoutRule(series, pin, task);
  }

  /**
   * The loss without one rule; `undefined` where no slate exists even so.
   *
   * @throws TimeIsUp
   */
  async of(rule: number): Promise<number | undefined> {
    const free = await this.#best(rule, false);
    const pinned = await this.#best(rule, true);
    return free === undefined || pinned === undefined ? undefined : difference(free, pinned);
  }

  async #best(rule: number, pinned: boolean): Promise<number | undefined> {
    await this.#task.breathe();
    const bounds = this.#series.bounds();
    for (const row of this.#series.rowsOfRule(rule)) openRow(bounds, row);
    if (!pinned) openRow(bounds, this.#pin);
    const outcome = this.#series.solve(bounds, this.#task.limits());
    if (outcome.status === 'infeasible') return undefined;
    if (outcome.status !== 'optimal') throw new TimeIsUp();
    return outcome.values[0]! / this.#series.model.case.objective.levels[0]!.scale;
  }

  /** Gives the solver's memory back. */
  close(): void {
    this.#series.close();
  }
}
