import type { Database, Writing } from '../database.ts';
import { digestOf, newSecret } from '../secrets.ts';

/** What a ticket is for: setting up a second factor. */
type Purpose = 'factor';

/** Minutes for which something begun can be brought to its end. */
const MINUTES = 30;

/** Keeps what somebody needs for the next step of what they have begun. @returns what they show for it */
export async function giveTicket(db: Database | Writing, purpose: Purpose, content: object): Promise<string> {
  const token = newSecret();
  const now = Date.now();
  await db.deleteFrom('tickets').where('ends_at', '<', new Date(now).toISOString()).execute();
  await db
    .insertInto('tickets')
    .values({
      token_sha256: digestOf(token),
      purpose,
      content: JSON.stringify(content),
      ends_at: new Date(now + MINUTES * 60_000).toISOString(),
    })
    .execute();
  return token;
}

/** What a ticket keeps; `undefined` where it is not for this, or its time is over. */
export async function ticketOf(db: Database | Writing, purpose: Purpose, token: string): Promise<unknown> {
  const row = await db
    .selectFrom('tickets')
    .selectAll()
    .where('token_sha256', '=', digestOf(token))
    .where('purpose', '=', purpose)
    .executeTakeFirst();
  return row === undefined || row.ends_at < new Date().toISOString() ? undefined : JSON.parse(row.content);
}

/** Takes a ticket that has served. @returns whether it was still there: two cannot use one */
export async function takeTicket(tx: Writing, token: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('tickets')
    .where('token_sha256', '=', digestOf(token))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
