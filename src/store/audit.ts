import { canonicalHash } from '../records/canonical.ts';
import { beginsWith } from './begins-with.ts';
import { type Database, writing, type Writing } from './database.ts';
import type { AuditRow } from './schema/tables.ts';

/** Who does something, and for which body. */
export interface Actor {
  /** An account or a user of the machine; never a candidate. */
  readonly who: string;
  readonly body: string;
}

/** What was done, as the audit tells it. */
export interface Deed {
  readonly what: Deeds;
  /** `pool/hai-duong@2`, `draft/ID@3`, `run/ID`. */
  readonly subject: string;
  /** What it was about, before and after, by {@link canonicalHash} of its row; absent where there was nothing. */
  readonly before?: string;
  readonly after?: string;
}

/** The kinds of deeds. */
export type Deeds =
  | 'found'
  | 'keep'
  | 'remove'
  | 'write'
  | 'ask'
  | 'submit'
  | 'approve'
  | 'withdraw'
  | 'return'
  | 'begin'
  | 'record'
  | 'let-in'
  | 'shut-out'
  | 'add-person'
  | 'give-role'
  | 'invite'
  | 'end-invitation'
  | 'set-password'
  | 'sign-in'
  | 'refuse-sign-in'
  | 'sign-out';

/** What the first entry has as the hash of the one before it. */
export const BEGINNING = '0'.repeat(64);

/**
 * Writes an entry at the end of the chain: its hash covers the entry and the hash of the one before, so
 * that nothing can be changed, left out or put in between without every later hash being wrong.
 */
export async function note(tx: Writing, { who, body }: Actor, deed: Deed): Promise<void> {
  const last = await tx
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const entry = {
    seq: (last?.seq ?? 0) + 1,
    at: new Date().toISOString(),
    who,
    body,
    what: deed.what,
    subject: deed.subject,
    before: deed.before ?? null,
    after: deed.after ?? null,
    previous: last?.hash ?? BEGINNING,
  };
  await tx
    .insertInto('audit')
    .values({ ...entry, hash: canonicalHash(entry) })
    .execute();
}

/** Writes in one transaction for an actor, whose body is founded by the first that it does. */
export async function acting<Result>(
  db: Database,
  actor: Actor,
  write: (tx: Writing) => Promise<Result>,
): Promise<Result> {
  return writing(db, async (tx) => {
    await foundBody(tx, actor);
    return write(tx);
  });
}

/** Founds the body of an actor, if nothing was done for it yet. */
export async function foundBody(tx: Writing, actor: Actor): Promise<void> {
  const { body } = actor;
  const founded = await tx.selectFrom('bodies').select('id').where('id', '=', body).executeTakeFirst();
  if (founded !== undefined) return;
  const row = { id: body, title: body, created_at: new Date().toISOString() };
  await tx.insertInto('bodies').values(row).execute();
  await note(tx, actor, { what: 'found', subject: `body/${body}`, after: canonicalHash(row) });
}

/** Entries of a body, the oldest first. */
export async function entriesOf(
  db: Database,
  body: string,
  { subject, most = 1_000 }: { readonly subject?: string; readonly most?: number } = {},
): Promise<readonly AuditRow[]> {
  const all = db.selectFrom('audit').selectAll().where('body', '=', body);
  const named =
    subject === undefined
      ? all
      : all.where((is) => is.or([is('subject', '=', subject), beginsWith('subject', `${subject}@`)]));
  const last = await named.orderBy('seq', 'desc').limit(most).execute();
  return last.toReversed();
}

/** What was removed for good in a body, each with the time: `draft/ID`, `run/ID`, `consultation/NAME`. */
export async function removedSubjects(
  db: Database | Writing,
  body: string,
): Promise<ReadonlyMap<string, string>> {
  const entries = await db
    .selectFrom('audit')
    .select(['subject', 'at'])
    .where('body', '=', body)
    .where('what', '=', 'remove')
    .orderBy('seq')
    .execute();
  return new Map(entries.map(({ subject, at }) => [subject, at]));
}
