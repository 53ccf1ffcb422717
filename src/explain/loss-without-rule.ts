import { withGrace } from '../rules/checkpoint.ts';
import type { DecidedCase } from '../optimize/model/decided-case.ts';
import { leavesOpenWhere } from '../optimize/model/exchange-model.ts';
import { ModelSeries, openRow } from '../optimize/highs/model-series.ts';
import { bestValue } from '../slate/best-slate.ts';
import { type Task, TimeLimitError } from '../slate/task.ts';
import { objectiveDifference } from './exchange.ts';
import type { CaseToExplain } from './case-to-explain.ts';

/** What the best slate is worth on the first level, in units of the program; `undefined` where there is none. */
type Worth = (rule: number | undefined, pinned: boolean) => Promise<number | undefined>;

/** What it costs on the first level to have somebody on the slate, when one rule is left out. */
export class LossWithoutRule {
  readonly #worth: Worth;
  readonly #scale: number;
  /** Worth of the best slate with the person under all rules. */
  readonly #pinned: number;
  readonly close: () => void;

  private constructor(worth: Worth, scale: number, pinned: number, close: () => void) {
    this.#worth = worth;
    this.#scale = scale;
    this.#pinned = pinned;
    this.close = close;
  }

  /**
   * @param pinned the question with the person pinned, by the last of its pins.
   * @param many from how many appointments on it is left open who goes where; for tests.
   * @throws TimeLimitError
   */
  static async open(pinned: CaseToExplain, task: Task, many?: number): Promise<LossWithoutRule> {
    const { scale } = pinned.decided.objective.levels[0]!;
    const { worth, close } = leavesOpenWhere(pinned.decided, many)
      ? openWhere(pinned, task, many)
      : await onOneModel(pinned, task);
    try {
      return new LossWithoutRule(worth, scale, (await worth(undefined, true)) ?? -Infinity, close);
    } catch (error) {
      close();
      throw error;
    }
  }

  /**
   * The loss without one rule; `undefined` where the person is worth no more without it, so that the
   * loss is no less.
   *
   * @throws TimeLimitError
   */
  async of(rule: number): Promise<number | undefined> {
    const pinned = await this.#worth(rule, true);
    if (pinned === undefined || pinned <= this.#pinned) return undefined;
    const free = await this.#worth(rule, false);
    return free === undefined ? undefined : objectiveDifference(free / this.#scale, pinned / this.#scale);
  }
}

interface Worths {
  readonly worth: Worth;
  /** Gives the solver's memory back. */
  readonly close: () => void;
}

/** A series of solves on one model, whose rows for the rule and for the person's pin are opened in turn. */
async function onOneModel({ decided, ...options }: CaseToExplain, task: Task): Promise<Worths> {
  const flexibleSeats = decided.ruleSet.size.max;
  const series = await ModelSeries.open(decided, { ...options, flexibleSeats }, withGrace(task));
  const last = options.decisions.pin.length - 1;
  const pin = series.model.rows.findIndex((meaning) => meaning.kind === 'pin' && meaning.index === last);
  const worth: Worth = async (rule, pinned) => {
    await task.yieldOrThrow();
    const bounds = series.bounds();
    for (const own of rule === undefined ? [] : series.rowsOfRule(rule)) openRow(bounds, own);
    if (!pinned) openRow(bounds, pin);
    const outcome = series.solve(bounds, task.limits());
    if (outcome.status === 'infeasible') return undefined;
    if (outcome.status !== 'optimal') throw new TimeLimitError();
    return outcome.values[0]!;
  };
  return { worth, close: () => series.close() };
}

/** A small program for every solve, of a placement with many appointments (`exchange-model.ts`). */
function openWhere(
  { decided, decisions, ...options }: CaseToExplain,
  task: Task,
  many: number | undefined,
): Worths {
  const unpinned = { ...decisions, pin: decisions.pin.slice(0, -1) };
  const worth: Worth = (rule, pinned) =>
    bestValue(
      rule === undefined ? decided : withoutRule(decided, rule),
      { ...options, decisions: pinned ? decisions : unpinned, ...(many !== undefined && { many }) },
      task,
    );
  return { worth, close: () => undefined };
}

function withoutRule(decided: DecidedCase, rule: number): DecidedCase {
  const { ruleSet, rules } = decided;
  return {
    ...decided,
    ruleSet: { ...ruleSet, rules: ruleSet.rules.toSpliced(rule, 1) },
    rules: rules.toSpliced(rule, 1),
  };
}
