import { VERDICT } from '../rules/deciding.ts';
import type { Rule, RuleSet, ShareRule } from '../rules/rule-set.ts';
import type { DecidedCase } from './decided-case.ts';
import { type RuleRows, ruleRows } from './rule-rows.ts';

/**
 * A decided case under changed bounds: the size, and the bounds of rules. Conditions, groups, strength,
 * weights and the objective are those of the case; nothing is decided anew.
 *
 * @param ruleSet has the rules of the case in the same order, with other bounds.
 */
export function withBounds(decided: DecidedCase, ruleSet: RuleSet): DecidedCase {
  const rules = decided.rules.map((family, index) => {
    const rule = ruleSet.rules[index]!;
    return rule === family.rule ? family : bounded(decided, family, rule);
  });
  return { ...decided, ruleSet, rules };
}

function bounded(decided: DecidedCase, family: RuleRows, rule: Rule): RuleRows {
  if (rule.kind === 'require') return { ...family, rule };
  if (rule.kind === 'share') return { ...shareRows(decided, family, rule), facts: family.facts };
  const bounds = { lower: rule.min ?? -Infinity, upper: rule.max ?? Infinity };
  return { ...family, rule, rows: family.rows.map((row) => ({ ...row, ...bounds })) };
}

/** The bound of a share is a coefficient: its rows are made again from who matches and who is in the base. */
function shareRows({ facts }: DecidedCase, { classOf, open }: RuleRows, rule: ShareRule): RuleRows {
  const verdicts = (yes: (own: number) => boolean): Uint8Array =>
    Uint8Array.from(classOf, (own, row) => {
      if (open[row] === 1) return VERDICT.open;
      return yes(own) ? VERDICT.yes : VERDICT.no;
    });
  const where = { facts: [], verdicts: verdicts((own) => own === 2) };
  if (rule.of === undefined) return ruleRows(rule, facts, [where]);
  return ruleRows(rule, facts, [where, { facts: [], verdicts: verdicts((own) => own > 0) }]);
}
