import { conditionsOf } from '../rules/rule-conditions.ts';
import type { Decided } from '../rules/conditions/deciding.ts';
import { isDifference } from '../rules/bounds/difference.ts';
import type { FactTable } from '../rules/facts/fact-table.ts';
import type { CountRule, Rule } from '../rules/rule-set.ts';
import { phrase } from '../words/catalogue.ts';
import { inEachLanguage } from '../words/language.ts';
import type { RuleReport } from './check-answer.ts';
import { isAmount } from '../rules/bounds/amount.ts';
import { amountReports } from './amount-reports.ts';
import { differenceReports } from './difference-reports.ts';
import { countReports, head, outside, requireReport, statusOf } from './rule-reports.ts';
import { shareReports } from './share-reports.ts';

/** A rule inside another one, and its lines. */
interface Part {
  readonly rule: Rule;
  readonly lines: readonly RuleReport[];
  readonly status: RuleReport['status'];
}

/**
 * The line of a rule that counts rules: how many are kept. Where facts are missing it is told for each rule
 * by itself, so that it may be unknown although what is missing decides two of them together.
 */
export function partsReport(
  rule: CountRule & { readonly parts: readonly Rule[] },
  facts: FactTable,
  slate: FactTable,
  rows: readonly number[],
  decided: readonly Decided[],
): RuleReport {
  let next = 0;
  const parts = rule.parts.map((part): Part => {
    const mine = decided.slice(next, (next += conditionsOf(part).length));
    const lines = linesOf(part, facts, slate, rows, mine);
    return { rule: part, lines, status: statusOfAll(lines) };
  });
  const [min, all] = [rule.min ?? 0, parts.length];
  const fewest = parts.filter(({ status }) => status === 'kept').length;
  const most = fewest + parts.filter(({ status }) => status === 'unknown').length;
  const status = statusOf(fewest >= min, most < min);
  const deviation = status === 'violated' ? outside(most, min, Infinity) : 0;
  const undecided = [...new Set(parts.flatMap(({ lines }) => lines.flatMap((line) => line.undecided ?? [])))];
  const said = { actual: fewest, all, min, deviation, open: undecided.length };
  return {
    ...head(rule),
    status,
    actual: fewest,
    min: rule.min ?? null,
    max: null,
    deviation,
    cost: rule.weight * Math.abs(deviation),
    members: [...new Set(membersShown(rule, parts))],
    ...(undecided.length > 0 && { undecided }),
    parts: parts.map((part) => ({
      title: part.rule.title,
      status: part.status,
      messages: notKept(part).map(({ message }) => message),
    })),
    message: inEachLanguage((language) => {
      const title = rule.title[language];
      if (status === 'unknown') return phrase(language, 'slate.unknown', { title, ...said, per: 'member' });
      const missed = parts.flatMap((part) => notKept(part).map(({ message }) => message[language]));
      const [ofKind] = rule.conditional === true ? parts[0]!.lines.map(({ members }) => members.length) : [];
      return phrase(language, 'slate.rules-kept', { title, ...said, status, missed, ofKind });
    }),
  };
}

function linesOf(
  part: Rule,
  facts: FactTable,
  slate: FactTable,
  rows: readonly number[],
  decided: readonly Decided[],
): readonly RuleReport[] {
  if (isDifference(part)) return differenceReports(part, facts, slate, rows, decided);
  if (part.kind === 'count') return countReports(part, facts, slate, rows, decided);
  if (part.kind === 'share') return shareReports(part, facts, slate, rows, decided);
  if (isAmount(part)) return amountReports(part, facts, slate, rows, decided);
  return [requireReport(part, slate, decided)];
}

function statusOfAll(lines: readonly RuleReport[]): RuleReport['status'] {
  return statusOf(
    lines.every(({ status }) => status === 'kept'),
    lines.some(({ status }) => status === 'violated'),
  );
}

function notKept({ lines }: Part): readonly RuleReport[] {
  return lines.filter(({ status }) => status !== 'kept');
}

/** Who counts: of a condition those of the kind, else those of the rules that are not kept. */
function membersShown(rule: CountRule, parts: readonly Part[]): readonly string[] {
  const shown =
    rule.conditional === true ? parts.slice(0, 1) : parts.filter(({ status }) => status !== 'kept');
  return shown.flatMap(({ lines }) => lines.flatMap(({ members }) => members));
}

/** The rule a count is of, where it counts rules. */
export function countsRules(rule: Rule): rule is CountRule & { readonly parts: readonly Rule[] } {
  return rule.kind === 'count' && rule.parts !== undefined;
}
