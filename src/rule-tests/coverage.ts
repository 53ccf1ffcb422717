import { isAmount } from '../rules/bounds/amount.ts';
import { isBySize, sidesBySize } from '../rules/bounds/by-size.ts';
import type { RuleReport } from '../check/check-answer.ts';
import { boundOfBase, type BoundSide } from '../rules/bounds/rounding.ts';
import type { Ratio, Rule } from '../rules/rule-set.ts';

/** One thing that tests can show of a rule. */
type CoveredSide =
  /** Some slate keeps it. */
  | 'kept'
  /** Some slate breaks it. */
  | 'broken'
  /** Some slate keeps it that would break it with one member fewer, or more. */
  | 'at-min'
  | 'at-max'
  /** Some slate breaks it by one member. */
  | 'below-min'
  | 'above-max';

/** What the tests of a rule set show of one rule, and what they do not. */
export interface RuleCoverage {
  readonly rule: string;
  readonly shown: readonly CoveredSide[];
  readonly open: readonly CoveredSide[];
}

/** What there is to show of each rule: that it can be kept and broken, and both sides of each of its bounds. */
function sidesOf(rule: Rule): readonly CoveredSide[] {
  // Of what is added up there is no one member by which it is kept or broken.
  if (rule.kind === 'require' || isAmount(rule)) return ['kept', 'broken'];
  if (isBySize(rule))
    return sidesBySize(rule).flatMap((side) =>
      side === 'min' ? (['at-min', 'below-min'] as const) : (['at-max', 'above-max'] as const),
    );
  return [
    ...(rule.min === undefined || isZero(rule.min) ? [] : (['at-min', 'below-min'] as const)),
    ...(rule.max === undefined ? [] : (['at-max', 'above-max'] as const)),
  ];
}

function isZero(bound: number | { readonly numerator: number }): boolean {
  return (typeof bound === 'number' ? bound : bound.numerator) === 0;
}

/**
 * What a line of a report shows of its rule. In members, a line lies d = |matching − bound · base| from a
 * bound, with the base of a count 1. It is kept at the bound where one member less (or more) would break
 * it, d < 1, and broken by one where one more (or less) would mend it, d ≤ 1.
 */
function shownBy(rule: Rule, line: RuleReport): readonly CoveredSide[] {
  const { status, kind, actual } = line;
  const [min, max] = boundsShown(rule, line);
  if (status === 'unknown') return [];
  const base = kind !== 'share' ? 1 : (line.base ?? 0);
  const distance = (bound: number | null): number =>
    bound === null || base === 0 ? Infinity : Math.abs(actual - bound) * base;
  if (status === 'kept') {
    return [
      'kept',
      ...(distance(min) < 1 ? (['at-min'] as const) : []),
      ...(distance(max) < 1 ? (['at-max'] as const) : []),
    ];
  }
  const isBelow = min !== null && actual < min;
  // Rounding of the division must not make two thirds of a member more than one.
  const isByOne = distance(isBelow ? min : max) <= 1 + 1e-9;
  return ['broken', ...(isByOne ? [isBelow ? ('below-min' as const) : ('above-max' as const)] : [])];
}

/** The bounds of a line; where a share is rounded, the parts of its base that they come to. */
function boundsShown(
  rule: Rule,
  { min, max, base = 0 }: RuleReport,
): readonly [number | null, number | null] {
  if (rule.kind !== 'share' || rule.round === undefined || base === 0) return [min, max];
  const part = (bound: Ratio | undefined, side: BoundSide): number | null =>
    bound === undefined ? null : boundOfBase(bound, base, side, rule.round) / base;
  return [part(rule.min, 'min'), part(rule.max, 'max')];
}

/**
 * What tests show of every one of these rules.
 *
 * @param judged the lines of reports that a test said something of and that came out as it said.
 */
export function coverageOf(rules: readonly Rule[], judged: readonly RuleReport[]): readonly RuleCoverage[] {
  return rules.map((rule) => {
    const shown = new Set(judged.filter(({ id }) => id === rule.id).flatMap((line) => shownBy(rule, line)));
    const sides = sidesOf(rule);
    return {
      rule: rule.id,
      shown: sides.filter((side) => shown.has(side)),
      open: sides.filter((side) => !shown.has(side)),
    };
  });
}
