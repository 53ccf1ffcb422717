import { z } from 'zod';
import { assuranceSchema, capacitySchema, inputsSchema, textSchema } from '../slate/answers.ts';

/** The shapes of the answers about scenarios, as in `slate/answers.ts`. */

/** Why no slate exists: rules that contradict each other, none of them needlessly. */
export const contradictionSchema = z.object({
  /** Ids of rules, `size`, or decisions: `pin:ID`, `exclude:ID`, `together:N`, `apart:N`. */
  rules: z.array(z.string()),
  message: textSchema,
});

const statusSchema = z.enum(['optimal', 'feasible', 'infeasible', 'unknown']);

/** What every solved case says, be it a scenario or a cell. */
export const outcomeSchema = z.object({
  status: statusSchema,
  /** Present where the status is `optimal` or `infeasible`. */
  assurance: assuranceSchema.optional(),
  /** The objective of the first level. */
  objective: z.number().optional(),
  /** One value per level, where there is more than one. */
  levels: z.array(z.number()).optional(),
  /** Proven upper bound of the objective, where the status is `feasible`. */
  bound: z.number().optional(),
  /** What broken goals cost. */
  price: z.number().optional(),
  /** Ids, in ascending order. */
  members: z.array(z.string()).optional(),
  /** Where no slate exists; absent if time ran out before it was known. */
  conflict: contradictionSchema.optional(),
});

/** What changes against the base case; absent where either has no slate. */
const changesSchema = z.object({ comes: z.array(z.string()), goes: z.array(z.string()) });

/** What a sweep varies. */
export const variationSchema = z.object({
  name: z.string(),
  title: textSchema,
  rule: z.string().optional(),
  side: z.enum(['exactly', 'min', 'max']),
  /** As written, in ascending order. */
  values: z.array(z.string()),
});

/** One cell of a sweep. */
export const cellSchema = outcomeSchema.extend({
  /** The index of the value of each variation. */
  at: z.array(z.number().int()),
  changes: changesSchema.optional(),
  /** A slate exists here, and none does one step further in some direction. */
  frontier: z.boolean(),
});

/** The answer of `sweep`. */
export const sweepSchema = z.object({
  title: textSchema,
  /** Whether it is of a placement, whose members are appointments; absent: of a slate. */
  plan: z.boolean().optional(),
  variations: z.array(variationSchema),
  /** The case as it stands. */
  base: outcomeSchema,
  /** The solved cells in the order of the grid, the last variation changing first. */
  cells: z.array(cellSchema),
  total: z.number().int(),
  /** Whether every cell was solved; otherwise it was cancelled, or time ran out. */
  complete: z.boolean(),
  milliseconds: z.number(),
  inputs: inputsSchema,
});

/** What one scenario came to. */
export const scenarioOutcomeSchema = outcomeSchema.extend({
  id: z.string(),
  title: textSchema,
  size: z.object({ min: z.number().int(), max: z.number().int() }),
  gap: z.number().optional(),
  /** Rules that the pool alone cannot meet. */
  capacity: z.array(capacitySchema),
  inputs: inputsSchema,
});

/** Need and have of one line of the report in every scenario. */
export const comparedRuleSchema = z.object({
  id: z.string(),
  group: z.string().optional(),
  title: textSchema,
  kind: z.enum(['size', 'count', 'share', 'require']),
  /** In the order of the scenarios; `null` where the rule is off. */
  in: z.array(
    z
      .object({
        min: z.number().nullable(),
        max: z.number().nullable(),
        strength: z.enum(['hard', 'soft']),
        /** Absent where the scenario has no slate. */
        actual: z.number().optional(),
        cost: z.number().optional(),
      })
      .nullable(),
  ),
});

/** The answer of `compare`. */
export const comparisonSchema = z.object({
  title: textSchema,
  /** Whether it is of a placement, whose members are appointments; absent: of a slate. */
  plan: z.boolean().optional(),
  scenarios: z.array(scenarioOutcomeSchema),
  rules: z.array(comparedRuleSchema),
  /** Members of the slate of every scenario that has one. */
  inAll: z.array(z.string()),
  /** Members of some slates only, and the ids of the scenarios. */
  inSome: z.array(z.object({ candidate: z.string(), scenarios: z.array(z.string()) })),
  /** For each pair that both have a slate: who must go and come to make the first the second. */
  swaps: z.array(changesSchema.extend({ from: z.string(), to: z.string() })),
  milliseconds: z.number(),
});

/** What is traded against what. */
export const measureSchema = z.object({
  name: z.string(),
  title: textSchema,
  better: z.enum(['high', 'low']),
  /** Values are multiples of `1 / scale`. */
  scale: z.number(),
});

/** The answer of `tradeoff`. */
export const tradeOffSchema = z.object({
  title: textSchema,
  status: z.enum(['complete', 'partial', 'infeasible', 'unknown']),
  measures: z.array(measureSchema),
  /** The non-dominated slates, by the first measure, the best first. */
  points: z.array(z.object({ values: z.array(z.number()), members: z.array(z.string()) })),
  solves: z.number().int(),
  milliseconds: z.number(),
  inputs: inputsSchema,
});

/** How a slate stands when somebody drops out. */
const standingSchema = z.enum(['compliant', 'mendable', 'broken']);

/** One loss: who drops out, and what then. */
export const lossSchema = z.object({
  /** One id, or two in ascending order. */
  out: z.array(z.string()),
  standing: standingSchema,
  /** Ids of the hard rules that break, the size included. */
  breaks: z.array(z.string()),
  /** One swap that mends it: who comes, and who else must go. */
  mend: z.object({ comes: z.string().optional(), goes: z.string().optional() }).optional(),
  /** How many single candidates could take the place without anybody else going. */
  replacements: z.number().int(),
});

/** The answer of `robustness`. */
export const robustnessSchema = z.object({
  title: textSchema,
  members: z.array(z.string()),
  /** Whether the slate keeps the hard rules while nobody drops out. */
  compliant: z.boolean(),
  one: z.object({ compliant: z.number(), mendable: z.number(), broken: z.number() }),
  two: z.object({ compliant: z.number(), mendable: z.number(), broken: z.number() }).optional(),
  /** Every single loss in the order of the members; of the double ones, those that are broken. */
  losses: z.array(lossSchema),
  message: textSchema,
  milliseconds: z.number(),
  inputs: inputsSchema,
});

export type Contradiction = z.infer<typeof contradictionSchema>;
export type OutcomeAnswer = z.infer<typeof outcomeSchema>;
export type SweepCell = z.infer<typeof cellSchema>;
export type Sweep = z.infer<typeof sweepSchema>;
export type ScenarioOutcome = z.infer<typeof scenarioOutcomeSchema>;
export type ComparedRule = z.infer<typeof comparedRuleSchema>;
export type Comparison = z.infer<typeof comparisonSchema>;
export type TradeOff = z.infer<typeof tradeOffSchema>;
export type Standing = z.infer<typeof standingSchema>;
export type Loss = z.infer<typeof lossSchema>;
export type Robustness = z.infer<typeof robustnessSchema>;
