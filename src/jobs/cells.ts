import type { BatchOutcome } from '../batch/answers.ts';
import { type Database, writingApart } from '../store/database.ts';
import type { StoredJob } from './job.ts';

/** What came of one part of a job. */
export interface JobCell {
  readonly cell: number;
  /** The hash of all that it was made from; `''` where equal inputs need not come to the same. */
  readonly key: string;
  readonly outcome: KeptOutcome;
}

/** An outcome as it is kept. */
export type KeptOutcome = BatchOutcome & {
  /** It was known from equal inputs. */
  readonly reused?: true;
};

/**
 * Keeps what came of parts of a job. What is kept already stays, so that a part that was worked on twice is
 * answered once.
 */
export async function keepCells(
  db: Database,
  { id, body }: StoredJob,
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
    const { numInsertedOrUpdatedRows: kept = 0n } = await tx
      .insertInto('job_cells')
      .values(rows)
      .onConflict((same) => same.columns(['job', 'cell']).doNothing())
      .executeTakeFirstOrThrow();
    if (kept === 0n) return;
    await tx
      .updateTable('jobs')
      .set((is) => ({ done: is('done', '+', Number(kept)) }))
      .where('id', '=', id)
      .execute();
  });
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
export async function* cellsOf(db: Database, job: string): AsyncIterable<JobCell> {
  for (let after = -1; ;) {
    const rows = await db
      .selectFrom('job_cells')
      .select(['cell', 'key', 'outcome'])
      .where('job', '=', job)
      .where('cell', '>', after)
      .orderBy('cell')
      .limit(AT_ONCE)
      .execute();
    for (const { cell, key, outcome } of rows) yield { cell, key, outcome: outcomeIn(outcome) };
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)!.cell;
  }
}

/** What is known of these keys, from whichever job of the body. */
export async function knownOutcomes(
  db: Database,
  body: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, KeptOutcome>> {
  const found = new Map<string, KeptOutcome>();
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const rows = await db
      .selectFrom('job_cells')
      .select(['key', 'outcome'])
      .where('body', '=', body)
      .where('key', 'in', keys.slice(from, from + AT_ONCE))
      .execute();
    for (const { key, outcome } of rows) found.set(key, outcomeIn(outcome));
  }
  return found;
}

/** What stands there was written by {@link keepCells}. */
function outcomeIn(text: string): KeptOutcome {
  return JSON.parse(text) as KeptOutcome;
}
