import { type Groups, groupsOf, mayBeIn, mayShareGroup } from '../rules/groups/groups.ts';
import { countedGroups, mayBeInAny } from '../rules/rule-conditions.ts';
import { type Decided } from '../rules/conditions/deciding.ts';
import type { FactTable } from '../rules/facts/fact-table.ts';
import { factsTogether } from '../rules/groups/grouping.ts';
import type { CountRule, ShareRule } from '../rules/rule-set.ts';
import type { RuleReport } from './check-answer.ts';
import { countReports } from './rule-reports.ts';
import { severalReport } from './several-of-slate.ts';
import { shareReport } from './share-reports.ts';
import { VERDICT } from '../rules/conditions/three-valued.ts';

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
  if (rule.kind === 'count' && rule.several !== undefined)
    return severalReport({ ...rule, several: rule.several }, facts, slate, rows, decided);
  const units = groupsOf(facts, countedGroups(rule)!);
  const { names, unitOf } = unitsOfMembers(rule, units, rows);
  const table: FactTable = {
    size: names.length,
    ids: names.map((_, unit) => `${unit}`),
    fact: () => undefined,
  };
  const [matching, base] = memberVerdicts(rule, decided, rows.length);
  const sure = rows.filter((_, index) => matching[index] === VERDICT.yes);
  const apart = new Set(surelyApart(units, sure).map((row) => `${row}`));
  const about: UnitsOfSlate = {
    names,
    known: units.values.length,
    isSure: (unit) => unit < units.values.length || apart.has(names[unit]!),
    most: mostGroups(rule, facts),
    mayBring: bringers(rule, facts, units),
  };
  const conditions = [matching, ...(base === undefined ? [] : [base])].map((verdicts): Decided => ({
    facts: [],
    verdicts: possibleVerdicts(unitVerdicts(verdicts, unitOf, table.size), about),
  }));
  const report =
    rule.kind === 'share'
      ? shareReport(rule, undefined, table, conditions)
      : countReports(countOnly(rule), table, table, Array.from(names.keys()), conditions)[0]!;
  const membersIn = (shown: readonly string[], counts: (verdict: number) => boolean): string[] => {
    const numbers = new Set(shown);
    return slate.ids.filter((_, index) => counts(matching[index]!) && numbers.has(`${unitOf[index]!}`));
  };
  const { undecided, ...rest } = report;
  return {
    ...rest,
    members: membersIn(report.members, (verdict) => verdict === VERDICT.yes),
    ...(undecided !== undefined && { undecided: membersIn(undecided, (verdict) => verdict !== VERDICT.no) }),
  };
}

/** The units of a slate, as far as it is known which there are. */
interface UnitsOfSlate {
  /** Of a unit that nobody knows, the row of whoever may bring it in. */
  readonly names: readonly string[];
  /** So many stand first of which it is known who is in them. */
  readonly known: number;
  /** Whether it is surely none of the others. */
  readonly isSure: (unit: number) => boolean;
  /** So many there may be at most. */
  readonly most: number;
  readonly mayBring: (row: number, represented: readonly number[]) => boolean;
}

/** The unit of every member; whoever is in one that nobody knows may bring one in that nobody else is in. */
function unitsOfMembers(
  rule: CountRule | ShareRule,
  units: Groups,
  rows: readonly number[],
): { readonly names: readonly string[]; readonly unitOf: readonly number[] } {
  const names = [...units.values];
  const unitOf = rows.map((row) => {
    const unit = units.of[row]!;
    return unit < 0 && mayBeInAny(rule) ? names.push(`${row}`) - 1 : unit;
  });
  return { names, unitOf };
}

/**
 * Of units that nobody knows none surely counts: each is open as long as there may be so many, and else
 * is not there. Changes what it is given.
 */
function possibleVerdicts(
  verdicts: Uint8Array,
  { names, known, isSure, most, mayBring }: UnitsOfSlate,
): Uint8Array {
  let further = most - verdicts.filter((verdict, unit) => isSure(unit) && verdict !== VERDICT.no).length;
  const represented = Array.from({ length: known }, (_, unit) => unit).filter(
    (unit) => verdicts[unit] === VERDICT.yes,
  );
  verdicts.forEach((verdict, unit) => {
    if (isSure(unit) || verdict === VERDICT.no) return;
    const isOpen = further > 0 && mayBring(Number(names[unit]), represented);
    verdicts[unit] = isOpen ? VERDICT.open : VERDICT.no;
    if (isOpen) further -= 1;
  });
  return verdicts;
}

/** How many values each fact of the groups may have, as far as a list says so. */
function mostValues(rule: CountRule | ShareRule, facts: FactTable): readonly number[] {
  return factsTogether(countedGroups(rule)!).map((name) => {
    const column = facts.fact(name);
    if (column === undefined || !('codes' in column)) return Infinity;
    return column.type === 'boolean' ? 2 : (column.only?.length ?? Infinity);
  });
}

/** How many groups there may be: of facts with a closed list so many, whoever is in them. */
function mostGroups(rule: CountRule | ShareRule, facts: FactTable): number {
  return mostValues(rule, facts).reduce((most, each) => most * each, 1);
}

/** Whether somebody of whom facts of their group are missing may be in another group than those that are represented. */
function bringers(
  rule: CountRule | ShareRule,
  facts: FactTable,
  units: Groups,
): (row: number, represented: readonly number[]) => boolean {
  const most = mostValues(rule, facts);
  const parts = units.parts ?? [{ ofRow: units.of }];
  return (row, represented) => {
    const possible = parts.reduce((all, { ofRow }, index) => all * (ofRow[row]! < 0 ? most[index]! : 1), 1);
    return represented.filter((unit) => mayBeIn(units, row, unit)).length < possible;
  };
}

/**
 * Of members who match, those of whom some facts of their group are missing and who surely bring in groups that no
 * other member of these, or in a known group, is in: of several facts one that is known may tell them apart.
 */
function surelyApart(units: Groups, matching: readonly number[]): readonly number[] {
  const known = new Set(matching.map((row) => units.of[row]!).filter((unit) => unit >= 0));
  const beyond = matching.filter(
    (row) => units.of[row]! < 0 && ![...known].some((unit) => mayBeIn(units, row, unit)),
  );
  let most: readonly number[] = [];
  for (const { ofRow } of units.parts ?? [{ ofRow: units.of }]) {
    const apart: number[] = [];
    const inOrder = beyond.toSorted((one, other) => Number(ofRow[one]! < 0) - Number(ofRow[other]! < 0));
    for (const row of inOrder) {
      if (apart.every((other) => !mayShareGroup(units, row, other))) apart.push(row);
    }
    if (apart.length > most.length) most = apart;
  }
  return most;
}

/** The bounds of a count, to hold a number of units against. */
function countOnly({ represented: _, missing: __, ...rule }: CountRule): CountRule {
  return rule;
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
