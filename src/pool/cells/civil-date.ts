/**
 * Days of the proleptic Gregorian calendar by whole-number arithmetic: a million dates without a
 * million Date objects. The two conversions are Howard Hinnant's `days_from_civil` and
 * `civil_from_days` (https://howardhinnant.github.io/date_algorithms.html), which count years from
 * March, so that the leap day is the last day of a year.
 */

/** Days since 1970-01-01 of a day of the calendar; `month` and `day` count from 1. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/**
 * The day of the calendar that is `days` after 1970-01-01, packed in one number
 * `year * 512 + month * 32 + day`: packed days compare as the days do, and nothing is allocated.
 */
export function packedFromDays(days: number): number {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return year * 512 + month * 32 + day;
}

/** The year of a packed day. */
export function yearOf(packed: number): number {
  return Math.floor(packed / 512);
}

/** The month of a packed day, from 1. */
export function monthOf(packed: number): number {
  return Math.floor(packed / 32) % 16;
}

/** The day of the month of a packed day, from 1. */
export function dayOf(packed: number): number {
  return packed % 32;
}

/** How many days a month has; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) {
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return leap ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The first and the last day that a date can mean, in days since 1970-01-01, both inclusive. */
export interface DayRange {
  readonly low: number;
  readonly high: number;
}

/** The range of a day, a month (`day` 0) or a year (`month` and `day` 0). The parts must be a possible date. */
export function dayRange(year: number, month: number, day: number): DayRange {
  if (month === 0) return { low: daysFromCivil(year, 1, 1), high: daysFromCivil(year, 12, 31) };
  if (day === 0) {
    return {
      low: daysFromCivil(year, month, 1),
      high: daysFromCivil(year, month, daysInMonth(year, month)),
    };
  }
  const days = daysFromCivil(year, month, day);
  return { low: days, high: days };
}

/** ISO text of a date known to the day, the month or the year: `1980-05-17`, `1980-05`, `1980`. */
export function isoText({ low, high }: DayRange): string {
  const packed = packedFromDays(low);
  const year = String(yearOf(packed)).padStart(4, '0');
  const month = String(monthOf(packed)).padStart(2, '0');
  if (low === high) return `${year}-${month}-${String(dayOf(packed)).padStart(2, '0')}`;
  return high - low > 31 ? year : `${year}-${month}`;
}
