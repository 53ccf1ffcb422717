import { join } from 'node:path';
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import { migrate } from './schema/migrations.ts';
import { type StorePlace, STORE_FILE } from './store-place.ts';
import { openSqlite, patiently, sqliteDialect } from './sqlite.ts';
import { isPostgres } from './schema/dialect.ts';
import type { Tables } from './schema/tables.ts';

/** A database that queries are asked of; SQLite and PostgreSQL alike. */
export type Database = Kysely<Tables>;
/** A transaction in it. */
export type Writing = Transaction<Tables>;

/** Connections to PostgreSQL: writes go one after another, and reads are short. */
const CONNECTIONS = 8;
/** Milliseconds until a database that does not answer counts as gone. */
const PATIENCE = 5_000;

/** Connects, without looking at what is there. Only {@link openDatabase} and tests of migrations do. */
export async function connect(place: StorePlace): Promise<Database> {
  if (!('url' in place)) {
    const file = 'folder' in place ? join(place.folder, STORE_FILE) : place.file;
    return new Kysely<Tables>({ dialect: sqliteDialect(openSqlite(file)) });
  }
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: place.url,
    max: CONNECTIONS,
    connectionTimeoutMillis: PATIENCE,
    application_name: 'slate',
  });
  // A connection that breaks while nobody uses it: the pool makes another when one is needed.
  pool.on('error', () => undefined);
  // One that breaks between two statements of somebody who has it: the next statement says so. Nobody else would
  // hear of it, and the whole process would end.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** Connects, and brings the tables to those of today. */
export async function openDatabase(place: StorePlace): Promise<Database> {
  const db = await patiently(() => connect(place));
  try {
    await patiently(() => migrate(db));
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return db;
}

/** The number by which writers of Slate find each other among the locks of a PostgreSQL server. */
const WRITERS = 20_201_125;

/**
 * Writes in one transaction: all of it or nothing. Writers take turns, across processes, so that versions
 * and the chain of the audit have no gap and no fork.
 */
export async function writing<Result>(
  db: Database,
  write: (tx: Writing) => Promise<Result>,
): Promise<Result> {
  return patiently(() =>
    db.transaction().execute(async (tx) => {
      if (isPostgres(db)) await sql`select pg_advisory_xact_lock(${sql.lit(WRITERS)})`.execute(tx);
      return write(tx);
    }),
  );
}

/** Writes in one transaction that takes no turn: rows that no version counts and no chain binds. */
export async function writingApart<Result>(
  db: Database,
  write: (tx: Writing) => Promise<Result>,
): Promise<Result> {
  return patiently(() => db.transaction().execute(write));
}

/** Reads the state of one moment, while others go on writing. */
export async function inSnapshot<Result>(
  db: Database,
  read: (snapshot: Database) => Promise<Result>,
): Promise<Result> {
  return db.connection().execute(async (one) => {
    const begin = isPostgres(db) ? 'begin isolation level repeatable read, read only' : 'begin deferred';
    await sql.raw(begin).execute(one);
    try {
      return await read(one);
    } finally {
      await sql`rollback`.execute(one);
    }
  });
}
