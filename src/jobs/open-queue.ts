import type { Store } from '../store/store.ts';
import { isPostgres } from '../store/schema/dialect.ts';
import type { ChunkQueue } from './chunk-queue.ts';
import { TableQueue } from './table-queue.ts';

/** Opens the queue of a store: pg-boss on PostgreSQL, tables on SQLite. */
export async function openQueue(store: Store): Promise<ChunkQueue> {
  if (!isPostgres(store.db)) return new TableQueue(store.db);
  const { PgBossQueue } = await import('./pg-boss-queue.ts');
  return PgBossQueue.open(store);
}
