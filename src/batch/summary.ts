import { BASE } from '../scenarios/scenario.ts';
import { sizeTitle } from '../slate/rule-reports.ts';
import { untranslated, type Text } from '../words/language.ts';
import type { Batch, BatchResult, RuleSummary, ScenarioSummary } from './answers.ts';
import type { AskedBatch } from './jobs.ts';

/** What all results of a batch say together. */
export function summaryOf(
  prepared: AskedBatch,
  results: readonly BatchResult[],
  { reused, milliseconds }: Pick<Batch, 'reused' | 'milliseconds'>,
): Batch {
  const total = prepared.cases.reduce((sum, { jobs }) => sum + jobs.length, 0);
  const byScenario = Map.groupBy(results, ({ scenario }) => scenario);
  const base = new Map((byScenario.get(BASE.id) ?? []).map((each) => [each.case, each]));
  return {
    ...countsOf(results),
    cases: prepared.cases.length,
    total,
    reused,
    complete: results.length === total,
    milliseconds,
    scenarios: prepared.scenarios.map(({ id, title }): ScenarioSummary => {
      const own = byScenario.get(id) ?? [];
      return {
        id,
        title,
        ...countsOf(own),
        objective: tidy(own.reduce((sum, { objective = 0 }) => sum + objective, 0)),
        ...(id !== BASE.id && { againstBase: againstBase(own, base) }),
      };
    }),
    rules: rulesInTheWay(results, prepared.titles),
    failed: failedCases(results),
  };
}

function countsOf(results: readonly BatchResult[]) {
  const count = (...statuses: readonly BatchResult['status'][]): number =>
    results.filter(({ status }) => statuses.includes(status)).length;
  return {
    cases: results.length,
    withSlate: count('optimal', 'feasible'),
    withoutSlate: count('infeasible'),
    unknown: count('unknown'),
    unreadable: count('unreadable'),
  };
}

/** What the same cases come to as they stand, against what they come to under a scenario. */
function againstBase(
  own: readonly BatchResult[],
  base: ReadonlyMap<string, BatchResult>,
): NonNullable<ScenarioSummary['againstBase']> {
  const pairs = own.flatMap((under) => {
    const before = base.get(under.case);
    return before === undefined ? [] : [{ under, before }];
  });
  const both = pairs.filter(({ under, before }) => hasSlate(under) && hasSlate(before));
  const sum = both.reduce((all, { under, before }) => all + under.objective! - before.objective!, 0);
  return {
    cases: both.length,
    objective: tidy(sum),
    lost: pairs.filter(({ under, before }) => under.status === 'infeasible' && hasSlate(before)).length,
    gained: pairs.filter(({ under, before }) => hasSlate(under) && before.status === 'infeasible').length,
  };
}

function hasSlate({ objective }: BatchResult): boolean {
  return objective !== undefined;
}

function failedCases(results: readonly BatchResult[]): Batch['failed'] {
  const unreadable = results.filter(({ status }) => status === 'unreadable');
  const alike = Map.groupBy(unreadable, ({ case: id, problems }) => JSON.stringify([id, problems]));
  return [...alike.values()].map((own) => ({
    case: own[0]!.case,
    scenarios: own.map(({ scenario }) => scenario),
    problems: own[0]!.problems ?? [],
  }));
}

/** Sums of decimals without the last digits that binary fractions add. */
function tidy(sum: number): number {
  return Math.round(sum * 1e6) / 1e6;
}

function rulesInTheWay(results: readonly BatchResult[], titles: ReadonlyMap<string, Text>): RuleSummary[] {
  const byRule = new Map<string, RuleSummary>();
  const line = (rule: string): RuleSummary => {
    const title = titles.get(rule) ?? (rule === 'size' ? sizeTitle({}) : untranslated(rule));
    const known = byRule.get(rule) ?? { rule, title, conflicts: 0, missed: 0, price: 0 };
    byRule.set(rule, known);
    return known;
  };
  for (const { conflicts = [], missed = [] } of results) {
    for (const rule of new Set(conflicts.flatMap(({ rules }) => rules))) line(rule).conflicts += 1;
    for (const { rule, cost } of missed) {
      line(rule).missed += 1;
      line(rule).price += cost;
    }
  }
  return [...byRule.values()]
    .map((each) => ({ ...each, price: tidy(each.price) }))
    .toSorted(
      (one, other) =>
        other.conflicts - one.conflicts || other.missed - one.missed || (one.rule < other.rule ? -1 : 1),
    );
}
