import { z } from 'zod';
import { proofSchema } from '../proofs/proof.ts';
import {
  assuranceSchema,
  capacitySchema,
  inputsSchema,
  setAsideSchema,
  solverSchema,
  textSchema,
} from '../check/answer-parts.ts';
import { slateSchema } from '../slate/propose-answer.ts';

/**
 * The shapes of the explanations. A *member* of a conflict or a relaxation is named by the id of its
 * rule, `size`, or for decisions on persons `pin:ID`, `exclude:ID`, `together:N` and `apart:N` (counted
 * from 1).
 */

/** What takes part in a conflict. */
const conflictMemberSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['size', 'rule', 'pin', 'exclude', 'together', 'apart']),
    title: textSchema,
    bound: textSchema.optional().describe('The bound in words: "exactly 11"; absent for decisions.'),
    sides: z
      .array(z.enum(['min', 'max']))
      .describe('Which sides of its bounds contradict the others; the other side could be dropped.'),
    groups: z
      .array(z.string())
      .optional()
      .describe('For a rule with groups: the groups that matter, where they are not all.'),
    candidates: z.array(z.string()).optional().describe('The ids of the persons that a decision names.'),
  })
  .meta({ id: 'ConflictMember', description: 'What takes part in a conflict.' });

/** Members of which no slate satisfies all, while every proper subset can be satisfied. */
export const conflictSchema = z
  .object({
    rules: z.array(z.string()).describe('Their ids, in the order of the rule set; decisions last.'),
    members: z.array(conflictMemberSchema),
    reach: z
      .object({ rule: z.string(), side: z.enum(['min', 'max']), reach: z.number(), bound: z.number() })
      .optional()
      .describe('How far one of them can be met while the others hold.'),
    message: textSchema,
  })
  .meta({
    id: 'Conflict',
    description: 'Members of which no slate satisfies all, while every proper subset can be satisfied.',
  });

/** How one member gives way. */
const changeSchema = z
  .object({
    rule: z.string(),
    kind: z.enum(['bound', 'exceptions', 'dropped']),
    side: z.enum(['min', 'max']).optional(),
    title: textSchema,
    members: z
      .number()
      .describe(
        'By how many members the bound moves; for a share, by how many it is off without that, as a report counts; for a sum or an average, the same in the fact.',
      ),
    cost: z.number(),
    bounds: z
      .object({ min: z.number().nullable(), max: z.number().nullable() })
      .optional()
      .describe(
        'The bounds of the changed rule: members for a count, a share from 0 to 1 for a share, the fact for a sum or an average.',
      ),
    ratio: z
      .string()
      .optional()
      .describe('For a share, a sum or an average, its changed bound exactly: `16/45`.'),
    groups: z.array(z.string()).optional().describe('Of seats that stay vacant: in which units.'),
    candidates: z
      .array(z.string())
      .optional()
      .describe('Who is let in although they do not satisfy the rule; whom a dropped decision names.'),
    message: textSchema,
  })
  .meta({ id: 'Change', description: 'How one member gives way.' });

/** Changes that make a slate possible, and the best slate that then exists at this cost. */
export const relaxationSchema = z
  .object({
    cost: z.number(),
    changes: z.array(changeSchema),
    slate: slateSchema.describe(
      'The best that costs no more. Its report holds it against the changed rules; rules with exceptions stand as they are.',
    ),
    message: textSchema,
  })
  .meta({
    id: 'Relaxation',
    description: 'Changes that make a slate possible, and the best slate that then exists at this cost.',
  });

/** The answer of `diagnose`. */
export const diagnosisSchema = z
  .object({
    status: z.enum(['infeasible', 'feasible', 'unknown']),
    assurance: assuranceSchema.optional().describe('Present where the status is `infeasible`.'),
    conflicts: z.array(conflictSchema).describe('Irreducible, the smallest first.'),
    conflictsFound: z.object({
      complete: z.boolean().describe('Whether there are no others.'),
      allUpTo: z
        .number()
        .int()
        .nullable()
        .describe(
          'Every conflict of at most this many members is listed, as far as the limit reaches; `null`: any.',
        ),
      stopped: z.boolean().describe('Whether time ran out before as many as were asked for were found.'),
    }),
    capacity: z.array(capacitySchema).describe('What the pool alone cannot give a rule.'),
    relaxations: z
      .array(relaxationSchema)
      .describe(
        'The cheapest first, of equals those that change fewer rules; none makes every change that an earlier one makes, or one that it can do without.',
      ),
    relaxationsFound: z.object({
      complete: z.boolean().describe('Whether there are no others.'),
      more: z
        .boolean()
        .describe(
          'Whether there surely are others; neither is known where none were asked for or time ran out.',
        ),
      stopped: z.boolean().describe('Whether time ran out before as many as were asked for were found.'),
      assurance: assuranceSchema
        .optional()
        .describe('That none is cheaper; absent where there are none. Ways out have no proof.'),
    }),
    setAside: z.array(setAsideSchema),
    message: textSchema,
    solver: solverSchema,
    inputs: inputsSchema,
    proof: proofSchema
      .optional()
      .describe('The proof that no slate exists, if it was asked for and there is one.'),
  })
  .meta({ id: 'Diagnosis', description: 'The answer of `diagnose`.' });

/** Who leaves and who enters when one slate gives way to another. */
const exchangeSchema = { leave: z.array(z.string()), enter: z.array(z.string()) };

