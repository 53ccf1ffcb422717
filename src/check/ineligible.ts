import { leavesOf } from '../rules/conditions/deciding.ts';
import { cellOf, type FactColumn, type FactTable } from '../rules/facts/fact-table.ts';
import { isoDateOfDays } from '../rules/facts/iso-date.ts';
import { titleOfFact, wordOfValue } from '../rules/facts/known-facts.ts';
import type { RequireRule, Scalar } from '../rules/rule-set.ts';
import { inEachLanguage } from '../words/language.ts';
import { phrase } from '../words/catalogue.ts';
import type { Ineligible } from './check-answer.ts';

/**
 * Names, for everybody who does not satisfy a rule, each fact that the rule reads, with its value.
 *
 * @param members ids of those who do not satisfy it, all in the table.
 */
export function ineligibleOf(
  rule: RequireRule,
  slate: FactTable,
  members: readonly string[],
): readonly Ineligible[] {
  const facts = [...new Set(leavesOf(rule.satisfy).map((leaf) => leaf.fact))];
  return members.flatMap((candidate) => {
    const row = slate.ids.indexOf(candidate);
    return facts.map((fact) => {
      const value = shown(slate.fact(fact), row);
      return {
        candidate,
        rule: rule.id,
        fact,
        ...(value !== undefined && { value }),
        message: inEachLanguage((language) =>
          phrase(language, 'slate.ineligible', {
            candidate,
            title: rule.title[language],
            fact: titleOfFact(fact)[language],
            value: value === undefined ? undefined : wordOfValue(fact, value)[language],
          }),
        ),
      };
    });
  });
}

/** A cell as people write it: dates in ISO form, what is known only roughly as a range. */
function shown(column: FactColumn | undefined, row: number): Scalar | undefined {
  const cell = column === undefined ? undefined : cellOf(column, row);
  if (cell === undefined || typeof cell === 'string' || typeof cell === 'boolean') return cell;
  const written = (value: number): Scalar => (column?.type === 'date' ? isoDateOfDays(value) : value);
  if (typeof cell === 'number') return written(cell);
  return `${written(cell[0])}–${written(cell[1])}`;
}
