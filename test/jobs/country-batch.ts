import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { SMALL_COUNTRY, writeCountry } from '../../fixtures/country.ts';
import type { BatchResult } from '../../src/batch/answers.ts';
import { type PreparedBatch, prepareBatch } from '../../src/batch/batch-parts.ts';
import { resultsInMemory } from '../../src/batch/kept-results.ts';
import { readBatch } from '../../src/batch/read-cases.ts';
import { runBatch } from '../../src/batch/run-batch.ts';
import { writeBatchDocument, type WrittenBatch } from '../../src/jobs/batch-document.ts';
import { allOf } from '../batch/all-of.ts';
import { valueOf } from '../../src/words/problem.ts';

/** Communes of the made-up country, as they stand and under other quotas; the twelve that are shipped. */
export async function countryBatch(
  under: readonly string[] = ['women-20', 'women-25'],
  communes = 12,
): Promise<{ readonly prepared: PreparedBatch; readonly written: WrittenBatch }> {
  const folder = communes === 12 ? SHIPPED : await madeUp(communes);
  const named = valueOf(await readBatch(join(folder, 'cases.csv')));
  const prepared = valueOf(await prepareBatch({ ...named, rules: 'commune-committee-2025', under }));
  return { prepared, written: await writeBatchDocument(prepared) };
}

const SHIPPED = fileURLToPath(new URL('../../fixtures/country/', import.meta.url));

/** A country in a folder that goes with the test. */
async function madeUp(communes: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'slate-country-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  writeCountry(folder, { ...SMALL_COUNTRY, communes });
  return folder;
}

/** What one process by itself comes to. */
export async function solvedAlone(prepared: PreparedBatch): Promise<readonly BatchResult[]> {
  const { results } = await runBatch(prepared, { kept: resultsInMemory(), threads: 1 });
  return withoutTimes(await allOf(results));
}

/** Results without how long they took, which is never the same twice. */
export function withoutTimes(results: readonly BatchResult[]): readonly BatchResult[] {
  return results.map((each) => ({ ...each, milliseconds: 0 }));
}
