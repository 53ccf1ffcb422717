import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { daysOfIsoDate, isoDateOfDays } from '../../../src/rules/facts/iso-date.ts';

it.each([
  ['1970-01-01', 0],
  ['1969-12-31', -1],
  ['2020-02-29', 18_321],
])('counts the days of %s', (date, days) => {
  expect(daysOfIsoDate(date)).toBe(days);
});

it.each(['2019-02-29', '2020-13-01', '2020-6-5', '05/06/2020', '2020-04-31', '2020-06-05T00:00', ''])(
  'refuses %s',
  (text) => {
    expect(daysOfIsoDate(text)).toBeUndefined();
  },
);

it('writes every day as it reads it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
      expect(daysOfIsoDate(isoDateOfDays(days))).toBe(days);
    }),
  );
});
