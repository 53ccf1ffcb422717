import { z } from 'zod';
import { noticeSchema, textSchema } from '../../check/answer-parts.ts';
import { problemItemSchema } from './answers.ts';

/** The shapes of what the service answers about pools. */

/** How a table was read: what its columns are taken for, beside what stands in them. */
const tableLayoutSchema = z
  .object({
    line: z.number().int().describe('The line of the headings.'),
    top: z
      .array(z.object({ line: z.number().int(), cells: z.array(z.string()) }))
      .describe('The first rows as they are written.'),
    columns: z.array(
      z.object({
        heading: z.string(),
        is: z
          .enum(['fact', 'of-gender', 'name-rest', 'extra', 'left-out', 'unheaded', 'repeated'])
          .describe(
            'A fact that is known, one that its place tells for men or women, carried along, left out by the mapping, without a heading, or a second one of the same meaning.',
          ),
        as: z.string().optional().describe('The fact, or the name under which it is carried along.'),
        sure: z.number().describe('How sure that is, from 0, carried along, to 1.'),
        samples: z.array(z.string()).describe('The first different values, as they are written.'),
      }),
    ),
  })
  .meta({
    id: 'TableLayout',
    description: 'How a table was read: what its columns are taken for, beside what stands in them.',
  });

/** The answer of `GET /api/v1/pools`. */
export const poolListSchema = z
  .object({
    pools: z.array(
      z.object({
        name: z.string(),
        title: textSchema.describe('What it is called; its name where it does not say.'),
        rules: z
          .string()
          .optional()
          .describe('The id of the rule set that it is made for, where it says one.'),
        size: z.number().int(),
        units: z
          .number()
          .int()
          .optional()
          .describe('How many units its table of units has; absent where it ships none.'),
      }),
    ),
    unreadable: z
      .array(z.object({ name: z.string(), problems: z.array(problemItemSchema) }))
      .describe('Those of which a file cannot be read, and everything that is wrong with it.'),
  })
  .meta({ id: 'PoolList', description: 'The answer of `GET /api/v1/pools`.' });

/** A pool as a table: one object a candidate, cells as text under the headings of the file. */
export const poolAnswerSchema = z
  .object({
    size: z.number().int(),
    headings: z.array(z.string()),
    rows: z.array(z.record(z.string(), z.string())),
    sha256: z.string(),
  })
  .meta({
    id: 'Pool',
    description: 'A pool as a table: one object a candidate, cells as text under the headings of the file.',
  });

/** The answer of `POST /api/v1/pools/validate`: the pool, or every problem of the text. */
export const poolValidationSchema = z
  .object({
    valid: z.boolean(),
    problems: z.array(problemItemSchema),
    pool: poolAnswerSchema.optional(),
    notices: z
      .array(noticeSchema)
      .optional()
      .describe('What is possible in the pool and looks odd, whatever the rules; absent where nothing does.'),
    sheets: z
      .object({
        all: z.array(z.string()),
        read: z
          .array(z.string())
          .describe('Several are read as one table; none: one that was named is not there.'),
        alike: z
          .array(z.string())
          .describe(
            'The visible ones with candidates under the same headings; `*` as the sheet reads all of them.',
          ),
      })
      .optional()
      .describe('Of a workbook: its sheets, and those that were read.'),
    csv: z
      .string()
      .optional()
      .describe(
        'Of a workbook that cannot be read as it is: its sheet as the text of a CSV file, each row on the line of its number, to be set right.',
      ),
    layout: tableLayoutSchema
      .optional()
      .describe(
        'How the table was read; absent where no headings were found, or the candidates came as objects.',
      ),
  })
  .meta({
    id: 'PoolValidation',
    description: 'The answer of `POST /api/v1/pools/validate`: the pool, or every problem of the text.',
  });

/** See {@link tableLayoutSchema}. */
export type TableLayoutAnswer = z.infer<typeof tableLayoutSchema>;
/** A pool as a table: one object a candidate, cells as text under the headings of the file. */
export type PoolAnswer = z.infer<typeof poolAnswerSchema>;
/** The answer of `POST /api/v1/pools/validate`: the pool, or every problem of the text. */
export type PoolValidation = z.infer<typeof poolValidationSchema>;
/** The answer of `GET /api/v1/pools`. */
export type PoolList = z.infer<typeof poolListSchema>;
