import { z } from 'zod';
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
    notices: noticesSchema,
    inputs: inputsSchema,
  })
  .meta({ id: 'CapacityAnswer', description: 'The answer of `capacity`.' });
