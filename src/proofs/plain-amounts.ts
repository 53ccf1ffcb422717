import type { FactTable } from '../rules/facts/fact-table.ts';
import type { AmountRule, Ratio } from '../rules/rule-set.ts';
import { exact } from './unprovable.ts';
import { columnOf } from './verdicts.ts';

/** A row of a sum or an average in whole numbers. */
interface ScaledAmount {
  readonly bound: number;
  readonly coefficientOf: (value: number) => number;
  /** What 1 of the fact is in the row; of a goal a whole number, too. */
  readonly unit: number;
}

/**
 * A row times q·D, so that all is whole, and divided by what divides all of it and 1 of the fact, which has a
 * price in a goal. A hard rule of numbers beyond a million is divided by all that divides it: prices have six
 * decimals, and of such numbers each would be worth less than that.
 *
 * @param values all that occur, times D.
 */
export function scaledAmount(
  { kind, strength }: AmountRule,
  { numerator, denominator: q }: Ratio,
  denominator: number,
  values: readonly number[],
): ScaledAmount {
  const less = exact(numerator * denominator);
  const whole = (value: number): number => exact(exact(value * q) - (kind === 'average' ? less : 0));
  const unit = exact(q * denominator);
  const bound = kind === 'average' ? 0 : less;
  const numbers = [...values.map(whole), bound];
  const isFine = strength === 'soft' || numbers.every((each) => Math.abs(each) <= MILLION);
  const by = Math.max(1, [...numbers, ...(isFine ? [unit] : [])].reduce(greatestCommonDivisor, 0));
  return { bound: bound / by, coefficientOf: (value) => whole(value) / by, unit: unit / by };
}

/** Beyond it a hard row is made as small as it can be. */
const MILLION = 1_000_000;

function greatestCommonDivisor(one: number, other: number): number {
  let [a, b] = [Math.abs(one), Math.abs(other)];
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

/** A fact as whole numbers: its value times `denominator`, that there is none, or that only a range is known. */
export function numbersIn(
  facts: FactTable,
  fact: string,
): { readonly denominator: number; readonly of: (row: number) => number | 'none' | 'range' } {
  const column = columnOf(facts, fact);
  if ('codes' in column) throw new Error(`The table has no numbers ${fact}`);
  const { low, high, denominator } = column;
  return {
    denominator,
    of: (row) => {
      if (Number.isNaN(low[row])) return 'none';
      return low[row] === high[row] ? exact(Math.round(low[row]! * denominator)) : 'range';
    },
  };
}
