import { isAmount } from './bounds/amount.ts';
import { isDifference, sidesOfDifference } from './bounds/difference.ts';
import { factsTogether } from './groups/grouping.ts';
import type { Condition, Rule } from './rule-set.ts';
import { UNIT_FACT } from './titles.ts';

/**
 * What is decided of everybody under a rule, in a fixed order. Where a rule has two conditions they are
 * decided together, since a missing fact has one value in both:
 *
 * - a count, a sum or an average: whether they match (nothing where everybody does);
 * - a difference: on which side they are (`difference.ts`);
 * - a share: whether they match; and with `of` whether they do and are of the base, whether they are of
 *   the base, and whether they are and do not match;
 * - a requirement: whether they break it;
 * - a count of rules: what is decided under these, one after the other.
 */
export function conditionsOf(rule: Rule): readonly Condition[] {
  if (rule.kind === 'count' && rule.parts !== undefined) return rule.parts.flatMap(conditionsOf);
  if (isDifference(rule)) return sidesOfDifference(rule);
  if (rule.kind === 'require') {
    const fails: Condition = { not: rule.satisfy };
    return rule.where === undefined ? [fails] : [{ all: [fails, rule.where] }];
  }
  if (rule.kind === 'share' && rule.of !== undefined) {
    const { where, of } = rule;
    return [{ all: [where, of] }, of, { all: [{ not: where }, of] }];
  }
  return rule.where === undefined ? [] : [rule.where];
}

/** The conditions of a rule as they are written. */
export function writtenConditions(rule: Rule): readonly Condition[] {
  if (rule.kind === 'count' && rule.parts !== undefined) return rule.parts.flatMap(writtenConditions);
  return [rule.where, secondCondition(rule), ...choicesOfGroups(rule)].filter((each) => each !== undefined);
}

function secondCondition(rule: Rule): Condition | undefined {
  if (rule.kind === 'require') return rule.satisfy;
  if (rule.kind === 'share') return rule.of;
  return rule.kind === 'count' ? rule.against : undefined;
}

/** The conditions by which the groups of a rule are chosen: they are decided on all, whether they match or not. */
export function choicesOfGroups(rule: Rule): readonly Condition[] {
  if (rule.kind === 'require') return [];
  if (rule.kind === 'count' && rule.parts !== undefined) return rule.parts.flatMap(choicesOfGroups);
  return rule.groups !== undefined && 'where' in rule.groups ? [rule.groups.where] : [];
}

/** The fact whose groups a rule counts instead of members; `undefined`: it counts members, or rules. */
export function countedGroups(rule: Rule): string | undefined {
  if (rule.per === 'unit') return UNIT_FACT;
  return rule.kind === 'count' ? rule.represented : undefined;
}

/** Whether somebody without a value of it may bring in a group that nobody knows; in no unit is nobody's unit. */
export function mayBeInAny(rule: Rule): boolean {
  return rule.kind === 'count' && rule.represented !== undefined && rule.missing !== 'none';
}

/** The facts by whose values a rule counts: of its groups, and what it adds up. */
export function groupingsOf(rule: Rule): readonly string[] {
  if (rule.kind === 'require') return [];
  if (rule.kind === 'count' && rule.parts !== undefined) return rule.parts.flatMap(groupingsOf);
  const grouped = [rule.forEach, countedGroups(rule)].flatMap((name) =>
    name === undefined ? [] : factsTogether(name),
  );
  return [...(isAmount(rule) ? [rule.fact] : []), ...grouped];
}
