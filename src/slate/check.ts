import { conditionsOf, type Groups, groupsOf } from '../optimize/rule-rows.ts';
import { type Decided, decide, VERDICT } from '../rules/deciding.ts';
import { cellOf, type FactColumn, type FactTable } from '../rules/fact-table.ts';
import type { CountRule, Ratio, RequireRule, Rule, RuleSet, ShareRule } from '../rules/rule-set.ts';
import { inEachLanguage, type Text } from '../words/language.ts';
import { phrase } from '../words/catalogue.ts';
import type { Ineligible, Report, RuleReport } from './answers.ts';
import { rowsById } from './case.ts';
import type { SlateCase } from './requests.ts';

/**
 * Holds a slate against its rules: the first reading of a rule, which counts members and knows nothing
 * of the linear program. Every member's conditions are decided by json-rules-engine.
 *
 * @param members ids in the pool, each once.
 * @throws Error on an id that is not in the pool; callers report unknown members before.
 */
export async function checkSlate(
  asked: Pick<SlateCase, 'facts' | 'ruleSet'>,
  members: readonly string[],
): Promise<Report> {
  const rows = rowsOfMembers(asked.facts, members);
  const decided = await decide(sliceOf(asked.facts, rows), conditionsOfAll(asked.ruleSet));
  return reportOf(asked, rows, decided);
}

/**
 * A check for many slates of one case: conditions are decided once, on all candidates, and a slate is
 * then held against the rules at once. Reports are those of {@link checkSlate}.
 *
 * The rules may be given anew with each slate, as long as only bounds, strengths and weights differ.
 */
export async function slateChecker(
  asked: Pick<SlateCase, 'facts' | 'ruleSet'>,
): Promise<(members: readonly string[], ruleSet?: RuleSet) => Report> {
  const { facts } = asked;
  const decided = await decide(facts, conditionsOfAll(asked.ruleSet));
  return (members, ruleSet = asked.ruleSet) => {
    const rows = rowsOfMembers(facts, members);
    const ofSlate = decided.map(({ verdicts, ...rest }) => ({
      ...rest,
      verdicts: Uint8Array.from(rows, (row) => verdicts[row]!),
    }));
    return reportOf({ facts, ruleSet }, rows, ofSlate);
  };
}

function conditionsOfAll(ruleSet: RuleSet) {
  return ruleSet.rules.flatMap((rule) => conditionsOf(rule));
}

function rowsOfMembers(facts: FactTable, members: readonly string[]): readonly number[] {
  const byId = rowsById(facts);
  return members.map((id) => {
    const row = byId.get(id);
    if (row === undefined) throw new Error('A member is not in the pool');
    return row;
  });
}

/** The report of a slate whose members' conditions are decided, rule after rule. */
function reportOf(
  { facts, ruleSet }: Pick<SlateCase, 'facts' | 'ruleSet'>,
  rows: readonly number[],
  decided: readonly Decided[],
): Report {
  const slate = sliceOf(facts, rows);
  const members = slate.ids;
  let next = 0;
  const reports: RuleReport[] = [sizeReport(ruleSet.size, members)];
  const ineligible: Ineligible[] = [];
  for (const rule of ruleSet.rules) {
    const mine = decided.slice(next, (next += conditionsOf(rule).length));
    if (rule.kind === 'count') reports.push(...countReports(rule, facts, slate, rows, mine));
    else if (rule.kind === 'share') reports.push(shareReport(rule, slate, mine));
    else {
      const report = requireReport(rule, slate, mine);
      reports.push(report);
      ineligible.push(...ineligibleOf(rule, slate, report.members));
    }
  }
  const compliant = reports.every((report) => report.strength === 'soft' || report.status === 'kept');
  return { compliant, size: members.length, rules: reports, ineligible };
}

/** Some rows of a table as a table. */
function sliceOf(table: FactTable, rows: readonly number[]): FactTable {
  const columns = new Map<string, FactColumn | undefined>();
  return {
    size: rows.length,
    ids: rows.map((row) => table.ids[row]!),
    fact(name) {
      if (!columns.has(name)) {
        const column = table.fact(name);
        columns.set(name, column && sliceColumn(column, rows));
      }
      return columns.get(name);
    },
  };
}

