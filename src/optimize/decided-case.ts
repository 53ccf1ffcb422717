import { type Decided, decide } from '../rules/deciding.ts';
import type { FactTable } from '../rules/fact-table.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import Fraction from 'fraction.js';
import {
  leastCommonMultiple,
  objectiveConditions,
  objectiveValues,
  type ObjectiveValues,
} from './objective.ts';
import { conditionsOf, type RuleRows, ruleRows } from './rule-rows.ts';
import { withTightLinks } from './tight-links.ts';

/**
 * A rule set decided on a table: every condition has its answer for every row, every rule its rows of
 * the linear program, every candidate its value. Made once; every model of the case is assembled from it.
 */
export interface DecidedCase {
  readonly ruleSet: RuleSet;
  readonly facts: FactTable;
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
export async function decideCase(ruleSet: RuleSet, facts: FactTable): Promise<DecidedCase> {
  const perRule = ruleSet.rules.map(conditionsOf);
  const ofObjective = objectiveConditions(ruleSet);
  const decided = await decide(facts, [...perRule.flat(), ...ofObjective]);
  let next = 0;
  const take = (count: number): readonly Decided[] => decided.slice(next, (next += count));
  const rules = withTightLinks(
    ruleSet.rules.map((rule, index) => ruleRows(rule, facts, take(perRule[index]!.length))),
  );
  const objective = objectiveValues(ruleSet, facts, take(ofObjective.length), priceDenominator(rules));
  return { ruleSet, facts, rules, objective, setAside: whoIsSetAside(rules, objective, facts) };
}

/** The number that makes every price of a soft rule per unit of its rows whole. */
function priceDenominator(rules: readonly RuleRows[]): number {
  let multiple = 1;
  for (const { rule, rows } of rules) {
    if (rule.strength === 'hard') continue;
    const weight = Number(new Fraction(rule.weight).d);
    for (const { unit } of rows) multiple = leastCommonMultiple(multiple, weight * unit);
  }
  return multiple;
}

function whoIsSetAside(
  rules: readonly RuleRows[],
  objective: ObjectiveValues,
  facts: FactTable,
): ReadonlyMap<number, readonly Missing[]> {
  const setAside = new Map<number, Missing[]>();
  const note = (open: Uint8Array, why: (row: number) => Missing): void => {
    for (let row = open.indexOf(1); row !== -1; row = open.indexOf(1, row + 1)) {
      const reasons = setAside.get(row);
      if (reasons === undefined) setAside.set(row, [why(row)]);
      else reasons.push(why(row));
    }
  };
  for (const { rule, open, facts: read } of rules) {
    note(open, (row) => ({ rule: rule.id, facts: lacking(facts, read, row) }));
  }
  note(objective.open, (row) => ({ facts: lacking(facts, objective.facts, row) }));
  return setAside;
}

/** Which of these facts a row has no exact value of. */
function lacking(table: FactTable, names: readonly string[], row: number): readonly string[] {
  return names.filter((name) => {
    const column = table.fact(name);
    if (column === undefined) return true;
    if ('codes' in column) return column.codes[row] === 0;
    return column.low[row] !== column.high[row];
  });
}
