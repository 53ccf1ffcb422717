import { describeWithLimits } from '../../rules/describe.ts';
import { isAmount } from '../../rules/bounds/amount.ts';
import { isDifference } from '../../rules/bounds/difference.ts';
import { partName } from '../../rules/problems/part-names.ts';
import { numberOf } from '../../rules/facts/ratio.ts';
import type { Ratio, Rule, RuleSet, TitleDeclaration } from '../../rules/rule-set.ts';
import { factsRead } from '../../slate/facts-read.ts';
import { datedFact } from '../../words/dated-fact.ts';
import type { RuleAnswer, RuleSetAnswer, TitleAnswer } from './answers.ts';

/** A rule set for people, without the text of its file: every rule with what it says in a sentence. */
export function ruleSetInWords(ruleSet: RuleSet): Omit<RuleSetAnswer, 'yaml'> {
  const { id, title, referenceDate, size, retirementAge, facts, rules, objective, sha256 } = ruleSet;
  const { titles, combined, list } = ruleSet;
  return {
    id,
    title,
    referenceDate,
    size,
    ...(titles !== undefined && { titles: titles.map(titleAnswer) }),
    ...(combined !== undefined && { combined: combined.map((ids) => [...ids]) }),
    ...(list !== undefined && { list: { ...list } }),
    retirementAge,
    facts: Object.fromEntries(
      Object.entries(facts).map(([name, { type, default: value, separator }]) => [
        name,
        {
          type,
          ...(value !== undefined && { default: value }),
          ...(separator !== undefined && { separator }),
        },
      ]),
    ),
    rules: rules.map((rule) => ruleAnswer(rule, ruleSet)),
    uses: [...new Set(factsRead(ruleSet).map(({ fact }) => datedFact(fact).fact))],
    objective: objective.map((level) => ({
      title: level.title,
      softRules: level.softRules,
      terms: level.terms.length,
    })),
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
    ...(id === rule.written && { asked: partName(rule) }),
    title,
    kind,
    sentence: describeWithLimits(rule, ruleSet),
    strength,
    weight,
    relaxCost,
    ...countedBy(rule),
    ...groupingOf(rule),
    ...boundsOf(rule),
    ...relaxToOf(rule),
    ...relaxStepsOf(rule),
    ...(source !== undefined && { source }),
    origin: { file: origin.file, line: origin.line, column: origin.column },
  };
}

/** What is counted, where it is no members. */
function countedBy(rule: Rule): Pick<RuleAnswer, 'per'> {
  if (isDifference(rule)) return { per: 'difference' };
  const { per } = rule;
  return per === 'unit' || per === 'group' || per === 'rule' ? { per } : {};
}

function groupingOf(rule: Rule): Pick<RuleAnswer, 'forEach' | 'missing'> {
  if (rule.kind === 'require') return {};
  const { forEach, missing = 'aside' } = rule;
  if (forEach === undefined) return isAmount(rule) ? { missing } : {};
  return { forEach, missing };
}

/** How far a way out may move its bounds. */
function relaxToOf(rule: Rule): Pick<RuleAnswer, 'relaxTo'> {
  if (rule.kind === 'require' || rule.relaxTo === undefined) return {};
  const { min, max } = rule.relaxTo;
  const asNumber = (limit: number | Ratio): number => (typeof limit === 'number' ? limit : numberOf(limit));
  return {
    relaxTo: {
      ...(min !== undefined && { min: asNumber(min) }),
      ...(max !== undefined && { max: asNumber(max) }),
    },
  };
}

/** Where giving way grows dearer. */
function relaxStepsOf({ relaxSteps }: Rule): Pick<RuleAnswer, 'relaxSteps'> {
  if (relaxSteps === undefined) return {};
  return {
    relaxSteps: relaxSteps.map(({ beyond, each }) => ({
      ...('part' in beyond ? { part: numberOf(beyond.part) } : { by: numberOf(beyond.by) }),
      each,
    })),
  };
}

function boundsOf(rule: Rule): Pick<RuleAnswer, 'min' | 'max'> {
  switch (rule.kind) {
    case 'count':
      // What is asked only if somebody is there has no bound that could be moved.
      if (rule.conditional === true) return { min: null, max: null };
      return { min: rule.min ?? null, max: rule.max ?? null };
    case 'require':
      return { min: null, max: null };
    default: {
      const { min, max } = rule;
      return {
        min: min === undefined ? null : numberOf(min),
        max: max === undefined ? null : numberOf(max),
      };
    }
  }
}
