import { z } from 'zod';
import { noticeSchema, textSchema } from '../../check/answer-parts.ts';

/**
 * The shapes of what the service answers beyond the answers of the library (`check/answer-parts.ts`):
 * problems, rule sets and pools as the page shows them. What is optional is left out.
 */

/** Where a problem stands in a text that came with the request. Lines and columns count from 1. */
const placeSchema = z
  .object({
    file: z.string().describe('`pool`, `rules`, or the name of a file that the service itself read.'),
    line: z.number().int().optional(),
    column: z.number().int().optional(),
    sheet: z.string().optional().describe('Of a workbook of which several sheets are read: the one.'),
    field: z.string().optional().describe('A CSV heading, or a JSON pointer inside the text.'),
  })
  .meta({ id: 'Place', description: 'Where a problem stands in a text; counted from 1.' });

/** What is wrong with an input, by a name that stays. */
export const problemCodeSchema = z
  .string()
  .describe('What is wrong, by a name that stays: `pool.bad-choice`. More may join them.');

/** One problem of an input. */
export const problemItemSchema = z
  .object({
    code: problemCodeSchema,
    parameters: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('What the sentence is made of, by names that stay.'),
    pointer: z
      .string()
      .optional()
      .describe('JSON pointer (RFC 6901) to the offending field of the request body.'),
    place: placeSchema.optional(),
    detail: z.string().describe('In the language of the request.'),
    message: textSchema.describe(
      'The same in both languages, for a page that switches without asking again.',
    ),
  })
  .meta({ id: 'ProblemItem', description: 'One problem of an input.' });

/** What kind of error it is, by a name that stays. */
export const problemTypeSchema = z.string().describe('What kind of error it is, by a name that stays.');

/** An error as RFC 9457 has it (`application/problem+json`). */
export const problemSchema = z
  .object({
    type: problemTypeSchema,
    title: z.string().describe('The kind of error, in the language of the request.'),
    status: z.number().int().describe('The status of the response.'),
    detail: z.string().describe('What is wrong this time, in the language of the request.'),
    instance: z.string().optional().describe('The id of the request, as the log has it.'),
    errors: z.array(problemItemSchema).optional(),
    notices: z
      .array(noticeSchema)
      .optional()
      .describe('What is possible and looks odd in the candidates, where these could be read.'),
  })
  .meta({ id: 'Problem', description: 'An error as RFC 9457 has it (`application/problem+json`).' });

/** The answer of `GET /api/v1/rule-sets`. */
export const ruleSetListSchema = z
  .object({
    ruleSets: z.array(
      z.object({
        id: z.string(),
        title: textSchema,
        titles: z.boolean().describe('Whether it declares titles, so that a question under it takes units.'),
      }),
    ),
  })
  .meta({ id: 'RuleSetList', description: 'The answer of `GET /api/v1/rule-sets`.' });

const valueSchema = z.union([z.string(), z.number(), z.boolean()]);

/** One rule for people: what it says in a sentence, and what may be moved about it. */
const ruleAnswerSchema = z
  .object({
    id: z.string(),
    title: textSchema,
    kind: z.enum(['count', 'share', 'sum', 'average', 'require']),
    sentence: textSchema.describe('The whole rule in a sentence.'),
    strength: z.enum(['hard', 'soft']),
    weight: z.number().describe('Price per member, or 1 of a fact, missing or too many; 0 for hard rules.'),
    asked: z
      .string()
      .optional()
      .describe('How `cost` and `sweep` name it, where it is the first of several that the file has as one.'),
    relaxCost: z
      .union([z.number(), z.literal('never')])
      .describe('Price of moving a bound by one member where no slate exists; `never`: it stays.'),
    relaxSteps: z
      .array(
        z.object({
          by: z.number().optional().describe('Beyond so many members, or so much of the fact.'),
          part: z.number().optional().describe('Beyond such a part of the bound.'),
          each: z.number().describe('What each more costs from there on.'),
        }),
      )
      .optional()
      .describe('Where moving a bound farther costs more, in ascending order.'),
    per: z
      .enum(['unit', 'group', 'rule', 'difference'])
      .optional()
      .describe('What is counted instead of members; a difference has a `max` alone.'),
    forEach: z.string().optional().describe('The fact of its groups; several as `address + postcode`.'),
    missing: z
      .enum(['aside', 'none'])
      .optional()
      .describe('What an empty cell of the `forEach` fact, or of one that is added up, means.'),
    min: z
      .number()
      .nullable()
      .describe('Members, a share from 0 to 1, or what a fact is to come to; `null`: no bound.'),
    max: z.number().nullable(),
    relaxTo: z
      .object({ min: z.number().optional(), max: z.number().optional() })
      .optional()
      .describe('How far a way out may move each bound, where the rule says so.'),
    source: textSchema.optional(),
    origin: z.object({ file: z.string(), line: z.number().int(), column: z.number().int() }),
  })
  .meta({
    id: 'Rule',
    description: 'One rule for people: what it says in a sentence, and what may be moved about it.',
  });

