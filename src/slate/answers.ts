import { z } from 'zod';
import { proofSchema } from '../proofs/proof.ts';

/**
 * The shapes of the answers: one zod schema each, shared by library, command line (`--json`), HTTP
 * and page. What is optional is left out, never `null`, except bounds: `null` means "no bound".
 */

/** One text in both languages. */
export const textSchema = z
  .object({ vi: z.string(), en: z.string() })
  .meta({ id: 'Text', description: 'One text in both languages.' });

/** A bound of a rule: members for a count, a share from 0 to 1 for a share; `null` where there is none. */
const boundSchema = z.number().nullable().meta({
  id: 'Bound',
  description:
    'A bound of a rule: members for a count, a share from 0 to 1 for a share; `null` where there is none.',
});

/** What one rule (or one group of a rule with `forEach`) says of one slate. */
const ruleReportSchema = z
  .object({
    id: z.string(),
    group: z
      .string()
      .optional()
      .describe('The value of the `forEach` fact this line is about; absent for rules without groups.'),
    title: textSchema,
    kind: z.enum(['size', 'count', 'share', 'sum', 'average', 'require']),
    strength: z.enum(['hard', 'soft']),
    status: z.enum(['kept', 'violated', 'unknown']),
    actual: z
      .number()
      .describe(
        'How many members match; for a share, the part of `of` members that match (1 of an empty base is 0); for a sum or an average, what the fact comes to over the members whose value is known (0 of nobody); how many groups are represented, or rules kept, where these are counted.',
      ),
    min: boundSchema,
    max: boundSchema,
    deviation: z
      .number()
      .describe(
        'Members missing (negative) or too many (positive), 0 where the rule is kept. For a share it is the least whole number who would have to match besides, or match no longer, in the same base; with `deviation: exact` it is `matching − bound × base`, and may be a fraction of a member. For a sum it is what lacks or is too much of the fact, for an average what all who count lack or have too much together.',
      ),
    base: z
      .number()
      .int()
      .optional()
      .describe(
        'Of a share: how many members (or units) it is a part of; of an average: over how many it is.',
      ),
    cost: z.number().describe('What breaking a soft rule costs: weight × |deviation|; 0 for hard rules.'),
    members: z
      .array(z.string())
      .describe('Ids of the members that count (for `require`: of those who do not satisfy it).'),
    undecided: z
      .array(z.string())
      .optional()
      .describe(
        'Ids of the members whose missing facts leave the outcome open; absent where there are none.',
      ),
    parts: z
      .array(
        z.object({
          title: textSchema.describe('What the rule asks, in a sentence.'),
          status: z.enum(['kept', 'violated', 'unknown']),
          messages: z.array(textSchema).describe('Its lines that are not kept.'),
        }),
      )
      .optional()
      .describe('Of a rule that counts rules: what became of each.'),
    message: textSchema,
    source: textSchema.optional(),
  })
  .meta({
    id: 'RuleReport',
    description: 'What one rule (or one group of a rule with `forEach`) says of one slate.',
  });

/** A member who breaks a rule of eligibility, with the fact that shows it. */
const ineligibleSchema = z
  .object({
    candidate: z.string(),
    rule: z.string(),
    fact: z.string(),
    value: z.union([z.string(), z.number(), z.boolean()]).optional(),
    message: textSchema,
  })
  .meta({
    id: 'Ineligible',
    description: 'A member who breaks a rule of eligibility, with the fact that shows it.',
  });

/** How many have an empty cell where a rule with `forEach` looks for their group. */
export const withoutValueSchema = z
  .object({
    rule: z.string(),
    fact: z.string().describe('The `forEach` fact.'),
    missing: z
      .enum(['aside', 'none'])
      .describe('What the rule says of them: `aside`: their group is not known; `none`: they are in none.'),
    count: z
      .number()
      .int()
      .describe('Members of a slate, or candidates of a pool, whom the rule may be about.'),
    message: textSchema,
  })
  .meta({
    id: 'WithoutValue',
    description: 'How many have an empty cell where a rule with `forEach` looks for their group.',
  });

/** What one decision on persons says of one slate. */
const decisionReportSchema = z
  .object({
    id: z.string().describe('`pin:ID`, `exclude:ID`, `together:N` or `apart:N`, groups counted from 1.'),
    kind: z.enum(['pin', 'exclude', 'together', 'apart']),
    candidates: z.array(z.string()).describe('Whom the decision names; in a placement also appointments.'),
    members: z.array(z.string()).describe('Those of them who are on the slate.'),
    status: z.enum(['kept', 'violated']),
    title: textSchema,
    message: textSchema,
  })
  .meta({ id: 'DecisionReport', description: 'What one decision on persons says of one slate.' });

