import { compareRatios, exactNumber, exactShare } from '../facts/ratio.ts';
import type { CountRule, Ratio, Rule } from '../rule-set.ts';
import { wholeIn } from '../yaml/written-values.ts';

/** A bound: members of a count, or an exact number of anything else. */
export type Bound = number | Ratio;

/** What was written as a bound of a rule of some kind; `undefined` if it is none. */
export function boundOfKind(written: unknown, kind: Rule['kind']): Bound | undefined {
  if (kind === 'count') return wholeIn(written);
  if (kind === 'share') return exactShare(written);
  return kind === 'require' ? undefined : exactNumber(written);
}

/** Between what the sum of a count lies that is kept; a difference may be as much either way. */
export function rangeOfCount({ min, max, against }: CountRule): {
  readonly lower: number;
  readonly upper: number;
} {
  const upper = max ?? Infinity;
  return { lower: against === undefined ? (min ?? -Infinity) : -upper, upper };
}

/** Negative, zero or positive as one bound is less than, equal to or more than the other. */
export function compareBounds(one: Bound, other: Bound): number {
  return compareRatios(asRatio(one), asRatio(other));
}

function asRatio(bound: Bound): Ratio {
  return typeof bound === 'number' ? { numerator: bound, denominator: 1 } : bound;
}
