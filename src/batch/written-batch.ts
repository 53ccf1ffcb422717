import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { batchCsv } from './batch-csv.ts';
import { batchParquet } from './batch-parquet.ts';
import { batchReport } from './batch-report.ts';
import type { AskedBatch } from './jobs.ts';
import type { BatchAnswer } from './run-batch.ts';

/** The file of a folder in which the results of batches are kept, from one batch to the next. */
export const RESULTS = 'results.jsonl';

/**
 * Writes what people read of a batch into a folder: `summary.json`, `cases.csv`, `cases.parquet` and
 * `report.html`, each whole
 * or not at all.
 *
 * @returns the paths.
 */
export async function writeBatch(
  folder: string,
  prepared: AskedBatch,
  { batch, results }: BatchAnswer,
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const contents = {
    'summary.json': `${JSON.stringify(batch, undefined, 2)}\n`,
    'cases.csv': batchCsv(prepared, results),
    'cases.parquet': await batchParquet(prepared, results),
    'report.html': batchReport(batch, prepared, results),
  };
  const written: string[] = [];
  for (const [name, content] of Object.entries(contents)) {
    const file = join(folder, name);
    await writeFile(`${file}.part`, content);
    await rename(`${file}.part`, file);
    written.push(file);
  }
  return written;
}
