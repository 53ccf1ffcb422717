import { deserialize, serialize } from 'node:v8';
import { type CaseJobs, keysFrom, type PreparedBatch } from '../batch/batch-parts.ts';
import { CASE_TIME_LIMIT } from '../batch/run-batch.ts';
import { type Folders, SHIPPED } from '../opening/shipped.ts';
import { VERSION } from '../opening/version.ts';
import { sha256Of } from '../records/canonical.ts';
import { contentsOfTables, type FrozenTables, freezeTables } from '../records/frozen-case.ts';
import type { Reading } from '../words/problem.ts';

/** A case of a batch with its tables by their hashes. */
export interface KeptCase extends Omit<CaseJobs, 'pool' | 'units'> {
  /** Or why they cannot be read. */
  readonly tables: Reading<FrozenTables>;
  /** The keys of its jobs; absent where a table cannot be read. */
  readonly keys?: readonly string[];
}

/** A batch that needs no file any more: what a worker on another machine is given. */
export interface BatchDocument extends Omit<PreparedBatch, 'cases'> {
  /** Of the Slate that wrote it; no other takes it for its own. */
  readonly version: string;
  /** Milliseconds for each answer. */
  readonly timeLimitMs: number;
  readonly cases: readonly KeptCase[];
}

/** A document with the bytes of all tables. */
export interface WrittenBatch {
  readonly bytes: Uint8Array;
  /** By their hash. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
  /** Cases, and answers. */
  readonly cases: number;
  readonly total: number;
}

/** Takes hold of everything that a batch is asked with. */
export async function writeBatchDocument(
  { cases, ...rest }: PreparedBatch,
  { timeLimitMs = CASE_TIME_LIMIT, folders = SHIPPED }: { timeLimitMs?: number; folders?: Folders } = {},
): Promise<WrittenBatch> {
  const contents = new Map<string, Uint8Array>();
  const kept: KeptCase[] = [];
  for (const { pool, units, ...each } of cases) {
    const frozen = await freezeTables({ pool, units }, folders);
    for (const bytes of frozen.ok ? frozen.value.contents : []) contents.set(sha256Of(bytes), bytes);
    kept.push(
      frozen.ok
        ? {
            ...each,
            tables: { ok: true, value: frozen.value.tables },
            keys: keysFrom(contentsOfTables(frozen.value.tables), each.jobs),
          }
        : { ...each, tables: frozen },
    );
  }
  const document: BatchDocument = { ...rest, version: VERSION, timeLimitMs, cases: kept };
  return {
    bytes: serialize(document),
    contents,
    cases: kept.length,
    total: kept.reduce((sum, { jobs }) => sum + jobs.length, 0),
  };
}

/** @throws Error where another version of Slate wrote it, whose workers it is for */
export function readBatchDocument(bytes: Uint8Array): BatchDocument {
  // It was written by the function above; another version says so at once.
  const document = deserialize(bytes) as BatchDocument;
  if (document.version !== VERSION) throw new Error('a batch of another version');
  return document;
}
