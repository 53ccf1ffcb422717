import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayOf,
  dayRange,
  daysFromCivil,
  daysInMonth,
  isoText,
  monthOf,
  packedFromDays,
  yearOf,
} from '../../../src/pool/cells/civil-date.ts';

const DAY = 86_400_000;

describe('civil dates', () => {
  it('agree with Date on every day from 1880 to 2120', () => {
    const first = Date.UTC(1880, 0, 1) / DAY;
    const last = Date.UTC(2120, 11, 31) / DAY;
    const wrong: number[] = [];
    for (let days = first; days <= last; days += 1) {
      const date = new Date(days * DAY);
      const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
      const packed = packedFromDays(days);
      const same = yearOf(packed) === year && monthOf(packed) === month && dayOf(packed) === day;
      if (!same || daysFromCivil(year, month, day) !== days) wrong.push(days);
    }
    expect(wrong).toEqual([]);
  });

  it('know how long each month is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1600, max: 2500 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
      }),
    );
  });

  it('are written as exactly as they are known', () => {
    expect(isoText(dayRange(1980, 5, 7))).toBe('1980-05-07');
    expect(isoText(dayRange(1980, 5, 0))).toBe('1980-05');
    expect(isoText(dayRange(1980, 2, 0))).toBe('1980-02');
    expect(isoText(dayRange(1980, 0, 0))).toBe('1980');
  });
});
