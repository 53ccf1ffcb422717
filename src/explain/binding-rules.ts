import { Clock, loadRuntime } from '../optimize/highs/runtime.ts';
import { findPrices } from '../optimize/proving/proof-search.ts';
import { type PlainRow, plainModel } from '../proofs/plain-model.ts';
import { type PriceLine, priceTable } from '../proofs/price-table.ts';
import { Unprovable } from '../proofs/unprovable.ts';
import type { SlateCase } from '../check/slate-case.ts';
import { type Task, TimeLimitError } from '../slate/task.ts';
import type { WhyAnswer } from './answers.ts';

/** Prices are told beside an answer, and may not keep it longer, in milliseconds. */
const TIME_FOR_PRICES = 2000;

/**
 * The rules that speak for a candidate: those with a price that is paid to whoever is of their kind, since
 * more of these are needed than are there. What they give is price × coefficient, by the linear relaxation;
 * the most first. None where there are no prices.
 */
export async function bindingRules(
  asked: SlateCase,
  row: number,
  task: Task,
): Promise<NonNullable<WhyAnswer['binding']>> {
  const titles = new Map(asked.ruleSet.rules.map(({ id, title }) => [id, title]));
  const lines = await priceLines(asked, row, task);
  return lines
    .flatMap(({ row: { name, terms }, price }) => {
      const title = 'rule' in name ? titles.get(name.rule) : undefined;
      const points = -Number(price) * coefficientOf(row, terms);
      if (!('rule' in name) || title === undefined || points <= 0) return [];
      const group = name.group === undefined ? {} : { group: name.group };
      return [{ rule: name.rule, ...group, title, points: Math.round(points * 1e6) / 1e6 }];
    })
    .toSorted((one, other) => other.points - one.points);
}

function coefficientOf(column: number, terms: PlainRow['terms']): number {
  return terms.find(({ columns }) => columns.includes(column))?.coefficient ?? 0;
}

/** Prices of the case in this thread; none where there is no time, or the case is no matter of proofs. */
async function priceLines(asked: SlateCase, row: number, task: Task): Promise<readonly PriceLine[]> {
  try {
    const limits = task.limits();
    const timeLimit = Math.min(limits.timeLimit, TIME_FOR_PRICES);
    const model = plainModel(asked);
    const prices = findPrices(await loadRuntime(), model, [row], new Clock({ ...limits, timeLimit }));
    return prices === undefined ? [] : priceTable(model, prices).lines;
  } catch (error) {
    if (error instanceof Unprovable || error instanceof TimeLimitError) return [];
    throw error;
  }
}
