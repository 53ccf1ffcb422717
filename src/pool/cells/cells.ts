import { visible } from '../../tables/text/same-word.ts';
import { withoutMark } from '../../tables/csv/write-csv.ts';
import { dayRange, daysInMonth, type DayRange } from './civil-date.ts';
import { problem, type Place, type Problem } from '../../words/problem-value.ts';
import { allowedValues, booleanOf, choiceIn, folded, type KnownColumn } from '../synonyms.ts';

/**
 * What one cell holds. This is the only place where the text of a cell becomes a value: CSV, JSON
 * and declared columns all read through here. An empty cell is `missing`; what cannot be read is a
 * `fault`, which becomes a problem once it is known where the cell stands.
 */
export type Cell<Value> =
  | { readonly is: 'value'; readonly value: Value }
  | { readonly is: 'missing' }
  | { readonly is: 'fault'; readonly fault: CellFault };

/** Why a cell cannot be read, in the words of the catalogue. */
export type CellFault = (place: Place) => Problem;

/** A number and how many decimals its text has (trailing zeros not counted). */
export interface DecimalNumber {
  readonly value: number;
  readonly decimals: number;
}

/** The years that a date may lie in; what is outside is taken for a slip of the pen. */
const EARLIEST_YEAR = 1900;
/** See {@link EARLIEST_YEAR}. */
const LATEST_YEAR = 2100;

const MISSING = { is: 'missing' } as const;

function value<Value>(of: Value): Cell<Value> {
  return { is: 'value', value: of };
}

function fault(of: CellFault): { readonly is: 'fault'; readonly fault: CellFault } {
  return { is: 'fault', fault: of };
}

/**
 * A text as Slate compares it: Unicode NFC, without signs that nobody sees, trimmed, runs of white space as one space,
 * and without the apostrophe that keeps spreadsheets from taking it for a formula.
 */
export function plainText(raw: string): string {
  // Single spaces are what most texts have, and need no replacing by themselves.
  const text = visible(raw)
    .normalize('NFC')
    .trim()
    .replaceAll(/\s{2,}|[^\S ]/g, ' ');
  return withoutMark(text);
}

/** Dashes alone are how people say that a cell of anything but text is empty. */
export function isNothing(text: string): boolean {
  return text === '' || /^[-\u2013\u2014]+$/.test(text);
}

/** Any text. */
export function textCell(raw: string): Cell<string> {
  const text = plainText(raw);
  return text === '' ? MISSING : value(text);
}

/** A text of which some spellings mean a canonical value (`khối Đảng` is `party`); any other stands for itself. */
export function openCell(raw: string, column: KnownColumn): Cell<string> {
  const text = plainText(raw);
  if (text === '') return MISSING;
  return value(column.values?.get(folded(text)) ?? text);
}

/** One of a closed list, in any of its spellings. */
export function choiceCell(raw: string, column: KnownColumn): Cell<string> {
  const text = plainText(raw);
  if (isNothing(text)) return MISSING;
  const canonical = choiceIn(column, text);
  if (canonical !== undefined) return value(canonical);
  const allowed = allowedValues(column);
  return fault((place) => problem('pool.bad-choice', { value: text, fact: column.name, allowed }, place));
}

/** Yes or no. */
export function booleanCell(raw: string): Cell<boolean> {
  const text = plainText(raw);
  if (isNothing(text)) return MISSING;
  const meant = booleanOf(text);
  return meant === undefined
    ? fault((place) => problem('pool.bad-boolean', { value: text }, place))
    : value(meant);
}

/**
 * A text with figures as they are meant: an apostrophe is how spreadsheets are told to leave a text alone, and
 * digits may be as wide as the signs of Chinese.
 */
