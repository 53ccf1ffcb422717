import { type Actor, note } from '../audit.ts';
import { canonicalHash } from '../../records/canonical.ts';
import type { Database, Writing } from '../database.ts';
import { type Role, roleNamed } from '../roles.ts';

/** Gives somebody a role in the actor's board, or none any more. Every role that anybody had stays written down. */
export async function setRole(
  tx: Writing,
  actor: Actor,
  person: string,
  role: Role | undefined,
): Promise<void> {
  const before = await newestMembership(tx, person, actor.body);
  if ((before?.role ?? undefined) === role) return;
  const row = {
    person,
    body: actor.body,
    version: (before?.version ?? 0) + 1,
    role: role ?? null,
    given_by: actor.who,
    given_at: new Date().toISOString(),
  };
  await tx.insertInto('memberships').values(row).execute();
  await note(tx, actor, {
    what: 'give-role',
    subject: `membership/${person}@${row.version}`,
    after: canonicalHash(row),
    ...(before !== undefined && { before: canonicalHash(before) }),
  });
}

async function newestMembership(db: Database | Writing, person: string, body: string) {
  return db
    .selectFrom('memberships')
    .selectAll()
    .where('person', '=', person)
    .where('body', '=', body)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The role that somebody has in a board now. */
export async function roleIn(
  db: Database | Writing,
  person: string,
  body: string,
): Promise<Role | undefined> {
  return roleNamed((await newestMembership(db, person, body))?.role);
}

/** The boards that somebody is of, with their role in each; the one that they were first added to is the first. */
export async function boardsOf(
  db: Database | Writing,
  person: string,
): Promise<readonly { readonly body: string; readonly role: Role }[]> {
  const rows = await db
    .selectFrom('memberships')
    .selectAll()
    .where('person', '=', person)
    .orderBy('version')
    .orderBy('given_at')
    .execute();
  const newest = new Map(rows.map(({ body, role }) => [body, roleNamed(role)]));
  return [...newest].flatMap(([body, role]) => (role === undefined ? [] : [{ body, role }]));
}
