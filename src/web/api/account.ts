import type { z } from 'zod';
import {
  doneSchema,
  joinedSchema,
  openedSchema,
  type passwordChangeSchema,
  sessionSchema,
  type signInSchema,
  type takenUpSchema,
} from '../../service/people/people-answers.ts';
import type { Asked } from './service.ts';

/** Who asks, and how people get in. */
export type Session = z.output<typeof sessionSchema>;
/** An invitation that was opened. */
export type Opened = z.output<typeof openedSchema>;
/** Somebody who has joined. */
export type Joined = z.output<typeof joinedSchema>;

/** Who am I? */
export const WHO: Asked<typeof sessionSchema> = { path: '/session', answer: sessionSchema };

/** Let me in. */
export function signingIn(body: z.input<typeof signInSchema>): Asked<typeof sessionSchema> {
  return { path: '/session', body, answer: sessionSchema };
}

/** Let me go on for another board. */
export function turningTo(body: string): Asked<typeof sessionSchema> {
  return { path: '/session', method: 'PUT', body: { body }, answer: sessionSchema };
}

/** I go. */
export const SIGNING_OUT: Asked<typeof doneSchema> = {
  path: '/session',
  method: 'DELETE',
  answer: doneSchema,
};

/** I go, wherever I am. */
export const SIGNING_OUT_EVERYWHERE: Asked<typeof doneSchema> = { ...SIGNING_OUT, path: '/sessions' };

/** Take another password. */
export function changingPassword(body: z.input<typeof passwordChangeSchema>): Asked<typeof doneSchema> {
  return { path: '/password', method: 'PUT', body, answer: doneSchema };
}

/** Whom does this invite? */
export function opening(invitation: string): Asked<typeof openedSchema> {
  return { path: '/invitations/opened', body: { invitation }, answer: openedSchema };
}

/** I take it up. */
export function takingUp(body: z.input<typeof takenUpSchema>): Asked<typeof joinedSchema> {
  return { path: '/invitations/taken-up', body, answer: joinedSchema };
}
