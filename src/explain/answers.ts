import { z } from 'zod';
import { proofSchema } from '../proofs/proof.ts';
import {
  assuranceSchema,
  capacitySchema,
  inputsSchema,
  setAsideSchema,
  slateSchema,
  solverSchema,
  textSchema,
} from '../slate/answers.ts';

/**
 * The shapes of the explanations. A *member* of a conflict or a relaxation is named by the id of its
 * rule, `size`, or for decisions on persons `pin:ID`, `exclude:ID`, `together:N` and `apart:N` (counted
 * from 1).
 */

/** What takes part in a conflict. */
export const conflictMemberSchema = z.object({
  id: z.string(),
  kind: z.enum(['size', 'rule', 'pin', 'exclude', 'together', 'apart']),
  title: textSchema,
  /** The bound in words: "exactly 11"; absent for decisions. */
  bound: textSchema.optional(),
  /** Which sides of its bounds contradict the others; the other side could be dropped. */
  sides: z.array(z.enum(['min', 'max'])),
  /** For a rule with groups: the groups that matter, where they are not all. */
  groups: z.array(z.string()).optional(),
  /** The ids of the persons that a decision names. */
  candidates: z.array(z.string()).optional(),
});

/** Members of which no slate satisfies all, while every proper subset can be satisfied. */
export const conflictSchema = z.object({
  /** Their ids, in the order of the rule set; decisions last. */
  rules: z.array(z.string()),
  members: z.array(conflictMemberSchema),
  /** How far one of them can be met while the others hold. */
  reach: z
    .object({ rule: z.string(), side: z.enum(['min', 'max']), reach: z.number(), bound: z.number() })
    .optional(),
  message: textSchema,
});

/** How one member gives way. */
export const changeSchema = z.object({
  rule: z.string(),
  kind: z.enum(['bound', 'exceptions', 'dropped']),
  side: z.enum(['min', 'max']).optional(),
  title: textSchema,
  /** By how many members the bound moves; for a share it may be a fraction, as in a report's deviation. */
  members: z.number(),
  cost: z.number(),
  /** The bounds of the changed rule: members for a count, a share from 0 to 1 for a share. */
  bounds: z.object({ min: z.number().nullable(), max: z.number().nullable() }).optional(),
  /** For a share, its changed bound exactly: `16/45`. */
  ratio: z.string().optional(),
  /** Of seats that stay vacant: in which units. */
  groups: z.array(z.string()).optional(),
  /** Who is let in although they do not satisfy the rule; whom a dropped decision names. */
  candidates: z.array(z.string()).optional(),
  message: textSchema,
});

/** Changes that make a slate possible, and the best slate that then exists. */
export const relaxationSchema = z.object({
  cost: z.number(),
  changes: z.array(changeSchema),
  /** Its report holds it against the changed rules; rules with exceptions stand as they are. */
  slate: slateSchema,
  message: textSchema,
});

/** The answer of `diagnose`. */
export const diagnosisSchema = z.object({
  status: z.enum(['infeasible', 'feasible', 'unknown']),
  /** Present where the status is `infeasible`. */
  assurance: assuranceSchema.optional(),
  /** Irreducible, the smallest first. */
  conflicts: z.array(conflictSchema),
  conflictsFound: z.object({
    /** Whether there are no others. */
    complete: z.boolean(),
    /** Every conflict of at most this many members is listed, as far as the limit reaches; `null`: any. */
    allUpTo: z.number().int().nullable(),
  }),
  /** What the pool alone cannot give a rule. */
  capacity: z.array(capacitySchema),
  /** The cheapest first; none uses every change that an earlier one makes. */
  relaxations: z.array(relaxationSchema),
  relaxationsFound: z.object({ complete: z.boolean() }),
  setAside: z.array(setAsideSchema),
  message: textSchema,
  solver: solverSchema,
  inputs: inputsSchema,
  /** The proof that no slate exists, if it was asked for and there is one. */
  proof: proofSchema.optional(),
});

/** Who leaves and who enters when one slate gives way to another. */
const exchangeSchema = { leave: z.array(z.string()), enter: z.array(z.string()) };

/** The answer of `why`. */
export const whyAnswerSchema = z.object({
  candidate: z.string(),
  /**
   * `on`: on the best slate; `off`: not on it; `needed`: on every slate; `never`: on no slate;
   * `no-slate`: there is none at all; `unknown`: time ran out.
   */
  status: z.enum(['on', 'off', 'needed', 'never', 'no-slate', 'unknown']),
  best: slateSchema.optional(),
  /** The best slate with the candidate if they are off, without them if they are on. */
  other: slateSchema
    .extend({
      /** How much less it is worth on the first level. */
      loss: z.number(),
      /** The same per level, where there is more than one. */
      losses: z.array(z.number()).optional(),
      /** From the best slate to this one; the candidate included. */
      ...exchangeSchema,
    })
    .optional(),
  /** Rules without which the candidate would cost less, the greatest relief first. */
  obstacles: z.array(
    z.object({ rule: z.string(), title: textSchema, loss: z.number(), message: textSchema }),
  ),
  /** Where they are on no slate, or on every one: the irreducible reasons. */
  conflicts: z.array(conflictSchema),
  message: textSchema,
  solver: solverSchema,
  inputs: inputsSchema,
});

/** The best slate under one bound of a rule. */
export const costStepSchema = z.object({
  /** Members, a share from 0 to 1, or how many exceptions from a rule of eligibility. */
  value: z.number(),
  /** The same in words: "exactly 12". */
  bound: textSchema,
  status: z.enum(['optimal', 'infeasible', 'unknown']),
  objective: z.number().optional(),
  levels: z.array(z.number()).optional(),
  /** Against the rule as it stands; absent where no slate exists as it stands. */
  difference: z.number().optional(),
  members: z.array(z.string()).optional(),
  /** From the neighbouring step on the side of the bound as it stands. */
  leave: z.array(z.string()).optional(),
  enter: z.array(z.string()).optional(),
  /** Whether this is the bound as it stands. */
  present: z.boolean(),
  message: textSchema,
});

/** The answer of `cost`: what each bound of one rule costs. */
export const quotaCostSchema = z.object({
  rule: z.string(),
  title: textSchema,
  curves: z.array(
    z.object({
      /** Which bound moves: both at once for "exactly". */
      side: z.enum(['min', 'max', 'exactly']),
      /** Ascending; one step beyond the feasible range on each side, where there is one. */
      steps: z.array(costStepSchema),
      /** Whether the whole feasible range is there. */
      complete: z.boolean(),
      message: textSchema,
    }),
  ),
  solver: solverSchema,
  inputs: inputsSchema,
});

/** What the seats that a withdrawal leaves free must still bring. */
export const needSchema = z.object({
  rule: z.string(),
  group: z.string().optional(),
  title: textSchema,
  /** How many of those who stay count. */
  has: z.number().int(),
  /** At least and at most so many of those who join must count; negative: so many must still leave. */
  least: z.number(),
  most: z.number().nullable(),
  message: textSchema,
});

/** The answer of `replace`. */
export const replacementSchema = z.object({
  candidate: z.string(),
  status: z.enum(['optimal', 'infeasible', 'unknown']),
  needs: z.array(needSchema),
  /** Best first. */
  replacements: z.array(
    z.object({
      /** Who joins, and who leaves besides the candidate. */
      enter: z.array(z.string()),
      leave: z.array(z.string()),
      slate: slateSchema,
      message: textSchema,
    }),
  ),
  message: textSchema,
  solver: solverSchema,
  inputs: inputsSchema,
});

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
