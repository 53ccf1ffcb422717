import type { z } from 'zod';
import {
  doneSchema,
  heldSchema,
  invitedSchema,
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
/** Everything that is held on one person. */
export type Held = z.output<typeof heldSchema>;

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