/** The answer of `why`. */
export const whyAnswerSchema = z
  .object({
    candidate: z.string(),
    status: z
      .enum(['on', 'off', 'needed', 'never', 'no-slate', 'unknown'])
      .describe(
        '`on`: on the best slate; `off`: not on it; `needed`: on every slate; `never`: on no slate; `no-slate`: there is none at all; `unknown`: time ran out.',
      ),
    best: slateSchema.optional(),
    /** The best slate with the candidate if they are off, without them if they are on. */
    other: slateSchema
      .extend({
        loss: z.number().describe('How much less it is worth on the first level.'),
        losses: z.array(z.number()).optional().describe('The same per level, where there is more than one.'),
        /** From the best slate to this one; the candidate included. */
        ...exchangeSchema,
      })
      .optional(),
    /** Rules without which the candidate would cost less, the greatest relief first. */
    obstacles: z.array(
      z.object({ rule: z.string(), title: textSchema, loss: z.number(), message: textSchema }),
    ),
    binding: z
      .array(
        z.object({
          rule: z.string(),
          group: z.string().optional(),
          title: textSchema,
          points: z.number().describe('Price × what the candidate counts for in the rule.'),
        }),
      )
      .optional()
      .describe(
        'Of somebody on the best slate: rules short of people of their kind, by the prices of the linear relaxation, the most first; absent where there are none.',
      ),
    conflicts: z
      .array(conflictSchema)
      .describe('Where they are on no slate, or on every one: the irreducible reasons.'),
    assurance: assuranceSchema
      .optional()
      .describe('What stands behind the answer, which has no proof; absent where time ran out.'),
    message: textSchema,
    solver: solverSchema,
    inputs: inputsSchema,
  })
  .meta({ id: 'WhyAnswer', description: 'Why somebody is on the best slate, or not.' });

/** The best slate under one bound of a rule. */
const costStepSchema = z
  .object({
    value: z
      .number()
      .describe('Members, a share from 0 to 1, or how many exceptions from a rule of eligibility.'),
    bound: textSchema.describe('The same in words: "exactly 12".'),
    status: z.enum(['optimal', 'infeasible', 'unknown']),
    assurance: assuranceSchema.optional().describe('Absent where the status is `unknown`.'),
    objective: z.number().optional(),
    levels: z.array(z.number()).optional(),
    difference: z
      .number()
      .optional()
      .describe('Against the rule as it stands; absent where no slate exists as it stands.'),
    members: z.array(z.string()).optional(),
    leave: z
      .array(z.string())
      .optional()
      .describe('From the neighbouring step on the side of the bound as it stands.'),
    enter: z.array(z.string()).optional(),
    present: z.boolean().describe('Whether this is the bound as it stands.'),
    message: textSchema,
  })
  .meta({ id: 'CostStep', description: 'The best slate under one bound of a rule.' });

/** The answer of `cost`: what each bound of one rule costs. */
export const quotaCostSchema = z
  .object({
    rule: z.string(),
    title: textSchema,
    curves: z.array(
      z.object({
        side: z.enum(['min', 'max', 'exactly']).describe('Which bound moves: both at once for "exactly".'),
        steps: z
          .array(costStepSchema)
          .describe('Ascending; one step beyond the feasible range on each side, where there is one.'),
        complete: z.boolean().describe('Whether the whole feasible range is there.'),
        message: textSchema,
      }),
    ),
    assurance: assuranceSchema.optional().describe('`proven` where every step is that is not `unknown`.'),
    solver: solverSchema,
    inputs: inputsSchema,
  })
  .meta({ id: 'QuotaCost', description: 'The answer of `cost`: what each bound of one rule costs.' });

/** What the seats that a withdrawal leaves free must still bring. */
const needSchema = z
  .object({
    rule: z.string(),
    group: z.string().optional(),
    title: textSchema,
    has: z.number().int().describe('How many of those who stay count.'),
    least: z
      .number()
      .describe(
        'At least and at most so many of those who join must count; negative: so many must still leave.',
      ),
    most: z.number().nullable(),
    message: textSchema,
  })
  .meta({ id: 'Need', description: 'What the seats that a withdrawal leaves free must still bring.' });

/** The answer of `replace`. */
export const replacementSchema = z
  .object({
    candidate: z.string(),
    also: z.array(z.string()).optional().describe('Who withdraws at the same time, if anybody.'),
    status: z.enum(['optimal', 'infeasible', 'unknown']),
    needs: z.array(needSchema),
    /** Best first. */
    replacements: z.array(
      z.object({
        enter: z.array(z.string()).describe('Who joins, and who leaves besides the candidate.'),
        leave: z.array(z.string()),
        slate: slateSchema,
        message: textSchema,
      }),
    ),
    assurance: assuranceSchema
      .optional()
      .describe('What stands behind the status, which has no proof; absent where it is `unknown`.'),
    message: textSchema,
    solver: solverSchema,
    inputs: inputsSchema,
  })
  .meta({ id: 'Replacement', description: 'The answer of `replace`.' });

export type ConflictMember = z.infer<typeof conflictMemberSchema>;
export type Conflict = z.infer<typeof conflictSchema>;
export type Change = z.infer<typeof changeSchema>;
export type RelaxationAnswer = z.infer<typeof relaxationSchema>;
export type Diagnosis = z.infer<typeof diagnosisSchema>;
export type WhyAnswer = z.infer<typeof whyAnswerSchema>;
export type CostStep = z.infer<typeof costStepSchema>;
export type QuotaCost = z.infer<typeof quotaCostSchema>;
export type Need = z.infer<typeof needSchema>;
export type Replacement = z.infer<typeof replacementSchema>;
