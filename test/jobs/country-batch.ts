import { fileURLToPath } from 'node:url';
import type { BatchResult } from '../../src/batch/answers.ts';
import { type PreparedBatch, prepareBatch } from '../../src/batch/jobs.ts';
import { resultsInMemory } from '../../src/batch/kept-results.ts';
import { readBatch } from '../../src/batch/read-cases.ts';
import { runBatch } from '../../src/batch/run-batch.ts';
import { writeBatchDocument, type WrittenBatch } from '../../src/jobs/batch-document.ts';
import { valueOf } from '../../src/words/problem.ts';

/** The twelve communes that are shipped, as they stand and under other quotas. */
export async function countryBatch(
  under: readonly string[] = ['women-20', 'women-25'],
): Promise<{ readonly prepared: PreparedBatch; readonly written: WrittenBatch }> {
  const cases = fileURLToPath(new URL('../../fixtures/country/cases.csv', import.meta.url));
  const named = valueOf(await readBatch(cases));
  const prepared = valueOf(await prepareBatch({ ...named, rules: 'commune-committee-2025', under }));
  return { prepared, written: await writeBatchDocument(prepared) };
}

/** What one process by itself comes to. */
export async function solvedAlone(prepared: PreparedBatch): Promise<readonly BatchResult[]> {
  return withoutTimes((await runBatch(prepared, { kept: resultsInMemory(), threads: 1 })).results);
}

/** Results without how long they took, which is never the same twice. */
export function withoutTimes(results: readonly BatchResult[]): readonly BatchResult[] {
  return results.map((each) => ({ ...each, milliseconds: 0 }));
}
