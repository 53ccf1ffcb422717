import { type Kysely, sql } from 'kysely';
import { frozen, thawed } from './dialect.ts';

/** Migration 10: bytes that were removed may be kept again. Which bytes they are stays as it was. */
export async function keptAgainTables(db: Kysely<unknown>): Promise<void> {
  await thawed(db, 'contents');
  await frozen(
    db,
    'contents',
    sql`(new.bytes is null) <> (old.bytes is null) and new.body = old.body and new.sha256 = old.sha256 and new.size = old.size`,
  );
}
