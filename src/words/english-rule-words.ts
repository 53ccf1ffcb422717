import { factTitle, valueWord } from './en/facts.ts';
import { formatNumber } from './number.ts';
import type { Counted, GroupsSaid, Mood, SizesSaid } from './sentence.ts';

/** What is counted, and the verbs that are said of one, of many, or of what must be. */
export const NOUNS: Readonly<Record<Counted, readonly [one: string, many: string]>> = {
  member: ['member', 'members'],
  unit: ['unit', 'units'],
  appointment: ['appointment', 'appointments'],
  group: ['group', 'groups'],
  rule: ['rule', 'rules'],
};

/** What a clause about what is counted begins with. */
export const WHO: Readonly<Record<Counted, string>> = {
  member: 'who',
  unit: 'that',
  appointment: 'that',
  group: 'that',
  rule: 'that',
};

/** `is`, of one, of many, or of what must be. */
export const BE: Readonly<Record<Mood, string>> = { one: 'is', many: 'are', must: 'must be' };
/** `is not`, likewise. */
export const NOT_BE: Readonly<Record<Mood, string>> = { one: 'is not', many: 'are not', must: 'must not be' };
/** `has`, likewise. */
export const HAVE: Readonly<Record<Mood, string>> = { one: 'has', many: 'have', must: 'must have' };
/** `has not`, likewise. */
export const NOT_HAVE: Readonly<Record<Mood, string>> = {
  one: 'does not have',
  many: 'do not have',
  must: 'must not have',
};
/** `holds`, likewise. */
export const HOLD: Readonly<Record<Mood, string>> = { one: 'holds', many: 'hold', must: 'must hold' };
/** `does not hold`, likewise. */
export const NOT_HOLD: Readonly<Record<Mood, string>> = {
  one: 'does not hold',
  many: 'do not hold',
  must: 'must not hold',
};
/** The verb before `born`, likewise. */
export const BORN: Readonly<Record<Mood, string>> = { one: 'was', many: 'were', must: 'must have been' };

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A number, or a date written out. */
export function dayOrNumber(value: number | string): string {
  if (typeof value === 'number') return formatNumber(value, 'en');
  const [year, month, day] = value.split('-').map(Number);
  return `${day} ${MONTHS[month! - 1]} ${year}`;
}

/** A bound in words, of numbers that are worded already. */
export function bound(min: string | undefined, max: string | undefined): string {
  if (min === undefined) return max === undefined ? 'any number' : `at most ${max}`;
  if (max === undefined) return `at least ${min}`;
  return min === max ? `exactly ${min}` : `between ${min} and ${max}`;
}

/** Bounds by size: `at most 2 of 3 to 4, at most 60 % of 9 or more`. */
export function bySize({ lines, fewer, more }: SizesSaid): string {
  const sizes = (from: number, to: number | undefined): string => {
    if (to === undefined) return `${dayOrNumber(from)} or more`;
    return from === to ? dayOrNumber(from) : `${dayOrNumber(from)} to ${dayOrNumber(to)}`;
  };
  const told = lines.map(({ from, to, min, max }) => `${bound(min, max)} of ${sizes(from, to)}`).join(', ');
  const loosened = [
    ...(fewer > 0 ? [`every minimum less by ${dayOrNumber(fewer)}`] : []),
    ...(more > 0 ? [`every maximum more by ${dayOrNumber(more)}`] : []),
  ];
  return [told, ...loosened].join('; ');
}

/** The end of a sentence about each of some groups. */
export function forEach(groups: GroupsSaid | undefined): string {
  if (groups === undefined) return '';
  const fact = groups.facts.map(factTitle).join(' and ');
  const [one] = groups.facts;
  const named = (groups.values ?? []).map((value) => `“${valueWord(one!, value)}”`);
  const none = groups.none ? ' (an empty cell is no group)' : '';
  if (named.length === 1 && groups.with === undefined) return `, for the ${fact} ${named[0]!}${none}`;
  const chosen =
    (groups.with === undefined ? '' : ` with somebody in the pool who ${groups.with}`) +
    (named.length === 0 ? '' : ` of ${listed(named)}`);
  return `, for each ${fact}${chosen}${none}`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** Numbers and dates are written out; all else is a word. */
export function isShown(value: string | number | boolean): value is number | string {
  return typeof value === 'number' || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value));
}

/** `an age`, `a unit`. */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}
