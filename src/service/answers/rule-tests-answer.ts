import { z } from 'zod';
import { textSchema } from '../../check/answer-parts.ts';
import { problemItemSchema } from './answers.ts';

const sideSchema = z.enum(['kept', 'broken', 'at-min', 'at-max', 'below-min', 'above-max']);

/** The answer of `POST /api/v1/rule-sets/test`: what came of each test, or every problem of the texts. */
export const ruleTestsAnswerSchema = z
  .object({
    valid: z.boolean().describe('Whether rules and tests could be read; else nothing was run.'),
    problems: z.array(problemItemSchema),
    tests: z.array(
      z.object({
        title: textSchema,
        line: z.number().int().optional().describe('Where it begins in the text of the tests.'),
        passed: z.boolean(),
        failures: z.array(textSchema).describe('What did not come out as the test says.'),
      }),
    ),
    coverage: z
      .array(z.object({ rule: z.string(), shown: z.array(sideSchema), open: z.array(sideSchema) }))
      .describe('What the tests show of each rule of the file, and what they do not.'),
  })
  .meta({
    id: 'RuleTestsAnswer',
    description:
      'The answer of `POST /api/v1/rule-sets/test`: what came of each test, or every problem of the texts.',
  });

/** See {@link ruleTestsAnswerSchema}. */
export type RuleTestsAnswer = z.infer<typeof ruleTestsAnswerSchema>;
