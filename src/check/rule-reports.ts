import { groupsOfRule, mayBeIn, NO_GROUP, OTHER_GROUP } from '../rules/groups/groups.ts';
import { type Decided } from '../rules/conditions/deciding.ts';
import { boundsAtSize, isBySize } from '../rules/bounds/by-size.ts';
import type { FactTable } from '../rules/facts/fact-table.ts';
import { isInProportion } from '../rules/bounds/proportion.ts';
import type { CountRule, RequireRule, Rule, RuleSet } from '../rules/rule-set.ts';
import { inEachLanguage, type Text } from '../words/language.ts';
import { phrase, phraseInEach } from '../words/catalogue.ts';
import type { RuleReport } from './check-answer.ts';
import { VERDICT } from '../rules/conditions/three-valued.ts';

/** What all lines of one rule share. */
export function head(rule: Rule) {
  return {
    id: rule.id,
    title: rule.title,
    kind: rule.kind,
    strength: rule.strength,
    ...(rule.source !== undefined && { source: rule.source }),
  };
}

type Status = RuleReport['status'];

/** The status of what all values of missing facts keep, or all break. */
export function statusOf(surelyKept: boolean, surelyBroken: boolean): Status {
  if (surelyBroken) return 'violated';
  return surelyKept ? 'kept' : 'unknown';
}

/** How far a number lies outside its bounds: negative below, positive above. */
export function outside(actual: number, min: number, max: number): number {
  if (actual < min) return actual - min;
  return actual > max ? actual - max : 0;
}

/** What the size is called: of a slate, or of the appointments of a plan. */
export function sizeTitle({ titles, list }: Pick<RuleSet, 'titles' | 'list'>): Text {
  const isPlan = titles !== undefined && list === undefined;
  const code = isPlan ? 'slate.appointments-title' : list ? 'slate.list-size-title' : 'slate.size-title';
  return phraseInEach(code, undefined);
}

/** The line of the size: of members, or of appointments. */
export function sizeReport(
  { size, titles, list }: Pick<RuleSet, 'size' | 'titles' | 'list'>,
  members: readonly string[],
): RuleReport {
  const per = titles === undefined || list !== undefined ? 'member' : 'appointment';
  const deviation = outside(members.length, size.min, size.max);
  const status = deviation === 0 ? 'kept' : 'violated';
  const title = sizeTitle({ ...(titles !== undefined && { titles }), ...(list !== undefined && { list }) });
  return {
    id: 'size',
    title,
    kind: 'size',
    strength: 'hard',
    status,
    actual: members.length,
    ...size,
    deviation,
    cost: 0,
    members: [...members],
    message: countMessage(title, undefined, status, {
      actual: members.length,
      ...size,
      deviation,
      open: 0,
      per,
    }),
  };
}

interface Figures {
  readonly actual: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly deviation: number;
  readonly open: number;
  readonly per: Rule['per'];
}

function countMessage(title: Text, group: string | undefined, status: Status, figures: Figures): Text {
  return inEachLanguage((language) => {
    const line = { title: title[language], group, ...figures };
    if (status === 'unknown') return phrase(language, 'slate.unknown', line);
    return phrase(language, status === 'kept' ? 'slate.kept' : 'slate.violated', line);
  });
}

