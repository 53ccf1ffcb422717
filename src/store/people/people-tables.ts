import type { Kysely } from 'kysely';
import { frozen } from '../schema/dialect.ts';

/**
 * Migration 5: people with accounts. What stands for good (that somebody was added, which role they had when,
 * who was invited) names nobody; names, passwords and sessions stand apart, where they can be removed.
 */
export async function peopleTables(db: Kysely<unknown>): Promise<void> {
  await membersOfBoards(db);
  await whatIsRemoved(db);
  await whatPasses(db);
}

async function membersOfBoards(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('people')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('body', 'text', (column) => column.notNull().references('bodies.id'))
    .addColumn('added_by', 'text', (column) => column.notNull())
    .addColumn('added_at', 'text', (column) => column.notNull())
    .execute();
  await frozen(db, 'people');
  await db.schema
    .createTable('memberships')
    .addColumn('person', 'text', (column) => column.notNull().references('people.id'))
    .addColumn('body', 'text', (column) => column.notNull().references('bodies.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('role', 'text')
    .addColumn('given_by', 'text', (column) => column.notNull())
    .addColumn('given_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('memberships_key', ['person', 'body', 'version'])
    .execute();
  await frozen(db, 'memberships');
  await db.schema
    .createTable('invitations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('body', 'text', (column) => column.notNull().references('bodies.id'))
    .addColumn('person', 'text', (column) => column.notNull().references('people.id'))
    .addColumn('secret_sha256', 'text', (column) => column.notNull())
    .addColumn('invited_by', 'text', (column) => column.notNull())
    .addColumn('invited_at', 'text', (column) => column.notNull())
    .addColumn('ends_at', 'text', (column) => column.notNull())
    .execute();
  await frozen(db, 'invitations');
  await db.schema
    .createTable('ended_invitations')
    .addColumn('id', 'text', (column) => column.primaryKey().references('invitations.id'))
    .addColumn('body', 'text', (column) => column.notNull().references('bodies.id'))
    .addColumn('ended_by', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text', (column) => column.notNull())
    .execute();
  await frozen(db, 'ended_invitations');
}

async function whatIsRemoved(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('profiles')
    .addColumn('person', 'text', (column) => column.primaryKey().references('people.id'))
    .addColumn('login', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('passwords')
    .addColumn('person', 'text', (column) => column.primaryKey().references('people.id'))
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('sealed_totp', 'text', (column) => column.notNull())
    .addColumn('last_step', 'integer', (column) => column.notNull())
    .addColumn('set_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('recovery_codes')
    .addColumn('code_sha256', 'text', (column) => column.primaryKey())
    .addColumn('person', 'text', (column) => column.notNull().references('people.id'))
    .execute();
}

async function whatPasses(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sessions')
    .addColumn('token_sha256', 'text', (column) => column.primaryKey())
    .addColumn('person', 'text', (column) => column.notNull().references('people.id'))
    .addColumn('body', 'text', (column) => column.notNull().references('bodies.id'))
    .addColumn('began_at', 'text', (column) => column.notNull())
    .addColumn('used_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('tickets')
    .addColumn('token_sha256', 'text', (column) => column.primaryKey())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('ends_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('attempts')
    .addColumn('subject_sha256', 'text', (column) => column.primaryKey())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('last_at', 'text', (column) => column.notNull())
    .execute();
}

/** Migration 8: the time steps of codes that were used, of each person the last ones. */
export async function usedCodeTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('used_codes')
    .addColumn('person', 'text', (column) => column.notNull().references('people.id'))
    .addColumn('step', 'integer', (column) => column.notNull())
    .addColumn('nth', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('used_codes_key', ['person', 'step'])
    .execute();
}
