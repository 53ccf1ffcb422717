import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { type Database, type Writing, writingApart } from '../store/database.ts';
import type { JobChunkRow } from '../store/schema/tables.ts';
import { type Chunk, type ChunkQueue, LEASE, type Lease } from './chunk-queue.ts';

/** The queue of a database that has none of its own: one table, for the processes of one machine. */
export class TableQueue implements ChunkQueue {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async put(tx: Writing, chunks: readonly Chunk[]): Promise<void> {
    if (chunks.length === 0) return;
    const rows = chunks.map((chunk) => ({ id: randomUUID(), ...chunk, attempt: 0, held_until: 0 }));
    await tx.insertInto('job_chunks').values(rows).execute();
  }

  async take(most: number): Promise<readonly Lease[]> {
    // To look takes no lock, and mostly there is nothing.
    if ((await this.#free(this.#db, 1)).length === 0) return [];
    return writingApart(this.#db, async (tx) => {
      const rows = await this.#free(tx, most);
      const ids = rows.map(({ id }) => id);
      await tx
        .updateTable('job_chunks')
        .set(({ eb }) => ({ held_until: Date.now() + LEASE, attempt: eb('attempt', '+', 1) }))
        .where('id', 'in', ids)
        .execute();
      return rows.map(leaseOf);
    });
  }

  async #free(db: Database | Writing, most: number): Promise<readonly Selectable<JobChunkRow>[]> {
    const now = Date.now();
    return (
      db
        .selectFrom('job_chunks')
        .selectAll()
        // What is held for longer than anybody may hold it was taken before the clock was put back.
        .where((is) => is.or([is('held_until', '<', now), is('held_until', '>', now + 2 * LEASE)]))
        .orderBy('priority', 'desc')
        .orderBy('rowid' as 'id')
        .limit(most)
        .execute()
    );
  }

  async touch(leases: readonly Lease[]): Promise<void> {
    if (leases.length === 0) return;
    await writingApart(this.#db, (tx) =>
      tx
        .updateTable('job_chunks')
        .set({ held_until: Date.now() + LEASE })
        .where((is) =>
          is.or(
            leases.map(({ id, attempt }) => is.and([is('id', '=', id), is('attempt', '=', attempt + 1)])),
          ),
        )
        .execute(),
    );
  }

  async end({ id, attempt }: Lease, rest: readonly Chunk[]): Promise<void> {
    await writingApart(this.#db, async (tx) => {
      const { numDeletedRows } = await tx
        .deleteFrom('job_chunks')
        .where('id', '=', id)
        .where('attempt', '=', attempt + 1)
        .executeTakeFirst();
      // Whoever has it now works on all of it.
      if (numDeletedRows > 0n) await this.put(tx, rest);
    });
  }

  async has(db: Database | Writing, job: string): Promise<boolean> {
    const found = await db.selectFrom('job_chunks').select('id').where('job', '=', job).limit(1).execute();
    return found.length > 0;
  }

  async close(): Promise<void> {
    // The database belongs to whoever opened it.
  }
}

function leaseOf({ id, attempt, job, first, last, priority }: Selectable<JobChunkRow>): Lease {
  return { id, attempt, chunk: { job, first, last, priority } };
}
