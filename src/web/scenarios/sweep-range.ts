import type { RuleAnswer } from '../../service/answers/answers.ts';
import { addsUp } from '../shared/bounds.ts';

/** A quota and the values that it is to take, in members or hundredths. */
export interface Range {
  readonly rule: string;
  /** How a sweep names it, where that is not its id. */
  readonly asked?: string | undefined;
  readonly from: number;
  readonly to: number;
  readonly isShare: boolean;
  /** Which bound moves; rules with one bound or with `exactly` move that. */
  readonly side: 'exactly' | 'min' | 'max';
}

/** Whether the bounds of a rule go in steps of a member or a hundredth. */
export function hasSteps(rule: Pick<RuleAnswer, 'kind' | 'min' | 'max'>): boolean {
  return (rule.min !== null || rule.max !== null) && !addsUp(rule);
}

/** The range that is suggested for a rule: some steps around where it stands. */
export function rangeOf(rule: Pick<RuleAnswer, 'id' | 'asked' | 'kind' | 'min' | 'max'>): Range {
  const { id, asked, kind, min, max } = rule;
  const isShare = kind === 'share';
  const side = min !== null && min === max ? 'exactly' : min === null ? 'max' : 'min';
  const at = Math.round((side === 'max' ? (max ?? 0) : (min ?? 0)) * (isShare ? 100 : 1));
  const width = isShare ? 10 : 4;
  // A bound that moves alone stops at the other one.
  const other = side === 'min' && max !== null ? max * (isShare ? 100 : 1) : Number.POSITIVE_INFINITY;
  const top = Math.min(isShare ? 100 : other, Math.floor(other));
  return { rule: id, asked, from: Math.max(0, at - width), to: Math.min(top, at + width), isShare, side };
}

/** Suggestions for two quotas: the first two that say "exactly", or else the first two of all. */
export function firstRanges(rules: readonly RuleAnswer[]): readonly Range[] {
  const bounded = rules.filter(hasSteps);
  const exact = bounded.filter(({ min, max }) => min !== null && min === max);
  return [...exact, ...bounded.filter((rule) => !exact.includes(rule))].slice(0, 2).map(rangeOf);
}

/** How the service takes it: `women=9..15`, `newcomers.min=20%..40%/1%`. */
export function variationOf({ rule, asked = rule, from, to, isShare, side }: Range): string {
  const name = side === 'exactly' ? asked : `${asked}.${side}`;
  return isShare ? `${name}=${from}%..${to}%/1%` : `${name}=${from}..${to}`;
}

/** How many combinations there are. */
export function cellsIn(ranges: readonly Range[]): number {
  return ranges.reduce((product, { from, to }) => product * Math.max(0, to - from + 1), 1);
}
