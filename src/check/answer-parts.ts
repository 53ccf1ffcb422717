import { z } from 'zod';

/**
 * What several answers hold. Of answers there is one zod schema each, shared by library, command line
 * (`--json`), HTTP and page. What is optional is left out, never `null`, except bounds: `null` means "no
 * bound".
 */

/** One text in both languages. */
export const textSchema = z
  .object({ vi: z.string(), en: z.string() })
  .meta({ id: 'Text', description: 'One text in both languages.' });

/** A bound of a rule: members for a count, a share from 0 to 1 for a share; `null` where there is none. */
export const boundSchema = z.number().nullable().meta({
  id: 'Bound',
  description:
    'A bound of a rule: members for a count, a share from 0 to 1 for a share; `null` where there is none.',
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
        sheet: z.string().optional(),
        field: z.string().optional(),
      })
      .optional(),
  })
  .meta({
    id: 'Notice',
    description: 'Something in the candidates or rules that is possible and looks odd.',
  });

/** What looks odd, where anything does. */
export const noticesSchema = z
  .array(noticeSchema)
  .optional()
  .meta({ id: 'Notices', description: 'What looks odd, where anything does.' });

/**
 * What stands behind `optimal` and `infeasible`: a proof that was checked in whole numbers; or, where none was
 * found in time, the word of both solvers, or of one.
 */
export const assuranceSchema = z.enum(['proven', 'solvers-agree', 'one-solver']);

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

/** How many have an empty cell where a rule with `forEach` looks for their group. */
export type WithoutValue = z.infer<typeof withoutValueSchema>;
/** Somebody who could not take part, and why. */
export type SetAside = z.infer<typeof setAsideSchema>;
/** What the pool alone can give a rule, before the rules are held against each other. */
export type Capacity = z.infer<typeof capacitySchema>;
/** Something in the candidates or rules that is possible and looks odd. */
export type Notice = z.infer<typeof noticeSchema>;
/**
 * What stands behind `optimal` and `infeasible`: a proof that was checked in whole numbers; or, where none was
 * found in time, the word of both solvers, or of one.
 */
export type Assurance = z.infer<typeof assuranceSchema>;
/** Who solved it, and how long it took. */
export type SolverNote = z.infer<typeof solverSchema>;
