import { conditionsOf, countedGroups } from '../rules/rule-conditions.ts';
import { isAmount } from '../rules/bounds/amount.ts';
import { type Checkpoint, NO_LIMIT } from '../rules/checkpoint.ts';
import { type Decided, decide } from '../rules/conditions/deciding.ts';
import { isDifference } from '../rules/bounds/difference.ts';
import { type FactTable, sliceOf, rowsById } from '../rules/facts/fact-table.ts';
import type { Rule, RuleSet } from '../rules/rule-set.ts';
import { amountReports } from './amount-reports.ts';
import type { DecisionReport, Ineligible, Report, RuleReport } from './check-answer.ts';
import type { WithoutValue } from './answer-parts.ts';
import { rowDecisions } from './row-decisions.ts';
import { countsRules, partsReport } from './part-reports.ts';
import { decisionReports } from './decision-reports.ts';
import { differenceReports } from './difference-reports.ts';
import { ineligibleOf } from './ineligible.ts';
import { countReports, requireReport, sizeReport } from './rule-reports.ts';
import type { SlateCase } from './slate-case.ts';
import { shareReports } from './share-reports.ts';
import { membersWithoutValue } from './without-value.ts';
import { unitReport } from './units-of-slate.ts';

/** What a slate is held against: rules, and decisions on persons where there are any. */
export type Checked = Pick<SlateCase, 'facts' | 'ruleSet'> &
  Partial<Pick<SlateCase, 'decisions' | 'placement' | 'pool'>>;

/**
 * Holds a slate against its rules: the first reading of a rule, which counts members and knows nothing
 * of the linear program. What the conditions and groups of a rule are, both are told by `rules/`.
 *
 * @param members ids in the pool, each once.
 * @throws Error on an id that is not in the pool; callers report unknown members before.
 */
export async function checkSlate(
  asked: Checked,
  members: readonly string[],
  checkpoint: Checkpoint = NO_LIMIT,
): Promise<Report> {
  return checkRows(asked, rowsOfMembers(asked.facts, members), checkpoint);
}

/** The same for members whose rows in the table are known: nobody is looked up by id. */
export async function checkRows(
  asked: Checked,
  rows: readonly number[],
  checkpoint: Checkpoint = NO_LIMIT,
): Promise<Report> {
  const decided = await decide(sliceOf(asked.facts, rows), conditionsOfAll(asked.ruleSet), checkpoint);
  return reportOf(asked, rows, decided);
}

/**
 * A check for many slates of one case: conditions are decided once, on all candidates, and a slate is
 * then held against the rules at once. Reports are those of {@link checkSlate}.
 *
 * The rules may be given anew with each slate, as long as only bounds, strengths and weights differ.
 */
export async function slateChecker(
  asked: Checked,
  checkpoint: Checkpoint = NO_LIMIT,
): Promise<(members: readonly string[], ruleSet?: RuleSet) => Report> {
  const { facts } = asked;
  const decided = await decide(facts, conditionsOfAll(asked.ruleSet), checkpoint);
  return (members, ruleSet = asked.ruleSet) => {
    const rows = rowsOfMembers(facts, members);
    const ofSlate = decided.map(({ verdicts, ...rest }) => ({
      ...rest,
      verdicts: ofRows(verdicts, rows),
    }));
    return reportOf({ ...asked, ruleSet }, rows, ofSlate);
  };
}

/** The verdicts of some rows, in their order. */
export function ofRows(verdicts: Uint8Array, rows: readonly number[]): Uint8Array {
  const own = new Uint8Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) own[index] = verdicts[rows[index]!]!;
  return own;
}

/** The conditions of all rules, one after the other. */
export function conditionsOfAll(ruleSet: Pick<RuleSet, 'rules'>) {
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
function reportOf(asked: Checked, rows: readonly number[], verdicts: readonly Decided[]): Report {
  const { facts, ruleSet } = asked;
  const slate = sliceOf(facts, rows);
  const members = slate.ids;
  let next = 0;
  const reports: RuleReport[] = [sizeReport(ruleSet, members)];
  const ineligible: Ineligible[] = [];
  const withoutValue: WithoutValue[] = [];
  for (const rule of ruleSet.rules) {
    const mine = verdicts.slice(next, (next += conditionsOf(rule).length));
    withoutValue.push(...membersWithoutValue(rule, facts, rows, mine));
    const lines = linesOfRule(rule, { facts, slate, rows }, mine);
    reports.push(...lines);
    if (rule.kind === 'require') {
      ineligible.push(...lines.flatMap((line) => ineligibleOf(rule, slate, line.members)));
    }
  }
  const decided = decisionLines(asked, rows);
  const compliant =
    reports.every((report) => report.strength === 'soft' || report.status === 'kept') &&
    decided.every(({ status }) => status === 'kept');
  return {
    compliant,
    size: members.length,
    rules: reports,
    ineligible,
    ...(withoutValue.length > 0 && { withoutValue }),
    ...(decided.length > 0 && { decisions: [...decided] }),
  };
}

/** Members of a slate: their rows in the table of all, and the table of them alone. */
interface SlateRows {
  readonly facts: FactTable;
  readonly slate: FactTable;
  /** In `facts`, in the order of `slate`. */
  readonly rows: readonly number[];
}

/**
 * What one rule says of a slate: a line, or one for each of its groups.
 *
 * @param decided the conditions of the rule ({@link conditionsOf}) on the members.
 */
export function linesOfRule(
  rule: Rule,
  { facts, slate, rows }: SlateRows,
  decided: readonly Decided[],
): readonly RuleReport[] {
  if (isAmount(rule)) return amountReports(rule, facts, slate, rows, decided);
  if (rule.kind === 'require') return [requireReport(rule, slate, decided)];
  if (countedGroups(rule) !== undefined) return [unitReport(rule, facts, slate, rows, decided)];
  if (countsRules(rule)) return [partsReport(rule, facts, slate, rows, decided)];
  if (isDifference(rule)) return differenceReports(rule, facts, slate, rows, decided);
  if (rule.kind === 'count') return countReports(rule, facts, slate, rows, decided);
  return shareReports(rule, facts, slate, rows, decided);
}

/** The lines of decisions; none where a slate is held against rules alone. */
function decisionLines(
  { facts, ruleSet, decisions, placement, pool }: Checked,
  rows: readonly number[],
): readonly DecisionReport[] {
  if (decisions === undefined || pool === undefined) return [];
  const asked = { facts, ruleSet, decisions, pool, ...(placement && { placement }) };
  return decisionReports(facts, rowDecisions(asked), rows);
}
