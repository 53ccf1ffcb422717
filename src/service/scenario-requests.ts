import { z } from 'zod';
import { questionSchema, slateSchema, timeLimitMsSchema } from './requests.ts';

/** The bodies of the requests about scenarios, as in `requests.ts`. */

/** Body of `POST /api/v1/compare`. */
export const compareRequestSchema = questionSchema
  .extend({
    scenarios: z.array(z.record(z.string(), z.unknown())).min(1).max(50).meta({
      description:
        'As scenario files write them: id, title, basedOn, rules, size, objective, pin, exclude, together, apart.',
    }),
    timeLimitMs: timeLimitMsSchema.optional(),
  })
  .meta({ id: 'CompareRequest' });

/** Body of `POST /api/v1/sweeps`. */
export const sweepRequestSchema = questionSchema
  .extend({
    vary: z.array(z.string()).min(1).max(6).meta({
      description: 'What to vary: women=9..15, women.min=9..15/2, women=9,11,13, size=45..47.',
    }),
    timeLimitMs: timeLimitMsSchema.optional(),
  })
  .meta({ id: 'SweepRequest' });

/** Body of `POST /api/v1/trade-off`. */
export const tradeOffRequestSchema = questionSchema
  .extend({
    measures: z.array(z.string()).min(2).max(3).meta({
      description: 'objective, objective.2, size, or the id of a rule; with a minus sign less is better.',
    }),
    most: z
      .int()
      .min(1)
      .max(10_000)
      .optional()
      .meta({ description: 'How many points at most. Left out: 1,000.' }),
    timeLimitMs: timeLimitMsSchema.optional(),
  })
  .meta({ id: 'TradeOffRequest' });

/** Body of `POST /api/v1/robustness`. */
export const robustnessRequestSchema = questionSchema
  .extend({
    slate: slateSchema,
    out: z
      .union([z.literal(1), z.literal(2)])
      .optional()
      .meta({ description: 'How many drop out at once: 1, or 2 for one and two. Left out: 2.' }),
    timeLimitMs: timeLimitMsSchema.optional(),
  })
  .meta({ id: 'RobustnessRequest' });
