import { z } from 'zod';
import { conflictSchema, relaxationSchema } from '../explain/answers.ts';
import {
  assuranceSchema,
  capacitySchema,
  inputsSchema,
  noticeSchema,
  setAsideSchema,
  solverSchema,
  textSchema,
} from '../check/answer-parts.ts';

/** What a report tells of an answer besides its slates, whatever the question: each answer has some of it. */
export const shownAnswerSchema = z.looseObject({
  status: z.string().optional(),
  assurance: assuranceSchema.optional(),
  message: textSchema.optional(),
  gap: z.number().optional(),
  conflicts: z.array(conflictSchema).optional(),
  relaxations: z.array(relaxationSchema).optional(),
  capacity: z.array(capacitySchema).optional(),
  impossiblePins: z.array(z.object({ candidate: z.string(), message: textSchema })).optional(),
  setAside: z.array(setAsideSchema).optional(),
  notices: z.array(noticeSchema).optional(),
  solver: solverSchema.optional(),
  inputs: inputsSchema.optional(),
  proof: z.unknown().optional(),
});

/** What a report tells of an answer. */
export type ShownAnswer = z.output<typeof shownAnswerSchema>;