/** The answer of `check`. */
export const reportSchema = z
  .object({
    compliant: z
      .boolean()
      .describe('All hard rules are kept, none violated, none unknown, and all decisions on persons.'),
    size: z.number().int(),
    rules: z
      .array(ruleReportSchema)
      .describe(
        'The size first, then every rule in the order of the rule set, groups in order of their value.',
      ),
    ineligible: z.array(ineligibleSchema),
    withoutValue: z
      .array(withoutValueSchema)
      .optional()
      .describe('By rule, the members without a value for its groups; absent where there are none.'),
    decisions: z
      .array(decisionReportSchema)
      .optional()
      .describe('Every decision on persons; absent where nothing is decided.'),
  })
  .meta({ id: 'Report', description: 'The answer of `check`.' });

/** What one soft rule cost a slate. */
const softCostSchema = z
  .object({
    rule: z.string(),
    deviation: z.number(),
    cost: z.number(),
  })
  .meta({ id: 'SoftCost', description: 'What one soft rule cost a slate.' });

/** One appointment of a placement. */
export const appointmentSchema = z
  .object({
    id: z.string(),
    candidate: z.string(),
    unit: z.string(),
    posts: z
      .array(z.object({ title: z.string(), unit: z.string() }))
      .describe(
        'The titles held together, with the unit of each: that of the appointment, but for concurrent titles.',
      ),
    stays: z.boolean().describe('Whether the candidate holds all of them already.'),
    rotation: z
      .string()
      .optional()
      .describe('The move it is; absent where it is not known where the candidate works now.'),
    from: z.string().optional().describe('Where the candidate works now, as far as it is known.'),
  })
  .meta({ id: 'Appointment', description: 'One appointment of a placement.' });

/** A post of a placement: a title in a unit, and who holds it now. */
const postSchema = z
  .object({
    unit: z.string(),
    title: z.string(),
    holders: z.array(z.string()).describe('Ids of the candidates who hold it by the units table.'),
  })
  .meta({ id: 'Post', description: 'A post of a placement: a title in a unit, and who holds it now.' });

/** What a plan is made of. */
const planAnswerSchema = z
  .object({
    posts: z.array(postSchema).describe('Title after title in each unit that has it.'),
    appointments: z
      .array(appointmentSchema)
      .describe('What each member is, in the order in which they were given.'),
  })
  .meta({ id: 'PlanAnswer', description: 'What a plan is made of.' });

/**
 * What stands behind `optimal` and `infeasible`: a proof that was checked in whole numbers; or, where none was
 * found in time, the word of both solvers, or of one.
 */
export const assuranceSchema = z.enum(['proven', 'solvers-agree', 'one-solver']);

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

/** Somebody who could not take part, and why. */
export const setAsideSchema = z
  .object({
    candidate: z.string(),
    appointments: z
      .array(z.string())
      .optional()
      .describe('Of a plan: the appointments that it is about, where these are not all of the candidate.'),
    rule: z.string(),
    facts: z.array(z.string()).describe('The facts that are missing or known too roughly.'),
    message: textSchema,
  })
  .meta({ id: 'SetAside', description: 'Somebody who could not take part, and why.' });

/** What the pool alone can give a rule, before the rules are held against each other. */
export const capacitySchema = z
  .object({
    rule: z.string(),
    group: z.string().optional(),
    title: textSchema,
    available: z.number().int().describe('Eligible candidates who match.'),
    need: z
      .object({ min: boundSchema, max: boundSchema })
      .describe('The fewest and most who match on any slate that the rules’ caps on groups allow.'),
    enough: z.boolean(),
    message: textSchema,
  })
  .meta({
    id: 'Capacity',
    description: 'What the pool alone can give a rule, before the rules are held against each other.',
  });

/** Who solved it, and how long it took. */
export const solverSchema = z
  .object({
    name: z.string(),
    version: z.string(),
    milliseconds: z.number(),
    confirmedBy: z.string().optional().describe('The second solver, if it came to the same optimum in time.'),
    notes: z
      .array(textSchema)
      .optional()
      .describe('What the board should know of how it was solved: a solver that hung and was killed, say.'),
  })
  .meta({ id: 'Solver', description: 'Who solved it, and how long it took.' });

