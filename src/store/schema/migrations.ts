import { type Kysely, sql } from 'kysely';
import {
  DEFAULT_MIGRATION_TABLE,
  type MigrationResultSet,
  Migrator,
  type MigratorProps,
} from 'kysely/migration';
import { keptAgainTables } from './content-tables.ts';
import { firstTables } from './first-tables.ts';
import { jobGroundColumn, jobTables, jobTermColumn } from './job-tables.ts';
import { keyTables, keyTermTables } from './key-tables.ts';
import { identityTables } from '../people/identity-tables.ts';
import { peopleTables, usedCodeTables } from '../people/people-tables.ts';
import { roundTables } from './round-tables.ts';

/** Every step from an empty database to the tables of today, in order. One that was published never changes. */
const STEPS: Readonly<Record<string, (db: Kysely<unknown>) => Promise<void>>> = {
  '0001-first-tables': firstTables,
  '0002-key-tables': keyTables,
  '0003-round-tables': roundTables,
  '0004-job-tables': jobTables,
  '0005-people-tables': peopleTables,
  '0006-identity-tables': identityTables,
  '0007-key-term-tables': keyTermTables,
  '0008-used-code-tables': usedCodeTables,
  '0009-job-term-column': jobTermColumn,
  '0010-kept-again-tables': keptAgainTables,
  '0011-job-ground-column': jobGroundColumn,
};

/** The names of all steps, in order. */
export const STEP_NAMES: readonly string[] = Object.keys(STEPS);

/** Thrown where a database cannot be brought to the tables of today. */
export class CannotMigrate extends Error {
  /** It was written by a later version of Slate. */
  readonly isNewer: boolean;
  constructor(isNewer: boolean, cause: unknown) {
    super('cannot migrate', { cause });
    this.name = 'CannotMigrate';
    this.isNewer = isNewer;
  }
}

/**
 * Brings a database forward. Several processes may do so at once: one of them does, the others wait.
 *
 * @param upTo the name of the last step; absent: all. Only tests stop earlier.
 * @throws CannotMigrate, and nothing is changed
 */
export async function migrate(db: MigratorProps['db'], upTo?: string): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: async () =>
        Object.fromEntries(Object.entries(STEPS).map(([name, up]) => [name, { up }])),
    },
  });
  const done: MigrationResultSet =
    upTo === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(upTo);
  if (done.error === undefined) return;
  throw new CannotMigrate(await hasUnknownSteps(db), done.error);
}

/** Whether a database has steps behind it that a later version of Slate must have taken. */
async function hasUnknownSteps(db: MigratorProps['db']): Promise<boolean> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true }).catch(() => []);
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return false;
  const taken = await sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(
    db,
  );
  return taken.rows.some(({ name }) => !Object.hasOwn(STEPS, name));
}
