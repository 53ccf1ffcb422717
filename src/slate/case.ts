import { factsOf } from '../pool/facts/derived-facts.ts';
import type { Pool } from '../pool/pool.ts';
import { meantBy } from '../pool/synonyms.ts';
import { type Checkpoint, NO_LIMIT } from '../rules/checkpoint.ts';
import { leavesOf } from '../rules/conditions/deciding.ts';
import { knownFact } from '../rules/facts/known-facts.ts';
import { type FactTable, rowsById } from '../rules/facts/fact-table.ts';
import type { Leaf, Rule, RuleSet } from '../rules/rule-set.ts';
import { writtenConditions } from '../rules/rule-conditions.ts';
import { withAnyBounds } from '../optimize/model/changed-case.ts';
import { decideCase, type DecidedCase } from '../optimize/model/decided-case.ts';
import { type Place, problem, type Problem, type Reading } from '../words/problem.ts';
import { factsRead } from './facts-read.ts';
import { type SlateCase } from '../check/slate-case.ts';
import { Task } from './task.ts';
import { type Decisions, NO_DECISIONS, saidOnce } from '../pool/decisions.ts';

/**
 * Brings candidates, rules and decisions together. Problems: columns that the rules use and the pool
 * lacks, cells that do not fit a declared fact, decisions on persons who are not in the pool.
 */
export function openCase(
  pool: Pool,
  ruleSet: RuleSet,
  decisions: Decisions = NO_DECISIONS,
): Reading<SlateCase> {
  if (ruleSet.titles !== undefined) {
    return { ok: false, problems: [problem('placements.units-needed', { rules: ruleSet.id })] };
  }
  const facts = factsUnder(pool, ruleSet);
  if (!facts.ok) {
    return { ok: false, problems: [...facts.problems, ...decisionProblems(pool.ids, decisions)] };
  }
  const problems = [
    ...missingColumns(facts.value, ruleSet, { file: pool.file }),
    ...misspeltValues(ruleSet),
    ...decisionProblems(pool.ids, decisions),
  ];
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { pool, ruleSet, facts: facts.value, decisions: saidOnce(decisions) } };
}

const factTables = new WeakMap<Pool, WeakMap<RuleSet, Reading<FactTable>>>();

/**
 * The facts of a pool under a rule set: one table however often it is asked for, so that what is decided on it
 * is decided once.
 */
function factsUnder(pool: Pool, ruleSet: RuleSet): Reading<FactTable> {
  let ofPool = factTables.get(pool);
  if (ofPool === undefined) factTables.set(pool, (ofPool = new WeakMap()));
  let facts = ofPool.get(ruleSet);
  if (facts === undefined) ofPool.set(ruleSet, (facts = factsOf(pool, ruleSet)));
  return facts;
}

/** One problem per fact that rules or objective use and the table has no column of. */
export function missingColumns(facts: FactTable, ruleSet: RuleSet, place?: Place): readonly Problem[] {
  const users = new Map<string, Set<string>>();
  const use = (fact: string, user: string): void => {
    if (facts.fact(fact) !== undefined) return;
    users.set(fact, (users.get(fact) ?? new Set()).add(user));
  };
  for (const { fact, user } of factsRead(ruleSet)) use(fact, user);
  return [...users].map(([fact, by]) =>
    problem('slate.missing-column', { fact, users: [...by], from: lackedBy(fact, facts) }, place),
  );
}

/**
 * Values that a rule spells as a pool may, where every such cell is read as another value: `khối Đảng` is
 * `party`. Such a rule would match nobody.
 */
function misspeltValues(ruleSet: RuleSet): readonly Problem[] {
  return ruleSet.rules.flatMap((rule) => {
    const leaves: readonly Pick<Leaf, 'fact' | 'value'>[] = [
      ...writtenConditions(rule).flatMap(leavesOf),
      ...listedGroups(rule),
    ];
    return leaves.flatMap(({ fact, value }) =>
      [value].flat().flatMap((each) => {
        const meant = typeof each === 'string' ? meantBy(fact, each) : undefined;
        if (meant === undefined) return [];
        return [
          problem('slate.misspelt-value', { rule: rule.id, fact, value: String(each), meant }, rule.origin),
        ];
      }),
    );
  });
}

