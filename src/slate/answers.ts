import { z } from 'zod';
import { proofSchema } from '../proofs/proof.ts';

/**
 * The shapes of the answers: one zod schema each, shared by library, command line (`--json`), HTTP
 * and page. What is optional is left out, never `null`, except bounds: `null` means "no bound".
 */

/** One text in both languages. */
export const textSchema = z.object({ vi: z.string(), en: z.string() });

/** A bound of a rule: members for a count, a share from 0 to 1 for a share; `null` where there is none. */
const boundSchema = z.number().nullable();

/** What one rule (or one group of a rule with `forEach`) says of one slate. */
export const ruleReportSchema = z.object({
  id: z.string(),
  /** The value of the `forEach` fact this line is about; absent for rules without groups. */
  group: z.string().optional(),
  title: textSchema,
  kind: z.enum(['size', 'count', 'share', 'require']),
  strength: z.enum(['hard', 'soft']),
  status: z.enum(['kept', 'violated', 'unknown']),
  /** How many members match; for a share, the part of `of` members that match (1 of an empty base is 0). */
  actual: z.number(),
  min: boundSchema,
  max: boundSchema,
  /**
   * Members missing (negative) or too many (positive), 0 where the rule is kept. For a share it is
   * `matching − bound × base`, so it may be a fraction of a member.
   */
  deviation: z.number(),
  /** What breaking a soft rule costs: weight × |deviation|; 0 for hard rules. */
  cost: z.number(),
  /** Ids of the members that count (for `require`: of those who do not satisfy it). */
  members: z.array(z.string()),
  /** Ids of the members whose missing facts leave the outcome open; absent where there are none. */
  undecided: z.array(z.string()).optional(),
  message: textSchema,
  source: textSchema.optional(),
});

/** A member who breaks a rule of eligibility, with the fact that shows it. */
export const ineligibleSchema = z.object({
  candidate: z.string(),
  rule: z.string(),
  fact: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  message: textSchema,
});

/** How many have an empty cell where a rule with `forEach` looks for their group. */
export const withoutValueSchema = z.object({
  rule: z.string(),
  /** The `forEach` fact. */
  fact: z.string(),
  /** What the rule says of them: `aside`: their group is not known; `none`: they are in none. */
  missing: z.enum(['aside', 'none']),
  /** Members of a slate, or candidates of a pool, whom the rule may be about. */
  count: z.number().int(),
  message: textSchema,
});

/** The answer of `check`. */
export const reportSchema = z.object({
  /** All hard rules are kept: none violated, none unknown. */
  compliant: z.boolean(),
  size: z.number().int(),
  /** The size first, then every rule in the order of the rule set, groups in order of their value. */
  rules: z.array(ruleReportSchema),
  ineligible: z.array(ineligibleSchema),
  /** By rule, the members without a value for its groups; absent where there are none. */
  withoutValue: z.array(withoutValueSchema).optional(),
});

/** What one soft rule cost a slate. */
export const softCostSchema = z.object({
  rule: z.string(),
  deviation: z.number(),
  cost: z.number(),
});

/** One appointment of a placement. */
export const appointmentSchema = z.object({
  id: z.string(),
  candidate: z.string(),
  unit: z.string(),
  /** The titles held together, with the unit of each: that of the appointment, but for concurrent titles. */
  posts: z.array(z.object({ title: z.string(), unit: z.string() })),
  /** Whether the candidate holds all of them already. */
  stays: z.boolean(),
  /** The move it is; absent where it is not known where the candidate works now. */
  rotation: z.string().optional(),
  /** Where the candidate works now, as far as it is known. */
  from: z.string().optional(),
});

/** A post of a placement: a title in a unit, and who holds it now. */
export const postSchema = z
  .object({
    unit: z.string(),
    title: z.string(),
    /** Ids of the candidates who hold it by the units table. */
    holders: z.array(z.string()),
  })
  .meta({ id: 'Post' });

/** What a plan is made of. */
export const planAnswerSchema = z.object({
  /** Title after title in each unit that has it. */
  posts: z.array(postSchema),
  /** What each member is, in the order in which they were given. */
  appointments: z.array(appointmentSchema),
});

/** One proposed slate. */
export const slateSchema = z.object({
  /** Ids, in ascending order. */
  members: z.array(z.string()),
  /** The objective of the first level: terms minus prices of broken soft rules. */
  objective: z.number(),
  /** One value per level of the objective, where there is more than one. */
  levels: z.array(z.object({ title: textSchema, value: z.number() })).optional(),
  soft: z.array(softCostSchema),
  /** Of a placement: what each of the members is, in their order. */
  appointments: z.array(appointmentSchema).optional(),
  report: reportSchema,
});

/** Somebody who could not take part, and why. */
export const setAsideSchema = z.object({
  candidate: z.string(),
  /** Of a plan: the appointments that it is about, where these are not all of the candidate. */
  appointments: z.array(z.string()).optional(),
  rule: z.string(),
  /** The facts that are missing or known too roughly. */
  facts: z.array(z.string()),
  message: textSchema,
});

