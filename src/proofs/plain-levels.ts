import Fraction from 'fraction.js';
import { weightFraction } from '../rules/facts/ratio.ts';
import type { FactTable } from '../rules/facts/fact-table.ts';
import type { ObjectiveTerm, Ratio, RuleSet } from '../rules/rule-set.ts';
import type { PlainRow } from './plain-model.ts';
import { exact } from './unprovable.ts';
import { columnOf, LooksOfAll, SAYS, verdictsOf } from './verdicts.ts';

/** One level of the objective in whole steps. */
export interface PlainLevel {
  /** What one step is worth in points. */
  readonly unit: Ratio;
  /** What each candidate is worth, in steps. */
  readonly values: Float64Array;
  /** What one step of each row's goal costs, in steps of value; 0 where it costs nothing on this level. */
  readonly prices: Float64Array;
}

/** The levels, and who cannot be valued. */
interface LevelsOfObjective {
  readonly levels: readonly PlainLevel[];
  /** 1 where a missing fact leaves the value open. */
  readonly open: Uint8Array;
}

/** Values every candidate, and prices every goal, on every level. */
export function plainLevels(
  ruleSet: RuleSet,
  facts: FactTable,
  rows: readonly PlainRow[],
): LevelsOfObjective {
  const open = new Uint8Array(facts.size);
  const looks = new LooksOfAll();
  const levels = ruleSet.objective.map(({ terms, softRules }) => {
    const parts = terms.map((term) => partOf(term, facts, { open, looks }));
    const prices = rows.map(({ goal }) =>
      goal === undefined || !softRules ? ZERO : weightFraction(goal.weight).mul(goal.step, goal.perMember),
    );
    return inSteps(parts, prices, facts.size);
  });
  return { levels, open };
}

const ZERO = new Fraction(0);

/** What a term gives: to each candidate so many times `factor`. */
interface Part {
  readonly factor: Fraction;
  readonly counts: Float64Array;
}

/** @param open where it is noted who is open. */
function partOf(
  { fact, where, weight }: ObjectiveTerm,
  facts: FactTable,
  { open, looks }: { readonly open: Uint8Array; readonly looks: LooksOfAll },
): Part {
  const verdicts = where === undefined ? undefined : verdictsOf(facts, where, looks);
  const { denominator, of } = fact === undefined ? ONE_EACH : wholeValues(facts, fact);
  const counts = new Float64Array(facts.size);
  for (let row = 0; row < counts.length; row += 1) {
    const applies = verdicts === undefined ? SAYS.yes : verdicts[row]!;
    if (applies === SAYS.no) continue;
    const count = of(row);
    // Of nothing it does not matter whether it counts.
    if (count === 0) continue;
    if (applies === SAYS.open || count === undefined) open[row] = 1;
    else counts[row] = count;
  }
  return { factor: weightFraction(weight).div(denominator), counts };
}

/** A fact as whole numbers: its value times `denominator`; `undefined` where it is not known. */
interface WholeValues {
  readonly denominator: number;
  readonly of: (row: number) => number | undefined;
}

const ONE_EACH: WholeValues = { denominator: 1, of: () => 1 };

function wholeValues(facts: FactTable, fact: string): WholeValues {
  const column = columnOf(facts, fact);
  if ('codes' in column) {
    return {
      denominator: 1,
      of: (row) => {
        const value = column.values[column.codes[row]!];
        return typeof value === 'boolean' ? Number(value) : undefined;
      },
    };
  }
  const { low, high, denominator } = column;
  return {
    denominator,
    of: (row) => (low[row] === high[row] ? Math.round(low[row]! * denominator) : undefined),
  };
}

/** The sum of all parts in the largest unit in which it, and every price, is whole for everybody. */
function inSteps(parts: readonly Part[], prices: readonly Fraction[], size: number): PlainLevel {
  const fine = [...parts.map(({ factor }) => factor), ...prices].reduce(
    (multiple, { d }) => leastCommonMultiple(multiple, d),
    1n,
  );
  const values = new Float64Array(size);
  for (const { factor, counts } of parts) {
    const times = wholeNumber(factor.mul(fine));
    for (let row = 0; row < size; row += 1) {
      if (counts[row] !== 0) values[row] = exact(values[row]! + exact(times * counts[row]!));
    }
  }
  const priced = Float64Array.from(prices, (price) => wholeNumber(price.mul(fine)));
  const step = Math.max(1, divisorOf(values, divisorOf(priced, 0)));
  const unit = new Fraction(step).div(fine);
  return {
    unit: { numerator: exact(Number(unit.n)), denominator: exact(Number(unit.d)) },
    values: step === 1 ? values : values.map((value) => value / step),
    prices: priced.map((price) => price / step),
  };
}

function wholeNumber({ s, n, d }: Fraction): number {
  return exact(d === 1n ? Number(s * n) : Number.NaN);
}

/** What divides all of these and a number. */
function divisorOf(numbers: Float64Array, number: number): number {
  let divisor = number;
  for (const each of numbers) {
    if (divisor === 1) break;
    divisor = greatestCommonDivisor(divisor, each);
  }
  return divisor;
}

function greatestCommonDivisor(one: number, other: number): number {
  let [a, b] = [Math.abs(one), Math.abs(other)];
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

function leastCommonMultiple(one: bigint, other: bigint): bigint {
  let [a, b] = [one, other];
  while (b !== 0n) [a, b] = [b, a % b];
  return (one / a) * other;
}
