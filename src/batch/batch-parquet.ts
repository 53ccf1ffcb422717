import type { BatchResult } from './answers.ts';
import { batchTable } from './batch-table.ts';
import type { AskedBatch } from './jobs.ts';

/** The table of a batch as Apache Parquet, which programs of maps and statistics read with its numbers as numbers. */
export async function batchParquet(asked: AskedBatch, results: readonly BatchResult[]): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import('./parquet-library.ts');
  const columnData = batchTable(asked, results).map(({ name, kind, cells }) => ({
    name,
    data: cells.map((cell) => cell ?? null),
    type: kind === 'number' ? ('DOUBLE' as const) : ('STRING' as const),
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: 'Slate' }));
}
