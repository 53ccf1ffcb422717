import { ownProperty } from '../../words/own-property.ts';

/** How other languages write the operators. */
export const OPERATOR_SIGNS: Readonly<Record<string, string>> = {
  '=': 'equal',
  '==': 'equal',
  '===': 'equal',
  eq: 'equal',
  is: 'equal',
  '!=': 'notEqual',
  '<>': 'notEqual',
  ne: 'notEqual',
  '<': 'lessThan',
  lt: 'lessThan',
  '<=': 'lessThanInclusive',
  lte: 'lessThanInclusive',
  lessThanOrEqual: 'lessThanInclusive',
  '>': 'greaterThan',
  gt: 'greaterThan',
  '>=': 'greaterThanInclusive',
  gte: 'greaterThanInclusive',
  greaterThanOrEqual: 'greaterThanInclusive',
};

/** What a condition that is written short means. */
interface ShortCondition {
  readonly fact: string;
  readonly operator: string;
  readonly value: string;
}

/** What `{ gender: female }` means; `undefined` where it may mean anything. */
export function shortCondition(written: Readonly<Record<string, unknown>>): ShortCondition | undefined {
  const [[fact, value] = [], ...others] = Object.entries(written);
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return fact !== undefined && others.length === 0 && isPlain
    ? { fact, operator: 'equal', value: String(value) }
    : undefined;
}

/** What `age < 40` means; `undefined` for every other text. */
export function comparisonIn(text: string): ShortCondition | undefined {
  const [, fact, sign = '', value] =
    /^\s*([\p{L}\d_.]+)\s*(===?|!=|<>|<=|>=|=|<|>)\s*(\S.*?)\s*$/u.exec(text) ?? [];
  const operator = ownProperty(OPERATOR_SIGNS, sign);
  return fact === undefined || value === undefined || operator === undefined
    ? undefined
    : { fact, operator, value };
}

/** A key that has its value in it, since no blank stands after the colon: `{min:3}`. */
export function gluedKey(
  written: Readonly<Record<string, unknown>>,
): { readonly key: string; readonly meant: string } | undefined {
  const key = Object.keys(written).find((each) => written[each] === null && /^\w+:\S/.test(each));
  return key === undefined ? undefined : { key, meant: key.replace(':', ': ') };
}
