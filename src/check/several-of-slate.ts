import { groupsOf, valuesOfCells } from '../rules/groups/groups.ts';
import { countedGroups } from '../rules/rule-conditions.ts';
import { type Decided } from '../rules/conditions/deciding.ts';
import type { FactTable } from '../rules/facts/fact-table.ts';
import type { CountRule } from '../rules/rule-set.ts';
import type { RuleReport } from './check-answer.ts';
import { boundedReport } from './rule-reports.ts';
import { VERDICT } from '../rules/conditions/three-valued.ts';

/** A rule that counts the values of a fact of which each member may have several. */
type CountOfSeveral = CountRule & Required<Pick<CountRule, 'several'>>;

/**
 * The line of such a rule. Who has an empty cell has one value or more, whatever they are, unless the rule says that
 * there is none: then any number of further ones may be represented, as far as no list ends them, and of those who
 * match for sure one at least.
 *
 * @param rows the members' rows in `facts`, in the order of `slate`.
 * @param decided the conditions of the rule on the members.
 */
export function severalReport(
  rule: CountOfSeveral,
  facts: FactTable,
  slate: FactTable,
  rows: readonly number[],
  [where]: readonly Decided[],
): RuleReport {
  const cells = groupsOf(facts, countedGroups(rule)!);
  const { names, ofCell } = valuesOfCells(cells);
  const told = new Uint8Array(names.length).fill(VERDICT.no);
  const members: string[] = [];
  const undecided: string[] = [];
  let [someUnknown, someSurelyUnknown] = [false, false];
  slate.ids.forEach((id, index) => {
    const verdict = where === undefined ? VERDICT.yes : where.verdicts[index]!;
    const cell = cells.of[rows[index]!]!;
    if (verdict === VERDICT.no || (cell < 0 && rule.missing === 'none')) return;
    if (cell < 0) {
      someUnknown = true;
      someSurelyUnknown ||= verdict === VERDICT.yes;
      undecided.push(id);
      return;
    }
    (verdict === VERDICT.yes ? members : undecided).push(id);
    for (const value of ofCell[cell]!) if (told[value] !== VERDICT.yes) told[value] = verdict;
  });
  const numberOf = (wanted: number): number => told.filter((verdict) => verdict === wanted).length;
  const known = numberOf(VERDICT.yes);
  const all = rule.several === 'any' ? Infinity : rule.several.length;
  return boundedReport(rule, {
    group: undefined,
    fewest: Math.max(known, someSurelyUnknown ? 1 : 0),
    most: someUnknown ? all : known + numberOf(VERDICT.open),
    members,
    undecided,
  });
}
