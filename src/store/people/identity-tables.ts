import type { Kysely } from 'kysely';

/** Migration 6: people as an issuer of OpenID Connect knows them. They are removed with their account. */
export async function identityTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('identities')
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull().references('people.id'))
    .addPrimaryKeyConstraint('identities_key', ['issuer', 'subject'])
    .execute();
}
