import type { Database } from '../database.ts';
import { whoIs } from './people.ts';

/** Everything that is held on one person who has an account, but for what nobody can read: hashes and what is sealed. */
export interface HeldOnPerson {
  readonly id: string;
  readonly addedAt: string;
  readonly login?: string;
  readonly name?: string;
  readonly passwordSetAt?: string;
  readonly recoveryCodesLeft: number;
  readonly memberships: readonly {
    readonly body: string;
    readonly role: string | null;
    readonly givenBy: string;
    readonly givenAt: string;
  }[];
  readonly invitations: readonly {
    readonly body: string;
    readonly invitedBy: string;
    readonly invitedAt: string;
    readonly endsAt: string;
  }[];
  /** As issuers of OpenID Connect know them. */
  readonly identities: readonly { readonly issuer: string; readonly subject: string }[];
  readonly sessions: readonly { readonly body: string; readonly beganAt: string; readonly usedAt: string }[];
  /** What the audit says that they did, and what was done about their account. */
  readonly deeds: readonly {
    readonly at: string;
    readonly who: string;
    readonly body: string;
    readonly what: string;
    readonly subject: string;
  }[];
}

/**
 * Gathers what is held on one person; `undefined` where nobody has or had that id.
 *
 * @param body what concerns this board; absent: all boards
 */
export async function heldOn(db: Database, id: string, body?: string): Promise<HeldOnPerson | undefined> {
  const person = await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();
  if (person === undefined) return undefined;
  const isOf = (each: { readonly body: string }): boolean => body === undefined || each.body === body;
  const [profile, password] = [
    await db.selectFrom('profiles').selectAll().where('person', '=', id).executeTakeFirst(),
    await db.selectFrom('passwords').select('set_at').where('person', '=', id).executeTakeFirst(),
  ];
  const codes = await db.selectFrom('recovery_codes').select('person').where('person', '=', id).execute();
  const memberships = await db.selectFrom('memberships').selectAll().where('person', '=', id).execute();
  const invitations = await db.selectFrom('invitations').selectAll().where('person', '=', id).execute();
  const sessions = await db.selectFrom('sessions').selectAll().where('person', '=', id).execute();
  const identities = await db
    .selectFrom('identities')
    .select(['issuer', 'subject'])
    .where('person', '=', id)
    .execute();
  return {
    id,
    identities,
    addedAt: person.added_at,
    ...(profile !== undefined && { login: profile.login, name: profile.name }),
    ...(password !== undefined && { passwordSetAt: password.set_at }),
    recoveryCodesLeft: codes.length,
    memberships: memberships.filter(isOf).map((row) => ({
      body: row.body,
      role: row.role,
      givenBy: row.given_by,
      givenAt: row.given_at,
    })),
    invitations: invitations.filter(isOf).map((row) => ({
      body: row.body,
      invitedBy: row.invited_by,
      invitedAt: row.invited_at,
      endsAt: row.ends_at,
    })),
    sessions: sessions
      .filter(isOf)
      .map((row) => ({ body: row.body, beganAt: row.began_at, usedAt: row.used_at })),
    deeds: (await deedsOf(db, id)).filter(isOf),
  };
}

async function deedsOf(db: Database, id: string): Promise<HeldOnPerson['deeds']> {
  return db
    .selectFrom('audit')
    .select(['at', 'who', 'body', 'what', 'subject'])
    .where((is) =>
      is.or([
        is('who', '=', whoIs(id)),
        is('subject', '=', `person/${id}`),
        is('subject', 'like', `membership/${id}@%`),
      ]),
    )
    .orderBy('seq')
    .execute();
}
