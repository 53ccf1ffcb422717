import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDifference, formatNumber, formatShare } from '../../src/words/number.ts';
import { valueWord } from '../../src/words/vi/facts.ts';

test('numbers are written as each language writes them', () => {
  expect(formatNumber(1234.5, 'vi')).toBe('1.234,5');
  expect(formatNumber(1234.5, 'en')).toBe('1,234.5');
  expect(formatNumber(0.12345, 'vi')).toBe('0,123');
  expect(formatShare(0.205, 'vi')).toBe('20,5 %');
});

test('what is below zero has a minus sign, not a hyphen', () => {
  expect(formatNumber(-2, 'vi')).toBe('−2');
  expect(formatNumber(-1234.5, 'vi')).toBe('−1.234,5');
  expect(formatNumber(-1234.5, 'en')).toBe('−1,234.5');
  expect(valueWord('merit', -0.5)).toBe('−0,5');
});

test('a difference has its sign, and nothing has none', () => {
  expect(formatDifference(2, 'vi')).toBe('+2');
  expect(formatDifference(-1.5, 'en')).toBe('−1.5');
  for (const nothing of [0, -0, 0.0001, -0.0001]) expect(formatDifference(nothing, 'vi')).toBe('0');
});

test('no number at all is written with a hyphen, and what rounds to nothing has no sign', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), (value) => {
      for (const language of ['vi', 'en'] as const) {
        const words = formatNumber(value, language);
        expect(words).toMatch(/^−?[\d.,]+$/);
        expect(words).not.toBe('−0');
        expect(formatNumber(-value, language).replace('−', '')).toBe(words.replace('−', ''));
      }
    }),
  );
});
