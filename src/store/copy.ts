import { type Database, inSnapshot, writing, type Writing } from './database.ts';
import type { Tables } from './schema/tables.ts';

/** All tables but that of contents, each after those that it refers to. */
const AFTER_CONTENTS = [
  'documents',
  'drafts',
  'draft_versions',
  'runs',
  'consultations',
  'rounds',
  'keys',
  'withdrawn_keys',
  'key_terms',
  'people',
  'memberships',
  'invitations',
  'ended_invitations',
  'profiles',
  'passwords',
  'recovery_codes',
  'identities',
  'audit',
  'jobs',
  'job_needs',
  'job_cells',
] as const;

type Copied = 'bodies' | 'contents' | 'job_inputs' | (typeof AFTER_CONTENTS)[number];
/** The queue is not copied: jobs that had not ended are put into the other one anew. */
type Queue = 'job_chunks';
/** What passes with the hour: whoever restores a backup must not bring back sessions that have ended since. */
type Passing = 'sessions' | 'tickets' | 'attempts' | 'used_codes';
/** How many rows of each table were copied. A table that is not copied does not compile. */
export type CopiedRows = {
  readonly [Table in Exclude<keyof Tables, Queue | Passing>]: Table extends Copied ? number : never;
};

/** Rows that are written at once. */
const AT_ONCE = 200;

/** Thrown where a store that would be copied into holds something. */
export class NotEmpty extends Error {}

/**
 * Copies a whole store into an empty one, on whatever databases they are: a backup, its restoring, and the
 * move between SQLite and PostgreSQL. What is copied is the state of one moment.
 *
 * @throws NotEmpty, and nothing is copied
 */
export async function copyStore(from: Database, to: Database): Promise<CopiedRows> {
  return inSnapshot(from, (source) =>
    writing(to, async (target) => {
      const first = await target.selectFrom('audit').select('seq').limit(1).executeTakeFirst();
      if (first !== undefined) throw new NotEmpty();
      const bodies = await copyTable('bodies', source, target);
      const contents = await copyBytes('contents', source, target);
      const rest: [string, number][] = [];
      for (const table of AFTER_CONTENTS) rest.push([table, await copyTable(table, source, target)]);
      return {
        bodies,
        contents,
        job_inputs: await copyBytes('job_inputs', source, target),
        ...(Object.fromEntries(rest) as Pick<CopiedRows, (typeof AFTER_CONTENTS)[number]>),
      };
    }),
  );
}

/** One by one: a table of candidates may be large. */
async function copyBytes(
  table: 'contents' | 'job_inputs',
  source: Database,
  target: Writing,
): Promise<number> {
  const keys = await source.selectFrom(table).select(['body', 'sha256']).execute();
  for (const { body, sha256 } of keys) {
    const row = await source
      .selectFrom(table)
      .selectAll()
      .where('body', '=', body)
      .where('sha256', '=', sha256)
      .executeTakeFirstOrThrow();
    // What was removed is copied as removed: the type of a new row knows no such thing.
    await target
      .insertInto(table)
      .values(row as never)
      .execute();
  }
  return keys.length;
}

async function copyTable(
  table: Exclude<Copied, 'contents' | 'job_inputs'>,
  source: Database,
  target: Writing,
): Promise<number> {
  const rows = await source.selectFrom(table).selectAll().execute();
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await target
      .insertInto(table)
      .values(rows.slice(from, from + AT_ONCE))
      .execute();
  }
  return rows.length;
}
