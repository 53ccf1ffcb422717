import { expect, test } from 'vitest';
import { poolNotices } from '../../../src/pool/notices/notices.ts';
import { readPoolCsv } from '../../../src/pool/reading/read-csv.ts';
import { isSwapped } from '../../../src/pool/notices/swapped-days.ts';
import { valueOf } from '../../../src/words/problem.ts';

/** Codes of what looks odd in a pool with these birth dates. */
async function codes(dates: readonly string[]): Promise<readonly string[]> {
  const lines = dates.map((date, at) => `P${at},Người ${at},${date}\n`);
  const pool = valueOf(await readPoolCsv(`id,name,birthDate\n${lines.join('')}`, 'pool.csv'));
  return poolNotices(pool).map(({ code }) => code);
}

const days = (count: number, day: (at: number) => number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `1980-07-${String(day(at)).padStart(2, '0')}`);

test('dates are the same but for day and month', () => {
  expect(isSwapped('1980-05-06', '1980-06-05')).toBe(true);
  expect(isSwapped('1980-05-05', '1980-05-05')).toBe(false);
  expect(isSwapped('1980-05-06', '1981-06-05')).toBe(false);
  expect(isSwapped('1980-05', '1980-06')).toBe(false);
});

test('a column without a day after the 12th looks as if the month came first', async () => {
  expect(await codes(days(20, (at) => 1 + (at % 12)))).toEqual(['notices.early-days']);
});

test.each([
  ['one later day', days(20, (at) => (at === 19 ? 13 : 1 + (at % 12)))],
  ['few dates', days(19, (at) => 1 + (at % 12))],
  ['the same day for all', days(40, () => 1)],
  ['months alone', Array.from({ length: 40 }, (_, at) => `1980-0${1 + (at % 9)}`)],
])('with %s it does not', async (_, dates) => {
  expect(await codes(dates)).toEqual([]);
});
