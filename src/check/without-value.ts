import { groupsOfRule, NO_GROUP } from '../rules/groups/groups.ts';
import { type Decided } from '../rules/conditions/deciding.ts';
import { isDifference } from '../rules/bounds/difference.ts';
import type { FactTable } from '../rules/facts/fact-table.ts';
import { factsTogether, togetherName } from '../rules/groups/grouping.ts';
import { titleOfFact } from '../rules/facts/known-facts.ts';
import type { AmountRule, CountRule, Rule, ShareRule } from '../rules/rule-set.ts';
import { inEachLanguage } from '../words/language.ts';
import { phrase } from '../words/catalogue.ts';
import type { WithoutValue } from './answer-parts.ts';
import { VERDICT } from '../rules/conditions/three-valued.ts';

/** A rule that counts by groups of a fact. */
type GroupedRule = (CountRule | ShareRule | AmountRule) & { readonly forEach: string };

/** Whether a rule counts by groups; those that make a placement have no empty cells of anybody's. */
export function isGrouped(rule: Rule): rule is GroupedRule {
  return rule.kind !== 'require' && rule.forEach !== undefined && !rule.forEach.startsWith('post.');
}

/**
 * How many members have an empty cell where a rule looks for their group, as far as it may be about them;
 * nothing for a rule without groups, and where everybody has a value.
 *
 * @param rows the members' rows in `facts`.
 * @param decided the conditions of the rule on the members.
 */
export function membersWithoutValue(
  rule: Rule,
  facts: FactTable,
  rows: readonly number[],
  decided: readonly Decided[],
): readonly WithoutValue[] {
  if (!isGrouped(rule)) return [];
  const [where, of, either] = decided;
  // A share is about all of its base, whether they match or not, and a difference about both sides.
  const about = isDifference(rule) ? either : rule.kind === 'share' ? of : where;
  const groups = groupsOfRule(facts, rule)!;
  const without = rows.filter(
    (row, index) =>
      groups.of[row] === NO_GROUP && (about === undefined || about.verdicts[index] !== VERDICT.no),
  );
  return lineWithoutValue(rule, without.length, 'members');
}

/**
 * The line of a rule with groups.
 *
 * @param count how many have an empty cell; nothing is said of nobody.
 */
export function lineWithoutValue(
  { id, title, forEach, missing = 'aside' }: GroupedRule,
  count: number,
  among: 'members' | 'candidates',
): readonly WithoutValue[] {
  if (count === 0) return [];
  const message = inEachLanguage((language) => {
    const fact = togetherName(factsTogether(forEach).map((each) => titleOfFact(each)[language]));
    return phrase(language, 'slate.without-value', { title: title[language], fact, count, missing, among });
  });
  return [{ rule: id, fact: forEach, missing, count, message }];
}
