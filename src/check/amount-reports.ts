import { groupsOfRule, mayBeIn, NO_GROUP, OTHER_GROUP } from '../rules/groups/groups.ts';
import { type Decided } from '../rules/conditions/deciding.ts';
import type { FactTable, NumericColumn } from '../rules/facts/fact-table.ts';
import { numberOf } from '../rules/facts/ratio.ts';
import type { AmountRule } from '../rules/rule-set.ts';
import { phrase } from '../words/catalogue.ts';
import { inEachLanguage, type Text } from '../words/language.ts';
import { amountOutcomes, type Part } from './amount-outcomes.ts';
import type { RuleReport } from './check-answer.ts';
import { head, statusOf } from './rule-reports.ts';
import { VERDICT } from '../rules/conditions/three-valued.ts';

/** Those who count, or may count, in one group. */
interface Group {
  readonly name: string | undefined;
  readonly parts: Part[];
}

/** One line, or with `forEach` one line per group of the whole table. */
export function amountReports(
  rule: AmountRule,
  facts: FactTable,
  slate: FactTable,
  rows: readonly number[],
  [where]: readonly Decided[],
): readonly RuleReport[] {
  const column = facts.fact(rule.fact);
  if (column === undefined || 'codes' in column) throw new Error(`The table has no numbers ${rule.fact}`);
  const groups = groupsOfRule(facts, rule);
  const lines = (groups?.values ?? [undefined]).map((name): Group => ({ name, parts: [] }));
  const elsewhere: Group = { name: undefined, parts: [] };
  slate.ids.forEach((id, index) => {
    const verdict = where === undefined ? VERDICT.yes : where.verdicts[index]!;
    const row = rows[index]!;
    const group = groups === undefined ? 0 : groups.of[row]!;
    const isEmpty = group === NO_GROUP || Number.isNaN(column.low[row]);
    const isNothing = rule.kind === 'sum' && column.low[row] === 0 && column.high[row] === 0;
    const isOutside = group === OTHER_GROUP || (isEmpty && rule.missing === 'none');
    if (verdict === VERDICT.no || isOutside) return;
    if (isNothing && (group < 0 || verdict === VERDICT.open)) return;
    const part = { id, ...valuesOf(column, row), counts: verdict === VERDICT.yes && group >= 0 };
    if (groups === undefined || group >= 0) {
      lines[group]!.parts.push(part);
      return;
    }
    // Whose group is not known, or only roughly, may be in any that fits, also in one that nobody else is in.
    const possible = lines.filter((_, number) => mayBeIn(groups, row, number));
    for (const { parts } of [...possible, elsewhere]) parts.push(part);
  });
  const report = (line: Group): RuleReport => amountReport(rule, line, column.denominator);
  const told = lines.map(report);
  const isListed = rule.groups !== undefined && 'values' in rule.groups;
  if (isListed || elsewhere.parts.length === 0) return told;
  const alone = amountReport(ofNewGroup(rule), elsewhere, column.denominator);
  return alone.status === 'kept' ? told : [...told, alone];
}

/** What a group of those alone whose group is not known must keep: that there is one, nothing demands. */
function ofNewGroup(rule: AmountRule): AmountRule {
  if (rule.kind === 'average') return rule;
  const { min: _, ...rest } = rule;
  return rest;
}

function valuesOf({ low, high, denominator }: NumericColumn, row: number): Pick<Part, 'low' | 'high'> {
  if (Number.isNaN(low[row])) return { low: -Infinity, high: Infinity };
  return { low: Math.round(low[row]! * denominator), high: Math.round(high[row]! * denominator) };
}

function amountReport(rule: AmountRule, { name, parts }: Group, denominator: number): RuleReport {
  const { kept, broken, nearest } = amountOutcomes(rule, parts, denominator);
  const status = statusOf(!broken, !kept);
  const deviation = status === 'violated' ? nearest : 0;
  const isOpen = ({ low, high, counts }: Part): boolean => !counts || low !== high;
  const sure = parts.filter((part) => !isOpen(part));
  const undecided = parts.filter(isOpen).map(({ id }) => id);
  const total = sure.reduce((sum, { low }) => sum + low, 0) / denominator;
  const actual = rule.kind === 'sum' ? total : sure.length === 0 ? 0 : total / sure.length;
  const figures = {
    actual,
    min: rule.min === undefined ? null : numberOf(rule.min),
    max: rule.max === undefined ? null : numberOf(rule.max),
    deviation,
  };
  return {
    ...head(rule),
    ...(name !== undefined && { group: name }),
    status,
    ...figures,
    ...(rule.kind === 'average' && { base: sure.length }),
    cost: rule.weight * Math.abs(deviation),
    members: sure.map(({ id }) => id),
    ...(undecided.length > 0 && { undecided }),
    message: messageOf(rule, name, status, { ...figures, base: sure.length, open: undecided.length }),
  };
}

interface Figures {
  readonly actual: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly deviation: number;
  readonly base: number;
  readonly open: number;
}

function messageOf(
  rule: AmountRule,
  group: string | undefined,
  status: RuleReport['status'],
  figures: Figures,
): Text {
  const { kind, per } = rule;
  return inEachLanguage((language) => {
    const line = { title: rule.title[language], group, kind, per, ...figures };
    if (status === 'unknown') return phrase(language, 'slate.unknown', line);
    return phrase(language, status === 'kept' ? 'slate.amount-kept' : 'slate.amount-off', line);
  });
}
