import type { Kysely } from 'kysely';
import { frozen } from './dialect.ts';

/** Migration 2: API keys by their hashes, and those that are withdrawn. */
export async function keyTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('keys')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('body', 'text', (column) => column.notNull().references('bodies.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('secret_sha256', 'text', (column) => column.notNull())
    .addColumn('added_by', 'text', (column) => column.notNull())
    .addColumn('added_at', 'text', (column) => column.notNull())
    .execute();
  await frozen(db, 'keys');
  await db.schema
    .createTable('withdrawn_keys')
    .addColumn('id', 'text', (column) => column.primaryKey().references('keys.id'))
    .addColumn('body', 'text', (column) => column.notNull().references('bodies.id'))
    .addColumn('withdrawn_by', 'text', (column) => column.notNull())
    .addColumn('withdrawn_at', 'text', (column) => column.notNull())
    .execute();
  await frozen(db, 'withdrawn_keys');
}

/** Migration 7: until when keys let somebody in; of most it is not said. */
export async function keyTermTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('key_terms')
    .addColumn('id', 'text', (column) => column.primaryKey().references('keys.id'))
    .addColumn('body', 'text', (column) => column.notNull().references('bodies.id'))
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
  await frozen(db, 'key_terms');
}
