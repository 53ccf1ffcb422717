import { z } from 'zod';
import { assuranceSchema, capacitySchema, inputsSchema, textSchema } from '../check/answer-parts.ts';

/** The shapes of the answers about scenarios, as in `check/answer-parts.ts`. */

/** Why no slate exists: rules that contradict each other, none of them needlessly. */
const contradictionSchema = z
  .object({
    rules: z
      .array(z.string())
      .describe('Ids of rules, `size`, or decisions: `pin:ID`, `exclude:ID`, `together:N`, `apart:N`.'),
    message: textSchema,
  })
  .meta({
    id: 'Contradiction',
    description: 'Why no slate exists: rules that contradict each other, none of them needlessly.',
  });

const statusSchema = z.enum(['optimal', 'feasible', 'infeasible', 'unknown']);

/** What every solved case says, be it a scenario or a cell. */
export const outcomeSchema = z
  .object({
    status: statusSchema,
    assurance: assuranceSchema.optional().describe('Present where the status is `optimal` or `infeasible`.'),
    objective: z.number().optional().describe('The objective of the first level.'),
    levels: z.array(z.number()).optional().describe('One value per level, where there is more than one.'),
    bound: z
      .number()
      .optional()
      .describe('Proven upper bound of the objective, where the status is `feasible`.'),
    price: z.number().optional().describe('What broken goals cost.'),
    members: z.array(z.string()).optional().describe('Ids, in ascending order.'),
    conflict: contradictionSchema
      .optional()
      .describe('Where no slate exists; absent if time ran out before it was known.'),
  })
  .meta({ id: 'Outcome', description: 'What every solved case says, be it a scenario or a cell.' });

/** What changes against the base case; absent where either has no slate. */
const changesSchema = z.object({ comes: z.array(z.string()), goes: z.array(z.string()) }).meta({
  id: 'Changes',
  description: 'What changes against the base case; absent where either has no slate.',
});

/** What a sweep varies. */
const variationSchema = z
  .object({
    name: z.string(),
    title: textSchema,
    rule: z.string().optional(),
    side: z.enum(['exactly', 'min', 'max']),
    values: z.array(z.string()).describe('As written, in ascending order.'),
  })
  .meta({ id: 'Variation', description: 'What a sweep varies.' });

/** One cell of a sweep. */
const cellSchema = outcomeSchema
  .extend({
    at: z.array(z.number().int()).describe('The index of the value of each variation.'),
    changes: changesSchema.optional(),
    frontier: z.boolean().describe('A slate exists here, and none does one step further in some direction.'),
  })
  .meta({ id: 'Cell', description: 'One cell of a sweep.' });

/** Whether an answer is of a placement. */
const planSchema = z
  .boolean()
  .optional()
  .describe('Whether it is of a placement, whose members are appointments; absent: of a slate.');

/** The answer of `sweep`. */
export const sweepSchema = z
  .object({
    title: textSchema,
    plan: planSchema,
    variations: z.array(variationSchema),
    base: outcomeSchema.describe('The case as it stands.'),
    cells: z
      .array(cellSchema)
      .describe('The solved cells in the order of the grid, the last variation changing first.'),
    total: z.number().int(),
    complete: z
      .boolean()
      .describe('Whether every cell was solved; otherwise it was cancelled, or time ran out.'),
    milliseconds: z.number(),
    inputs: inputsSchema,
  })
  .meta({ id: 'Sweep', description: 'The answer of `sweep`.' });

/** What one scenario came to. */
const scenarioOutcomeSchema = outcomeSchema
  .extend({
    id: z.string(),
    title: textSchema,
    size: z.object({ min: z.number().int(), max: z.number().int() }),
    gap: z.number().optional(),
    capacity: z.array(capacitySchema).describe('Rules that the pool alone cannot meet.'),
    inputs: inputsSchema,
  })
  .meta({ id: 'ScenarioOutcome', description: 'What one scenario came to.' });

/** Need and have of one line of the report in every scenario. */
const comparedRuleSchema = z
  .object({
    id: z.string(),
    group: z.string().optional(),
    title: textSchema,
    kind: z.enum(['size', 'count', 'share', 'sum', 'average', 'require']),
    /** In the order of the scenarios; `null` where the rule is off. */
    in: z.array(
      z
        .object({
          min: z.number().nullable(),
          max: z.number().nullable(),
          strength: z.enum(['hard', 'soft']),
          actual: z.number().optional().describe('Absent where the scenario has no slate.'),
          cost: z.number().optional(),
        })
        .nullable(),
    ),
  })
  .meta({ id: 'ComparedRule', description: 'Need and have of one line of the report in every scenario.' });

