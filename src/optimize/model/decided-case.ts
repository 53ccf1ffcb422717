import { type Checkpoint, NO_LIMIT, withGrace } from '../../rules/checkpoint.ts';
import { type Decided, decide } from '../../rules/conditions/deciding.ts';
import { type FactTable, idOfRow } from '../../rules/facts/fact-table.ts';
import type { RuleSet } from '../../rules/rule-set.ts';
import { containedIn } from '../../words/contained-fact.ts';
import { weightFraction } from '../../rules/facts/ratio.ts';
import { objectiveConditions, objectiveValues, type ObjectiveValues } from './objective.ts';
import { type EquivalenceClasses, equivalenceClasses } from './equivalence-classes.ts';
import { type RuleRows, ruleRows } from './rule-rows.ts';
import { slackUnit } from './share-slack.ts';
import { withTightLinks } from './tight-links.ts';
import { leastCommonMultiple } from '../whole-numbers.ts';
import { choicesOfGroups, conditionsOf, groupingsOf } from '../../rules/rule-conditions.ts';

/**
 * A rule set decided on a table: every condition has its answer for every row, every rule its rows of
 * the linear program, every candidate its value. Made once; every model of the case is assembled from it.
 */
export interface DecidedCase {
  readonly ruleSet: RuleSet;
  readonly facts: FactTable;
  /** Rows that no rule can tell apart. */
  readonly equivalence: EquivalenceClasses;
  /** In the order of the rule set. */
  readonly rules: readonly RuleRows[];
  readonly objective: ObjectiveValues;
  /** Who lacks a fact that a rule or the objective needs, by row; they take no part. */
  readonly setAside: ReadonlyMap<number, readonly Missing[]>;
}

/** Why a candidate is set aside: the rule (absent: the objective) and the facts that it reads. */
export interface Missing {
  readonly rule?: string;
  readonly facts: readonly string[];
}

/** Decides all conditions of a rule set on a table. The table has every fact that the rule set uses. */
export async function decideCase(
  ruleSet: RuleSet,
  facts: FactTable,
  checkpoint: Checkpoint = NO_LIMIT,
): Promise<DecidedCase> {
  const graced = withGrace(checkpoint);
  const perRule = ruleSet.rules.map(conditionsOf);
  const ofObjective = objectiveConditions(ruleSet);
  const conditions = [...perRule.flat(), ...ofObjective];
  await graced.yieldOrThrow();
  const groupings = new Set(ruleSet.rules.flatMap(groupingsOf));
  const choices = ruleSet.rules.flatMap(choicesOfGroups);
  const equivalence = await equivalenceClasses(facts, [...conditions, ...choices], groupings, graced);
  const decided = await decide(equivalence.table, conditions, graced);
  let next = 0;
  const take = (count: number): readonly Decided[] => decided.slice(next, (next += count));
  const families: RuleRows[] = [];
  for (const [index, rule] of ruleSet.rules.entries()) {
    await graced.yieldOrThrow();
    families.push(ruleRows(rule, equivalence, take(perRule[index]!.length), ruleSet.size));
  }
  const rules = withTightLinks(families);
  await graced.yieldOrThrow();
  const ofLevels = take(ofObjective.length);
  const objective = objectiveValues(ruleSet, facts, equivalence, ofLevels, priceDenominator(rules));
  return { ruleSet, facts, equivalence, rules, objective, setAside: whoIsSetAside(rules, objective, facts) };
}

/** The number that makes every price of a soft rule whole: per member, or per part of one that it counts. */
export function priceDenominator(rules: readonly RuleRows[]): number {
  let multiple = 1;
  for (const { rule, rows } of rules) {
    if (rule.strength === 'hard') continue;
    const weight = Number(weightFraction(rule.weight).d);
    for (const { unit } of rows)
      multiple = leastCommonMultiple(multiple, (weight * unit) / slackUnit(rule, unit));
  }
  return multiple;
}

function whoIsSetAside(
  rules: readonly RuleRows[],
  objective: ObjectiveValues,
  facts: FactTable,
): ReadonlyMap<number, readonly Missing[]> {
  const setAside = new Map<number, Missing[]>();
  const note = (row: number, why: Missing): void => {
    const reasons = setAside.get(row);
    if (reasons === undefined) setAside.set(row, [why]);
    else reasons.push(why);
  };
  for (const { rule, open, facts: read } of rules) {
    if (!open.numbers.includes(1)) continue;
    open.forEach((isOpen, row) => {
      if (isOpen === 1) note(row, { rule: rule.id, facts: lacking(facts, read, row) });
    });
  }
  const { open } = objective;
  for (let row = open.indexOf(1); row !== -1; row = open.indexOf(1, row + 1)) {
    note(row, { facts: lacking(facts, objective.facts, row) });
  }
  return setAside;
}

/** Which of these facts a row has no exact value of. */
function lacking(table: FactTable, names: readonly string[], row: number): readonly string[] {
  const without = names.filter((name) => {
    const column = table.fact(name);
    if (column === undefined) return true;
    if ('codes' in column) return column.codes[row] === 0;
    return column.low[row] !== column.high[row];
  });
  // Of several values it is the column that is empty.
  return [...new Set(without.map((name) => containedIn(name)?.column ?? name))];
}

/** Rows of the table in ascending order of id. */
export function inOrderOfIds({ facts }: DecidedCase, rows: readonly number[]): readonly number[] {
  const ids = new Map(rows.map((row) => [row, idOfRow(facts, row)]));
  return rows.toSorted((one, other) => (ids.get(one)! < ids.get(other)! ? -1 : 1));
}
