import { z } from 'zod';
import { nameSchema } from '../../questions/case-schema.ts';
import { CARRIED_BY } from '../../rounds/procedure.ts';

/** The shapes of consultations and their rounds. Words are in both languages. */

const textSchema = z.object({ vi: z.string(), en: z.string() });
const versionNumber = z.number().int();

/** More seats, units and votes than anybody has. */
const MOST = 999_999_999;
const personId = z.string().min(1).max(1_000);

const consultationSchema = z
  .object({
    name: z.string(),
    title: z.string(),
    procedure: z.object({ id: z.string(), title: textSchema }),
    seats: z.number().int(),
    units: z.number().int().describe('The electoral units that the seats are in.'),
    draft: z.string().optional().describe('The id of the draft that it is about.'),
    begunBy: z.string(),
    begunAt: z.string(),
  })
  .meta({
    id: 'Consultation',
    description: 'A procedure gone through for so many seats, without its rounds.',
  });

/** All consultations. */
export const consultationsAnswerSchema = z
  .object({ consultations: z.array(consultationSchema).describe('The one begun last first.') })
  .meta({ id: 'ConsultationList', description: 'All consultations.' });

const stageSchema = z
  .object({
    id: z.string(),
    title: textSchema,
    rule: textSchema.describe('Who goes on.'),
    source: textSchema.optional().describe('Where its figures come from, or that they are illustrative.'),
    least: z.number().int().optional().describe('How many must go on, for the seats of the consultation.'),
    most: z.number().int().optional(),
  })
  .meta({ id: 'Stage', description: 'A stage of a procedure, in words.' });

/** The procedures that are shipped. */
export const proceduresAnswerSchema = z
  .object({
    procedures: z.array(
      z.object({
        id: z.string(),
        title: textSchema,
        source: textSchema.optional(),
        stages: z.array(stageSchema.extend({ by: z.enum(CARRIED_BY) })),
      }),
    ),
  })
  .meta({ id: 'ProcedureList', description: 'The procedures that come with Slate.' });

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

/** What came of beginning a consultation. */
export const consultationBegunSchema = z
  .object({
    consultation: consultationSchema,
    isNew: z.boolean().describe('False where the same was begun already.'),
  })
  .meta({ id: 'ConsultationBegun', description: 'The consultation that was begun.' });

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

const roundVersionSchema = z
  .object({
    consultation: z.string(),
    number: z.number().int().describe('The place of its stage, from 1.'),
    stage: z.string(),
    version: versionNumber,
    carried: z.number().int(),
    fellOut: z.number().int(),
    tied: z.number().int(),
    sha256: z.string(),
    writtenBy: z.string(),
    writtenAt: z.string(),
  })
  .meta({ id: 'RoundVersion', description: 'A version of a round, without the people in it.' });

/** What came of recording a round. */
export const roundRecordedSchema = z
  .object({
    round: roundVersionSchema,
    isNew: z.boolean().describe('False where the same was recorded already.'),
    notices: z.array(textSchema).describe('What people have to see and decide.'),
  })
  .meta({ id: 'RoundRecorded', description: 'The version that a round became.' });

const outcomeSchema = z
  .object({
    kind: z.enum(['carried', 'fell-out', 'tied']),
    why: z.string().optional(),
    text: textSchema,
  })
  .meta({ id: 'RoundOutcome', description: 'What became of somebody in a round, and why.' });

const personSchema = ballotSchema.extend({
  votes: z.object({ for: z.number().int(), of: z.number().int() }).optional(),
  joined: z.boolean().describe('Named in this round, and not standing before it.'),
  outcome: outcomeSchema,
});

const roundSchema = z.object({
  version: roundVersionSchema,
  pool: z.string().optional(),
  draft: z.string().optional(),
  number: z.number().int().optional(),
  notices: z.array(textSchema).readonly(),
  people: z.array(personSchema).readonly().optional().describe('Absent once they were removed for good.'),
});

/** Everything that is known of a consultation. */
export const consultationAnswerSchema = z
  .object({
    consultation: consultationSchema,
    stages: z.array(stageSchema.extend({ round: roundSchema.optional() })).readonly(),
    ways: z
      .array(
        z.object({
          id: z.string(),
          name: z.string().optional(),
          steps: z
            .array(
              personSchema
                .omit({ id: true, name: true })
                .extend({ number: z.number().int(), stage: z.string() }),
            )
            .readonly(),
        }),
      )
      .readonly()
      .describe("Each person's way through the rounds: those who came furthest first."),
    history: z.array(roundVersionSchema).readonly().describe('All versions of all rounds.'),
  })
  .meta({ id: 'ConsultationReport', description: "A consultation round by round, and each person's way." });
