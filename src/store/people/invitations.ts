import { timingSafeEqual } from 'node:crypto';
import { acting, type Actor, note } from '../audit.ts';
import { canonicalHash } from '../../records/canonical.ts';
import type { Database, Writing } from '../database.ts';
import { digestOf, newId, newSecret } from '../secrets.ts';

/** How long an invitation can be taken up. */
const DAYS = 7;

/** An invitation that was made. Its token is shown this once; a link has it after the `#`, which no log gets to see. */
export interface Invited {
  readonly invitation: string;
  readonly token: string;
  readonly endsAt: string;
}

/** Whom a token invites, and to which board. */
interface Invitation {
  readonly id: string;
  readonly person: string;
  readonly body: string;
}

/** Invites somebody of the actor's board to set a password; what was open of earlier invitations ends. */
export async function invite(tx: Writing, actor: Actor, person: string): Promise<Invited> {
  await endInvitations(tx, actor, person);
  const secret = newSecret();
  const now = Date.now();
  const row = {
    id: newId(),
    body: actor.body,
    person,
    secret_sha256: digestOf(secret),
    invited_by: actor.who,
    invited_at: new Date(now).toISOString(),
    ends_at: new Date(now + DAYS * 86_400_000).toISOString(),
  };
  await tx.insertInto('invitations').values(row).execute();
  await note(tx, actor, { what: 'invite', subject: `invitation/${row.id}`, after: canonicalHash(row) });
  return { invitation: row.id, token: `${row.id}.${secret}`, endsAt: row.ends_at };
}

/** Invites somebody once more, who has lost the link, the password or the telephone; `undefined` for nobody. */
export async function inviteAgain(db: Database, actor: Actor, person: string): Promise<Invited | undefined> {
  return acting(db, actor, async (tx) => {
    const known = await tx.selectFrom('profiles').select('person').where('person', '=', person).execute();
    return known.length === 0 ? undefined : invite(tx, actor, person);
  });
}

/** The open invitation of a token; `undefined` where there is none, it is taken up, or its time is over. */
export async function invitationOf(db: Database | Writing, token: string): Promise<Invitation | undefined> {
  const [, id, secret] = /^([0-9a-f]{12})\.([\w-]{43})$/.exec(token) ?? [];
  if (id === undefined || secret === undefined) return undefined;
  const row = await db
    .selectFrom('invitations')
    .selectAll()
    .where('id', '=', id)
    .where('id', 'not in', db.selectFrom('ended_invitations').select('id'))
    .executeTakeFirst();
  if (row === undefined || row.ends_at < new Date().toISOString()) return undefined;
  const isRight = timingSafeEqual(Buffer.from(digestOf(secret)), Buffer.from(row.secret_sha256));
  return isRight ? { id, person: row.person, body: row.body } : undefined;
}

/** Ends whatever invitations of somebody are open: one was taken up, or another takes their place. */
export async function endInvitations(tx: Writing, actor: Actor, person: string): Promise<void> {
  const open = await tx
    .selectFrom('invitations')
    .select(['id', 'body'])
    .where('person', '=', person)
    .where('id', 'not in', tx.selectFrom('ended_invitations').select('id'))
    .execute();
  for (const { id, body } of open) {
    const row = { id, body, ended_by: actor.who, ended_at: new Date().toISOString() };
    await tx.insertInto('ended_invitations').values(row).execute();
    const subject = `ended-invitation/${id}`;
    await note(tx, { ...actor, body }, { what: 'end-invitation', subject, after: canonicalHash(row) });
  }
}