/** One line, or with `forEach` one line per group of the whole table. */
export function countReports(
  rule: CountRule,
  facts: FactTable,
  slate: FactTable,
  rows: readonly number[],
  [where]: readonly Decided[],
): readonly RuleReport[] {
  const groups = groupsOfRule(facts, rule);
  const bounded = isBySize(rule) ? { ...rule, ...boundsAtSize(rule, slate.size) } : rule;
  const lines = (groups?.values ?? [undefined]).map((group) => ({
    group,
    members: [] as string[],
    undecided: [] as string[],
  }));
  const elsewhere = { group: undefined, members: [] as string[], undecided: [] as string[] };
  slate.ids.forEach((id, index) => {
    const verdict = where === undefined ? VERDICT.yes : where.verdicts[index]!;
    const group = groups === undefined ? 0 : groups.of[rows[index]!]!;
    const isOutside = group === OTHER_GROUP || (group === NO_GROUP && rule.missing === 'none');
    if (verdict === VERDICT.no || isOutside) return;
    // Whose group is not known, or only roughly, may be in any that fits, also in one that nobody else is in.
    if (groups !== undefined && group < 0) {
      for (const [number, { undecided }] of lines.entries()) {
        if (mayBeIn(groups, rows[index]!, number)) undecided.push(id);
      }
      elsewhere[verdict === VERDICT.yes && bounded.max === 0 ? 'members' : 'undecided'].push(id);
    } else lines[group]![verdict === VERDICT.yes ? 'members' : 'undecided'].push(id);
  });
  // A group of theirs alone must not be larger than any may be; that there is one, nothing demands.
  const most = elsewhere.members.length + elsewhere.undecided.length;
  const isListed = rule.groups !== undefined && 'values' in rule.groups;
  const told = !isListed && most > (bounded.max ?? Infinity) ? [...lines, elsewhere] : lines;
  return told.map(({ group, members, undecided }) => countReport(bounded, group, members, undecided));
}

function countReport(
  rule: CountRule,
  group: string | undefined,
  members: string[],
  undecided: string[],
): RuleReport {
  const [fewest, most] = [members.length, members.length + undecided.length];
  return boundedReport(rule, { group, fewest, most, members, undecided });
}

/** What is counted, as far as it is known. */
interface Counted {
  readonly group: string | undefined;
  /** What is counted for sure, and what it may be at most, for all that is missing; maybe infinite. */
  readonly fewest: number;
  readonly most: number;
  /** Who counts for sure, and who may. */
  readonly members: string[];
  readonly undecided: string[];
}

/** The line of a number that is held against the bounds of a count. */
export function boundedReport(
  rule: CountRule,
  { group, fewest, most, members, undecided }: Counted,
): RuleReport {
  const [min, max] = [rule.min ?? null, rule.max ?? null];
  const [lower, upper] = [min ?? -Infinity, max ?? Infinity];
  const status = statusOf(fewest >= lower && most <= upper, most < lower || fewest > upper);
  const deviation = status === 'violated' ? outside(fewest > upper ? fewest : most, lower, upper) : 0;
  const figures = { actual: fewest, min, max, deviation, open: undecided.length, per: rule.per };
  // A slate has a hundred such lines, a sweep a thousand slates: fields are set, not spread.
  const report: RuleReport = {
    ...head(rule),
    status,
    actual: fewest,
    min,
    max,
    deviation,
    cost: rule.weight * Math.abs(deviation),
    members,
    // Of seats in proportion each group is a rule, whose title names it.
    message: countMessage(rule.title, isInProportion(rule) ? undefined : group, status, figures),
  };
  if (group !== undefined) report.group = group;
  if (undecided.length > 0) report.undecided = undecided;
  return report;
}

/** The line of a rule of eligibility: who does not satisfy it. */
export function requireReport(
  rule: RequireRule,
  slate: FactTable,
  [failing]: readonly Decided[],
): RuleReport {
  const fails = slate.ids.filter((_, index) => failing!.verdicts[index] === VERDICT.yes);
  const undecided = slate.ids.filter((_, index) => failing!.verdicts[index] === VERDICT.open);
  const status = statusOf(fails.length + undecided.length === 0, fails.length > 0);
  return {
    ...head(rule),
    status,
    actual: fails.length,
    min: null,
    max: 0,
    deviation: fails.length,
    cost: rule.weight * fails.length,
    members: fails,
    ...(undecided.length > 0 && { undecided }),
    message: inEachLanguage((language) => {
      const { per } = rule;
      const line = { title: rule.title[language], deviation: fails.length, open: undecided.length, per };
      if (status === 'unknown') return phrase(language, 'slate.unknown', line);
      return phrase(language, status === 'kept' ? 'slate.require-kept' : 'slate.require-violated', line);
    }),
  };
}
