import { groupsOf } from '../optimize/model/groups.ts';
import { UNIT_FACT } from '../optimize/model/unit-rows.ts';
import { type Decided, VERDICT } from '../rules/deciding.ts';
import type { FactTable } from '../rules/fact-table.ts';
import type { CountRule, ShareRule } from '../rules/rule-set.ts';
import type { RuleReport } from './answers.ts';
import { countReports } from './rule-reports.ts';
import { shareReport } from './share-reports.ts';

/**
 * The line of a rule that counts units: every unit stands for the members in it, and counts as a member
 * would. It matches if one of its members does, and is open if none does but one might.
 *
 * @param rows the members' rows in `facts`, in the order of `slate`.
 * @param decided the conditions of the rule on the members.
 */
export function unitReport(
  rule: CountRule | ShareRule,
  facts: FactTable,
  slate: FactTable,
  rows: readonly number[],
  decided: readonly Decided[],
): RuleReport {
  const units = groupsOf(facts, UNIT_FACT);
  const unitOf = rows.map((row) => units.of[row]!);
  const table: FactTable = { size: units.values.length, ids: units.values, fact: () => undefined };
  const [matching, base] = memberVerdicts(rule, decided, rows.length);
  const ofUnits = (verdicts: Uint8Array): Decided => ({
    facts: [],
    verdicts: unitVerdicts(verdicts, unitOf, table.size),
  });
  const conditions = [matching, ...(base === undefined ? [] : [base])].map(ofUnits);
  const report =
    rule.kind === 'share'
      ? shareReport(rule, undefined, table, conditions)
      : countReports({ ...rule, per: 'unit' }, table, table, Array.from(units.values.keys()), conditions)[0]!;
  const membersIn = (names: readonly string[], verdict: number): string[] => {
    const shown = new Set(names);
    return slate.ids.filter(
      (_, index) => matching[index] === verdict && shown.has(units.values[unitOf[index]!] ?? ''),
    );
  };
  const { undecided, ...rest } = report;
  return {
    ...rest,
    members: membersIn(report.members, VERDICT.yes),
    ...(undecided !== undefined && { undecided: membersIn(undecided, VERDICT.open) }),
  };
}

/** For every member whether it makes its unit match, and with `of` whether it brings it into the base. */
function memberVerdicts(
  rule: CountRule | ShareRule,
  [where, of]: readonly Decided[],
  size: number,
): readonly [matching: Uint8Array, base: Uint8Array | undefined] {
  const matching = new Uint8Array(size).fill(VERDICT.yes);
  where?.verdicts.forEach((verdict, index) => {
    matching[index] = verdict;
  });
  if (rule.kind === 'count' || of === undefined) return [matching, undefined];
  of.verdicts.forEach((verdict, index) => {
    if (verdict === VERDICT.no || matching[index] === VERDICT.no) matching[index] = VERDICT.no;
    else if (verdict === VERDICT.open) matching[index] = VERDICT.open;
  });
  return [matching, of.verdicts];
}

function unitVerdicts(verdicts: Uint8Array, unitOf: readonly number[], units: number): Uint8Array {
  const all = new Uint8Array(units).fill(VERDICT.no);
  verdicts.forEach((verdict, index) => {
    const unit = unitOf[index]!;
    if (unit < 0 || verdict === VERDICT.no || all[unit] === VERDICT.yes) return;
    all[unit] = verdict;
  });
  return all;
}
