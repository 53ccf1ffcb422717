import { z } from 'zod';
import { listRuleSets } from '../../rules/load.ts';
import { parseScenarios } from '../../scenarios/load.ts';
import { BadInput, problem, valueOf } from '../../words/problem.ts';
import { ruleSetAnswerSchema, ruleSetListSchema, rulesValidationSchema } from '../answers.ts';
import type { Desk } from '../desk.ts';
import { IN_VALIDATION, problemItems } from '../problem-items.ts';
import { nameSchema, validateRulesRequestSchema } from '../requests.ts';
import { NotThere, route } from '../route.ts';
import { ruleSetInWords } from '../rule-set-in-words.ts';

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
    const titles = await Promise.all(entries.map(({ id }) => hasTitles(id, desk)));
    return { ruleSets: entries.map(({ id, title }, index) => ({ id, title, titles: titles[index]! })) };
  },
});

/** A file with errors declares nothing that could be used; what is wrong is said when it is asked for. */
async function hasTitles(id: string, desk: Desk): Promise<boolean> {
  try {
    return (await desk.ruleSet({ id })).titles !== undefined;
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return false;
  }
}

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
    if (file === undefined)
      throw new NotThere([problem('service.no-rule-set', { id, allowed: desk.ruleSetIds() })]);
    return { ...ruleSetInWords(await desk.ruleSet({ id })), yaml: file.text };
  },
});

/** Is this text a rule set? */
export const validateRulesRoute = route({
  operation: 'validateRules',
  method: 'post',
  path: '/api/v1/rule-sets/validate',
  tag,
  summary: 'Find every error of a rule file and of the scenarios in it, or read it',
  work: 'read',
  body: validateRulesRequestSchema,
  answer: rulesValidationSchema,
  handle: async ({ body, language }, desk) => {
    try {
      const ruleSet = await desk.ruleSet({ yaml: body.yaml });
      valueOf(parseScenarios(body.yaml, 'rules', ruleSet));
      return { valid: true, problems: [], ruleSet: { ...ruleSetInWords(ruleSet), yaml: body.yaml } };
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      return { valid: false, problems: problemItems(error.problems, language, IN_VALIDATION) };
    }
  },
  outcome: ({ valid }) => (valid ? 'valid' : 'invalid'),
});
