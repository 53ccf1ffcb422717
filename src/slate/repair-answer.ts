import { z } from 'zod';
import { inputsSchema, solverSchema, textSchema } from '../check/answer-parts.ts';
import { reportSchema } from '../check/check-answer.ts';
import { slateSchema } from './propose-answer.ts';

/** One change of a slate: somebody is replaced, or only leaves, or only joins. */
const swapSchema = z
  .object({
    remove: z.string().optional(),
    add: z.string().optional(),
    mends: z
      .array(z.string())
      .describe('Ids of broken rules and decisions that stay broken if this change alone is left out.'),
    keeps: z
      .array(z.string())
      .describe(
        'Ids of rules and decisions that the slate keeps and would break if this change alone were left out.',
      ),
    message: textSchema,
  })
  .meta({
    id: 'Swap',
    description: 'One change of a slate: somebody is replaced, or only leaves, or only joins.',
  });

/** A slate that keeps all hard rules, and the way there. */
const repairedSchema = z
  .object({
    changes: z
      .number()
      .int()
      .describe('The greater of how many leave and how many join: replacing somebody is one change.'),
    remove: z.array(z.string()),
    add: z.array(z.string()),
    swaps: z.array(swapSchema),
    slate: slateSchema,
    message: textSchema,
  })
  .meta({ id: 'Repaired', description: 'A slate that keeps all hard rules, and the way there.' });

/** The answer of `repair`. */
export const repairSchema = z
  .object({
    status: z
      .enum(['compliant', 'repaired', 'infeasible', 'unknown'])
      .describe('`compliant`: nothing to mend; `unknown`: time ran out before the first repair was proven.'),
    before: reportSchema.describe('The slate as it was given.'),
    repairs: z.array(repairedSchema).describe('The fewest changes first; of equals the better by objective.'),
    message: textSchema,
    solver: solverSchema,
    inputs: inputsSchema,
  })
  .meta({ id: 'Repair', description: 'The answer of `repair`.' });

/** One change of a slate: somebody is replaced, or only leaves, or only joins. */
export type Swap = z.infer<typeof swapSchema>;
/** A slate that keeps all hard rules, and the way there. */
export type Repaired = z.infer<typeof repairedSchema>;
/** The answer of `repair`. */
export type Repair = z.infer<typeof repairSchema>;