/** What an answer was made from: hashes, so that anyone can tell whether two answers had the same inputs. */
export const inputsSchema = z
  .object({
    pool: z.object({ sha256: z.string(), size: z.number().int() }),
    units: z.object({ sha256: z.string(), size: z.number().int() }).optional(),
    rules: z.object({ id: z.string(), sha256: z.string() }),
    scenario: z.object({ name: z.string(), sha256: z.string() }).optional(),
    options: z.record(z.string(), z.unknown()),
  })
  .meta({
    id: 'Inputs',
    description:
      'What an answer was made from: hashes, so that anyone can tell whether two answers had the same inputs.',
  });

/** Something in the candidates or rules that is possible and looks odd. */
export const noticeSchema = z
  .object({
    code: z.string(),
    key: z.string().describe('By this it is accepted, once for all.'),
    message: textSchema,
    place: z
      .object({
        file: z.string(),
        line: z.number().int().optional(),
        column: z.number().int().optional(),
        field: z.string().optional(),
      })
      .optional(),
  })
  .meta({
    id: 'Notice',
    description: 'Something in the candidates or rules that is possible and looks odd.',
  });

/** What looks odd, where anything does. */
const noticesSchema = z
  .array(noticeSchema)
  .optional()
  .meta({ id: 'Notices', description: 'What looks odd, where anything does.' });

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

/** What would become of a slate if somebody joined it, or took the place of a member. */
const consequenceSchema = z
  .object({
    candidate: z.string(),
    compliant: z.boolean().describe('Whether the slate then keeps all hard rules.'),
    points: z
      .number()
      .optional()
      .describe(
        'How much more it is then worth on the first level, the prices of goals included; absent where a fact is missing.',
      ),
    broken: z.array(z.string()).describe('Hard rules that are kept no longer, by id.'),
    mended: z.array(z.string()).describe('Hard rules that are kept again.'),
    missed: z.array(z.string()).describe('Goals that are missed besides.'),
    reached: z.array(z.string()).describe('Goals that are reached again.'),
  })
  .meta({
    id: 'Consequence',
    description: 'What would become of a slate if somebody joined it, or took the place of a member.',
  });

/** The answer of `check`: the report and, of a placement, what the slate is made of. */
export const checkAnswerSchema = reportSchema
  .extend({
    placement: planAnswerSchema.optional(),
    consequences: z
      .array(consequenceSchema)
      .optional()
      .describe('If it was asked for, and not of a placement: who else could be on it, the best first.'),
    notices: noticesSchema,
  })
  .meta({
    id: 'CheckAnswer',
    description: 'The answer of `check`: the report and, of a placement, what the slate is made of.',
  });

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
      .describe('`(bound − objective) / |objective|` where the status is `feasible`.'),
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

/** The answer of `verify`: a proof holds, or why it does not. */
export const verificationSchema = z
  .discriminatedUnion('proven', [
    z.object({
      proven: z.literal(true),
      claim: z.enum(['optimal', 'infeasible']),
      leaves: z.number().int().describe('How many leaves the trees have, all levels together.'),
      slates: z
        .array(z.boolean())
        .describe(
          'Of every slate, the best first: whether it is proven to be the best that differs enough from those before it.',
        ),
    }),
    z.object({ proven: z.literal(false), why: z.object({ code: z.string(), message: textSchema }) }),
  ])
  .meta({ id: 'Verification', description: 'The answer of `verify`: a proof holds, or why it does not.' });

export type Verification = z.infer<typeof verificationSchema>;
export type Notice = z.infer<typeof noticeSchema>;
export type RuleReport = z.infer<typeof ruleReportSchema>;
export type Ineligible = z.infer<typeof ineligibleSchema>;
export type Consequence = z.infer<typeof consequenceSchema>;
export type CheckAnswer = z.infer<typeof checkAnswerSchema>;
export type PostAnswer = z.infer<typeof postSchema>;
export type DecisionReport = z.infer<typeof decisionReportSchema>;
export type Report = z.infer<typeof reportSchema>;
export type Appointment = z.infer<typeof appointmentSchema>;
export type PlanAnswer = z.infer<typeof planAnswerSchema>;
export type Slate = z.infer<typeof slateSchema>;
export type WithoutValue = z.infer<typeof withoutValueSchema>;
export type SetAside = z.infer<typeof setAsideSchema>;
export type Capacity = z.infer<typeof capacitySchema>;
export type SolverNote = z.infer<typeof solverSchema>;
export type Assurance = z.infer<typeof assuranceSchema>;
export type NearBest = z.infer<typeof nearBestSchema>;
export type Prices = z.infer<typeof pricesSchema>;
export type Proposal = z.infer<typeof proposalSchema>;
