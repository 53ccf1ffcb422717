import { z } from 'zod';
import {
  capacitySchema,
  inputsSchema,
  noticesSchema,
  setAsideSchema,
  withoutValueSchema,
} from '../check/answer-parts.ts';

/** What everybody who could be chosen comes to by one rule. */
export const ruleFigureSchema = z
  .object({
    rule: z.string(),
    group: z.string().optional().describe('The group this line is about; absent for rules without groups.'),
    of: z
      .enum(['count', 'share', 'sum', 'average', 'difference', 'groups', 'require'])
      .describe('What the rule is about, and so the figure.'),
    figure: z
      .number()
      .describe(
        'How many match; what part of the base; the sum or the average of the fact; by how many two kinds differ; how many groups there are; how many satisfy it.',
      ),
    base: z
      .number()
      .int()
      .describe(
        'Of a share, how many it is a part of; of an average, over how many it is; else how many there are in all.',
      ),
  })
  .meta({ id: 'RuleFigure', description: 'What everybody who could be chosen comes to by one rule.' });

/** What everybody who could be chosen comes to by one rule. */
export type RuleFigure = z.infer<typeof ruleFigureSchema>;

/** The answer of `capacity`. */
export const capacityAnswerSchema = z
  .object({
    capacity: z.array(capacitySchema),
    setAside: z.array(setAsideSchema),
    withoutValue: z
      .array(withoutValueSchema)
      .optional()
      .describe('By rule, the candidates without a value for its groups; absent where there are none.'),
    figures: z
      .array(ruleFigureSchema)
      .optional()
      .describe(
        'What everybody who could be chosen comes to by each rule, where it is asked for; of a slate alone.',
      ),
    notices: noticesSchema,
    inputs: inputsSchema,
  })
  .meta({ id: 'CapacityAnswer', description: 'The answer of `capacity`.' });
