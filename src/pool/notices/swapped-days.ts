import { problem } from '../../words/problem-value.ts';
import { dayOf, packedFromDays } from '../cells/civil-date.ts';
import type { Pool } from '../pool.ts';
import type { ProblemList } from '../cells/problem-list.ts';

const WHOLE_DATE = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Whether two dates are the same but for day and month, which are exchanged. */
export function isSwapped(one: string, other: string): boolean {
  return one !== other && WHOLE_DATE.test(one) && swapKey(one) === swapKey(other);
}

/** What a date has in common with that in which day and month are exchanged. */
export function swapKey(date: string): string {
  const [, year, month, day] = WHOLE_DATE.exec(date) ?? [];
  if (year === undefined || month === undefined || day === undefined) return date;
  return [year, ...[month, day].toSorted()].join('-');
}

/** So many dates without a day after the 12th are no chance: of days as they fall, one in eleven million is so. */
const FEWEST_DATES = 20;
const LAST_MONTH = 12;

/** A column whose days could all be months: somebody may have written the month first. */
export function swappedDayNotices(pool: Pool, fact: string, list: ProblemList): void {
  const column = pool.columns.get(fact);
  if (column?.type !== 'date') return;
  let dates = 0;
  const days = new Set<number>();
  for (let row = 0; row < column.low.length; row += 1) {
    const low = column.low[row]!;
    // Known to the month or the year only: no day was written.
    if (!Number.isFinite(low) || low !== column.high[row]) continue;
    const day = dayOf(packedFromDays(low));
    if (day > LAST_MONTH) return;
    days.add(day);
    dates += 1;
  }
  // Where all days are one and the same, that day was meant: the first of the month, say.
  if (dates < FEWEST_DATES || days.size < 2) return;
  list.addForFile((place) => problem('notices.early-days', { heading: fact, dates }, place));
}
