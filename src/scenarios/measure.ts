import { isDifference } from '../rules/bounds/difference.ts';
import { nearest } from '../rules/problems/nearest.ts';
import type { ObjectiveLevel, ObjectiveTerm, Rule, RuleSet } from '../rules/rule-set.ts';
import { sizeTitle } from '../check/rule-reports.ts';
import type { Text } from '../words/language.ts';
import { problem, type Problem, type Reading } from '../words/problem.ts';

/** Something that is traded against something else: a value of a slate, and whether more or less is better. */
export interface AskedMeasure {
  /** As it is named: `objective`, `objective.2`, `size`, or the id of a rule. */
  readonly name: string;
  readonly title: Text;
  readonly better: 'high' | 'low';
  /** The level of an objective that is this measure, maximised: negated where less is better. */
  readonly level: ObjectiveLevel;
  /** The level of the rule set's own objective that this is, if it is one. */
  readonly ownLevel?: number;
  /** The rule that this counts; its own bounds are lifted, since it is traded now. */
  readonly rule?: string;
}

const NAME = /^([+-]?)([a-z0-9-]+?)(?:\.(\d+))?$/;

/**
 * Reads what is to be measured: `objective` (its first level) or `objective.2`, `size`, or the id of a
 * rule, which counts the members that match it (for a sum, what it comes to; for a rule of eligibility, those who
 * do not satisfy it).
 * A minus sign in front says that less is better; for rules of eligibility it always is.
 */
function readMeasure(text: string, ruleSet: RuleSet): Reading<AskedMeasure> {
  const parts = NAME.exec(text.trim());
  const [, sign = '', id = '', ordinal] = parts ?? [];
  if (id === 'objective') return objectiveMeasure(text, sign, Number(ordinal ?? '1'), ruleSet);
  const countable = ruleSet.rules.filter(isCountable);
  const rule = countable.find((each) => each.id === id);
  const uncountable = ruleSet.rules.find((each) => each.id === id && !isCountable(each));
  if (ordinal === undefined && uncountable !== undefined) {
    const { title } = uncountable;
    const of = uncountablePart(uncountable) ?? ('units' as const);
    return { ok: false, problems: [problem('scenarios.no-measure-of-groups', { rule: id, title, of })] };
  }
  if (ordinal !== undefined || (rule === undefined && id !== 'size')) {
    const allowed = ['objective', 'size', ...countable.map((each) => each.id)];
    const meant = nearest(id, allowed);
    const parameters = { text, allowed, ...(meant === undefined ? {} : { meant }) };
    return { ok: false, problems: [problem('scenarios.no-measure', parameters)] };
  }
  const better = sign === '-' || rule?.kind === 'require' ? 'low' : 'high';
  const title = rule?.title ?? sizeTitle(ruleSet);
  const weight = better === 'high' ? 1 : -1;
  const terms = rule === undefined ? [{ weight }] : [termOf(rule, weight)];
  return {
    ok: true,
    value: {
      name: id,
      title,
      better,
      level: { title, terms, softRules: false },
      ...(rule !== undefined && { rule: id }),
    },
  };
}

const NEEDED = problem('scenarios.measures-needed', undefined);

/** That there are not two or three measures, if so, whatever the rules are; {@link readMeasures} says the same. */
export function wrongNumber(texts: readonly string[]): readonly Problem[] {
  return texts.length < 2 || texts.length > 3 ? [NEEDED] : [];
}

/** Reads two or three measures, each once. */
export function readMeasures(texts: readonly string[], ruleSet: RuleSet): Reading<readonly AskedMeasure[]> {
  const readings = texts.map((text) => readMeasure(text, ruleSet));
  const problems = readings.flatMap((reading) => (reading.ok ? [] : reading.problems));
  const measures = readings.flatMap((reading) => (reading.ok ? [reading.value] : []));
  const names = new Set(measures.map(({ name }) => name));
  if (problems.length === 0 && names.size !== measures.length) return { ok: false, problems: [NEEDED] };
  problems.push(...wrongNumber(texts));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: measures };
}

/** Whether members alone say what a rule measures. */
function isCountable(rule: Rule): boolean {
  return uncountablePart(rule) === undefined;
}

/** What keeps a rule from being a sum over all members. */
function uncountablePart(
  rule: Rule,
): 'groups' | 'units' | 'rules' | 'average' | 'difference' | 'empty cells' | undefined {
  if (rule.per === 'unit') return 'units';
  if (rule.per === 'rule') return 'rules';
  if (rule.per === 'group' || (rule.kind !== 'require' && rule.forEach !== undefined)) return 'groups';
  if (rule.kind === 'average') return 'average';
  if (isDifference(rule)) return 'difference';
  return rule.kind === 'sum' && rule.missing === 'none' ? 'empty cells' : undefined;
}

function objectiveMeasure(
  text: string,
  sign: string,
  ordinal: number,
  { objective }: RuleSet,
): Reading<AskedMeasure> {
  const level = objective[ordinal - 1];
  if (level === undefined || sign === '-') {
    const allowed = objective.map((_, index) => (index === 0 ? 'objective' : `objective.${index + 1}`));
    return { ok: false, problems: [problem('scenarios.no-measure', { text, allowed })] };
  }
  const name = ordinal === 1 ? 'objective' : `objective.${ordinal}`;
  return { ok: true, value: { name, title: level.title, better: 'high', level, ownLevel: ordinal - 1 } };
}

function termOf(rule: Rule, weight: number): ObjectiveTerm {
  if (rule.kind === 'require') {
    const fails = { not: rule.satisfy };
    return { where: rule.where === undefined ? fails : { all: [rule.where, fails] }, weight };
  }
  if (rule.kind === 'share' && rule.of !== undefined)
    return { where: { all: [rule.of, rule.where] }, weight };
  return {
    ...(rule.kind === 'sum' && { fact: rule.fact }),
    ...(rule.where !== undefined && { where: rule.where }),
    weight,
  };
}
