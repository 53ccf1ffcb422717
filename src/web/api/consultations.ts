import {
  consultationAnswerSchema,
  consultationsAnswerSchema,
} from '../../service/keeping/consultation-answers.ts';
import type { Asked } from './service.ts';

/** All consultations, without their rounds. */
export const CONSULTATIONS: Asked<typeof consultationsAnswerSchema> = {
  path: '/consultations',
  answer: consultationsAnswerSchema,
};

/** One consultation with its rounds. */
export function consultationNamed(name: string): Asked<typeof consultationAnswerSchema> {
  return { path: `/consultations/${name}`, answer: consultationAnswerSchema };
}
