import { z } from 'zod';
import type { Database } from '../../store/database.ts';
import { suffices } from '../../store/roles.ts';
import { heldOn } from '../../store/people/held-on-person.ts';
import { inviteAgain, type Invited } from '../../store/people/invitations.ts';
import { boardsOf, roleIn } from '../../store/people/memberships.ts';
import { addPerson, giveRole, listPeople, removePerson } from '../../store/people/people.ts';
import { problem } from '../../words/problem.ts';
import { keeping } from '../keeping/keeping-route.ts';
import type { Person } from '../requests/caller.ts';
import { Refusal } from '../answers/problem-document.ts';
import {
  DONE,
  doneSchema,
  heldSchema,
  invitedSchema,
  newPersonSchema,
  newRoleSchema,
  peopleSchema,
  removalSchema,
} from './people-answers.ts';

const tag = 'People';
const parameters = z.object({ id: z.string().regex(/^[0-9a-f]{12}$/) });
const path = '/api/v1/people';

/** Everybody of the board. */
export const peopleRoute = keeping({
  operation: 'listPeople',
  role: 'reader',
  method: 'get',
  path,
  tag,
  summary: 'List the people of the board: whom the ids in versions and in the audit mean',
  answer: peopleSchema,
  handle: async ({ store: { db }, actor }) => {
    const isTold = suffices(actor.role, 'administrator');
    const people = (await listPeople(db, actor.body)).map(({ body: _body, login, ...person }) => ({
      ...person,
      ...(isTold && { login }),
    }));
    return { answer: { people } };
  },
});

/** Adds somebody. */
export const addPersonRoute = keeping({
  operation: 'addPerson',
  role: 'administrator',
  method: 'post',
  path,
  tag,
  summary: 'Add somebody to the board, and invite them by a link',
  body: newPersonSchema,
  answer: invitedSchema,
  handle: async ({ store: { db }, actor, body, visit: { origin } }) => {
    const added = await addPerson(db, actor, body);
    if (added === undefined) {
      const place = { file: 'body', field: '/login' };
      throw Refusal.listing('bad-input', [problem('people.login-taken', { login: body.login }, place)]);
    }
    return { status: 201, answer: invitedAnswer(added.person, added, origin) };
  },
});

/** Invites somebody once more. */
export const inviteAgainRoute = keeping({
  operation: 'inviteAgain',
  role: 'administrator',
  method: 'post',
  path: `${path}/{id}/invitation`,
  tag,
  summary: 'Invite somebody once more, who has lost the link, the password or the second factor',
  parameters,
  answer: invitedSchema,
  handle: async ({ store: { db }, actor, parameters: { id }, visit: { origin } }) => {
    await refuseOthers(db, actor, id);
    // Who sets a new password for somebody becomes them, in every board that they are of.
    const isOfOthers = (await boardsOf(db, id)).some(({ body }) => body !== actor.body);
    if (isOfOthers) throw Refusal.of('forbidden', 'people.of-other-boards', undefined);
    const invited = await inviteAgain(db, actor, id);
    if (invited === undefined) throw Refusal.of('not-found', 'people.nobody', { id });
    return { status: 201, answer: invitedAnswer(id, invited, origin) };
  },
});

/** Gives another role. */
export const giveRoleRoute = keeping({
  operation: 'giveRole',
  role: 'administrator',
  method: 'put',
  path: `${path}/{id}/role`,
  tag,
  summary: 'Give somebody of the board another role',
  parameters,
  body: newRoleSchema,
  answer: doneSchema,
  byState: true,
  handle: async ({ store: { db }, actor, parameters: { id }, body: { role } }) => {
    await refuseOthers(db, actor, id);
    if (role !== 'administrator') await refuseLastAdministrator(db, actor, id);
    await giveRole(db, actor, id, role);
    return { answer: DONE };
  },
});

/** Takes somebody out. */
export const removePersonRoute = keeping({
  operation: 'removePerson',
  role: 'administrator',
  method: 'delete',
  path: `${path}/{id}`,
  tag,
  summary: 'Take somebody out of the board; who is of no other is removed for good',
  parameters,
  answer: removalSchema,
  byState: true,
  handle: async ({ store: { db }, actor, parameters: { id } }) => {
    await refuseOthers(db, actor, id);
    await refuseLastAdministrator(db, actor, id);
    const came = await removePerson(db, actor, id);
    if (came === 'unknown') throw Refusal.of('not-found', 'people.nobody', { id });
    return { answer: { came } };
  },
});

/** What is held on somebody. */
export const heldRoute = keeping({
  operation: 'getHeldOnPerson',
  role: 'reader',
  method: 'get',
  path: `${path}/{id}/held`,
  tag,
  summary: 'Export everything that is held on oneself; an administrator: on somebody of the board',
  parameters,
  answer: heldSchema,
  handle: async ({ store: { db }, actor, parameters: { id } }) => {
    const isOwn = actor.account?.id === id;
    if (!isOwn) {
      if (!suffices(actor.role, 'administrator'))
        throw Refusal.of('forbidden', 'people.not-yours', undefined);
      await refuseOthers(db, actor, id);
    }
    const held = await heldOn(db, id, isOwn ? undefined : actor.body);
    if (held === undefined) throw Refusal.of('not-found', 'people.nobody', { id });
    const { memberships, invitations, identities, sessions, deeds, ...rest } = held;
    return {
      answer: {
        ...rest,
        memberships: [...memberships],
        invitations: [...invitations],
        identities: [...identities],
        sessions: [...sessions],
        deeds: [...deeds],
      },
    };
  },
});

function invitedAnswer(person: string, { token, endsAt }: Invited, origin: string) {
  return { person, link: invitationLink(origin, token), endsAt };
}

/** What stands after `#` no browser sends to anybody, so that no log on the way has it. */
function invitationLink(origin: string, token: string): string {
  return `${origin}/#/join/${token}`;
}

/** Who is not of the board is not there for it. */
async function refuseOthers(db: Database, { body }: Person, id: string): Promise<void> {
  if ((await roleIn(db, id, body)) === undefined) throw Refusal.of('not-found', 'people.nobody', { id });
}

/** Without any administrator nobody could let in anybody any more, but whoever has the machine. */
async function refuseLastAdministrator(db: Database, { body }: Person, id: string): Promise<void> {
  const administrators = (await listPeople(db, body)).filter(({ role }) => role === 'administrator');
  if (administrators.length === 1 && administrators[0]?.id === id)
    throw Refusal.of('wrong-state', 'people.last-administrator', undefined);
}
