import type { z } from 'zod';
import {
  doneSchema,
  givenKeySchema,
  heldSchema,
  invitedSchema,
  keysSchema,
  type newKeySchema,
  type newPersonSchema,
  peopleSchema,
  removalSchema,
} from '../../service/people/people-answers.ts';
import type { Asked } from './service.ts';

/** Somebody of the board. */
export type BoardPerson = z.output<typeof peopleSchema>['people'][number];
/** What somebody may do. */
export type Role = BoardPerson['role'];
/** An invitation that was made; its link is shown once. */
export type Invited = z.output<typeof invitedSchema>;
/** Everybody of the board. */
export function people(): Asked<typeof peopleSchema> {
  return { path: '/people', answer: peopleSchema };
}

/** Add somebody, and invite them. */
export function adding(body: z.input<typeof newPersonSchema>): Asked<typeof invitedSchema> {
  return { path: '/people', body, answer: invitedSchema };
}

/** Invite somebody once more. */
export function invitingAgain(id: string): Asked<typeof invitedSchema> {
  return { path: `/people/${id}/invitation`, body: {}, answer: invitedSchema };
}

/** Give somebody another role. */
export function givingRole(id: string, role: Role): Asked<typeof doneSchema> {
  return { path: `/people/${id}/role`, method: 'PUT', body: { role }, answer: doneSchema };
}

/** Take somebody out. */
export function removing(id: string): Asked<typeof removalSchema> {
  return { path: `/people/${id}`, method: 'DELETE', answer: removalSchema };
}

/** What is held on somebody? */
export function heldOf(id: string): Asked<typeof heldSchema> {
  return { path: `/people/${id}/held`, answer: heldSchema };
}

/** A key of the board, as lists show it. */
export type BoardKey = z.output<typeof keysSchema>['keys'][number];
/** A key that was given, which is shown once. */
export type GivenKey = z.output<typeof givenKeySchema>;

/** Which keys are there? */
export function keys(): Asked<typeof keysSchema> {
  return { path: '/keys', answer: keysSchema };
}

/** Give a key. */
export function givingKey(body: z.input<typeof newKeySchema>): Asked<typeof givenKeySchema> {
  return { path: '/keys', body, answer: givenKeySchema };
}

/** Take a key back. */
export function withdrawing(id: string): Asked<typeof doneSchema> {
  return { path: `/keys/${id}`, method: 'DELETE', answer: doneSchema };
}
