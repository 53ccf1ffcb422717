import type { Database } from '../../store/database.ts';
import { boardsOf } from '../../store/people/memberships.ts';
import { profileOf } from '../../store/people/people.ts';
import { turnSession } from '../../store/people/sessions.ts';
import { changePassword, type NotLetIn, signIn, signOut } from '../../store/people/sign-in.ts';
import type { z } from 'zod';
import { keeping } from '../keeping/keeping-route.ts';
import type { KnownPeople, Person } from '../requests/caller.ts';
import { Refusal } from '../answers/problem-document.ts';
import {
  DONE,
  doneSchema,
  passwordChangeSchema,
  sessionSchema,
  signInSchema,
  turnSchema,
} from './people-answers.ts';

const tag = 'People';

/** Where it is said who asks, and where people sign in. */
export const SESSION_PATH = '/api/v1/session';

/** Signs in. */
export const signInRoute = keeping({
  operation: 'signIn',
  role: 'anybody',
  method: 'post',
  path: SESSION_PATH,
  tag,
  summary: 'Sign in with a password and a code; the answer sets a cookie',
  body: signInSchema,
  answer: sessionSchema,
  handle: async ({ store: { db }, body, visit: { people, address, slowly } }) => {
    refuseWithoutAccounts(people);
    const came = await slowly(() => signIn(db, body, address));
    if (came.kind !== 'signed-in') throw notLetIn(came);
    const { token, person, body: board } = came;
    return { answer: await accountAnswer(db, people, { id: person, body: board }), session: { token } };
  },
});

/** Goes on for another board. */
export const turnRoute = keeping({
  operation: 'turnSession',
  role: 'reader',
  method: 'put',
  path: SESSION_PATH,
  tag,
  summary: 'Let the session go on for another of the boards that its holder is of',
  body: turnSchema,
  answer: sessionSchema,
  handle: async ({ store: { db }, actor, body: { body }, visit: { people } }) => {
    const { id, token } = accountOf(actor);
    if (!(await turnSession(db, token, body))) throw Refusal.of('not-found', 'people.no-board', { body });
    return { answer: await accountAnswer(db, people, { id, body }) };
  },
});

/** Signs out. */
export const signOutRoute = keeping({
  operation: 'signOut',
  role: 'reader',
  method: 'delete',
  path: SESSION_PATH,
  tag,
  summary: 'Sign out here',
  answer: doneSchema,
  handle: async ({ store: { db }, actor }) => {
    const { id, token } = accountOf(actor);
    await signOut(db, { person: id, body: actor.body }, { token });
    return { answer: DONE, session: { token: undefined } };
  },
});

/** Signs out everywhere. */
export const signOutEverywhereRoute = keeping({
  operation: 'signOutEverywhere',
  role: 'reader',
  method: 'delete',
  path: '/api/v1/sessions',
  tag,
  summary: 'Sign out everywhere: end all sessions that one has',
  answer: doneSchema,
  handle: async ({ store: { db }, actor }) => {
    const { id } = accountOf(actor);
    await signOut(db, { person: id, body: actor.body }, 'all');
    return { answer: DONE, session: { token: undefined } };
  },
});

/** Changes a password. */
export const passwordRoute = keeping({
  operation: 'changePassword',
  role: 'reader',
  method: 'put',
  path: '/api/v1/password',
  tag,
  summary: 'Change one’s password; all sessions end, and one signs in anew',
  body: passwordChangeSchema,
  answer: doneSchema,
  handle: async ({ store: { db }, actor, body, visit: { address, slowly } }) => {
    const profile = await profileOf(db, accountOf(actor).id);
    if (profile === undefined) throw Refusal.of('unauthorized', 'people.not-signed-in', undefined);
    const came = await slowly(() => changePassword(db, { ...body, login: profile.login }, address));
    if (came.kind !== 'changed') throw notLetIn(came);
    return { answer: DONE, session: { token: undefined } };
  },
});

/** Where nobody has an account there is nothing to sign in to. */
export function refuseWithoutAccounts(people: KnownPeople): void {
  if (people !== 'accounts') throw Refusal.of('not-found', 'people.no-accounts', undefined);
}

/** @throws Refusal for who holds a key: it has no session */
function accountOf({ account }: Person): NonNullable<Person['account']> {
  if (account === undefined) throw Refusal.of('not-found', 'people.no-session', undefined);
  return account;
}

/** Why somebody was not let in, as it is answered. */
function notLetIn(came: NotLetIn): Refusal {
  if (came.kind === 'wait') return Refusal.later('people.wait', came);
  return Refusal.of('unauthorized', 'people.wrong-sign-in', undefined);
}

/** Who asks, as `GET /api/v1/session` answers it; the store is opened for who has an account alone. */
export async function sessionAnswer(
  people: KnownPeople,
  person: Person | undefined,
  db: () => Promise<Database>,
): Promise<z.input<typeof sessionSchema>> {
  if (person === undefined) return { people };
  const { account, role, body } = person;
  if (account === undefined) return { people, person: { role, body, boards: [{ role, body }] } };
  return accountAnswer(await db(), people, { id: account.id, body });
}

/** Who has signed in, as it is answered. */
export async function accountAnswer(
  db: Database,
  people: KnownPeople,
  { id, body }: { readonly id: string; readonly body: string },
): Promise<z.input<typeof sessionSchema>> {
  const [profile, boards] = [await profileOf(db, id), await boardsOf(db, id)];
  const role = boards.find((each) => each.body === body)?.role;
  if (role === undefined) return { people };
  return { people, person: { id, ...profile, role, body, boards: [...boards] } };
}
