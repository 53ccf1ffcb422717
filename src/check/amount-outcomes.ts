import type { AmountRule, Ratio } from '../rules/rule-set.ts';

/** What one member may add, as whole numbers: 1 of the fact is a fixed number of them. */
export interface Part {
  readonly id: string;
  /** The least and the greatest value that is possible. */
  readonly low: number;
  readonly high: number;
  /** Whether it is sure that the member counts. */
  readonly counts: boolean;
}

/** What the missing facts of members leave of a sum or an average. */
interface AmountOutcomes {
  /** Whether some values of the missing facts keep it, and whether some break it. */
  readonly kept: boolean;
  readonly broken: boolean;
  /** By how much of the fact it is missed at least, negative below; 0 where it may be kept. */
  readonly nearest: number;
}

/** Those who count add up to something from `low` to `high`, and are so many. */
interface Total {
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/** So many totals are told apart; beyond, only the least and the greatest of each number who count. */
const MOST_TOTALS = 4096;

/**
 * Says over all values that missing facts may have whether a sum or an average is kept. Members are independent
 * of each other: who may count or not adds a value or none, which makes some totals and not all between them.
 *
 * @param denominator 1 of the fact is so many of the whole numbers of the parts.
 */
export function amountOutcomes(
  rule: AmountRule,
  parts: readonly Part[],
  denominator: number,
): AmountOutcomes {
  let [kept, broken, nearest] = [false, false, Infinity];
  for (const total of totalsOf(parts)) {
    const below = rule.min && above(rule, total, rule.min, denominator);
    const beyond = rule.max && above(rule, total, rule.max, denominator);
    const isLow = below !== undefined && below.most < 0;
    const isHigh = beyond !== undefined && beyond.least > 0;
    if (isLow || isHigh) {
      const off = isLow ? below.most : (beyond?.least ?? 0);
      if (Math.abs(off) < Math.abs(nearest)) nearest = off;
    } else [kept, nearest] = [true, 0];
    if ((below?.least ?? 0) < 0 || (beyond?.most ?? 0) > 0) broken = true;
  }
  return { kept, broken, nearest };
}

/** By how much a total is above a bound, in 1 of the fact: the sum less the bound, or of an average Σ (v − bound). */
function above(
  rule: AmountRule,
  { low, high, count }: Total,
  bound: Ratio,
  denominator: number,
): { readonly least: number; readonly most: number } {
  const { numerator, denominator: q } = bound;
  const whole = numerator * denominator * (rule.kind === 'average' ? count : 1);
  return {
    least: (low * q - whole) / (q * denominator),
    most: (high * q - whole) / (q * denominator),
  };
}

function totalsOf(parts: readonly Part[]): readonly Total[] {
  const sure = { low: 0, high: 0, count: 0 };
  for (const { low, high, counts } of parts) {
    if (!counts) continue;
    sure.low += low;
    sure.high += high;
    sure.count += 1;
  }
  let totals: readonly Total[] = [sure];
  for (const { low, high, counts } of parts) {
    if (counts) continue;
    const joined = totals.map((total) => ({
      low: total.low + low,
      high: total.high + high,
      count: total.count + 1,
    }));
    totals = withoutDoubles([...totals, ...joined]);
    if (totals.length > MOST_TOTALS) totals = widened(totals);
  }
  return totals;
}

function withoutDoubles(totals: readonly Total[]): readonly Total[] {
  return [...new Map(totals.map((total) => [`${total.low} ${total.high} ${total.count}`, total])).values()];
}

/** The totals of each number who count as one range. */
function widened(totals: readonly Total[]): readonly Total[] {
  return [...Map.groupBy(totals, ({ count }) => count)].map(([count, same]) => ({
    low: same.reduce((least, { low }) => Math.min(least, low), Infinity),
    high: same.reduce((most, { high }) => Math.max(most, high), -Infinity),
    count,
  }));
}
