import { z } from 'zod';
import { inputsSchema, reportSchema, slateSchema, solverSchema, textSchema } from './answers.ts';

/** One change of a slate: somebody is replaced, or only leaves, or only joins. */
export const swapSchema = z.object({
  remove: z.string().optional(),
  add: z.string().optional(),
  /** Ids of broken rules that stay broken if this change alone is left out. */
  mends: z.array(z.string()),
  /** Ids of rules that the slate keeps and would break if this change alone were left out. */
  keeps: z.array(z.string()),
  message: textSchema,
});

/** A slate that keeps all hard rules, and the way there. */
export const repairedSchema = z.object({
  /** The greater of how many leave and how many join: replacing somebody is one change. */
  changes: z.number().int(),
  remove: z.array(z.string()),
  add: z.array(z.string()),
  swaps: z.array(swapSchema),
  slate: slateSchema,
  message: textSchema,
});

/** The answer of `repair`. */
export const repairSchema = z.object({
  /** `compliant`: nothing to mend; `unknown`: time ran out before the first repair was proven. */
  status: z.enum(['compliant', 'repaired', 'infeasible', 'unknown']),
  /** The slate as it was given. */
  before: reportSchema,
  /** The fewest changes first; of equals the better by objective. */
  repairs: z.array(repairedSchema),
  message: textSchema,
  solver: solverSchema,
  inputs: inputsSchema,
});

export type Swap = z.infer<typeof swapSchema>;
export type Repaired = z.infer<typeof repairedSchema>;
export type Repair = z.infer<typeof repairSchema>;