/** A title that people hold in units. */
const titleAnswerSchema = z
  .object({
    id: z.string(),
    title: textSchema,
    seats: z
      .object({ min: z.number().int(), max: z.number().int() })
      .describe('How many people hold it in each unit that has it.'),
    vacancy: z
      .union([z.number(), z.literal('never')])
      .describe('What a seat below the fewest costs that stays vacant; `never`: none may.'),
    bloc: z.string().optional(),
    concurrent: z.boolean().describe('Held besides any other title, and no move.'),
  })
  .meta({ id: 'Title', description: 'A title that people hold in units.' });

/** A rule set for people. */
export const ruleSetAnswerSchema = z
  .object({
    id: z.string(),
    title: textSchema,
    referenceDate: z.string(),
    size: z.object({ min: z.number().int(), max: z.number().int() }),
    titles: z
      .array(titleAnswerSchema)
      .optional()
      .describe(
        'Of rules that fill posts: what there is to hold, and what one person may hold together in one unit.',
      ),
    combined: z.array(z.array(z.string())).optional(),
    list: z
      .object({
        min: z.int(),
        max: z.int(),
        seats: z.int(),
        beyond: z.enum(['surplus', 'reserve']),
        substitutes: z.boolean(),
      })
      .optional()
      .describe(
        'Of an ordered list: how many places it has, how many of the first are seats and what the others are. Its places, 1 and so on, are the units of its appointments.',
      ),
    retirementAge: z.object({ female: z.number(), male: z.number() }),
    facts: z.record(
      z.string(),
      z.object({
        type: z.string(),
        default: valueSchema.optional(),
        separator: z
          .string()
          .optional()
          .describe('What stands between the values of a cell, of a column that may hold several.'),
      }),
    ),
    rules: z.array(ruleAnswerSchema),
    uses: z
      .array(z.string())
      .describe(
        'The facts that rules and objective ask for, each once, without the day at which they count.',
      ),
    objective: z.array(
      z.object({
        title: textSchema,
        softRules: z.boolean(),
        terms: z
          .number()
          .int()
          .describe('How many terms are added up; with 0 this level values all slates alike.'),
      }),
    ),
    sha256: z.string(),
    yaml: z.string().describe('The text of the rule file itself, without those that it extends.'),
    tests: z.string().optional().describe('The text of the tests beside the file; absent where it has none.'),
  })
  .meta({ id: 'RuleSet', description: 'A rule set for people.' });

/** The answer of `POST /api/v1/rule-sets/validate`: the rule set, or every problem of the text. */
export const rulesValidationSchema = z
  .object({
    valid: z.boolean(),
    problems: z.array(problemItemSchema),
    ruleSet: ruleSetAnswerSchema.optional(),
    notices: z
      .array(noticeSchema)
      .optional()
      .describe('What is possible in the rules and looks odd, whatever the pool; absent where nothing does.'),
  })
  .meta({
    id: 'RulesValidation',
    description:
      'The answer of `POST /api/v1/rule-sets/validate`: the rule set, or every problem of the text.',
  });

/** A units table: its units as the rules read them, and all other columns as text under their headings. */
export const unitsAnswerSchema = z
  .object({
    size: z.number().int(),
    units: z.array(
      z.object({
        name: z.string(),
        kind: z
          .string()
          .optional()
          .describe('`ward`, `commune`, `town`, `city` or a word of the file; absent where it is not said.'),
        bloc: z.string().optional(),
      }),
    ),
    headings: z.array(z.string()),
    rows: z.array(z.record(z.string(), z.string())),
    sha256: z.string(),
  })
  .meta({
    id: 'Units',
    description:
      'A units table: its units as the rules read them, and all other columns as text under their headings.',
  });

/** The answer of `POST /api/v1/units/validate`: the units, or every problem of the text. */
export const unitsValidationSchema = z
  .object({
    valid: z.boolean(),
    problems: z.array(problemItemSchema),
    units: unitsAnswerSchema.optional(),
  })
  .meta({
    id: 'UnitsValidation',
    description: 'The answer of `POST /api/v1/units/validate`: the units, or every problem of the text.',
  });

/** One problem of an input. */
export type ProblemItem = z.infer<typeof problemItemSchema>;
/** An error as RFC 9457 has it (`application/problem+json`). */
export type ProblemDocument = z.infer<typeof problemSchema>;
/** A title that people hold in units. */
export type TitleAnswer = z.infer<typeof titleAnswerSchema>;
/** One rule for people: what it says in a sentence, and what may be moved about it. */
export type RuleAnswer = z.infer<typeof ruleAnswerSchema>;
/** A rule set for people. */
export type RuleSetAnswer = z.infer<typeof ruleSetAnswerSchema>;
/** The answer of `POST /api/v1/rule-sets/validate`: the rule set, or every problem of the text. */
export type RulesValidation = z.infer<typeof rulesValidationSchema>;
/** A units table: its units as the rules read them, and all other columns as text under their headings. */
export type UnitsAnswer = z.infer<typeof unitsAnswerSchema>;
/** The answer of `GET /api/v1/rule-sets`. */
export type RuleSetList = z.infer<typeof ruleSetListSchema>;