function sliceColumn(column: FactColumn, rows: readonly number[]): FactColumn {
  if ('codes' in column) return { ...column, codes: Uint32Array.from(rows, (row) => column.codes[row]!) };
  return {
    ...column,
    low: Float64Array.from(rows, (row) => column.low[row]!),
    high: Float64Array.from(rows, (row) => column.high[row]!),
  };
}

/** What all lines of one rule share. */
function head(rule: Rule) {
  return {
    id: rule.id,
    title: rule.title,
    kind: rule.kind,
    strength: rule.strength,
    ...(rule.source !== undefined && { source: rule.source }),
  };
}

type Status = RuleReport['status'];

function statusOf(surelyKept: boolean, surelyBroken: boolean): Status {
  if (surelyBroken) return 'violated';
  return surelyKept ? 'kept' : 'unknown';
}

/** How far a number lies outside its bounds: negative below, positive above. */
function outside(actual: number, min: number, max: number): number {
  if (actual < min) return actual - min;
  return actual > max ? actual - max : 0;
}

function sizeReport(
  size: { readonly min: number; readonly max: number },
  members: readonly string[],
): RuleReport {
  const deviation = outside(members.length, size.min, size.max);
  const status = deviation === 0 ? 'kept' : 'violated';
  const title = inEachLanguage((language) => phrase(language, 'slate.size-title', undefined));
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
    message: countMessage(title, undefined, status, { actual: members.length, ...size, deviation, open: 0 }),
  };
}

interface Figures {
  readonly actual: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly deviation: number;
  readonly open: number;
}

function countMessage(title: Text, group: string | undefined, status: Status, figures: Figures): Text {
  return inEachLanguage((language) => {
    const line = { title: title[language], group, ...figures };
    if (status === 'unknown') return phrase(language, 'slate.unknown', line);
    return phrase(language, status === 'kept' ? 'slate.kept' : 'slate.violated', line);
  });
}

/** One line, or with `forEach` one line per group of the whole table. */
function countReports(
  rule: CountRule,
  facts: FactTable,
  slate: FactTable,
  rows: readonly number[],
  [where]: readonly Decided[],
): readonly RuleReport[] {
  const groups = rule.forEach === undefined ? undefined : groupsOf(facts, rule.forEach);
  const counting = (verdict: number, group?: number): string[] =>
    slate.ids.filter((_, index) => {
      if (group !== undefined && !mayBeIn(groups!, rows[index]!, group)) return false;
      return memberVerdict(where, groups, rows, index) === verdict;
    });
  const lines = groups === undefined ? [undefined] : groups.values.map((_, index) => index);
  return lines.map((group) => {
    const members = counting(VERDICT.yes, group);
    const undecided = counting(VERDICT.open, group);
    return countReport(rule, group === undefined ? undefined : groups!.values[group], members, undecided);
  });
}

/** Whether a member counts: a roughly known group leaves it open. */
function memberVerdict(
  where: Decided | undefined,
  groups: Groups | undefined,
  rows: readonly number[],
  index: number,
): number {
  const verdict = where === undefined ? VERDICT.yes : where.verdicts[index]!;
  if (verdict === VERDICT.no || groups === undefined) return verdict;
  return groups.of[rows[index]!] === -2 ? VERDICT.open : verdict;
}

function mayBeIn(groups: Groups, row: number, group: number): boolean {
  return groups.of[row] === group || groups.of[row] === -2;
}

function countReport(
  rule: CountRule,
  group: string | undefined,
  members: string[],
  undecided: string[],
): RuleReport {
  const [min, max] = [rule.min ?? null, rule.max ?? null];
  const [lower, upper] = [min ?? -Infinity, max ?? Infinity];
  const [fewest, most] = [members.length, members.length + undecided.length];
  const status = statusOf(fewest >= lower && most <= upper, most < lower || fewest > upper);
  const deviation = status === 'violated' ? outside(fewest > upper ? fewest : most, lower, upper) : 0;
  return {
    ...head(rule),
    ...(group !== undefined && { group }),
    status,
    actual: members.length,
    min,
    max,
    deviation,
    cost: rule.weight * Math.abs(deviation),
    members,
    ...(undecided.length > 0 && { undecided }),
    message: countMessage(rule.title, group, status, {
      actual: members.length,
      min,
      max,
      deviation,
      open: undecided.length,
    }),
  };
}