function plainFigures(raw: string): string {
  const text = plainText(raw).replace(/^['’](?=[\d+-])/, '');
  return /[０-９]/.test(text) ? text.normalize('NFKC') : text;
}

const NUMBER = /^([+-]?)(\d{1,15})(?:([.,])(\d+))?(?: ?%)?$/;

/**
 * A decimal number: digits, at most 15 before a decimal point or comma. No exponents, no signs but
 * `+` and `-`, no grouping of thousands; a percent sign behind it is left aside: `85,5%` is 85.5. What half of
 * the readers would take for thousands is refused: `1,234`, and `9.000` or `12.500`, where no decimal needs its
 * last zero and Vietnamese writes thousands so.
 */
export function numberCell(raw: string): Cell<DecimalNumber> {
  const text = plainFigures(raw);
  if (isNothing(text)) return MISSING;
  const match = NUMBER.exec(text);
  if (match === null) return fault((place) => problem('pool.bad-number', { value: text }, place));
  const [, sign = '', whole = '', mark, fraction = ''] = match;
  const decimals = fraction.replace(/0+$/, '');
  const number = Number(`${sign}${whole}.${decimals === '' ? '0' : decimals}`);
  const isGroup = fraction.length === 3 && whole.length <= 3 && !whole.startsWith('0');
  if (isGroup && (mark === ',' || fraction.endsWith('0'))) {
    const readings = { thousands: `${sign}${whole}${fraction}`, decimal: String(number) };
    return fault((place) => problem('pool.ambiguous-number', { value: text, ...readings }, place));
  }
  // -0 equals 0 in every comparison, but would print and hash otherwise.
  return value({ value: number === 0 ? 0 : number, decimals: decimals.length });
}

const ISO_DATE = /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?$/;
/**
 * Days as spreadsheets count them, from 27 May 1927 on: five digits are no year. What they are read as is
 * told as a notice.
 */
const SERIAL_DATE = /^[1-6]\d{4}$/;
/** Days from 1970-01-01 to what spreadsheets call day 0, 1899-12-30. */
const EPOCH_1900 = -25_569;
/** The time of a day that is its beginning, as programs write it behind a date. */
const MIDNIGHT = /[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/i;
const DAY_FIRST_DATE = /^(?:(?:(\d{1,2})([/.-]))?(\d{1,2})([/.-]))(\d{4})$/;

/**
 * A date to the day, month or year: `1980-05-17`, `1980-05`, `1980`, `17/5/1980`, `5/1980`; `.`, `-` and `/`
 * may stand for each other, and midnight may follow. With the year last, the day comes before the month.
 */
export function dateCell(raw: string): Cell<DayRange> {
  const text = plainFigures(raw);
  if (isNothing(text)) return MISSING;
  const serial = SERIAL_DATE.test(text) ? EPOCH_1900 + Number(text) : undefined;
  if (serial !== undefined) return value({ low: serial, high: serial });
  const parts = datePartsOf(text);
  if (parts === undefined) return fault((place) => problem('pool.bad-date', { value: text }, place));
  const { year, month, day } = parts;
  if (!isPossible(year, month ?? 1, day ?? 1)) {
    return fault((place) => problem('pool.impossible-date', { value: text }, place));
  }
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
    const range = { value: text, earliest: EARLIEST_YEAR, latest: LATEST_YEAR };
    return fault((place) => problem('pool.distant-date', range, place));
  }
  return value(dayRange(year, month ?? 0, day ?? 0));
}

function isPossible(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

interface DateParts {
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

/** `ngày 17/5/1980`: the word tells what can be seen. */
const SAID_TO_BE_A_DAY = /^ngày\s*(?=\d{1,2}[/.-])/iu;
/** `ngày 3 tháng 2 năm 2005`, `tháng 2/2005`, `năm 2005`. */
const DATE_IN_WORDS =
  /^(?:ngày\s*(\d{1,2})[\s,]*)?(?:tháng\s*(\d{1,2})[\s,]*)?(?:năm\s*|[/.-]\s*)?(\d{4})$/iu;

function datePartsOf(text: string): DateParts | undefined {
  const bare = text
    .replace(MIDNIGHT, '')
    .replaceAll(/ ?([/.-]) ?/g, '$1')
    .replace(SAID_TO_BE_A_DAY, '')
    .replace(/(?<=\d)\.$/, '');
  const said = DATE_IN_WORDS.exec(bare);
  if (said !== null && (said[1] === undefined || said[2] !== undefined)) {
    return dateParts(said[3], said[2], said[1]);
  }
  const iso = ISO_DATE.exec(bare);
  if (iso !== null) return dateParts(iso[1], iso[3], iso[4]);
  const dayFirst = DAY_FIRST_DATE.exec(bare);
  if (dayFirst === null) return undefined;
  const [, day, firstMark, month, secondMark, year] = dayFirst;
  if (firstMark !== undefined && firstMark !== secondMark) return undefined;
  return dateParts(year, month, day);
}

function dateParts(year: string | undefined, month?: string, day?: string): DateParts {
  return {
    year: Number(year),
    month: month === undefined ? undefined : Number(month),
    day: day === undefined ? undefined : Number(day),
  };
}

/** Days since 1970-01-01 of a text that names one day; `undefined` for everything else. */
export function valueOfDateText(text: string): number | undefined {
  const cell = dateCell(text);
  return cell.is === 'value' && cell.value.low === cell.value.high ? cell.value.low : undefined;
}
