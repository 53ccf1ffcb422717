import { BASE } from '../scenarios/scenario.ts';
import { sizeTitle } from '../check/rule-reports.ts';
import { untranslated, type Text } from '../words/language.ts';
import type { Batch, BatchResult, RuleSummary, ScenarioSummary } from './answers.ts';
import type { AskedBatch } from './batch-parts.ts';

/** What all results of a batch say together; they come case by case, each as it stands first. */
export async function batchSummary(
  asked: AskedBatch,
  results: AsyncIterable<BatchResult>,
  { reused, milliseconds }: { readonly reused: () => number; readonly milliseconds: () => number },
): Promise<Batch> {
  const all = new Counts();
  const sums = new Map(asked.scenarios.map(({ id }) => [id, new ScenarioSum()]));
  const rules = new RulesInTheWay(asked.titles);
  const failed = new FailedCases();
  const slateless = new SlatelessCases();
  let base: BatchResult | undefined;
  for await (const result of results) {
    if (result.scenario === BASE.id) base = result;
    slateless.add(result);
    all.add(result);
    sums.get(result.scenario)!.add(result, base?.case === result.case ? base : undefined);
    rules.add(result);
    failed.add(result);
  }
  const total = asked.cases.reduce((sum, { jobs }) => sum + jobs.length, 0);
  const counted = all.told();
  return {
    ...counted,
    cases: asked.cases.length,
    total,
    reused: reused(),
    complete: counted.cases === total,
    milliseconds: milliseconds(),
    scenarios: asked.scenarios.map(({ id, title }): ScenarioSummary => {
      const { objective, againstBase, counts } = sums.get(id)!.told();
      return { id, title, ...counts, objective, ...(id !== BASE.id && { againstBase }) };
    }),
    rules: rules.told(),
    failed: failed.told(),
    slateless: slateless.told(),
  };
}

/** Cases without a slate that a summary names. */
const MOST_SLATELESS = 1_000;

/** The cases of a batch that have no slate as the rules stand, for a summary that was written before those were named. */
export async function slatelessCases(results: AsyncIterable<BatchResult>): Promise<Batch['slateless']> {
  const slateless = new SlatelessCases();
  for await (const result of results) slateless.add(result);
  return slateless.told();
}

/** Cases that have no slate as the rules stand, with why. */
class SlatelessCases {
  readonly #cases: Batch['slateless'] = [];

  add({ case: id, scenario, status, conflicts = [] }: BatchResult): void {
    if (scenario !== BASE.id || status !== 'infeasible' || this.#cases.length === MOST_SLATELESS) return;
    this.#cases.push({ case: id, why: conflicts.map(({ message }) => message) });
  }

  told(): Batch['slateless'] {
    return this.#cases;
  }
}

/** How many came to what. */
class Counts {
  readonly #byStatus = new Map<BatchResult['status'], number>();

  add({ status }: BatchResult): void {
    this.#byStatus.set(status, (this.#byStatus.get(status) ?? 0) + 1);
  }

  told() {
    const count = (...statuses: readonly BatchResult['status'][]): number =>
      statuses.reduce((sum, status) => sum + (this.#byStatus.get(status) ?? 0), 0);
    return {
      cases: count('optimal', 'feasible', 'infeasible', 'unknown', 'unreadable'),
      withSlate: count('optimal', 'feasible'),
      withoutSlate: count('infeasible'),
      unknown: count('unknown'),
      unreadable: count('unreadable'),
    };
  }
}

/** What all cases under one scenario come to, by themselves and against what they come to as they stand. */
class ScenarioSum {
  readonly #counts = new Counts();
  readonly #against = { cases: 0, objective: 0, lost: 0, gained: 0 };
  #objective = 0;

  add(under: BatchResult, base: BatchResult | undefined): void {
    this.#counts.add(under);
    this.#objective += under.objective ?? 0;
    if (base === undefined) return;
    if (hasSlate(under) && hasSlate(base)) {
      this.#against.cases += 1;
      this.#against.objective += under.objective - base.objective;
    }
    if (under.status === 'infeasible' && hasSlate(base)) this.#against.lost += 1;
    if (hasSlate(under) && base.status === 'infeasible') this.#against.gained += 1;
  }

  told() {
    return {
      counts: this.#counts.told(),
      objective: tidy(this.#objective),
      againstBase: { ...this.#against, objective: tidy(this.#against.objective) },
    };
  }
}

function hasSlate(result: BatchResult): result is BatchResult & { readonly objective: number } {
  return result.objective !== undefined;
}

/** Cases that cannot be asked, once for all scenarios with the same problems. */
class FailedCases {
  readonly #alike = new Map<string, { case: string; scenarios: string[]; problems: Text[] }>();

  add({ status, case: id, scenario, problems = [] }: BatchResult): void {
    if (status !== 'unreadable') return;
    const key = JSON.stringify([id, problems]);
    const known = this.#alike.get(key);
    if (known !== undefined) known.scenarios.push(scenario);
    else this.#alike.set(key, { case: id, scenarios: [scenario], problems });
  }

  told(): Batch['failed'] {
    return [...this.#alike.values()];
  }
}

/** How often each rule stands in the way. */
class RulesInTheWay {
  readonly #titles: ReadonlyMap<string, Text>;
  readonly #byRule = new Map<string, RuleSummary>();

  constructor(titles: ReadonlyMap<string, Text>) {
    this.#titles = titles;
  }

  add({ conflicts = [], missed = [] }: BatchResult): void {
    for (const rule of new Set(conflicts.flatMap(({ rules }) => rules))) this.#line(rule).conflicts += 1;
    for (const { rule, cost } of missed) {
      const line = this.#line(rule);
      line.missed += 1;
      line.price += cost;
    }
  }

  #line(rule: string): RuleSummary {
    const title = this.#titles.get(rule) ?? (rule === 'size' ? sizeTitle({}) : untranslated(rule));
    const known = this.#byRule.get(rule) ?? { rule, title, conflicts: 0, missed: 0, price: 0 };
    this.#byRule.set(rule, known);
    return known;
  }

  told(): RuleSummary[] {
    return [...this.#byRule.values()]
      .map((each) => ({ ...each, price: tidy(each.price) }))
      .toSorted(
        (one, other) =>
          other.conflicts - one.conflicts || other.missed - one.missed || (one.rule < other.rule ? -1 : 1),
      );
  }
}

/** Sums of decimals without the last digits that binary fractions add. */
function tidy(sum: number): number {
  return Math.round(sum * 1e6) / 1e6;
}
