import type { Language } from './language.ts';

const MINUS = '−';

const FORMATS = {
  en: new Intl.NumberFormat('en', { maximumFractionDigits: 3, signDisplay: 'negative' }),
  vi: new Intl.NumberFormat('vi', { maximumFractionDigits: 3, signDisplay: 'negative' }),
} as const;

const LISTS = {
  en: new Intl.ListFormat('en', { type: 'conjunction' }),
  vi: new Intl.ListFormat('vi', { type: 'conjunction' }),
} as const;

/**
 * A number as people write it: `1,234.5` in English, `1.234,5` in Vietnamese; at most three decimals. A
 * negative one has a minus sign before it, not a hyphen: `−2`. What rounds to nothing is `0`.
 */
export function formatNumber(value: number, language: Language): string {
  // Most numbers are small and whole, written alike in both languages; a report formats a thousand of them.
  if (Number.isInteger(value) && Math.abs(value) < 1000) return String(value).replace('-', MINUS);
  return FORMATS[language].format(value).replace('-', MINUS);
}

/** How far something is from something else, with its sign: `+2`, `−1.5`; `0` for nothing. */
export function formatDifference(value: number, language: Language): string {
  const words = formatNumber(value, language);
  return words === '0' || words.startsWith(MINUS) ? words : `+${words}`;
}

/** English plural: `1 member`, `2 members`. Vietnamese nouns do not change with number. */
export function count(value: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(value, 'en')} ${value === 1 ? singular : plural}`;
}

/** A part of a whole as a percentage: `0.4` → `40 %`. */
export function formatShare(share: number, language: Language): string {
  return `${formatNumber(share * 100, language)} %`;
}

/** A list read aloud: `a, b and c`; `a, b và c`. */
export function enumerate(parts: readonly string[], language: Language): string {
  return LISTS[language].format(parts);
}
