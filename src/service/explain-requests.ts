import { z } from 'zod';
import { memberIdSchema, questionSchema, slateSchema, timeLimitMsSchema } from './requests.ts';

/** The bodies of the questions that explain; see `requests.ts`. */

const howMany = (what: string, least: number, most: number, otherwise: number) =>
  z
    .number()
    .int()
    .min(least)
    .max(most)
    .optional()
    .meta({ description: `${what} Left out: ${otherwise}.` });

const priceSchema = z.union([z.number().nonnegative(), z.literal('never')]);
const candidateSchema = memberIdSchema.meta({
  description: 'Id of a candidate; with units, of an appointment.',
});

/** Body of `POST /api/v1/diagnose`. */
export const diagnoseRequestSchema = questionSchema
  .extend({
    conflicts: howMany('How many conflicts at most.', 0, 1000, 20),
    relaxations: howMany('How many ways out at most.', 0, 100, 5),
    exactToRange: z
      .boolean()
      .optional()
      .meta({ description: '“Exactly 11” may become “10 to 11”, not only “exactly 10”. Left out: false.' }),
    sizeCost: priceSchema
      .optional()
      .meta({ description: 'What it costs to move the size by one seat. Left out: 1.' }),
    decisionCost: priceSchema
      .optional()
      .meta({ description: 'What it costs to drop one decision on persons. Left out: 1.' }),
    timeLimitMs: timeLimitMsSchema.optional(),
  })
  .meta({ id: 'DiagnoseRequest' });

/** Body of `POST /api/v1/why`. */
export const whyRequestSchema = questionSchema
  .extend({
    candidate: candidateSchema,
    conflicts: howMany('How many irreducible reasons at most.', 1, 100, 5),
    timeLimitMs: timeLimitMsSchema.optional(),
  })
  .meta({ id: 'WhyRequest' });

/** Body of `POST /api/v1/cost`. */
export const costRequestSchema = questionSchema
  .extend({
    rule: z.string().meta({ description: 'Id of a rule, or `size`.' }),
    timeLimitMs: timeLimitMsSchema.optional(),
  })
  .meta({ id: 'CostRequest' });

/** Body of `POST /api/v1/replace`. */
export const replaceRequestSchema = questionSchema
  .extend({
    slate: slateSchema,
    candidate: candidateSchema,
    furtherChanges: howMany('How many others may be exchanged as well.', 0, 10_000, 0),
    alternatives: howMany('How many replacements at most.', 1, 100, 5),
    timeLimitMs: timeLimitMsSchema.optional(),
  })
  .meta({ id: 'ReplaceRequest' });

/** Body of `POST /api/v1/repair`. */
export const repairRequestSchema = questionSchema
  .extend({
    slate: slateSchema,
    keep: z.array(memberIdSchema).optional().meta({ description: 'Members who may not be touched.' }),
    alternatives: howMany('How many different repairs.', 1, 100, 1),
    differ: howMany(
      'In how many members any two repairs differ at least: that leave or that enter, whichever is more.',
      1,
      10_000,
      1,
    ),
    timeLimitMs: timeLimitMsSchema.optional(),
  })
  .meta({ id: 'RepairRequest' });
