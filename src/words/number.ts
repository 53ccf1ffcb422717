import type { Language } from './language.ts';

const MINUS = '−';

/** What parts thousands, and the whole from its decimals. */
const MARKS = { en: { group: ',', point: '.' }, vi: { group: '.', point: ',' } } as const;

/** Decimals that are shown at most. */
const DECIMALS = 3;
/** Sums of points are exact to about a millionth: what is less may be nothing at all. */
const LEAST = 1e-6;

/**
 * A number as people write it: `1,234.5` in English, `1.234,5` in Vietnamese; at most three decimals, but
 * of what these would make nothing, from a millionth up, three digits: `0.0000115`. A negative one has a
 * minus sign before it, not a hyphen: `−2`. What is less than a millionth is `0`.
 */
export function formatNumber(value: number, language: Language): string {
  const size = Math.abs(value);
  if (size >= LEAST && size < 0.5 / 10 ** DECIMALS) {
    return formatDecimal(value.toFixed(2 - Math.floor(Math.log10(size))).replace(/0+$/, ''), language);
  }
  return formatDecimal(plainly(value) ?? exactly(value), language);
}

/** A decimal number in digits, `-1234.5`, in the same way, with all its decimals. */
export function formatDecimal(written: string, language: Language): string {
  const [whole = '', decimals] = written.split('.');
  const { group, point } = MARKS[language];
  const grouped = whole.length > 3 ? whole.replaceAll(/\B(?=(?:\d{3})+$)/g, group) : whole;
  return (decimals === undefined ? grouped : `${grouped}${point}${decimals}`).replace('-', MINUS);
}

/**
 * A number in digits, rounded as `Intl.NumberFormat` rounds; undefined where that is not as plain as
 * this. The first object of `Intl` takes as long to make as all else that `slate --help` does.
 */
function plainly(value: number): string | undefined {
  const digits = String(value);
  if (!/^-?\d+(?:\.\d+)?$/.test(digits)) return undefined;
  const decimals = digits.length - 1 - (digits.includes('.') ? digits.indexOf('.') : digits.length - 1);
  if (decimals <= DECIMALS) return digits;
  // Half-way as written may be less than half-way as stored: 1.0005.
  if (decimals === DECIMALS + 1 && digits.endsWith('5')) return undefined;
  return value
    .toFixed(DECIMALS)
    .replace(/\.?0+$/, '')
    .replace(/^-0$/, '0');
}

let format: Intl.NumberFormat | undefined;

/** Whatever the number: in English without groups. */
function exactly(value: number): string {
  format ??= new Intl.NumberFormat('en', {
    maximumFractionDigits: DECIMALS,
    signDisplay: 'negative',
    useGrouping: false,
  });
  return format.format(value);
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

const ROUNDED = {
  en: {
    nearest: 'rounded to the nearest whole number, a half up',
    up: 'rounded up',
    down: 'rounded down',
    either: 'rounded up or down',
  },
  vi: {
    nearest: 'làm tròn đến số nguyên gần nhất, nửa thì tròn lên',
    up: 'làm tròn lên',
    down: 'làm tròn xuống',
    either: 'làm tròn lên hoặc xuống đều được',
  },
} as const;

/** How a number is made whole, behind a comma; nothing where it is not. */
export function roundedWords(round: keyof (typeof ROUNDED)['en'] | undefined, language: Language): string {
  return round === undefined ? '' : `, ${ROUNDED[language][round]}`;
}

const AND = { en: 'and', vi: 'và' } as const;
const OR = { en: 'or', vi: 'hoặc' } as const;

/** A list read aloud: `a, b, and c`; `a, b và c`. */
export function enumerate(parts: readonly string[], language: Language): string {
  return joined(parts, AND[language], language);
}

/** A list of which one will do, read aloud: `a, b, or c`; `a, b hoặc c`. */
export function eitherOf(parts: readonly string[], language: Language): string {
  return joined(parts, OR[language], language);
}

function joined(parts: readonly string[], word: string, language: Language): string {
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return last;
  const comma = language === 'en' && parts.length > 2 ? ',' : '';
  return `${parts.slice(0, -1).join(', ')}${comma} ${word} ${last}`;
}
