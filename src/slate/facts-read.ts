import { groupingsOf, writtenConditions } from '../rules/rule-conditions.ts';
import { leavesOf } from '../rules/conditions/deciding.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { containedIn } from '../words/contained-fact.ts';

/** A fact, and who reads it: the id of a rule, or `objective`. */
interface FactRead {
  readonly fact: string;
  readonly user: string;
}

/** Every fact that rules and objective read, in the order of the rule set, as often as they are read. */
export function factsRead({ rules, objective }: Pick<RuleSet, 'rules' | 'objective'>): readonly FactRead[] {
  const terms = objective.flatMap((level) => level.terms);
  return [
    ...rules.flatMap((rule) => {
      const compared = writtenConditions(rule)
        .flatMap(leavesOf)
        .map(({ fact }) => containedIn(fact)?.column ?? fact);
      return [...compared, ...groupingsOf(rule)].map((fact) => ({ fact, user: rule.id }));
    }),
    ...terms.flatMap(({ fact, where }) => {
      const counted = fact === undefined ? [] : [fact];
      const compared =
        where === undefined ? [] : leavesOf(where).map((leaf) => containedIn(leaf.fact)?.column ?? leaf.fact);
      return [...counted, ...compared].map((each) => ({ fact: each, user: 'objective' }));
    }),
  ];
}
