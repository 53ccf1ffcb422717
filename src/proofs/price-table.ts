import { MILLION, PricedSum } from './leaf-bound.ts';
import type { PlainModel, PlainRow } from './plain-model.ts';
import { exact } from './unprovable.ts';

/** A row at its price. All numbers that may be broken are decimals in points, exact to their last place. */
export interface PriceLine {
  readonly row: PlainRow;
  /** What one more of the bound adds: above 0 for `at most`, below 0 for `at least`. */
  readonly price: string;
  /** The bound of the row, in the fact where one is added up. */
  readonly bound: number;
  /** `price` × the bound of the row. */
  readonly total: string;
}

/**
 * A bound of what any slate is worth on the first level, as sums that anybody can do again:
 *
 *     value(x) ≤ Σ price·bound + Σ_j max(0, d_j)          (`PricedSum` says why)
 *
 * where d_j is what a candidate is worth less the prices of what they count for. The first sum is the
 * lines, the second the rest.
 */
export interface PriceTable {
  readonly lines: readonly PriceLine[];
  /** The candidates of the rest, by column: d where it is above 0, rounded up where it is no decimal. */
  readonly beyond: readonly { readonly column: number; readonly points: string }[];
  readonly rest: string;
  /** All lines and the rest. */
  readonly sum: string;
  /** `sum` rounded down to a whole number of the level's units, which a slate's value is; that rounded up as d is. */
  readonly most: string;
}

/** Decimals that a number of points has at most. */
const PLACES = 6;

/**
 * Makes a table of prices, with as few places as prove the same: any prices prove a bound, and short ones
 * are easier to follow.
 *
 * @param prices by row, in millionths of a unit of the first level; none below 0.
 * @throws Unprovable where numbers are too large to be counted exactly.
 */
export function priceTable(model: PlainModel, prices: ReadonlyMap<number, number>): PriceTable {
  const tried = Array.from({ length: PLACES + 1 }, (_, places) =>
    pricedAt(model, prices, 10 ** (PLACES - places)),
  );
  const least = tried.reduce((one, other) => (other.steps < one.steps ? other : one)).steps;
  const { rows, beyond, rest, sum, steps } = tried.find((each) => each.steps === least)!;
  const { numerator, denominator } = model.levels[0]!.unit;
  const most = ceilingOf(steps * BigInt(numerator) * BigInt(MILLION), BigInt(denominator));
  return {
    lines: rows.map(({ row, price }) => ({
      row,
      ...inFact(row, price),
      total: decimal(price * BigInt(row.bound)),
    })),
    beyond: beyond.map(({ column, points }) => ({ column, points: decimal(points) })),
    rest: decimal(rest),
    sum: decimal(sum),
    most: decimal(most),
  };
}

/** Bound and price of a row by 1 of the fact that it adds up; by the row itself where no decimal would be exact. */
function inFact({ bound, perFact = 1 }: PlainRow, price: bigint): Pick<PriceLine, 'price' | 'bound'> {
  const isDecimal = Number.isInteger((bound / perFact) * 10 ** PLACES);
  return isDecimal
    ? { price: decimal(price * BigInt(perFact)), bound: bound / perFact }
    : { price: decimal(price), bound };
}

/** A table before it is written, in millionths of a point. */
interface Sums {
  readonly rows: readonly { readonly row: PlainRow; readonly price: bigint }[];
  readonly beyond: readonly { readonly column: number; readonly points: bigint }[];
  readonly rest: bigint;
  readonly sum: bigint;
  /** How many whole units are in the sum. */
  readonly steps: bigint;
}

/**
 * The sums at prices that are rounded to `grid` millionths of the unit's numerator in points: of a unit n/m
 * a price of m·k/10^p units is n·k/10^p points, a decimal whatever m is.
 */
function pricedAt(model: PlainModel, prices: ReadonlyMap<number, number>, grid: number): Sums {
  const { numerator, denominator } = model.levels[0]!.unit;
  const sum = new PricedSum(model);
  sum.addValue(0, MILLION);
  const rows: { readonly row: PlainRow; readonly price: bigint }[] = [];
  for (const [index, price] of prices) {
    const row = model.rows[index]!;
    const coarse = exact(Math.round(price / (grid * denominator)) * grid * denominator);
    const most = sum.mostFor(row, coarse);
    const units = most - (most % denominator);
    if (units === 0) continue;
    sum.addRow(row, units);
    const points = BigInt(units / denominator) * BigInt(numerator);
    rows.push({ row, price: row.side === 'max' ? points : -points });
  }
  const beyond = beyondPrices(model, sum);
  const rest = beyond.reduce((total, { points }) => total + points, 0n);
  const whole = rows.reduce((total, { row, price }) => total + price * BigInt(row.bound), rest);
  const steps = floorOf(whole * BigInt(denominator), BigInt(numerator) * BigInt(MILLION));
  return { rows, beyond, rest, sum: whole, steps };
}

/** Who adds to the bound beside the prices, the most first. */
function beyondPrices({ eligible, levels }: PlainModel, { reduced }: PricedSum): Sums['beyond'] {
  const { numerator, denominator } = levels[0]!.unit;
  return Array.from(reduced.entries())
    .filter(([column, each]) => each > 0 && eligible[column] === 1)
    .toSorted(([, one], [, other]) => other - one)
    .map(([column, each]) => ({
      column,
      points: ceilingOf(BigInt(each) * BigInt(numerator), BigInt(denominator)),
    }));
}

function floorOf(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return quotient * divisor > dividend ? quotient - 1n : quotient;
}

function ceilingOf(dividend: bigint, divisor: bigint): bigint {
  return -floorOf(-dividend, divisor);
}

/** Millionths as a decimal number: -12.5. */
function decimal(millionths: bigint): string {
  const digits = String(millionths < 0n ? -millionths : millionths).padStart(PLACES + 1, '0');
  const written = `${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`.replace(/\.?0+$/, '');
  return millionths < 0n ? `-${written}` : written;
}