/** The groups of a list, as values that the rule names. */
function listedGroups(rule: Rule): readonly Pick<Leaf, 'fact' | 'value'>[] {
  const isListed = rule.kind !== 'require' && rule.groups !== undefined && 'values' in rule.groups;
  return isListed ? [{ fact: rule.forEach!, value: rule.groups.values }] : [];
}

/** The columns that a fact is worked out from and the table lacks, too; none for a column of its own. */
function lackedBy(fact: string, facts: FactTable): readonly string[] {
  return (knownFact(fact)?.from ?? []).filter((column) => facts.fact(column) === undefined);
}

/** Decisions on ids that are not known, that contradict each other, or on groups of one. */
export function decisionProblems(ids: Iterable<string>, decisions: Decisions): readonly Problem[] {
  const known = new Set(ids);
  const all: readonly (readonly [string, readonly string[]])[] = [
    ['pin', decisions.pin],
    ['exclude', decisions.exclude],
    ...decisions.together.map((group) => ['together', group] as const),
    ...decisions.apart.map((group) => ['apart', group] as const),
  ];
  const unknown = all.flatMap(([decision, ids]) =>
    ids.filter((id) => !known.has(id)).map((id) => problem('slate.unknown-person', { id, decision })),
  );
  const both = decisions.pin
    .filter((id) => decisions.exclude.includes(id))
    .map((id) => problem('slate.pinned-and-excluded', { id }));
  const small = all
    .filter(([decision, ids]) => (decision === 'together' || decision === 'apart') && new Set(ids).size < 2)
    .map(([decision]) => problem('slate.small-group', { decision }));
  return [...unknown, ...both, ...small];
}

const decidedCases = new WeakMap<FactTable, Map<RuleSet, Promise<DecidedCase>>>();

/**
 * The decided form of a case. Made once for the same facts and rules, however many questions follow.
 *
 * @throws what `checkpoint` throws.
 */
export async function decidedOf(
  { facts, ruleSet }: Pick<SlateCase, 'facts' | 'ruleSet'>,
  checkpoint: Checkpoint = NO_LIMIT,
): Promise<DecidedCase> {
  let ofFacts = decidedCases.get(facts);
  if (ofFacts === undefined) decidedCases.set(facts, (ofFacts = new Map()));
  for (;;) {
    const begun = ofFacts.get(ruleSet);
    if (begun === undefined) break;
    try {
      return await begun;
    } catch {
      // Whoever began it was stopped or failed, and it was forgotten: the next one begins anew, and fails by itself.
    }
  }
  return remembered(ofFacts, ruleSet, decideCase(ruleSet, facts, checkpoint));
}

/** What fails is forgotten before anybody who waits for it hears of it: it would be waited for again without end. */
function remembered(
  cases: Map<RuleSet, Promise<DecidedCase>>,
  ruleSet: RuleSet,
  decided: Promise<DecidedCase>,
): Promise<DecidedCase> {
  cases.set(ruleSet, decided);
  decided.catch(() => {
    if (cases.get(ruleSet) === decided) cases.delete(ruleSet);
  });
  return decided;
}

/**
 * The same case under a rule set that differs in bounds, strength or weights of its rules alone: the facts
 * stay, and nothing is decided anew.
 *
 * @param ruleSet has the rules of the case in the same order, with the same conditions.
 * @param timeLimitMs what deciding may take where that is not done yet.
 * @throws TimeLimitError
 */
export async function caseUnderBounds(
  asked: SlateCase,
  ruleSet: RuleSet,
  timeLimitMs: number,
): Promise<SlateCase> {
  const changed = withAnyBounds(await decidedOf(asked, new Task({ timeLimitMs })), ruleSet);
  await remembered(decidedCases.get(asked.facts)!, ruleSet, changed);
  return { ...asked, ruleSet };
}

/** Ids as answers give them: an appointment may be named as people write it. Unknown ones stay as they are. */
export function canonicalIds({ facts }: Pick<SlateCase, 'facts'>, ids: readonly string[]): readonly string[] {
  const rows = rowsById(facts);
  return [...new Set(ids.map((id) => facts.ids[rows.get(id) ?? -1] ?? id))];
}

/** Nobody of this id is in the case: no candidate, or a candidate where an appointment is meant. */
export function unknownMember({ pool, placement }: SlateCase, id: string): Problem {
  const isPerson = placement !== undefined && rowsById(pool).has(id);
  return isPerson ? problem('placements.name-appointment', { id }) : problem('explain.no-candidate', { id });
}
