import { type Kysely, sql } from 'kysely';
import { blobType, isPostgres } from './dialect.ts';

/** Migration 4: jobs, what they are asked with and what came of their parts; on SQLite the queue, too. */
export async function jobTables(db: Kysely<unknown>): Promise<void> {
  await jobs(db);
  await inputs(db);
  await cells(db);
  if (!isPostgres(db)) await chunks(db);
}

/** Migration 9: how long a job that has ended is remembered; of earlier ones it is not said. */
export async function jobTermColumn(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('jobs').addColumn('kept_seconds', 'integer').execute();
}

/** Migration 11: what the files held that a job names; of earlier ones it is not said. */
export async function jobGroundColumn(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('jobs').addColumn('ground', 'text').execute();
}

async function jobs(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('jobs')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('operation', 'text', (column) => column.notNull())
    .addColumn('asked', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('asked_by', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('done', 'integer', (column) => column.notNull())
    .addColumn('total', 'integer', (column) => column.notNull())
    .addColumn('stop_asked', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('began_at', 'text')
    .addColumn('ended_at', 'text')
    .addColumn('result', blobType(db))
    .addColumn('problem', 'text')
    .addCheckConstraint(
      'jobs_ended',
      sql`(ended_at is not null) = (status in ('done', 'cancelled', 'failed'))`,
    )
    .execute();
  await db.schema
    .createIndex('jobs_of_body')
    .on('jobs')
    .columns(['body', 'operation', 'created_at'])
    .execute();
  // Those that have not ended are few, however many are remembered.
  await sql`create index jobs_open on jobs (id) where ended_at is null`.execute(db);
}

async function inputs(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('job_inputs')
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('bytes', blobType(db), (column) => column.notNull())
    .addPrimaryKeyConstraint('job_inputs_key', ['body', 'sha256'])
    .execute();
  await db.schema
    .createTable('job_needs')
    .addColumn('job', 'text', (column) => column.notNull().references('jobs.id'))
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('job_needs_key', ['job', 'sha256'])
    .execute();
  await db.schema.createIndex('job_needs_input').on('job_needs').columns(['body', 'sha256']).execute();
}

async function cells(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('job_cells')
    .addColumn('job', 'text', (column) => column.notNull().references('jobs.id'))
    .addColumn('cell', 'integer', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('job_cells_key', ['job', 'cell'])
    .execute();
  await db.schema.createIndex('job_cells_input').on('job_cells').columns(['body', 'key']).execute();
}

async function chunks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('job_chunks')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('job', 'text', (column) => column.notNull())
    .addColumn('first', 'integer', (column) => column.notNull())
    .addColumn('last', 'integer', (column) => column.notNull())
    .addColumn('priority', 'integer', (column) => column.notNull())
    .addColumn('attempt', 'integer', (column) => column.notNull())
    .addColumn('held_until', 'integer', (column) => column.notNull())
    .execute();
}
