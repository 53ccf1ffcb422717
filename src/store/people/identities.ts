import { acting, type Actor, foundBody, note } from '../audit.ts';
import type { Database, Writing } from '../database.ts';
import type { Role } from '../roles.ts';
import { boardsOf, setRole } from './memberships.ts';
import { loginOf, newPerson, personOfLogin, whoIs } from './people.ts';
import { beginSession, endSessions } from './sessions.ts';

/** Somebody whom an issuer of OpenID Connect has recognised, and what their groups make of them here. */
export interface Identified {
  readonly issuer: string;
  readonly subject: string;
  readonly login: string;
  readonly name: string;
  /** Every board of which the groups decide, with the role that they give; `undefined`: none. */
  readonly roles: ReadonlyMap<string, Role | undefined>;
}

/** What came of it. */
type IdentifiedSignIn =
  | { readonly kind: 'signed-in'; readonly token: string }
  /** None of their groups is of a board. */
  | { readonly kind: 'no-role' };

/** In whose name roles are given that come from groups. */
const ISSUER = 'openid';

/**
 * Signs in somebody whom an issuer has recognised. Their account is made at the first time, and at each time
 * their roles are those of their groups; boards of which the groups do not decide are left as they are.
 */
export async function signInIdentified(db: Database, identified: Identified): Promise<IdentifiedSignIn> {
  const [first] = identified.roles.keys();
  if (first === undefined) return { kind: 'no-role' };
  return acting(db, { who: ISSUER, body: first }, async (tx) => {
    const person = await personOf(tx, identified);
    if (person === undefined) return { kind: 'no-role' };
    for (const [body, role] of identified.roles) {
      const actor: Actor = { who: ISSUER, body };
      await foundBody(tx, actor);
      await setRole(tx, actor, person, role);
      if (role === undefined) await endSessions(tx, person, body);
    }
    const [board] = await boardsOf(tx, person);
    if (board === undefined) return { kind: 'no-role' };
    const { body } = board;
    await note(tx, { who: whoIs(person), body }, { what: 'sign-in', subject: `person/${person}` });
    return { kind: 'signed-in', token: await beginSession(tx, person, body) };
  });
}

/** Their account, with the name that they have now; nobody without any role gets one. */
async function personOf(
  tx: Writing,
  { issuer, subject, login, name, roles }: Identified,
): Promise<string | undefined> {
  const known = await tx
    .selectFrom('identities')
    .select('person')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  if (known !== undefined) {
    await tx.updateTable('profiles').set({ name }).where('person', '=', known.person).execute();
    return known.person;
  }
  const [body] = [...roles].find(([, role]) => role !== undefined) ?? [];
  if (body === undefined) return undefined;
  const actor: Actor = { who: ISSUER, body };
  await foundBody(tx, actor);
  // An account of that login may be another person's: it is not theirs because an issuer says a name.
  const isTaken = (await personOfLogin(tx, login)) !== undefined;
  const profile = { login: loginOf(isTaken ? `${login} (${subject})` : login), name };
  const person = await newPerson(tx, actor, profile);
  await tx.insertInto('identities').values({ issuer, subject, person }).execute();
  return person;
}
