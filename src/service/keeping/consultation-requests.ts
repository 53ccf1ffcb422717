import { z } from 'zod';
import { ENCODINGS } from '../../tables/text/encoding.ts';
import { nameSchema } from '../../questions/case-schema.ts';

/** The shapes of what is said to begin a consultation and to record its rounds. */

/** More seats, units and votes than anybody has. */
const MOST = 999_999_999;
const personId = z.string().min(1).max(1_000);

/** A consultation that is to begin. */
export const newConsultationSchema = z
  .strictObject({
    name: nameSchema,
    title: z.string().min(1).max(1_000).optional().meta({ description: 'Its name if left out.' }),
    procedure: z
      .union([z.strictObject({ id: nameSchema }), z.strictObject({ yaml: z.string() })])
      .meta({ description: 'A shipped procedure by its id, or the text of a file.' }),
    seats: z.number().int().min(1).max(MOST),
    units: z.number().int().min(1).max(MOST).default(1),
    draft: z
      .string()
      .regex(/^[\w-]{1,100}$/)
      .optional()
      .meta({ description: 'A draft that is kept; its members stand in the first round.' }),
  })
  .meta({ id: 'NewConsultation', description: 'A consultation that is to begin.' });

const votesSchema = z.strictObject({
  for: z.number().int().min(0).max(MOST),
  of: z.number().int().min(1).max(MOST),
});

const ballotSchema = z
  .strictObject({
    id: personId,
    name: z.string().max(1_000).optional(),
    votes: votesSchema.optional(),
    withdrew: z
      .string()
      .min(1)
      .max(1_000)
      .optional()
      .meta({ description: 'Why they withdrew, if they did.' }),
  })
  .meta({ id: 'Ballot', description: 'What was cast for somebody.' });

/** A round that is to be recorded. */
export const roundEntrySchema = z
  .strictObject({
    pool: z
      .string()
      .regex(/^[a-z0-9-]{1,100}(?:@\d{1,9})?$/)
      .optional()
      .meta({
        description:
          'A pool that is kept, ward or ward@2, in which everybody must be. Left out: that of the rounds before.',
      }),
    slate: z.array(personId).max(100_000).optional().meta({
      description:
        'Who stands. Left out: in the first round the members of the draft, later those whom the round before carried on.',
    }),
    ballots: z.array(ballotSchema).max(100_000).optional(),
    table: z
      .base64()
      .optional()
      .meta({ description: 'The ballots as the bytes of a table (CSV or a workbook), instead of ballots.' }),
    encoding: z.enum(ENCODINGS).optional().meta({ description: 'Of the table, where it is not UTF-8.' }),
    of: z
      .number()
      .int()
      .min(1)
      .max(MOST)
      .optional()
      .meta({ description: 'Of how many the votes are, where the table does not say it.' }),
    number: z
      .number()
      .int()
      .min(0)
      .max(MOST)
      .optional()
      .meta({ description: 'Where numbers are agreed: how many are to be named.' }),
    choose: z
      .array(personId)
      .min(1)
      .max(100_000)
      .optional()
      .meta({ description: 'Who goes on of those who are tied, as the board decided.' }),
  })
  .meta({ id: 'RoundEntry', description: 'What a round is counted from.' });
