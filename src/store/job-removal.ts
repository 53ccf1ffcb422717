import { type Actor, note } from './audit.ts';
import { sha256Of } from '../records/canonical.ts';
import { bytesMeant, namedTextsIn } from './documents/carried-bytes.ts';
import { unpackedContent } from './documents/unpacked.ts';
import type { Writing } from './database.ts';

/** Bytes that are removed for good, by their hash. */
type RemovedContents = ReadonlyMap<string, Buffer>;

/** Takes a job out of the store, with everything that it was asked with and that came of it. */
export async function deleteJob(
  tx: Writing,
  { id, body }: { readonly id: string; readonly body: string },
): Promise<void> {
  const needs = await tx.selectFrom('job_needs').select('sha256').where('job', '=', id).execute();
  await tx.deleteFrom('job_needs').where('job', '=', id).execute();
  await tx.deleteFrom('job_cells').where('job', '=', id).execute();
  await tx.deleteFrom('jobs').where('id', '=', id).execute();
  for (const { sha256 } of needs) await dropUnneeded(tx, body, sha256);
}

async function dropUnneeded(tx: Writing, body: string, sha256: string): Promise<void> {
  await tx
    .deleteFrom('job_inputs')
    .where('body', '=', body)
    .where('sha256', '=', sha256)
    .where((is) =>
      is.not(
        is.exists(
          is.selectFrom('job_needs').select('job').where('body', '=', body).where('sha256', '=', sha256),
        ),
      ),
    )
    .execute();
}

/**
 * Whoever is removed for good stands in no job either: those of the body that carry what is removed go with
 * all that came of them, whether they have ended or not. Whoever works on one finds it gone, and stops.
 */
export async function deleteJobsWith(tx: Writing, actor: Actor, removed: RemovedContents): Promise<void> {
  const { body } = actor;
  const inputs = await tx.selectFrom('job_inputs').select('sha256').where('body', '=', body).execute();
  const carrying: string[] = [];
  // One by one: each may be as large as a request.
  for (const { sha256 } of inputs) {
    const { bytes } = await tx
      .selectFrom('job_inputs')
      .select('bytes')
      .where('body', '=', body)
      .where('sha256', '=', sha256)
      .executeTakeFirstOrThrow();
    if (removed.has(sha256) || carries(await unpackedContent(bytes), removed)) carrying.push(sha256);
  }
  for (const sha256 of carrying) {
    const needs = await tx
      .selectFrom('job_needs')
      .select('job')
      .where('body', '=', body)
      .where('sha256', '=', sha256)
      .execute();
    for (const { job } of needs) {
      await deleteJob(tx, { id: job, body });
      await note(tx, actor, { what: 'remove', subject: `job/${job}`, before: sha256 });
    }
  }
}

/** Whether a question carries what is removed: as text, as bytes in base64, or as a list of people who stand in it. */
function carries(input: Buffer, removed: RemovedContents): boolean {
  // What does not begin so is a document of a batch, whose tables are inputs of their own.
  if (input[0] !== 0x7b) return false;
  return namedTextsIn(JSON.parse(input.toString('utf8'))).some(
    ([name, text]) =>
      bytesMeant(text).some((bytes) => removed.has(sha256Of(bytes))) ||
      (name === 'name' && text.length > 3 && [...removed.values()].some((bytes) => bytes.includes(text))),
  );
}
