import { groupsOfRule } from '../rules/groups/groups.ts';
import { decideNow } from '../rules/conditions/deciding.ts';
import type { FactTable } from '../rules/facts/fact-table.ts';
import { isBySize } from '../rules/bounds/by-size.ts';
import type { CountRule, RuleSet } from '../rules/rule-set.ts';
import { problem, type Problem } from '../words/problem.ts';
import { VERDICT } from '../rules/conditions/three-valued.ts';

/** So many groups are named. */
const MOST_NAMED = 6;

/**
 * Rules that ask for somebody of each group although nobody in the pool can count in some of them: "at least one
 * woman of each ward", and a ward has none. No slate can keep such a rule, which its file alone does not show.
 */
export function emptyGroups({ rules }: RuleSet, facts: FactTable): readonly Problem[] {
  return rules.flatMap((rule) => {
    if (rule.kind !== 'count' || rule.forEach === undefined || isBySize(rule) || (rule.min ?? 0) === 0)
      return [];
    const empty = groupsWithoutMatch(rule, facts);
    if (empty.length === 0) return [];
    const named = empty.slice(0, MOST_NAMED);
    const parameters = {
      rule: rule.id,
      needed: rule.min ?? 0,
      groups: named,
      more: empty.length - named.length,
    };
    return [problem('notices.empty-groups', parameters, { ...rule.origin })];
  });
}

/** The groups in which nobody matches, whatever their missing facts are. */
function groupsWithoutMatch(rule: CountRule, facts: FactTable): readonly string[] {
  const groups = groupsOfRule(facts, rule);
  if (groups === undefined) return [];
  const verdicts = rule.where && decideNow(facts, rule.where).verdicts;
  const counts = new Uint8Array(groups.values.length);
  for (const [row, group] of groups.of.entries())
    if (group >= 0 && (verdicts === undefined || verdicts[row] !== VERDICT.no)) counts[group] = 1;
  return groups.values.filter((_, group) => counts[group] === 0);
}
