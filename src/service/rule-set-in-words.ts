import { describeRule } from '../rules/describe.ts';
import type { Rule, RuleSet, TitleDeclaration } from '../rules/rule-set.ts';
import type { RuleAnswer, RuleSetAnswer, TitleAnswer } from './answers.ts';

/** A rule set for people, without the text of its file: every rule with what it says in a sentence. */
export function ruleSetInWords(ruleSet: RuleSet): Omit<RuleSetAnswer, 'yaml'> {
  const { id, title, referenceDate, size, retirementAge, facts, rules, objective, sha256 } = ruleSet;
  const { titles, combined } = ruleSet;
  return {
    id,
    title,
    referenceDate,
    size,
    ...(titles !== undefined && { titles: titles.map(titleAnswer) }),
    ...(combined !== undefined && { combined: combined.map((ids) => [...ids]) }),
    retirementAge,
    facts: Object.fromEntries(
      Object.entries(facts).map(([name, { type, default: value }]) => [
        name,
        { type, ...(value !== undefined && { default: value }) },
      ]),
    ),
    rules: rules.map((rule) => ruleAnswer(rule, ruleSet)),
    objective: objective.map((level) => ({ title: level.title, softRules: level.softRules })),
    sha256,
  };
}

function titleAnswer({ id, title, seats, vacancy, bloc, concurrent }: TitleDeclaration): TitleAnswer {
  return { id, title, seats, vacancy, ...(bloc !== undefined && { bloc }), concurrent };
}

function ruleAnswer(rule: Rule, ruleSet: RuleSet): RuleAnswer {
  const { id, title, kind, strength, weight, relaxCost, source, origin } = rule;
  return {
    id,
    title,
    kind,
    sentence: describeRule(rule, ruleSet),
    strength,
    weight,
    relaxCost,
    ...(rule.kind !== 'require' &&
      rule.forEach !== undefined && { forEach: rule.forEach, missing: rule.missing ?? 'aside' }),
    ...boundsOf(rule),
    ...(source !== undefined && { source }),
    origin: { file: origin.file, line: origin.line, column: origin.column },
  };
}

function boundsOf(rule: Rule): Pick<RuleAnswer, 'min' | 'max'> {
  switch (rule.kind) {
    case 'count':
      return { min: rule.min ?? null, max: rule.max ?? null };
    case 'share': {
      const { min, max } = rule;
      return {
        min: min === undefined ? null : min.numerator / min.denominator,
        max: max === undefined ? null : max.numerator / max.denominator,
      };
    }
    default:
      return { min: null, max: null };
  }
}
