import type { AmountRule, Rule } from '../rule-set.ts';

/** Whether a rule adds a fact up: a sum, or an average. */
export function isAmount(rule: Rule): rule is AmountRule {
  return rule.kind === 'sum' || rule.kind === 'average';
}
