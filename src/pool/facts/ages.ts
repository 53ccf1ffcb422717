import type { FactColumn, NumericColumn } from '../../rules/facts/fact-table.ts';
import { packedFromDays, type DayRange } from '../cells/civil-date.ts';

/**
 * Age in full years on the reference day (packed, see {@link packedFromDays}). A birth date known
 * only to the month or year gives the ages of its last and first possible day; both are reached, so
 * the range is exact. Whoever was born on 29 February completes a year on 1 March where the year has
 * no such day. No column, no ages.
 */
export function agesOf(births: Births | undefined, reference: number): NumericColumn | undefined {
  return births && fromBirths(births, (born) => fullYears(born, reference));
}

/** First and last possible day of birth, packed (see {@link packedFromDays}); `NaN`: unknown. */
export interface Births {
  readonly first: Float64Array;
  /** The same array where every day is known. */
  readonly last: Float64Array;
}

/** The days of birth in a column of dates; no column, no births. */
export function birthsOf(birthDates: FactColumn | undefined): Births | undefined {
  if (birthDates?.type !== 'date') return undefined;
  const { low, high } = birthDates;
  const first = new Float64Array(low.length);
  for (let row = 0; row < first.length; row += 1) first[row] = packedFromDays(low[row]!);
  if (high === low) return { first, last: first };
  const last = first.slice();
  for (let row = 0; row < last.length; row += 1) {
    if (high[row] !== low[row]) last[row] = packedFromDays(high[row]!);
  }
  return { first, last };
}

/** Packed days are `year * 512 + month * 32 + day`, so whole 512ths of their difference are full years. */
function fullYears(born: number, reference: number): number {
  return Math.floor((reference - born) / 512);
}

/**
 * A number for the first and the last possible day of birth, the lesser one first; an unknown birth
 * date (NaN) gives no value. `of` must rise or fall with the day.
 */
function fromBirths({ first, last }: Births, of: (born: number) => number): NumericColumn {
  const low = new Float64Array(first.length);
  for (let row = 0; row < low.length; row += 1) low[row] = of(first[row]!);
  if (last === first) return { type: 'number', low, high: low, denominator: 1, whole: true };
  const high = low.slice();
  for (let row = 0; row < low.length; row += 1) {
    if (last[row] === first[row]) continue;
    const [one, other] = [low[row]!, of(last[row]!)];
    low[row] = Math.min(one, other);
    high[row] = Math.max(one, other);
  }
  return { type: 'number', low, high, denominator: 1, whole: true };
}

/** The rows whose every possible birth date is after `referenceDay` (days since 1970-01-01). */
export function* bornAfter(
  birthDates: FactColumn | undefined,
  referenceDay: number,
): Generator<{ readonly row: number; readonly born: DayRange }> {
  if (birthDates?.type !== 'date') return;
  for (let row = 0; row < birthDates.low.length; row += 1) {
    if (!(birthDates.low[row]! > referenceDay)) continue;
    yield { row, born: { low: birthDates.low[row]!, high: birthDates.high[row]! } };
  }
}
