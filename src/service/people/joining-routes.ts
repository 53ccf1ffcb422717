import { openInvitation, takeUp } from '../../store/people/joining.ts';
import { problem } from '../../words/problem.ts';
import { keeping } from '../keeping/keeping-route.ts';
import { Refusal } from '../answers/problem-document.ts';
import { invitationSchema, joinedSchema, openedSchema, takenUpSchema } from './people-answers.ts';
import { accountAnswer, refuseWithoutAccounts } from './session-routes.ts';

const tag = 'People';

/** Opens an invitation. */
export const openInvitationRoute = keeping({
  operation: 'openInvitation',
  role: 'anybody',
  method: 'post',
  path: '/api/v1/invitations/opened',
  tag,
  summary: 'Open an invitation: whom it invites, and a second factor to set up',
  ends: true,
  body: invitationSchema,
  answer: openedSchema,
  handle: async ({ store: { db }, body: { invitation }, visit: { people } }) => {
    refuseWithoutAccounts(people);
    const answer = await openInvitation(db, invitation);
    if (answer === undefined) throw Refusal.of('gone', 'people.invitation-ended', undefined);
    return { answer };
  },
});

/** Takes up an invitation. */
export const takeUpInvitationRoute = keeping({
  operation: 'takeUpInvitation',
  role: 'anybody',
  method: 'post',
  path: '/api/v1/invitations/taken-up',
  tag,
  summary: 'Take up an invitation: set a password and the second factor; the answer signs in',
  ends: true,
  body: takenUpSchema,
  answer: joinedSchema,
  handle: async ({ store: { db }, body, visit: { people, slowly } }) => {
    refuseWithoutAccounts(people);
    const came = await slowly(() => takeUp(db, body));
    if (came.kind === 'ended') throw Refusal.of('gone', 'people.invitation-ended', undefined);
    if (came.kind === 'wrong-code') {
      const place = { file: 'body', field: '/code' };
      throw Refusal.listing('bad-input', [problem('people.wrong-code', undefined, place)]);
    }
    const { token, recoveryCodes, person, body: board } = came;
    const session = await accountAnswer(db, people, { id: person, body: board });
    return { answer: { session, recoveryCodes: [...recoveryCodes] }, session: { token } };
  },
});
