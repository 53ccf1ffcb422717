import { z } from 'zod';
import { assuranceSchema, textSchema } from '../check/answer-parts.ts';

/** The shapes of what a batch answers, as in `check/answer-parts.ts`. */

const rulesTogether = z.object({
  rules: z.array(z.string()).describe('Ids of rules, `size`, or decisions on persons.'),
  message: textSchema,
});

/** What one case under one scenario came to; of equal inputs it is the same. */
const outcomeSchema = z
  .object({
    status: z
      .enum(['optimal', 'feasible', 'infeasible', 'unknown', 'unreadable'])
      .describe('`unreadable`: the case cannot be asked, and `problems` say why.'),
    assurance: assuranceSchema.optional(),
    objective: z.number().optional().describe('Of the first level.'),
    price: z.number().optional().describe('What missed goals cost.'),
    members: z.array(z.string()).optional().describe('Ids; of a plan, its appointments.'),
    missed: z
      .array(z.object({ rule: z.string(), cost: z.number() }))
      .optional()
      .describe('Goals that are missed, with their price.'),
    conflicts: z.array(rulesTogether).optional().describe('Why no slate exists, the smallest first.'),
    wayOut: z
      .object({ cost: z.number(), rules: z.array(z.string()), message: textSchema })
      .optional()
      .describe('The cheapest change of bounds after which a slate exists.'),
    problems: z.array(textSchema).optional(),
    milliseconds: z.number(),
  })
  .meta({ id: 'BatchOutcome', description: 'What one case under one scenario came to.' });

/** An outcome with what it is of, as a line of `results.jsonl`. */
export const resultSchema = outcomeSchema
  .extend({
    key: z
      .string()
      .describe(
        'SHA-256 over candidates, units, rules, scenario and version; empty where more time could come to more.',
      ),
    case: z.string(),
    scenario: z.string(),
  })
  .meta({ id: 'BatchResult', description: 'An outcome with the case and the scenario that it is of.' });

const countsSchema = {
  cases: z.number().int(),
  withSlate: z.number().int(),
  withoutSlate: z.number().int(),
  unknown: z.number().int().describe('Time ran out.'),
  unreadable: z.number().int(),
};

/** What all cases under one scenario came to. */
const scenarioSummarySchema = z
  .object({
    id: z.string(),
    title: textSchema,
    ...countsSchema,
    objective: z.number().describe('Over all cases that have a slate.'),
    againstBase: z
      .object({
        cases: z.number().int().describe('Cases with a slate under both.'),
        objective: z.number().describe('How much more their slates are worth than under the base case.'),
        lost: z.number().int().describe('Cases that have a slate under the base case alone.'),
        gained: z.number().int().describe('Cases that have one under this scenario alone.'),
      })
      .optional()
      .describe('Absent for the base case.'),
  })
  .meta({ id: 'BatchScenario', description: 'What all cases under one scenario came to.' });

/** How often one rule stands in the way. */
const ruleSummarySchema = z
  .object({
    rule: z.string(),
    title: textSchema,
    conflicts: z
      .number()
      .int()
      .describe('Cases under a scenario in which it is part of why no slate exists.'),
    missed: z.number().int().describe('Those in which it is a goal that the best slate misses.'),
    price: z.number().describe('What those cost in all.'),
  })
  .meta({ id: 'BatchRule', description: 'How often one rule stands in the way.' });

/** The answer of a batch. */
export const batchSchema = z
  .object({
    ...countsSchema,
    total: z.number().int().describe('Cases times scenarios.'),
    reused: z.number().int().describe('How many were known from before, by equal inputs.'),
    complete: z.boolean().describe('Whether all were answered; otherwise the batch was stopped.'),
    milliseconds: z.number(),
    scenarios: z.array(scenarioSummarySchema),
    rules: z.array(ruleSummarySchema).describe('Those that stand in the way most often first.'),
    failed: z
      .array(z.object({ case: z.string(), scenarios: z.array(z.string()), problems: z.array(textSchema) }))
      .describe('Cases that cannot be asked, with why: once for all scenarios with the same problems.'),
    slateless: z
      .array(z.object({ case: z.string(), why: z.array(textSchema) }))
      .describe(
        'Cases that have no slate as the rules stand, with contradictions that were found; the first 1,000.',
      ),
  })
  .meta({ id: 'Batch', description: 'The answer of a batch of cases.' });

/** The answer of a batch with every result, and with what its cases are called. */
export const toldBatchSchema = z
  .object({
    batch: batchSchema,
    results: z.array(resultSchema).describe('In the order of cases and scenarios.'),
    cases: z
      .array(z.object({ id: z.string(), title: textSchema, carried: z.record(z.string(), z.string()) }))
      .describe('What the cases are called, and what goes along with them.'),
  })
  .meta({ id: 'BatchAnswer', description: 'What a batch came to: its summary, and every result.' });

/** What one case under one scenario came to; of equal inputs it is the same. */
export type BatchOutcome = z.infer<typeof outcomeSchema>;
/** An outcome with what it is of, as a line of `results.jsonl`. */
export type BatchResult = z.infer<typeof resultSchema>;
/** What all cases under one scenario came to. */
export type ScenarioSummary = z.infer<typeof scenarioSummarySchema>;
/** How often one rule stands in the way. */
export type RuleSummary = z.infer<typeof ruleSummarySchema>;
/** The answer of a batch. */
export type Batch = z.infer<typeof batchSchema>;
/** The answer of a batch with every result, and with what its cases are called. */
export type ToldBatch = z.infer<typeof toldBatchSchema>;
