import { z } from 'zod';
import { CARRIED_BY } from '../../rounds/carry-rule.ts';

/** The shapes of consultations and their rounds. Words are in both languages. */

const textSchema = z.object({ vi: z.string(), en: z.string() });
const versionNumber = z.number().int();

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

/** What came of beginning a consultation. */
export const consultationBegunSchema = z
  .object({
    consultation: consultationSchema,
    isNew: z.boolean().describe('False where the same was begun already.'),
  })
  .meta({ id: 'ConsultationBegun', description: 'The consultation that was begun.' });

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

const personSchema = z.object({
  id: z.string(),
  name: z.string().optional(),
  votes: z.object({ for: z.number().int(), of: z.number().int() }).optional(),
  withdrew: z.string().optional().describe('Why they withdrew, if they did.'),
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