/** The answer of `compare`. */
export const comparisonSchema = z
  .object({
    title: textSchema,
    plan: planSchema,
    scenarios: z.array(scenarioOutcomeSchema),
    rules: z.array(comparedRuleSchema),
    inAll: z.array(z.string()).describe('Members of the slate of every scenario that has one.'),
    inSome: z
      .array(z.object({ candidate: z.string(), scenarios: z.array(z.string()) }))
      .describe('Members of some slates only, and the ids of the scenarios.'),
    swaps: z
      .array(changesSchema.extend({ from: z.string(), to: z.string() }))
      .describe('For each pair that both have a slate: who must go and come to make the first the second.'),
    milliseconds: z.number(),
  })
  .meta({ id: 'Comparison', description: 'The answer of `compare`.' });

/** What is traded against what. */
const measureSchema = z
  .object({
    name: z.string(),
    title: textSchema,
    better: z.enum(['high', 'low']),
    scale: z.number().describe('Values are multiples of `1 / scale`.'),
  })
  .meta({ id: 'Measure', description: 'What is traded against what.' });

/** The answer of `tradeoff`. */
export const tradeOffSchema = z
  .object({
    title: textSchema,
    status: z.enum(['complete', 'partial', 'infeasible', 'unknown']),
    measures: z.array(measureSchema),
    points: z
      .array(z.object({ values: z.array(z.number()), members: z.array(z.string()) }))
      .describe('The non-dominated slates, by the first measure, the best first.'),
    solves: z.number().int(),
    milliseconds: z.number(),
    inputs: inputsSchema,
  })
  .meta({ id: 'TradeOff', description: 'The answer of `tradeoff`.' });

/** What was found of a part of a trade-off; not complete: there may be more than that. */
export const tradeOffPartSchema = z.object({
  points: tradeOffSchema.shape.points,
  solves: z.int(),
  complete: z.boolean(),
});

/** How a slate stands when somebody drops out. */
const standingSchema = z.enum(['compliant', 'mendable', 'broken']).meta({
  id: 'Standing',
  description:
    'How a slate stands when somebody drops out; mendable: by as many replacements, while at most one more goes.',
});

/** One loss: who drops out, and what then. */
export const lossSchema = z
  .object({
    out: z.array(z.string()).describe('One id, or two in ascending order.'),
    standing: standingSchema,
    breaks: z.array(z.string()).describe('Ids of the hard rules that break, the size included.'),
    mend: z
      .object({ comes: z.string().optional(), goes: z.string().optional() })
      .optional()
      .describe('Of one loss, what mends it: who comes, and who else must go.'),
    replacements: z
      .number()
      .int()
      .describe(
        'How many single candidates could take the place without anybody else going, also where nobody has to.',
      ),
  })
  .meta({ id: 'Loss', description: 'One loss: who drops out, and what then.' });

/** The answer of `robustness`. */
export const robustnessSchema = z
  .object({
    title: textSchema,
    members: z.array(z.string()),
    compliant: z.boolean().describe('Whether the slate keeps the hard rules while nobody drops out.'),
    one: z.object({ compliant: z.number(), mendable: z.number(), broken: z.number() }),
    two: z.object({ compliant: z.number(), mendable: z.number(), broken: z.number() }).optional(),
    losses: z
      .array(lossSchema)
      .describe('Every single loss in the order of the members; of the double ones, those that are broken.'),
    message: textSchema,
    milliseconds: z.number(),
    inputs: inputsSchema,
  })
  .meta({ id: 'Robustness', description: 'The answer of `robustness`.' });

/** Why no slate exists: rules that contradict each other, none of them needlessly. */
export type Contradiction = z.infer<typeof contradictionSchema>;
/** What every solved case says, be it a scenario or a cell. */
export type OutcomeAnswer = z.infer<typeof outcomeSchema>;
/** One cell of a sweep. */
export type SweepCell = z.infer<typeof cellSchema>;
/** The answer of `sweep`. */
export type Sweep = z.infer<typeof sweepSchema>;
/** What one scenario came to. */
export type ScenarioOutcome = z.infer<typeof scenarioOutcomeSchema>;
/** Need and have of one line of the report in every scenario. */
export type ComparedRule = z.infer<typeof comparedRuleSchema>;
/** The answer of `compare`. */
export type Comparison = z.infer<typeof comparisonSchema>;
/** The answer of `tradeoff`. */
export type TradeOff = z.infer<typeof tradeOffSchema>;
/** What was found of a part of a trade-off. */
export type TradeOffPart = z.infer<typeof tradeOffPartSchema>;
/** How a slate stands when somebody drops out. */
export type Standing = z.infer<typeof standingSchema>;
/** One loss: who drops out, and what then. */
export type Loss = z.infer<typeof lossSchema>;
/** The answer of `robustness`. */
export type Robustness = z.infer<typeof robustnessSchema>;
