import type { Condition, CountRule, Rule } from '../rule-set.ts';

/** A count of by how many two kinds of members differ. */
export type DifferenceRule = CountRule & { readonly where: Condition; readonly against: Condition };

/** Whether a rule says by how many two kinds of members may differ. */
export function isDifference(rule: Rule): rule is DifferenceRule {
  return rule.kind === 'count' && rule.where !== undefined && rule.against !== undefined;
}

/**
 * What is decided of everybody: whether they are on the first side alone, on the second alone, and on either.
 * The third is no union of what is known of the two: of a missing gender it is known that it is one of both.
 */
export function sidesOfDifference({ where, against }: DifferenceRule): readonly Condition[] {
  const [one, other]: readonly [Condition, Condition] = [
    { all: [where, { not: against }] },
    { all: [against, { not: where }] },
  ];
  return [one, other, { any: [one, other] }];
}
