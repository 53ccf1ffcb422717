import { type Groups, groupsOfRule, mayBeIn, NO_GROUP, OTHER_GROUP } from '../rules/groups/groups.ts';
import { type Decided } from '../rules/conditions/deciding.ts';
import type { FactTable } from '../rules/facts/fact-table.ts';
import type { Ratio, ShareRule } from '../rules/rule-set.ts';
import { phrase } from '../words/catalogue.ts';
import { inEachLanguage } from '../words/language.ts';
import type { RuleReport } from './check-answer.ts';
import { head, statusOf } from './rule-reports.ts';
import { shareOutcomes } from './share-outcomes.ts';
import { VERDICT } from '../rules/conditions/three-valued.ts';

/** The lines of a share: one, or with `forEach` one for each group of the whole table. */
export function shareReports(
  rule: ShareRule,
  facts: FactTable,
  slate: FactTable,
  rows: readonly number[],
  decided: readonly Decided[],
): readonly RuleReport[] {
  const groups = groupsOfRule(facts, rule);
  if (groups === undefined) return [shareReport(rule, undefined, slate, decided)];
  const lines = groups.values.map((name, group) =>
    shareReport(rule, name, slate, inGroup(rule, decided, groups, rows, group)),
  );
  if (rule.groups !== undefined && 'values' in rule.groups) return lines;
  // Whose group is not known may be in one that nobody else is in.
  const elsewhere = shareReport(rule, undefined, slate, inGroup(rule, decided, groups, rows, undefined));
  return elsewhere.status === 'kept' ? lines : [...lines, elsewhere];
}

/**
 * The conditions of a share within one group: matching and in it, in it, in it and not matching. Whose group
 * is not known may be in any that fits.
 *
 * @param own `undefined`: a group that nobody is known to be in.
 */
function inGroup(
  rule: ShareRule,
  [where, of, rest]: readonly Decided[],
  groups: Groups,
  rows: readonly number[],
  own: number | undefined,
): readonly Decided[] {
  const narrowed = (verdictOf: (index: number) => number): Decided => ({
    facts: [],
    verdicts: Uint8Array.from(rows, (row, index) => {
      const verdict = verdictOf(index);
      const group = groups.of[row]!;
      const isOutside = group === OTHER_GROUP || (group === NO_GROUP && rule.missing === 'none');
      const isPossible = own === undefined ? group < 0 : mayBeIn(groups, row, own);
      if (isOutside || !isPossible || verdict === VERDICT.no) return VERDICT.no;
      return group < 0 ? VERDICT.open : verdict;
    }),
  });
  const { verdicts } = where!;
  return [
    narrowed((index) => verdicts[index]!),
    narrowed((index) => (of === undefined ? VERDICT.yes : of.verdicts[index]!)),
    narrowed((index) => (rest === undefined ? denied(verdicts[index]!) : rest.verdicts[index]!)),
  ];
}

function denied(verdict: number): number {
  if (verdict === VERDICT.open) return verdict;
  return verdict === VERDICT.yes ? VERDICT.no : VERDICT.yes;
}

/** The line of a share, or of one of its groups: its part, and how many members it is off by. */
export function shareReport(
  rule: ShareRule,
  group: string | undefined,
  slate: FactTable,
  decided: readonly Decided[],
): RuleReport {
  const [where, of] = decided;
  const inBase = (index: number): number => (of === undefined ? VERDICT.yes : of.verdicts[index]!);
  const base = slate.ids.filter((_, index) => inBase(index) === VERDICT.yes).length;
  const members = slate.ids.filter(
    (_, index) => inBase(index) === VERDICT.yes && where!.verdicts[index] === VERDICT.yes,
  );
  const undecided = slate.ids.filter(
    (_, index) =>
      inBase(index) !== VERDICT.no &&
      (inBase(index) === VERDICT.open || where!.verdicts[index] === VERDICT.open),
  );
  const { kept, broken, nearest } = shareOutcomes(rule, decided, slate.size);
  const status = statusOf(!broken, !kept);
  const deviation = status === 'violated' ? nearest : 0;
  const actual = base === 0 ? 0 : members.length / base;
  const figures = { actual, min: asNumber(rule.min), max: asNumber(rule.max), deviation };
  return {
    ...head(rule),
    ...(group !== undefined && { group }),
    status,
    ...figures,
    base,
    cost: rule.weight * Math.abs(deviation),
    members,
    ...(undecided.length > 0 && { undecided }),
    message: inEachLanguage((language) => {
      const title = rule.title[language];
      const line = { title, group, ...figures, open: undecided.length, per: rule.per, round: rule.round };
      if (status === 'unknown') return phrase(language, 'slate.unknown', line);
      if (status === 'kept') return phrase(language, 'slate.share-kept', line);
      // Where facts are missing it is not known yet how many match.
      return rule.deviation === 'exact' || undecided.length > 0
        ? phrase(language, 'slate.share-violated', line)
        : phrase(language, 'slate.share-off', { ...line, matching: members.length, base });
    }),
  };
}

function asNumber(ratio: Ratio | undefined): number | null {
  return ratio === undefined ? null : ratio.numerator / ratio.denominator;
}
