import { z } from 'zod';
import { runRuleTests } from '../../rule-tests/run-tests.ts';
import { readTestFile } from '../../rule-tests/test-file.ts';
import type { Rule } from '../../rules/rule-set.ts';
import { Task } from '../../slate/task.ts';
import { phraseInEach } from '../../words/catalogue.ts';
import { InputError, type Problem, valueOf } from '../../words/problem.ts';
import { IN_VALIDATION, problemItems } from '../answers/problem-items.ts';
import { route } from '../requests/route.ts';
import { ruleTestsAnswerSchema } from '../answers/rule-tests-answer.ts';

/** Does a rule set say what its tests expect of it? */
export const testRulesRoute = route({
  operation: 'testRules',
  method: 'post',
  path: '/api/v1/rule-sets/test',
  tag: 'Rule sets',
  summary: 'Run the tests of a rule file, and tell what they show of each rule',
  work: 'solve',
  role: 'reader',
  body: z
    .strictObject({
      yaml: z.string().meta({ description: 'The text of the rule file.' }),
      tests: z.string().meta({ description: 'The text of its tests.' }),
    })
    .meta({ id: 'TestRulesRequest', description: 'A rule file and the tests that it is to pass.' }),
  answer: ruleTestsAnswerSchema,
  handle: async ({ body, language }, reader, control) => {
    try {
      const ruleSet = valueOf(await reader.rules({ yaml: body.yaml }));
      const tests = valueOf(readTestFile(body.tests, 'tests'));
      // What another file says that this one extends has its tests beside that file.
      const isOwn = ({ origin }: Rule): boolean => origin.file === 'rules';
      const run = await runRuleTests(ruleSet, tests, isOwn, new Task(control));
      return {
        valid: true,
        problems: [],
        tests: run.outcomes.map(({ test, failures }) => ({
          title: test.title,
          ...(test.place.line !== undefined && { line: test.place.line }),
          passed: failures.length === 0,
          failures: failures.map(inWords),
        })),
        coverage: run.coverage.map(({ rule, shown, open }) => ({ rule, shown: [...shown], open: [...open] })),
      };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const problems = problemItems(error.problems, language, IN_VALIDATION);
      return { valid: false, problems, tests: [], coverage: [] };
    }
  },
  outcome: ({ valid }) => (valid ? 'valid' : 'invalid'),
});

function inWords({ code, parameters }: Problem) {
  return phraseInEach(code, parameters);
}
