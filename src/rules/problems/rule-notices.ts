import { problem, type Problem } from '../../words/problem.ts';
import type { Rule, RuleSet, Size } from '../rule-set.ts';

/**
 * What is possible in rules and looks odd: bounds that no slate of this size can keep. An answer stands with
 * it: that no slate exists, and why, or the price of a goal that nobody reaches.
 */
export function ruleNotices(ruleSet: RuleSet): readonly Problem[] {
  return ruleSet.rules.flatMap((rule) => [...beyondSize(rule, ruleSet.size), ...tiedClaims(rule)]);
}

/** Groups with the same claim to the last seat of some that are shared out. */
function tiedClaims({ id, origin, ...rule }: Rule): readonly Problem[] {
  const groups = rule.kind === 'count' ? rule.inProportion?.tied : undefined;
  return groups === undefined ? [] : [problem('notices.equal-claims', { rule: id, groups }, { ...origin })];
}

function beyondSize(rule: Rule, size: Size): readonly Problem[] {
  const { id, kind, per, origin } = rule;
  const needed = kind === 'count' ? (rule.min ?? 0) : 0;
  if (per !== 'member' || needed <= size.max) return [];
  return [problem('notices.beyond-size', { rule: id, needed, max: size.max }, { ...origin })];
}
