import type { WithoutValue } from '../check/answer-parts.ts';
import { isGrouped, lineWithoutValue } from '../check/without-value.ts';
import type { DecidedCase } from '../optimize/model/decided-case.ts';

/** How many candidates have an empty cell where a rule looks for their group: each once, rule after rule. */
export function candidatesWithoutValue({ rules, facts }: DecidedCase): WithoutValue[] {
  return rules.flatMap(({ rule, ungrouped }) => {
    if (!isGrouped(rule) || !ungrouped?.numbers.includes(1)) return [];
    const persons = new Set<number | string>();
    ungrouped.forEach((is, row) => {
      if (is === 1) persons.add(facts.personOf?.(row) ?? row);
    });
    return lineWithoutValue(rule, persons.size, 'candidates');
  });
}
