import { z } from 'zod';
import { ruleFigureSchema } from './figures-of-pool.ts';
import {
  capacitySchema,
  inputsSchema,
  noticesSchema,
  setAsideSchema,
  withoutValueSchema,
} from '../check/answer-parts.ts';

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
