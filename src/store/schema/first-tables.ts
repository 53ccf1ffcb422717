import { type Kysely, sql } from 'kysely';
import { blobType, frozen } from './dialect.ts';

/** Migration 1: bodies, contents, documents, drafts, runs, audit. */
export async function firstTables(db: Kysely<unknown>): Promise<void> {
  await bodiesAndContents(db);
  await documents(db);
  await drafts(db);
  await runs(db);
  await audit(db);
}

async function bodiesAndContents(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('bodies')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('contents')
    .addColumn('body', 'text', (column) => column.notNull().references('bodies.id'))
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('bytes', blobType(db))
    .addColumn('removed_at', 'text')
    .addPrimaryKeyConstraint('contents_key', ['body', 'sha256'])
    .addCheckConstraint('contents_there', sql`(bytes is null) = (removed_at is not null)`)
    .execute();
  // Bytes may be taken away, once; nothing else changes.
  await frozen(
    db,
    'contents',
    sql`new.bytes is null and old.bytes is not null and new.body = old.body and new.sha256 = old.sha256 and new.size = old.size`,
  );
}

async function documents(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('documents')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('body', 'text', (column) => column.notNull().references('bodies.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('entries', 'integer', (column) => column.notNull())
    .addColumn('reading', 'text')
    .addColumn('delivered_by', 'text')
    .addColumn('kept_by', 'text', (column) => column.notNull())
    .addColumn('kept_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('documents_version', ['body', 'kind', 'name', 'version'])
    .addForeignKeyConstraint('documents_content', ['body', 'content'], 'contents', ['body', 'sha256'])
    .execute();
  await frozen(db, 'documents');
}

async function drafts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('drafts')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull().references('bodies.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('drafts_key', ['body', 'id'])
    .execute();
  await db.schema
    .createTable('draft_versions')
    .addColumn('draft', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('written_by', 'text', (column) => column.notNull())
    .addColumn('written_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('draft_versions_key', ['body', 'draft', 'version'])
    .addForeignKeyConstraint('draft_versions_draft', ['body', 'draft'], 'drafts', ['body', 'id'])
    .addForeignKeyConstraint('draft_versions_content', ['body', 'content'], 'contents', ['body', 'sha256'])
    .execute();
  await frozen(db, 'draft_versions');
}

async function runs(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('runs')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('body', 'text', (column) => column.notNull().references('bodies.id'))
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('asked', 'text', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('status', 'text')
    .addColumn('solver', 'text')
    .addColumn('slate', 'text', (column) => column.notNull())
    .addColumn('milliseconds', 'integer', (column) => column.notNull())
    .addColumn('asked_by', 'text', (column) => column.notNull())
    .addColumn('answered_at', 'text', (column) => column.notNull())
    .addForeignKeyConstraint('runs_asked', ['body', 'asked'], 'contents', ['body', 'sha256'])
    .addForeignKeyConstraint('runs_answer', ['body', 'answer'], 'contents', ['body', 'sha256'])
    .execute();
  await frozen(db, 'runs');
}

async function audit(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .addColumn('previous', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .execute();
  await db.schema.createIndex('audit_subject').on('audit').columns(['body', 'subject']).execute();
  await frozen(db, 'audit');
}
