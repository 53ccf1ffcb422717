import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NamedCases } from './batch-table.ts';
import type { BatchAnswer } from './run-batch.ts';
import { BATCH_FILES } from './streamed-batch.ts';
import { makeFolder } from '../tables/make-folder.ts';
import { InputError, type Problem, problem } from '../words/problem.ts';

/** The file of a folder in which the results of batches are kept, from one batch to the next. */
export const RESULTS = 'results.jsonl';

/** Makes the folder before the work begins, so that nothing is lost to a mistyped name afterwards. @throws InputError */
export function writableFolder(folder: string): void {
  try {
    makeFolder(folder);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    const found: Problem = problem('batch.cannot-write', { folder, reason: String(error.code) });
    throw new InputError([found]);
  }
}

/**
 * Writes what people read of a batch into a folder: `summary.json`, `cases.csv`, `cases.parquet` and
 * `report.html`, each whole or not at all. Results are written as they are read.
 *
 * @returns the paths.
 */
export async function writeBatch(
  folder: string,
  asked: NamedCases,
  { batch, results }: BatchAnswer,
): Promise<readonly string[]> {
  makeFolder(folder);
  const written: string[] = [];
  for (const { name, pieces } of Object.values(BATCH_FILES)) {
    const file = join(folder, name);
    await writeFile(`${file}.part`, pieces(batch, asked, results));
    await rename(`${file}.part`, file);
    written.push(file);
  }
  return written;
}
