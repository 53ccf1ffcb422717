import { sha256Of } from '../records/canonical.ts';
import { packedContent } from '../store/documents/contents.ts';
import type { Database, Writing } from '../store/database.ts';
import { unpackedContent } from '../store/documents/unpacked.ts';

/** Bytes that a job is asked with, ready to be kept. */
export interface PackedInput {
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** Bytes as they are kept, which takes a moment that no transaction should last. */
export async function packedInput(bytes: Uint8Array): Promise<PackedInput> {
  return { sha256: sha256Of(bytes), bytes: await packedContent(bytes) };
}

/** Rows that are written at once. */
const AT_ONCE = 100;

/** Keeps bytes that a job is asked with, once for all jobs of its body. */
export async function keepInputs(
  tx: Writing,
  { id, body }: { readonly id: string; readonly body: string },
  inputs: readonly PackedInput[],
): Promise<void> {
  for (let from = 0; from < inputs.length; from += AT_ONCE) {
    const some = inputs.slice(from, from + AT_ONCE);
    await tx
      .insertInto('job_inputs')
      .values(some.map((input) => ({ body, ...input })))
      .onConflict((same) => same.columns(['body', 'sha256']).doNothing())
      .execute();
    await tx
      .insertInto('job_needs')
      .values(some.map(({ sha256 }) => ({ job: id, body, sha256 })))
      .onConflict((same) => same.columns(['job', 'sha256']).doNothing())
      .execute();
  }
}

/** The bytes of these hashes. @throws Error where one is not there */
export async function inputBytes(
  db: Database,
  body: string,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  if (hashes.length === 0) return new Map();
  const rows = await db
    .selectFrom('job_inputs')
    .select(['sha256', 'bytes'])
    .where('body', '=', body)
    .where('sha256', 'in', hashes)
    .execute();
  const found = new Map<string, Buffer>();
  for (const { sha256, bytes } of rows) found.set(sha256, await unpackedContent(bytes));
  const lost = hashes.find((sha256) => !found.has(sha256));
  if (lost !== undefined) throw new Error('an input of a job is gone');
  return found;
}