/** What open members can make of `matching − bound · base`: its least and greatest value. */
function shareRange(
  bound: Ratio,
  slate: FactTable,
  [where, of]: readonly Decided[],
): readonly [number, number] {
  let [least, greatest] = [0, 0];
  slate.ids.forEach((_, index) => {
    const base = of === undefined ? VERDICT.yes : of.verdicts[index]!;
    const match = where!.verdicts[index]!;
    if (base === VERDICT.no) return;
    const values: number[] = [];
    if (base === VERDICT.open) values.push(0);
    if (match !== VERDICT.yes) values.push(-bound.numerator);
    if (match !== VERDICT.no) values.push(bound.denominator - bound.numerator);
    least += Math.min(...values);
    greatest += Math.max(...values);
  });
  return [least / bound.denominator, greatest / bound.denominator];
}

function shareReport(rule: ShareRule, slate: FactTable, decided: readonly Decided[]): RuleReport {
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
  const [belowMin, aboveMin] = rule.min === undefined ? [0, 0] : shareRange(rule.min, slate, decided);
  const [belowMax, aboveMax] = rule.max === undefined ? [0, 0] : shareRange(rule.max, slate, decided);
  const status = statusOf(belowMin >= 0 && aboveMax <= 0, aboveMin < 0 || belowMax > 0);
  const deviation = status === 'violated' ? (aboveMin < 0 ? aboveMin : belowMax) : 0;
  const actual = base === 0 ? 0 : members.length / base;
  const figures = { actual, min: asNumber(rule.min), max: asNumber(rule.max), deviation };
  return {
    ...head(rule),
    status,
    ...figures,
    cost: rule.weight * Math.abs(deviation),
    members,
    ...(undecided.length > 0 && { undecided }),
    message: inEachLanguage((language) => {
      const line = { title: rule.title[language], ...figures, open: undecided.length };
      if (status === 'unknown') return phrase(language, 'slate.unknown', line);
      return phrase(language, status === 'kept' ? 'slate.share-kept' : 'slate.share-violated', line);
    }),
  };
}

function asNumber(ratio: Ratio | undefined): number | null {
  return ratio === undefined ? null : ratio.numerator / ratio.denominator;
}

function requireReport(
  rule: RequireRule,
  slate: FactTable,
  [satisfy, where]: readonly Decided[],
): RuleReport {
  const applies = (index: number): number => (where === undefined ? VERDICT.yes : where.verdicts[index]!);
  const fails = slate.ids.filter(
    (_, index) => applies(index) === VERDICT.yes && satisfy!.verdicts[index] === VERDICT.no,
  );
  const undecided = slate.ids.filter((_, index) => {
    if (applies(index) === VERDICT.no || satisfy!.verdicts[index] === VERDICT.yes) return false;
    return applies(index) === VERDICT.open || satisfy!.verdicts[index] === VERDICT.open;
  });
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
      const line = { title: rule.title[language], deviation: fails.length, open: undecided.length };
      if (status === 'unknown') return phrase(language, 'slate.unknown', line);
      return phrase(language, status === 'kept' ? 'slate.require-kept' : 'slate.require-violated', line);
    }),
  };
}

/** Names, for everybody who does not satisfy a rule, the facts that show it. */
function ineligibleOf(
  rule: RequireRule,
  slate: FactTable,
  members: readonly string[],
): readonly Ineligible[] {
  return members.flatMap((candidate) => {
    const row = slate.ids.indexOf(candidate);
    return factsShown(rule).map((fact) => {
      const cell = cellOf(slate.fact(fact)!, row);
      const value = Array.isArray(cell) ? cell.join('–') : (cell as string | number | boolean | undefined);
      return {
        candidate,
        rule: rule.id,
        fact,
        ...(value !== undefined && { value }),
        message: inEachLanguage((language) =>
          phrase(language, 'slate.ineligible', {
            candidate,
            title: rule.title[language],
            fact,
            value: value?.toString(),
          }),
        ),
      };
    });
  });
}

function factsShown(rule: RequireRule): readonly string[] {
  const [satisfy] = conditionsOf(rule);
  const facts = new Set<string>();
  const collect = (condition: typeof satisfy): void => {
    if (condition === undefined) return;
    if ('fact' in condition) facts.add(condition.fact);
    else if ('not' in condition) collect(condition.not);
    else for (const each of 'all' in condition ? condition.all : condition.any) collect(each);
  };
  collect(satisfy);
  return [...facts];
}
