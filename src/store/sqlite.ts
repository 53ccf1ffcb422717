import { chmodSync, closeSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { SqliteAdapter, SqliteDialect, type SqliteDialectConfig } from 'kysely';
import { makeFolder } from '../tables/make-folder.ts';

/** Milliseconds for which a statement blocks this thread where another process is writing. */
const BLOCKING = 20;
/** Milliseconds that a write waits in all for others to finish theirs, and between two tries. */
const PATIENCE = 30_000;
const BETWEEN_TRIES = 10;

/**
 * A database of SQLite in a file, opened by Node itself. Write-ahead logging lets any number of processes
 * read while one writes; `synchronous=full` makes a commit outlive a power cut, not only a killed process.
 */
export function openSqlite(file: string): DatabaseSync {
  makeFolder(dirname(file), 0o700);
  // Before anything is in it: it holds people.
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  const database = new DatabaseSync(file, { timeout: BLOCKING });
  database.exec(
    'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on',
  );
  return database;
}

/**
 * Does something that begins by waiting its turn to write. SQLite waits by blocking the thread, on which a
 * service answers others; so it waits a moment only, and is tried again.
 */
export async function patiently<Result>(attempt: () => Promise<Result>): Promise<Result> {
  const until = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error;
    }
    await setTimeout(BETWEEN_TRIES * (1 + Math.random()));
  }
}

/** Whether another connection was writing: nothing of what was attempted has happened. */
function isBusy(error: unknown): boolean {
  const SQLITE_BUSY = 5;
  if (!(error instanceof Error)) return false;
  return ('errcode' in error && error.errcode === SQLITE_BUSY) || isBusy(error.cause);
}

/** Kysely's dialect over it. */
export function sqliteDialect(database: DatabaseSync): SqliteDialect {
  return new WholeStepsDialect({ database: asKyselyExpects(database) });
}

/**
 * Kysely takes SQLite for a database that cannot make tables in a transaction, which it can: a step of a
 * migration is whole or not there, and of several processes that begin one the others wait.
 */
class WholeStepsDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new WholeStepsAdapter();
  }
}

class WholeStepsAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** A statement that does nothing. */
const NOTHING = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
};

/** What Kysely knows of a database is the interface of another package; Node's differs in names alone. */
function asKyselyExpects(database: DatabaseSync): Exclude<SqliteDialectConfig['database'], Function> {
  return {
    close: () => database.close(),
    prepare: (sql) => {
      // A full disk ends a transaction by itself. That there is none left to roll back must not hide why.
      if (sql === 'rollback' && !database.isTransaction) return NOTHING;
      // A transaction that read first and writes then would fail where another process wrote meanwhile.
      const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql);
      const values = (parameters: readonly unknown[]): SQLInputValue[] => parameters as SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      };
    },
  };
}
