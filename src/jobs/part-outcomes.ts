import { z } from 'zod';
import { enveloped, storedJson } from '../store/documents/stored-json.ts';
import { type Database, type Writing, writingApart } from '../store/database.ts';
import type { StoredJob } from './job.ts';

/** What came of one part of a job. */
export interface JobCell<Outcome extends object = object> {
  readonly cell: number;
  /** The hash of all that it was made from; `''` where equal inputs need not come to the same. */
  readonly key: string;
  readonly outcome: KeptOutcome<Outcome>;
}

/** An outcome as it is kept: what kind of object, its operation knows. */
export type KeptOutcome<Outcome extends object = object> = Outcome & {
  /** It was known from equal inputs. */
  readonly reused?: true;
};

/** Rows that are written at once. */
const WRITTEN_AT_ONCE = 1_000;

/**
 * Keeps what came of parts of a job. What is kept already stays, so that a part that was worked on twice is
 * answered once. Parts beyond the total of the job are no progress. Nothing is kept of a job that is about
 * something else by now: whoever worked on it comes too late.
 */
export async function keepCells(
  db: Database,
  { id, body, total, ground }: StoredJob,
  cells: readonly JobCell[],
): Promise<void> {
  if (cells.length === 0) return;
  const rows = cells.map(({ outcome, ...cell }) => ({
    ...cell,
    job: id,
    body,
    outcome: JSON.stringify(outcome),
  }));
  await writingApart(db, async (tx) => {
    if (ground !== undefined && (await groundOf(tx, id)) !== ground) return;
    let done = 0;
    for (let from = 0; from < rows.length; from += WRITTEN_AT_ONCE) {
      const kept = await tx
        .insertInto('job_cells')
        .values(rows.slice(from, from + WRITTEN_AT_ONCE))
        .onConflict((same) => same.columns(['job', 'cell']).doNothing())
        .returning('cell')
        .execute();
      done += kept.filter(({ cell }) => cell < total).length;
    }
    if (done === 0) return;
    await tx
      .updateTable('jobs')
      .set((is) => ({ done: is('done', '+', done) }))
      .where('id', '=', id)
      .execute();
  });
}

async function groundOf(tx: Writing, id: string): Promise<string | null | undefined> {
  const job = await tx.selectFrom('jobs').select('ground').where('id', '=', id).executeTakeFirst();
  return job?.ground;
}

/** Forgets what came of the parts of a job. */
export async function forgetCells(tx: Writing, job: string): Promise<void> {
  await tx.deleteFrom('job_cells').where('job', '=', job).execute();
}

/** Those parts between two that are kept. */
export async function cellsKept(
  db: Database,
  job: string,
  first: number,
  last: number,
): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('job_cells')
    .select('cell')
    .where('job', '=', job)
    .where('cell', '>=', first)
    .where('cell', '<', last)
    .execute();
  return new Set(rows.map(({ cell }) => cell));
}

/** Parts that are read at once. */
const AT_ONCE = 1_000;

/** Everything that came of a job, in order, some at a time: others have their turn in between. */
export async function* cellsOf<Outcome extends object>(
  db: Database,
  job: string,
): AsyncIterable<JobCell<Outcome>> {
  for (let after = -1; ;) {
    const rows = await db
      .selectFrom('job_cells')
      .select(['cell', 'key', 'outcome'])
      .where('job', '=', job)
      .where('cell', '>', after)
      .orderBy('cell')
      .limit(AT_ONCE)
      .execute();
    for (const { cell, key, outcome } of rows) yield { cell, key, outcome: outcomeIn<Outcome>(outcome, job) };
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)!.cell;
  }
}

/** What is known of these keys, from whichever job of the body. */
export async function knownOutcomes<Outcome extends object>(
  db: Database,
  body: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, KeptOutcome<Outcome>>> {
  const found = new Map<string, KeptOutcome<Outcome>>();
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const rows = await db
      .selectFrom('job_cells')
      .select(['job', 'key', 'outcome'])
      .where('body', '=', body)
      .where('key', 'in', keys.slice(from, from + AT_ONCE))
      .execute();
    for (const { job, key, outcome } of rows) found.set(key, outcomeIn<Outcome>(outcome, job));
  }
  return found;
}

/** {@link keepCells} wrote it, under a job or key of the same operation: which kind of object it is, that one knows. */
function outcomeIn<Outcome extends object>(text: string, job: string): KeptOutcome<Outcome> {
  return storedJson(enveloped<KeptOutcome<Outcome>>(OBJECT), text, `job/${job}`);
}

const OBJECT = z.looseObject({});
