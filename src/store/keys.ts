import { randomBytes, timingSafeEqual } from 'node:crypto';
import { acting, type Actor, note } from './audit.ts';
import { canonicalHash } from '../records/canonical.ts';
import type { Database } from './database.ts';
import { type Role, roleNamed } from './roles.ts';
import { digestOf, newId } from './secrets.ts';
import type { KeyRow } from './schema/tables.ts';

/** Whose key it is, for which body, and what they may do with it. */
interface KeyHolder {
  readonly id: string;
  readonly body: string;
  readonly name: string;
  readonly role: Role;
}

/** A key as lists show it; nobody can show the key itself again. */
interface ListedKey extends KeyHolder {
  readonly addedBy: string;
  readonly addedAt: string;
  /** ISO 8601 in UTC; absent: it has no end. */
  readonly expiresAt?: string;
  readonly withdrawnAt?: string;
}

/** How a key is: it lets somebody in, or does no more. */
type KeyState = 'valid' | 'expired' | 'withdrawn';

/** How a key is at a time in milliseconds. */
export function stateOfKey(
  { expiresAt, withdrawnAt }: { readonly expiresAt?: string | undefined; readonly withdrawnAt?: string },
  now: number = Date.now(),
): KeyState {
  if (withdrawnAt !== undefined) return 'withdrawn';
  return expiresAt !== undefined && Date.parse(expiresAt) <= now ? 'expired' : 'valid';
}

/** A key that is to be. */
export interface NewKey {
  readonly name: string;
  readonly role: Role;
  /** ISO 8601, from which on it lets nobody in; absent: it has no end. */
  readonly expiresAt?: string | undefined;
}

/** A key is `slate_<id>_<secret>`: twelve and sixty-four hexadecimal digits. */
const KEY = /^slate_([0-9a-f]{12})_([0-9a-f]{64})$/;

/**
 * Adds a key for the actor's body, and answers it: the only time that anybody sees it. Its secret is 256 random
 * bits, so a plain hash of it tells nothing; slow hashes are for what people make up.
 */
export async function addKey(
  db: Database,
  actor: Actor,
  { name, role, expiresAt }: NewKey,
): Promise<{ readonly id: string; readonly key: string }> {
  const id = newId();
  const secret = randomBytes(32).toString('hex');
  const row: KeyRow = {
    id,
    body: actor.body,
    name,
    role,
    secret_sha256: digestOf(secret),
    added_by: actor.who,
    added_at: new Date().toISOString(),
  };
  await acting(db, actor, async (tx) => {
    await tx.insertInto('keys').values(row).execute();
    await note(tx, actor, { what: 'let-in', subject: `key/${id}`, after: canonicalHash(row) });
    if (expiresAt === undefined) return;
    const term = { id, body: actor.body, expires_at: new Date(expiresAt).toISOString() };
    await tx.insertInto('key_terms').values(term).execute();
    await note(tx, actor, { what: 'let-in', subject: `key-term/${id}`, after: canonicalHash(term) });
  });
  return { id, key: `slate_${id}_${secret}` };
}

/** Withdraws a key for good; `false` where the actor's body has no such key, or it is withdrawn already. */
export async function withdrawKey(db: Database, actor: Actor, id: string): Promise<boolean> {
  return acting(db, actor, async (tx) => {
    const known = await tx
      .selectFrom('keys')
      .select('id')
      .where('id', '=', id)
      .where('body', '=', actor.body)
      .where('id', 'not in', tx.selectFrom('withdrawn_keys').select('id'))
      .executeTakeFirst();
    if (known === undefined) return false;
    const row = {
      id,
      body: actor.body,
      withdrawn_by: actor.who,
      withdrawn_at: new Date().toISOString(),
    };
    await tx.insertInto('withdrawn_keys').values(row).execute();
    await note(tx, actor, { what: 'shut-out', subject: `withdrawn-key/${id}`, after: canonicalHash(row) });
    return true;
  });
}

/** Every key there ever was, of all bodies, the oldest first. */
export async function listKeys(db: Database): Promise<readonly ListedKey[]> {
  const rows = await db
    .selectFrom('keys')
    .leftJoin('withdrawn_keys', 'withdrawn_keys.id', 'keys.id')
    .leftJoin('key_terms', 'key_terms.id', 'keys.id')
    .selectAll('keys')
    .select(['withdrawn_keys.withdrawn_at', 'key_terms.expires_at'])
    .orderBy('keys.added_at')
    .execute();
  return rows.flatMap((row) => {
    const holder = holderOf(row);
    if (holder === undefined) return [];
    const { added_by: addedBy, added_at: addedAt, withdrawn_at: withdrawnAt, expires_at: expiresAt } = row;
    const ends = {
      ...(expiresAt !== null && { expiresAt }),
      ...(withdrawnAt !== null && { withdrawnAt }),
    };
    return [{ ...holder, addedBy, addedAt, ...ends }];
  });
}

/** Whose key this is; `undefined` for what is not a key, or no longer one. */
export async function holderOfKey(db: Database, key: string): Promise<KeyHolder | undefined> {
  const [, id, secret] = KEY.exec(key) ?? [];
  if (id === undefined || secret === undefined) return undefined;
  const row = await db
    .selectFrom('keys')
    .leftJoin('key_terms', 'key_terms.id', 'keys.id')
    .selectAll('keys')
    .select('key_terms.expires_at')
    .where('keys.id', '=', id)
    .where('keys.id', 'not in', db.selectFrom('withdrawn_keys').select('id'))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (row.expires_at !== null && stateOfKey({ expiresAt: row.expires_at }) === 'expired') return undefined;
  const isRight = timingSafeEqual(Buffer.from(digestOf(secret)), Buffer.from(row.secret_sha256));
  return isRight ? holderOf(row) : undefined;
}

function holderOf({ id, body, name, role }: KeyRow): KeyHolder | undefined {
  const known = roleNamed(role);
  return known && { id, body, name, role: known };
}
