import { expect, test } from 'vitest';
import { boundsShown, spanShown } from '../../../src/cli/options/range.ts';

test('bounds are written as people write them', () => {
  const percent = (share: number): string => `${share * 100} %`;
  expect(boundsShown(45, 47, String)).toBe('45–47');
  expect(boundsShown(11, 11, String)).toBe('11');
  expect(boundsShown(2, null, String)).toBe('≥ 2');
  expect(boundsShown(null, 1, String)).toBe('≤ 1');
  expect(boundsShown(null, null, String)).toBe('');
  expect(boundsShown(0.4, 0.5, percent)).toBe('40–50 %');
});

test('a span covers any number of groups', () => {
  expect(spanShown([3], String)).toBe('3');
  expect(
    spanShown(
      Array.from({ length: 1_000_000 }, (_, index) => index % 7),
      String,
    ),
  ).toBe('0–6');
});
