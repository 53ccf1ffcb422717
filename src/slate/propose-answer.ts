import { z } from 'zod';
import { proofSchema } from '../proofs/proof.ts';
import {
  assuranceSchema,
  capacitySchema,
  inputsSchema,
  noticesSchema,
  setAsideSchema,
  solverSchema,
  textSchema,
  withoutValueSchema,
} from '../check/answer-parts.ts';
import { appointmentSchema, reportSchema } from '../check/check-answer.ts';

/** What one soft rule cost a slate. */
const softCostSchema = z
  .object({
    rule: z.string(),
    deviation: z.number(),
    cost: z.number(),
  })
  .meta({ id: 'SoftCost', description: 'What one soft rule cost a slate.' });

/** One proposed slate. */
export const slateSchema = z
  .object({
    members: z.array(z.string()).describe('Ids, in ascending order.'),
    objective: z
      .number()
      .describe('The objective of the first level: terms minus prices of broken soft rules.'),
    levels: z
      .array(z.object({ title: textSchema, value: z.number() }))
      .optional()
      .describe('One value per level of the objective, where there is more than one.'),
    soft: z.array(softCostSchema),
    appointments: z
      .array(appointmentSchema)
      .optional()
      .describe('Of a placement: what each of the members is, in their order.'),
    report: reportSchema,
    assurance: assuranceSchema
      .optional()
      .describe(
        'Of an alternative: what stands behind its being the best that differs enough from those before it.',
      ),
  })
  .meta({ id: 'Slate', description: 'One proposed slate.' });

/** Who is on every slate near the best, on some, on none: all candidates of the pool, by id. */
const nearBestSchema = z
  .object({
    within: z.number().describe('How far below the best a slate may lie, as a share of the best objective.'),
    best: z.number().describe('The best objective, and the least that still counts.'),
    threshold: z.number(),
    sure: z.array(z.string()),
    open: z.array(z.string()),
    out: z.array(z.string()),
    undecided: z.array(z.string()).describe('Whom time did not suffice for.'),
  })
  .meta({
    id: 'NearBest',
    description: 'Who is on every slate near the best, on some, on none: all candidates of the pool, by id.',
  });

/** An exact decimal number of points. */
const decimalSchema = z.string().regex(/^-?\d+(\.\d+)?$/);

/** Prices of rules that prove what no slate can exceed. */
const pricesSchema = z
  .object({
    lines: z.array(
      z.object({
        rule: z
          .string()
          .describe('The id of a rule, `size`, or a decision: `pin:ID`, `together:ID,ID`, `apart:ID,ID`.'),
        group: z.string().optional(),
        title: textSchema,
        price: decimalSchema.describe('What one more of the bound adds; below 0 for `min`.'),
        side: z.enum(['min', 'max']),
        bound: z.number(),
        total: decimalSchema.describe('`price` × `bound`.'),
      }),
    ),
    beyond: z
      .array(z.object({ candidate: z.string(), points: decimalSchema }))
      .describe('Who is worth more than the prices of what they count for, and by how much, the most first.'),
    rest: decimalSchema.describe('The sum of `beyond`.'),
    sum: decimalSchema.describe(
      'The sum of all totals and `rest`: no slate is worth more on the first level.',
    ),
    most: decimalSchema.describe('`sum` rounded down to what a slate can be worth.'),
    message: textSchema,
  })
  .meta({ id: 'Prices', description: 'Prices of rules that prove what no slate can exceed, in points.' });

/** The answer of `propose`. */
export const proposalSchema = z
  .object({
    status: z.enum(['optimal', 'feasible', 'infeasible', 'unknown']),
    assurance: assuranceSchema.optional().describe('Present where the status is `optimal` or `infeasible`.'),
    slates: z.array(slateSchema).describe('Best first; empty unless a slate was found.'),
    noFurther: assuranceSchema
      .optional()
      .describe('Present where fewer slates exist than were asked for: what stands behind that.'),
    bound: z
      .number()
      .optional()
      .describe('Proven upper bound of the objective; absent where there is no proof.'),
    gap: z
      .number()
      .optional()
      .describe(
        '`(bound − objective) / |objective|` where the status is `feasible`; absent where the objective is 0 and the bound is not.',
      ),
    capacity: z
      .array(capacitySchema)
      .describe('Where no slate exists: the rules that the pool alone cannot meet.'),
    impossiblePins: z
      .array(z.object({ candidate: z.string(), message: textSchema }))
      .optional()
      .describe('Where no slate exists: pinned persons who can be on none, each with every reason.'),
    setAside: z.array(setAsideSchema),
    withoutValue: z
      .array(withoutValueSchema)
      .optional()
      .describe('By rule, the candidates without a value for its groups; absent where there are none.'),
    nearBest: nearBestSchema
      .optional()
      .describe('Present if it was asked for, a slate exists, and time sufficed to prove the best one.'),
    prices: pricesSchema
      .optional()
      .describe('What no slate can exceed, rule by rule, if it was asked for and can be had.'),
    solver: solverSchema,
    notices: noticesSchema,
    inputs: inputsSchema,
    proof: proofSchema.optional().describe('The proof of the status, if it was asked for and there is one.'),
  })
  .meta({ id: 'Proposal', description: 'The answer of `propose`.' });

/** One proposed slate. */
export type Slate = z.infer<typeof slateSchema>;
/** Who is on every slate near the best, on some, on none: all candidates of the pool, by id. */
export type NearBest = z.infer<typeof nearBestSchema>;
/** Prices of rules that prove what no slate can exceed. */
export type Prices = z.infer<typeof pricesSchema>;
/** The answer of `propose`. */
export type Proposal = z.infer<typeof proposalSchema>;

/**
 * By how much a slate that was found before time ran out may be beaten: as a share of its points, or in points where
 * it has none; nothing where that is not known.
 */
export function roomAbove({
  gap,
  bound,
  slates,
}: {
  readonly gap?: number | undefined;
  readonly bound?: number | undefined;
  readonly slates: readonly { readonly objective?: number | undefined }[];
}): { readonly gap?: number; readonly more?: number } {
  if (gap !== undefined) return { gap };
  const [best] = slates;
  return bound === undefined || best?.objective === undefined
    ? {}
    : { more: Math.max(0, bound - best.objective) };
}
