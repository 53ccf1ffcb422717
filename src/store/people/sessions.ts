import { type Database, writing, type Writing } from '../database.ts';
import type { Role } from '../roles.ts';
import { digestOf, newSecret } from '../secrets.ts';
import { roleIn } from './memberships.ts';

/** How long a session lasts: from its beginning, and while nobody uses it. */
export interface SessionLimits {
  readonly longestMs: number;
  readonly idleMs: number;
}

/** How long people stay signed in where nobody says it. */
export const DEFAULT_SESSIONS: SessionLimits = { longestMs: 12 * 3_600_000, idleMs: 3_600_000 };

/** Who is signed in, and for which board. */
interface SignedIn {
  readonly person: string;
  readonly body: string;
  readonly role: Role;
}

/** That a session is used is written down no more often than this. */
const NOTED_EVERY = 60_000;
/** Milliseconds by which the clocks of two machines may differ; what began later than that has a wrong time. */
const CLOCKS_APART = 300_000;

/** Begins a session. @returns what its holder shows from now on; the store has its hash alone */
export async function beginSession(tx: Writing, person: string, body: string): Promise<string> {
  const token = newSecret();
  const now = new Date().toISOString();
  await tx
    .insertInto('sessions')
    .values({ token_sha256: digestOf(token), person, body, began_at: now, used_at: now })
    .execute();
  return token;
}

/** Whose session it is; `undefined` where there is none, it has ended, or its holder no longer belongs to that board. */
export async function sessionOf(
  db: Database,
  token: string,
  { longestMs, idleMs }: SessionLimits,
): Promise<SignedIn | undefined> {
  const hash = digestOf(token);
  const row = await db.selectFrom('sessions').selectAll().where('token_sha256', '=', hash).executeTakeFirst();
  if (row === undefined) return undefined;
  const now = Date.now();
  const [idle, age] = [now - Date.parse(row.used_at), now - Date.parse(row.began_at)];
  if (age > longestMs || idle > idleMs || Math.min(age, idle) < -CLOCKS_APART) {
    await endSession(db, token);
    return undefined;
  }
  if (idle > Math.min(NOTED_EVERY, idleMs / 10)) {
    await db
      .updateTable('sessions')
      .set({ used_at: new Date(now).toISOString() })
      .where('token_sha256', '=', hash)
      .execute();
  }
  const role = await roleIn(db, row.person, row.body);
  return role && { person: row.person, body: row.body, role };
}

/** Lets a session go on for another board of its holder; `false` where they are not of it. */
export async function turnSession(db: Database, token: string, body: string): Promise<boolean> {
  return writing(db, async (tx) => {
    const hash = digestOf(token);
    const row = await tx
      .selectFrom('sessions')
      .select('person')
      .where('token_sha256', '=', hash)
      .executeTakeFirst();
    if (row === undefined || (await roleIn(tx, row.person, body)) === undefined) return false;
    await tx.updateTable('sessions').set({ body }).where('token_sha256', '=', hash).execute();
    return true;
  });
}

/** Ends one session. */
export async function endSession(db: Database | Writing, token: string): Promise<void> {
  await db.deleteFrom('sessions').where('token_sha256', '=', digestOf(token)).execute();
}

/** Ends all sessions of somebody, or those for one board. */
export async function endSessions(db: Database | Writing, person: string, body?: string): Promise<void> {
  const all = db.deleteFrom('sessions').where('person', '=', person);
  await (body === undefined ? all : all.where('body', '=', body)).execute();
}
