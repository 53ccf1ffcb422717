import type { Kysely } from 'kysely';
import { frozen } from './dialect.ts';

/** Migration 3: consultations and the rounds in them, every one in all versions. */
export async function roundTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('consultations')
    .addColumn('body', 'text', (column) => column.notNull().references('bodies.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('seats', 'integer', (column) => column.notNull())
    .addColumn('units', 'integer', (column) => column.notNull())
    .addColumn('draft', 'text')
    .addColumn('begun_by', 'text', (column) => column.notNull())
    .addColumn('begun_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('consultations_key', ['body', 'name'])
    .addForeignKeyConstraint('consultations_content', ['body', 'content'], 'contents', ['body', 'sha256'])
    .addForeignKeyConstraint('consultations_draft', ['body', 'draft'], 'drafts', ['body', 'id'])
    .execute();
  await frozen(db, 'consultations');
  await db.schema
    .createTable('rounds')
    .addColumn('body', 'text', (column) => column.notNull().references('bodies.id'))
    .addColumn('consultation', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('stage', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('carried', 'integer', (column) => column.notNull())
    .addColumn('fell_out', 'integer', (column) => column.notNull())
    .addColumn('tied', 'integer', (column) => column.notNull())
    .addColumn('written_by', 'text', (column) => column.notNull())
    .addColumn('written_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('rounds_key', ['body', 'consultation', 'number', 'version'])
    .addForeignKeyConstraint('rounds_consultation', ['body', 'consultation'], 'consultations', [
      'body',
      'name',
    ])
    .addForeignKeyConstraint('rounds_content', ['body', 'content'], 'contents', ['body', 'sha256'])
    .execute();
  await frozen(db, 'rounds');
}
