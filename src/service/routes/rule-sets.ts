import { z } from 'zod';
import { ruleSetIds, ruleTestsText, ruleText } from '../../opening/shipped.ts';
import { QUESTION } from '../../opening/sources.ts';
import { nameSchema, writtenRulesSchema } from '../../questions/case-schema.ts';
import { noticeItems } from '../../questions/notices.ts';
import { listRuleSets } from '../../rules/load.ts';
import { takesUnits } from '../../rules/lists/list-declaration.ts';
import { ruleNotices } from '../../rules/problems/rule-notices.ts';
import { parseScenarios } from '../../scenarios/load.ts';
import { InputError, placedAt, problem, type Problem, valueOf } from '../../words/problem.ts';
import { ruleSetAnswerSchema, ruleSetListSchema, rulesValidationSchema } from '../answers/answers.ts';
import type { CachedReader } from '../cached-reader.ts';
import { IN_VALIDATION, problemItems } from '../answers/problem-items.ts';
import { NotThere, route } from '../requests/route.ts';
import { ruleSetInWords } from '../answers/rule-set-in-words.ts';

const tag = 'Rule sets';

/** Which rule sets are there? */
export const ruleSetsRoute = route({
  operation: 'listRuleSets',
  method: 'get',
  path: '/api/v1/rule-sets',
  tag,
  summary: 'List the rule sets of the service',
  work: 'read',
  role: 'reader',
  answer: ruleSetListSchema,
  handle: async (_asked, reader) => {
    const entries = await listRuleSets(reader.folders.rulesFolder);
    const titles = await Promise.all(entries.map(({ id }) => hasTitles(id, reader)));
    return { ruleSets: entries.map(({ id, title }, index) => ({ id, title, titles: titles[index]! })) };
  },
});

/** A file with errors declares nothing that could be used; what is wrong is said when it is asked for. */
async function hasTitles(id: string, reader: CachedReader): Promise<boolean> {
  const reading = await reader.rules({ id });
  return reading.ok && takesUnits(reading.value);
}

/** What does one rule set say? */
export const ruleSetRoute = route({
  operation: 'getRuleSet',
  method: 'get',
  path: '/api/v1/rule-sets/{id}',
  tag,
  summary: 'Read a rule set: every rule in words, and the text of its file',
  work: 'read',
  role: 'reader',
  parameters: z.object({ id: nameSchema }),
  answer: ruleSetAnswerSchema,
  handle: async ({ parameters }, reader) => {
    const { id } = parameters;
    const file = await ruleText(id, reader.folders);
    if (file === undefined)
      throw new NotThere([problem('service.no-rule-set', { id, allowed: ruleSetIds(reader.folders) })]);
    const tests = await ruleTestsText(id, reader.folders);
    const words = ruleSetInWords(valueOf(await reader.rules({ id })));
    return { ...words, yaml: file.text, ...(tests !== undefined && { tests }) };
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
  role: 'reader',
  body: writtenRulesSchema,
  answer: rulesValidationSchema,
  handle: async ({ body, language }, reader) => {
    const isText = 'yaml' in body;
    const text = isText ? body.yaml : JSON.stringify(body.ruleSet, null, 2);
    try {
      const ruleSet = valueOf(await reader.rules(body));
      valueOf(parseScenarios(text, 'rules', ruleSet));
      const notices = noticeItems(ruleNotices(ruleSet));
      return {
        valid: true,
        problems: [],
        ruleSet: { ...ruleSetInWords(ruleSet), yaml: text },
        ...(notices.length > 0 && { notices }),
      };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const places = isText ? IN_VALIDATION : { ...IN_VALIDATION, yaml: '/ruleSet' };
      return { valid: false, problems: problemItems(error.problems.map(inBody), language, places) };
    }
  },
  outcome: ({ valid }) => (valid ? 'valid' : 'invalid'),
});

/** Rules of a question stand under `/rules`; here they are all that the body holds. */
function inBody(found: Problem): Problem {
  const { place } = found;
  if (place?.file !== QUESTION) return found;
  return placedAt(found, { ...place, field: place.field?.replace(/^\/rules/, '') ?? '' });
}
