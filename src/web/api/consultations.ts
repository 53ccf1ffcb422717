import type { z } from 'zod';
import {
  consultationAnswerSchema,
  consultationBegunSchema,
  consultationsAnswerSchema,
  proceduresAnswerSchema,
} from '../../service/keeping/consultation-answers.ts';
import type { newConsultationSchema, roundEntrySchema } from '../../service/keeping/consultation-requests.ts';
import type { Language } from '../../words/language.ts';
import { type Asked, refusal, send } from './service.ts';

/** All consultations, without their rounds. */
export const CONSULTATIONS: Asked<typeof consultationsAnswerSchema> = {
  path: '/consultations',
  answer: consultationsAnswerSchema,
};

/** One consultation with its rounds. */
export function consultationNamed(name: string): Asked<typeof consultationAnswerSchema> {
  return { path: `/consultations/${name}`, answer: consultationAnswerSchema };
}

/** The procedures that are shipped. */
export const PROCEDURES: Asked<typeof proceduresAnswerSchema> = {
  path: '/procedures',
  answer: proceduresAnswerSchema,
};

/** Begin a consultation. */
export function beginning(
  body: z.input<typeof newConsultationSchema>,
): Asked<typeof consultationBegunSchema> {
  return { path: '/consultations', body, answer: consultationBegunSchema };
}

/** What a round is counted from. */
export type RoundEntry = z.input<typeof roundEntrySchema>;

/** Records a round that was not recorded before. @throws Refused, Unreachable */
export async function recordRound(
  consultation: string,
  stage: string,
  body: RoundEntry,
  language: Language,
): Promise<void> {
  const path = `/consultations/${consultation}/rounds/${stage}`;
  const response = await send({ path, method: 'PUT', body, headers: { 'If-None-Match': '*' } }, language);
  if (!response.ok) throw await refusal(response);
  // What it says is asked for anew; left unread, it would keep the line to the service open.
  await response.arrayBuffer();
}
