import type { CodedColumn, FactColumn, NumericColumn } from '../../rules/facts/fact-table.ts';
import type { Comparing, MadeFact } from '../../rules/facts/fact-declaration.ts';
import { wordKey } from '../../tables/text/same-word.ts';
import { valuesTogether } from '../../rules/groups/grouping.ts';

/** The column of a fact that a rule set makes from others; `undefined` where the pool has not what it needs. */
export function madeColumn(
  made: MadeFact,
  columnOf: (name: string) => FactColumn | undefined,
): FactColumn | undefined {
  const of = columnOf(made.of);
  if (of === undefined || 'codes' in of) return undefined;
  if (made.kind === 'steps') return levels(made, of);
  const one = columnOf(made.fact);
  return one === undefined || 'codes' in one ? undefined : compared(made, one, of);
}

/**
 * Whether a value is so many times another, in whole numbers: with a/d and b/e the values and p/q the ratio,
 * `a·q·e` against `b·p·d`. Where one is known only roughly it is open unless both its ends say the same.
 */
function compared(
  { operator, times }: Extract<MadeFact, { kind: 'compare' }>,
  one: NumericColumn,
  other: NumericColumn,
): CodedColumn {
  const [ofOne, ofOther] = [
    BigInt(times.denominator) * BigInt(other.denominator),
    BigInt(times.numerator) * BigInt(one.denominator),
  ];
  const difference = (left: number, right: number): bigint =>
    BigInt(Math.round(left * one.denominator)) * ofOne -
    BigInt(Math.round(right * other.denominator)) * ofOther;
  const codes = Uint32Array.from(one.low, (low, row) => {
    const right = other.low[row]!;
    if (Number.isNaN(low) || Number.isNaN(right)) return 0;
    const least = difference(low, other.high[row]!);
    const most = difference(one.high[row]!, right);
    return codeOf(operator, least, most);
  });
  return { type: 'boolean', codes, values: [null, false, true] };
}

/** What holds of a difference that lies between two numbers: 1 no, 2 yes, 0 open. */
function codeOf(operator: Comparing, least: bigint, most: bigint): 0 | 1 | 2 {
  const said = new Set([least, most, ...(least <= 0n && most >= 0n ? [0n] : [])].map(HOLDS[operator]));
  if (said.size > 1) return 0;
  return said.has(true) ? 2 : 1;
}

const HOLDS: Readonly<Record<Comparing, (difference: bigint) => boolean>> = {
  equal: (difference) => difference === 0n,
  notEqual: (difference) => difference !== 0n,
  lessThan: (difference) => difference < 0n,
  lessThanInclusive: (difference) => difference <= 0n,
  greaterThan: (difference) => difference > 0n,
  greaterThanInclusive: (difference) => difference >= 0n,
};

/** The level that each number reaches; none where it is missing, or known too roughly. */
function levels(
  { steps, below }: Extract<MadeFact, { kind: 'steps' }>,
  { low, high }: NumericColumn,
): CodedColumn {
  const values: (string | null)[] = [null, ...new Set([...steps.map(({ value }) => value), below ?? ''])];
  const reached = (number: number): string => steps.find(({ from }) => number >= from)?.value ?? below ?? '';
  const codes = Uint32Array.from(low, (least, row) => {
    if (Number.isNaN(least)) return 0;
    const [from, to] = [reached(least), reached(high[row]!)];
    return from === to && from !== '' ? values.indexOf(from) : 0;
  });
  const only = [...steps.map(({ value }) => value), ...(below === undefined ? [] : [below])];
  return { type: 'text', codes, values, ...(below !== undefined && { only }) };
}

/** Whether a column of several values has one of them. */
export function containedColumn(column: FactColumn | undefined, value: string): CodedColumn | undefined {
  if (column === undefined || !('codes' in column)) return undefined;
  const wanted = wordKey(value);
  const has = column.values.map((each) =>
    typeof each === 'string' ? valuesTogether(each).some((one) => wordKey(one) === wanted) : null,
  );
  const codes = column.codes.map((code) => (has[code] === null ? 0 : has[code] === true ? 2 : 1));
  return { type: 'boolean', codes, values: [null, false, true] };
}
