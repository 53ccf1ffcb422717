import { z } from 'zod';
import { boundSchema, noticesSchema, textSchema, withoutValueSchema } from './answer-parts.ts';

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

/** What would become of a slate if somebody joined it, or took the place of a member. */
const consequenceSchema = z
  .object({
    candidate: z.string().describe('Who would come; of a plan, the appointment.'),
    leave: z
      .array(z.string())
      .optional()
      .describe(
        'Who would leave for them: the member named; on a full slate, whose leaving serves it best; of a plan, their own other appointment and who holds the post. Absent where nobody would.',
      ),
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
      .describe(
        'If it was asked for: who else could be on it, the best first; of a plan, the appointments that were asked about.',
      ),
    notices: noticesSchema,
  })
  .meta({
    id: 'CheckAnswer',
    description: 'The answer of `check`: the report and, of a placement, what the slate is made of.',
  });

/** What one rule (or one group of a rule with `forEach`) says of one slate. */
export type RuleReport = z.infer<typeof ruleReportSchema>;
/** A member who breaks a rule of eligibility, with the fact that shows it. */
export type Ineligible = z.infer<typeof ineligibleSchema>;
/** What one decision on persons says of one slate. */
export type DecisionReport = z.infer<typeof decisionReportSchema>;
/** The answer of `check`. */
export type Report = z.infer<typeof reportSchema>;
/** One appointment of a placement. */
export type Appointment = z.infer<typeof appointmentSchema>;
/** A post of a placement: a title in a unit, and who holds it now. */
export type PostAnswer = z.infer<typeof postSchema>;
/** What a plan is made of. */
export type PlanAnswer = z.infer<typeof planAnswerSchema>;
/** What would become of a slate if somebody joined it, or took the place of a member. */
export type Consequence = z.infer<typeof consequenceSchema>;
/** The answer of `check`: the report and, of a placement, what the slate is made of. */
export type CheckAnswer = z.infer<typeof checkAnswerSchema>;
