import { acting, type Actor, note } from '../audit.ts';
import { canonicalHash } from '../../records/canonical.ts';
import type { Database, Writing } from '../database.ts';
import { type Role, roleNamed } from '../roles.ts';
import { newId } from '../secrets.ts';
import { endInvitations, invite, type Invited } from './invitations.ts';
import { boardsOf, roleIn, setRole } from './memberships.ts';
import { endSessions } from './sessions.ts';

/** Somebody of a board, as its lists show them. */
interface ListedPerson {
  readonly id: string;
  readonly body: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  /** Whether they can sign in by themselves: they have taken up an invitation. */
  readonly hasJoined: boolean;
  readonly addedAt: string;
}

/** Who is added to a board. */
export interface NewPerson {
  /** By what they sign in: an address of mail, or a short name. */
  readonly login: string;
  readonly name: string;
  readonly role: Role;
}

/** By which name somebody is an actor: names stand in no entry of the audit, since entries stay. */
export function whoIs(person: string): string {
  return `person/${person}`;
}

/** A login as it is compared: whoever types it in capitals is the same. */
export function loginOf(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** Adds somebody to the actor's board and invites them; `undefined` where the login is somebody's already. */
export async function addPerson(
  db: Database,
  actor: Actor,
  { login, name, role }: NewPerson,
): Promise<(Invited & { readonly person: string }) | undefined> {
  return acting(db, actor, async (tx) => {
    const profile = { login: loginOf(login), name: name.normalize('NFC').trim() };
    if ((await personOfLogin(tx, login)) !== undefined) return undefined;
    const person = await newPerson(tx, actor, profile);
    await setRole(tx, actor, person, role);
    return { person, ...(await invite(tx, actor, person)) };
  });
}

/** Adds somebody, so far without any role. @returns their id */
export async function newPerson(
  tx: Writing,
  actor: Actor,
  profile: { readonly login: string; readonly name: string },
): Promise<string> {
  const person = newId();
  const row = { id: person, body: actor.body, added_by: actor.who, added_at: new Date().toISOString() };
  await tx.insertInto('people').values(row).execute();
  await tx
    .insertInto('profiles')
    .values({ person, ...profile })
    .execute();
  await note(tx, actor, { what: 'add-person', subject: `person/${person}`, after: canonicalHash(row) });
  return person;
}

/** How somebody is called, and by what they sign in; `undefined` where nobody has that id any more. */
export async function profileOf(
  db: Database | Writing,
  person: string,
): Promise<{ readonly login: string; readonly name: string } | undefined> {
  return db.selectFrom('profiles').select(['login', 'name']).where('person', '=', person).executeTakeFirst();
}

/** Who signs in by that; `undefined` for nobody. */
export async function personOfLogin(db: Database | Writing, login: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('profiles')
    .select('person')
    .where('login', '=', loginOf(login))
    .executeTakeFirst();
  return found?.person;
}

/** Gives somebody a role in the actor's board, or none any more; `false` where nobody has that id. */
export async function giveRole(
  db: Database,
  actor: Actor,
  person: string,
  role: Role | undefined,
): Promise<boolean> {
  return acting(db, actor, async (tx) => {
    if ((await profileOf(tx, person)) === undefined) return false;
    await setRole(tx, actor, person, role);
    if (role === undefined) await endSessions(tx, person, actor.body);
    return true;
  });
}

/** Everybody of a board, or of all boards, in the order in which they were added. */
export async function listPeople(db: Database, body?: string): Promise<readonly ListedPerson[]> {
  const all = db
    .selectFrom('memberships')
    .innerJoin('profiles', 'profiles.person', 'memberships.person')
    .leftJoin('passwords', 'passwords.person', 'memberships.person')
    .innerJoin('people', 'people.id', 'memberships.person')
    .select([
      'memberships.person as id',
      'memberships.body',
      'memberships.role',
      'profiles.login',
      'profiles.name',
      'people.added_at as addedAt',
      'passwords.set_at as setAt',
    ])
    .orderBy('people.added_at')
    .orderBy('memberships.version');
  const rows = await (body === undefined ? all : all.where('memberships.body', '=', body)).execute();
  const newest = new Map(rows.map((row) => [`${row.id}\n${row.body}`, row]));
  return [...newest.values()].flatMap(({ role, setAt, ...row }) => {
    const named = roleNamed(role);
    return named === undefined ? [] : [{ ...row, role: named, hasJoined: setAt !== null }];
  });
}

/** Whether anybody of any board could sign in, or take up an invitation to do so. */
export async function knowsPeople(db: Database): Promise<boolean> {
  return (await listPeople(db)).length > 0;
}

/** What came of taking somebody out of a board. */
export type Removal =
  /** They were of this board alone: whatever was held on them is gone for good. */
  | 'removed'
  /** They are still of another board, and keep their account. */
  | 'left'
  | 'unknown';

/**
 * Takes somebody out of the actor's board. Whoever is of no board any more is removed for good: name, login,
 * password and sessions go, and what they did stays under an id that belongs to nobody.
 */
export async function removePerson(db: Database, actor: Actor, person: string): Promise<Removal> {
  return acting(db, actor, async (tx) => {
    if ((await roleIn(tx, person, actor.body)) === undefined) return 'unknown';
    await setRole(tx, actor, person, undefined);
    await endSessions(tx, person, actor.body);
    if ((await boardsOf(tx, person)).length > 0) return 'left';
    await endInvitations(tx, actor, person);
    for (const table of [
      'recovery_codes',
      'used_codes',
      'passwords',
      'identities',
      'sessions',
      'profiles',
    ] as const)
      await tx.deleteFrom(table).where('person', '=', person).execute();
    await note(tx, actor, { what: 'remove', subject: `person/${person}` });
    return 'removed';
  });
}
