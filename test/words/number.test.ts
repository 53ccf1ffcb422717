import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eitherOf, enumerate, formatDifference, formatNumber, formatShare } from '../../src/words/number.ts';
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

test('what is less than the decimals that are shown is no nothing', () => {
  expect(formatNumber(0.0001, 'en')).toBe('0.0001');
  expect(formatNumber(-0.000011, 'vi')).toBe('−0,000011');
  expect(formatNumber(0.00049999, 'en')).toBe('0.0005');
  expect(formatNumber(0.000123456, 'en')).toBe('0.000123');
  expect(formatNumber(0.0000009, 'en')).toBe('0');
});

test('a difference has its sign, and nothing has none', () => {
  expect(formatDifference(2, 'vi')).toBe('+2');
  expect(formatDifference(-1.5, 'en')).toBe('−1.5');
  for (const nothing of [0, -0, 0.0000009, -1e-9]) expect(formatDifference(nothing, 'vi')).toBe('0');
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

const ODD = [1.0005, 2.0015, -0.0005, 0.0625, 999.9995, 1e21, -1.2e25, 5e-324, 1e15 + 0.5, 123_456.789_1];

test('numbers are those of the standard, to the last digit', () => {
  const asStandard = (value: number): void => {
    // Less than its decimals the standard shows as nothing.
    if (Math.abs(value) < 0.0005 && Math.abs(value) >= 1e-6) return;
    for (const language of ['vi', 'en'] as const) {
      const standard = new Intl.NumberFormat(language, { maximumFractionDigits: 3, signDisplay: 'negative' });
      expect(formatNumber(value, language)).toBe(standard.format(value).replace('-', '−'));
    }
  };
  ODD.forEach(asStandard);
  fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), asStandard));
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }), (digits, places) => {
      asStandard(digits / 10 ** places);
    }),
  );
});

test('lists are those of the standard', () => {
  for (const language of ['vi', 'en'] as const) {
    const [and, or] = (['conjunction', 'disjunction'] as const).map(
      (type) => new Intl.ListFormat(language, { type }),
    );
    for (const parts of [[], ['a'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'b', 'c', 'd']]) {
      expect(enumerate(parts, language)).toBe(and!.format(parts));
      expect(eitherOf(parts, language)).toBe(or!.format(parts));
    }
  }
});
