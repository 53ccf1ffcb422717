import { groupsOfRule, mayBeIn, NO_GROUP, OTHER_GROUP } from '../rules/groups/groups.ts';
import { type Decided } from '../rules/conditions/deciding.ts';
import type { DifferenceRule } from '../rules/bounds/difference.ts';
import type { FactTable } from '../rules/facts/fact-table.ts';
import { phrase } from '../words/catalogue.ts';
import { inEachLanguage } from '../words/language.ts';
import type { RuleReport } from './check-answer.ts';
import { head, statusOf } from './rule-reports.ts';
import { VERDICT } from '../rules/conditions/three-valued.ts';

/** What is known of one group: who is on which side for sure, and by how much the sides may differ. */
interface Sides {
  readonly group: string | undefined;
  readonly one: string[];
  readonly other: string[];
  readonly undecided: string[];
  /** Every difference, first side less second, that some values of what is missing make. */
  reach: ReadonlySet<number>;
}

/** The lines of a difference: one, or with `forEach` one for each group of the whole table. */
export function differenceReports(
  rule: DifferenceRule,
  facts: FactTable,
  slate: FactTable,
  rows: readonly number[],
  decided: readonly Decided[],
): readonly RuleReport[] {
  const groups = groupsOfRule(facts, rule);
  const lines = (groups?.values ?? [undefined]).map(sidesOf);
  // Whose group is not known may be in one that nobody else is in.
  const elsewhere = sidesOf(undefined);
  slate.ids.forEach((id, index) => {
    const adds = addedBy(decided, index);
    const group = groups === undefined ? 0 : groups.of[rows[index]!]!;
    const isOutside = group === OTHER_GROUP || (group === NO_GROUP && rule.missing === 'none');
    if (isOutside || adds.every((each) => each === 0)) return;
    if (groups === undefined || group >= 0) {
      add(lines[group]!, id, adds);
      return;
    }
    const possible = lines.filter((_, number) => mayBeIn(groups, rows[index]!, number));
    for (const line of [...possible, elsewhere]) add(line, id, [...adds, 0]);
  });
  const reports = lines.map((line) => reportOf(rule, line));
  if (rule.groups !== undefined && 'values' in rule.groups) return reports;
  const beyond = reportOf(rule, elsewhere);
  return beyond.status === 'kept' ? reports : [...reports, beyond];
}

function sidesOf(group: string | undefined): Sides {
  return { group, one: [], other: [], undecided: [], reach: new Set([0]) };
}

/** What a member may add to the difference: 1, −1 or nothing. */
function addedBy([one, other, either]: readonly Decided[], index: number): readonly number[] {
  return [
    ...(one!.verdicts[index] === VERDICT.no ? [] : [1]),
    ...(other!.verdicts[index] === VERDICT.no ? [] : [-1]),
    ...(either!.verdicts[index] === VERDICT.yes ? [] : [0]),
  ];
}

function add(line: Sides, id: string, adds: readonly number[]): void {
  line.reach = new Set([...line.reach].flatMap((sum) => adds.map((each) => sum + each)));
  if (adds.length > 1) line.undecided.push(id);
  else (adds[0]! > 0 ? line.one : line.other).push(id);
}

function reportOf(rule: DifferenceRule, { group, one, other, undecided, reach }: Sides): RuleReport {
  const { max = 0, per } = rule;
  const far = Array.from(reach, Math.abs);
  const status = statusOf(
    far.every((each) => each <= max),
    far.every((each) => each > max),
  );
  const actual = Math.abs(one.length - other.length);
  const deviation = status === 'violated' ? Math.min(...far) - max : 0;
  return {
    ...head(rule),
    ...(group !== undefined && { group }),
    status,
    actual,
    min: null,
    max,
    deviation,
    cost: rule.weight * deviation,
    members: [...one, ...other],
    ...(undecided.length > 0 && { undecided }),
    message: inEachLanguage((language) => {
      const line = { title: rule.title[language], group, actual, max, deviation, per };
      if (status === 'unknown') return phrase(language, 'slate.unknown', { ...line, open: undecided.length });
      return phrase(language, 'slate.difference', { ...line, one: one.length, other: other.length });
    }),
  };
}
