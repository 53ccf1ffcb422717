import { z } from 'zod';
import { describeRule } from '../../rules/describe.ts';
import { listRuleSets } from '../../rules/load.ts';
import type { Rule, RuleSet } from '../../rules/rule-set.ts';
import { BadInput, problem } from '../../words/problem.ts';
import {
  type RuleAnswer,
  type RuleSetAnswer,
  ruleSetAnswerSchema,
  ruleSetListSchema,
  rulesValidationSchema,
} from '../answers.ts';
import { problemItems } from '../problem-items.ts';
import { nameSchema, validateRulesRequestSchema } from '../requests.ts';
import { NotThere, route } from '../route.ts';

const tag = 'Rule sets';

/** Which rule sets are there? */
export const ruleSetsRoute = route({
  operation: 'listRuleSets',
  method: 'get',
  path: '/api/v1/rule-sets',
  tag,
  summary: 'List the rule sets of the service',
  work: 'read',
  answer: ruleSetListSchema,
  handle: async (_asked, desk) => {
    const entries = await listRuleSets(desk.folders.rulesFolder);
    return { ruleSets: entries.map(({ id, title }) => ({ id, title })) };
  },
});

/** What does one rule set say? */
export const ruleSetRoute = route({
  operation: 'getRuleSet',
  method: 'get',
  path: '/api/v1/rule-sets/{id}',
  tag,
  summary: 'Read a rule set: every rule in words, and the text of its file',
  work: 'read',
  parameters: z.object({ id: nameSchema }),
  answer: ruleSetAnswerSchema,
  handle: async ({ parameters }, desk) => {
    const { id } = parameters;
    const file = await desk.ruleText(id);
    if (file === undefined) {
      const allowed = (await listRuleSets(desk.folders.rulesFolder)).map((entry) => entry.id);
      throw new NotThere([problem('rules.no-rule-set', { name: id, allowed })]);
    }
    return ruleSetAnswer(await desk.ruleSet({ id }), file.text);
  },
});

/** Is this text a rule set? */
export const validateRulesRoute = route({
  operation: 'validateRules',
  method: 'post',
  path: '/api/v1/rule-sets/validate',
  tag,
  summary: 'Find every error of a rule file, or read it',
  work: 'read',
  body: validateRulesRequestSchema,
  answer: rulesValidationSchema,
  handle: async ({ body, language }, desk) => {
    try {
      const ruleSet = await desk.ruleSet({ yaml: body.yaml });
      return { valid: true, problems: [], ruleSet: ruleSetAnswer(ruleSet, body.yaml) };
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      return { valid: false, problems: problemItems(error.problems, language) };
    }
  },
  outcome: ({ valid }) => (valid ? 'valid' : 'invalid'),
});

function ruleSetAnswer(ruleSet: RuleSet, yaml: string): RuleSetAnswer {
  const { id, title, referenceDate, size, retirementAge, facts, rules, objective, sha256 } = ruleSet;
  return {
    id,
    title,
    referenceDate,
    size,
    retirementAge,
    facts: Object.fromEntries(
      Object.entries(facts).map(([name, { type, default: value }]) => [
        name,
        { type, ...(value !== undefined && { default: value }) },
      ]),
    ),
    rules: rules.map((rule) => ruleAnswer(rule, facts)),
    objective: objective.map((level) => ({ title: level.title, softRules: level.softRules })),
    sha256,
    yaml,
  };
}

function ruleAnswer(rule: Rule, facts: RuleSet['facts']): RuleAnswer {
  const { id, title, kind, strength, weight, relaxCost, source, origin } = rule;
  return {
    id,
    title,
    kind,
    sentence: describeRule(rule, facts),
    strength,
    weight,
    relaxCost,
    ...(rule.kind === 'count' && rule.forEach !== undefined && { forEach: rule.forEach }),
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