/** What the pool alone can give a rule, before the rules are held against each other. */
export const capacitySchema = z.object({
  rule: z.string(),
  group: z.string().optional(),
  title: textSchema,
  /** Eligible candidates who match. */
  available: z.number().int(),
  /** The fewest and most who match on any slate that the rules' caps on groups allow. */
  need: z.object({ min: boundSchema, max: boundSchema }),
  enough: z.boolean(),
  message: textSchema,
});

/** Who solved it, and how long it took. */
export const solverSchema = z.object({
  name: z.string(),
  version: z.string(),
  milliseconds: z.number(),
  /** The second solver, if it came to the same optimum in time. */
  confirmedBy: z.string().optional(),
  /** What the board should know of how it was solved: a solver that hung and was killed, say. */
  notes: z.array(textSchema).optional(),
});

/** What an answer was made from: hashes, so that anyone can tell whether two answers had the same inputs. */
export const inputsSchema = z.object({
  pool: z.object({ sha256: z.string(), size: z.number().int() }),
  units: z.object({ sha256: z.string(), size: z.number().int() }).optional(),
  rules: z.object({ id: z.string(), sha256: z.string() }),
  scenario: z.object({ name: z.string(), sha256: z.string() }).optional(),
  options: z.record(z.string(), z.unknown()),
});

/** Something in the candidates that is possible and looks odd. */
export const noticeSchema = z
  .object({
    code: z.string(),
    /** By this it is accepted, once for all. */
    key: z.string(),
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
  .meta({ id: 'Notice' });

/** What looks odd, where anything does. */
const noticesSchema = z.array(noticeSchema).optional();

/** The answer of `capacity`. */
export const capacityAnswerSchema = z
  .object({
    capacity: z.array(capacitySchema),
    setAside: z.array(setAsideSchema),
    /** By rule, the candidates without a value for its groups; absent where there are none. */
    withoutValue: z.array(withoutValueSchema).optional(),
    notices: noticesSchema,
    inputs: inputsSchema,
  })
  .meta({ id: 'CapacityAnswer' });

/** The answer of `check`: the report and, of a placement, what the slate is made of. */
export const checkAnswerSchema = reportSchema
  .extend({ placement: planAnswerSchema.optional(), notices: noticesSchema })
  .meta({ id: 'CheckAnswer' });

/** Who is on every slate near the best, on some, on none: all candidates of the pool, by id. */
export const nearBestSchema = z.object({
  /** How far below the best a slate may lie, as a share of the best objective. */
  within: z.number(),
  /** The best objective, and the least that still counts. */
  best: z.number(),
  threshold: z.number(),
  sure: z.array(z.string()),
  open: z.array(z.string()),
  out: z.array(z.string()),
  /** Whom time did not suffice for. */
  undecided: z.array(z.string()),
});

/**
 * What stands behind `optimal` and `infeasible`: a proof that was checked in whole numbers; or, where none was
 * found in time, the word of both solvers, or of one.
 */
export const assuranceSchema = z.enum(['proven', 'solvers-agree', 'one-solver']);

/** The answer of `propose`. */
export const proposalSchema = z.object({
  status: z.enum(['optimal', 'feasible', 'infeasible', 'unknown']),
  /** Present where the status is `optimal` or `infeasible`. */
  assurance: assuranceSchema.optional(),
  /** Best first; empty unless a slate was found. */
  slates: z.array(slateSchema),
  /** Proven upper bound of the objective; absent where there is no proof. */
  bound: z.number().optional(),
  /** `(bound − objective) / |objective|` where the status is `feasible`. */
  gap: z.number().optional(),
  /** Where no slate exists: the rules that the pool alone cannot meet. */
  capacity: z.array(capacitySchema),
  setAside: z.array(setAsideSchema),
  /** By rule, the candidates without a value for its groups; absent where there are none. */
  withoutValue: z.array(withoutValueSchema).optional(),
  /** Present if it was asked for, a slate exists, and time sufficed to prove the best one. */
  nearBest: nearBestSchema.optional(),
  solver: solverSchema,
  notices: noticesSchema,
  inputs: inputsSchema,
  /** The proof of the status, if it was asked for and there is one. */
  proof: proofSchema.optional(),
});

/** The answer of `verify`: a proof holds, or why it does not. */
export const verificationSchema = z.discriminatedUnion('proven', [
  z.object({
    proven: z.literal(true),
    claim: z.enum(['optimal', 'infeasible']),
    /** How many leaves the trees have, all levels together. */
    leaves: z.number().int(),
  }),
  z.object({ proven: z.literal(false), why: z.object({ code: z.string(), message: textSchema }) }),
]);

export type Verification = z.infer<typeof verificationSchema>;
export type Notice = z.infer<typeof noticeSchema>;
export type RuleReport = z.infer<typeof ruleReportSchema>;
export type Ineligible = z.infer<typeof ineligibleSchema>;
export type CheckAnswer = z.infer<typeof checkAnswerSchema>;
export type PostAnswer = z.infer<typeof postSchema>;
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
export type Proposal = z.infer<typeof proposalSchema>;
