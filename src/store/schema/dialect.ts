import { type Expression, type Kysely, PostgresAdapter, type RawBuilder, sql } from 'kysely';

/** Whether a connection is to PostgreSQL; else it is to SQLite. */
export function isPostgres(db: Pick<Kysely<unknown>, 'getExecutor'>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}

/** The type of a column of bytes. */
export function blobType(db: Kysely<unknown>): RawBuilder<unknown> {
  return isPostgres(db) ? sql`bytea` : sql`blob`;
}

/**
 * Makes the rows of a table stand as they were written: triggers refuse to change or to delete them, to
 * everybody who may use the table.
 *
 * @param except a condition on `old` and `new` under which a row may change all the same
 */
export async function frozen(
  db: Kysely<unknown>,
  table: string,
  except: Expression<unknown> = sql`false`,
): Promise<void> {
  await (isPostgres(db) ? frozenInPostgres(db, table, except) : frozenInSqlite(db, table, except));
}

/** Lets the rows of a table that was {@link frozen} change again, for a step that freezes it under another condition. */
export async function thawed(db: Kysely<unknown>, table: string): Promise<void> {
  const of = isPostgres(db) ? sql` on ${sql.table(table)}` : sql``;
  const triggers = isPostgres(db) ? ['changed', 'deleted', 'emptied'] : ['changed', 'deleted'];
  for (const each of triggers) await sql`drop trigger ${sql.ref(`${table}_${each}`)}${of}`.execute(db);
}

async function frozenInSqlite(
  db: Kysely<unknown>,
  table: string,
  except: Expression<unknown>,
): Promise<void> {
  const refuse = sql`begin select raise(abort, 'rows of this table stand as they were written'); end`;
  await sql`create trigger ${sql.ref(`${table}_changed`)} before update on ${sql.table(table)} when not (${except}) ${refuse}`.execute(
    db,
  );
  await sql`create trigger ${sql.ref(`${table}_deleted`)} before delete on ${sql.table(table)} ${refuse}`.execute(
    db,
  );
}

async function frozenInPostgres(
  db: Kysely<unknown>,
  table: string,
  except: Expression<unknown>,
): Promise<void> {
  await sql`create or replace function slate_refuse() returns trigger language plpgsql as $$
    begin raise exception 'rows of this table stand as they were written'; end $$`.execute(db);
  const refuse = sql`execute function slate_refuse()`;
  await sql`create trigger ${sql.ref(`${table}_changed`)} before update on ${sql.table(table)} for each row when (not (${except})) ${refuse}`.execute(
    db,
  );
  await sql`create trigger ${sql.ref(`${table}_deleted`)} before delete on ${sql.table(table)} for each row ${refuse}`.execute(
    db,
  );
  await sql`create trigger ${sql.ref(`${table}_emptied`)} before truncate on ${sql.table(table)} for each statement ${refuse}`.execute(
    db,
  );
}
