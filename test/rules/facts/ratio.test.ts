import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRatios, FINEST_DENOMINATOR, readShare } from '../../../src/rules/facts/ratio.ts';

describe('readShare', () => {
  it.each([
    [0.4, 2, 5],
    [0.1, 1, 10],
    [0, 0, 1],
    [1, 1, 1],
    [1e-6, 1, 1_000_000],
    ['1/3', 1, 3],
    [' 2 / 6 ', 1, 3],
    ['20 %', 1, 5],
    ['20%', 1, 5],
    ['12.5 %', 1, 8],
    ['12,5 %', 1, 8],
    ['0.15', 3, 20],
    ['100 %', 1, 1],
  ])('reads %s as %i/%i', (written, numerator, denominator) => {
    expect(readShare(written)).toEqual({ numerator, denominator });
  });

  it.each([
    ['1/0', 'not-a-share'],
    ['-1/3', 'not-a-share'],
    ['third', 'not-a-share'],
    ['', 'not-a-share'],
    [Number.NaN, 'not-a-share'],
    [Number.POSITIVE_INFINITY, 'not-a-share'],
    [1.01, 'out-of-range'],
    [-0.01, 'out-of-range'],
    ['101 %', 'out-of-range'],
    ['4/3', 'out-of-range'],
    [0.123_456_7, 'too-fine'],
    ['1/1000001', 'too-fine'],
    ['1/99999999999999999999', 'too-fine'],
  ])('refuses %s as %s', (written, why) => {
    expect(readShare(written)).toBe(why);
  });

  it('keeps every decimal exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: FINEST_DENOMINATOR }), (millionths) => {
        const share = readShare(millionths / FINEST_DENOMINATOR);
        if (typeof share === 'string') throw new Error(share);
        expect(share.numerator * FINEST_DENOMINATOR).toBe(millionths * share.denominator);
      }),
    );
  });

  it('reads a fraction in lowest terms, the same as its multiples', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 20 }),
        (a, b, times) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          expect(readShare(`${low * times}/${high * times}`)).toEqual(readShare(`${low}/${high}`));
        },
      ),
    );
  });
});

it('compares ratios exactly', () => {
  expect(compareRatios({ numerator: 1, denominator: 3 }, { numerator: 2, denominator: 6 })).toBe(0);
  expect(compareRatios({ numerator: 1, denominator: 3 }, { numerator: 1, denominator: 2 })).toBeLessThan(0);
});
