import { promisify } from 'node:util';
import { constants, deflateRaw } from 'node:zlib';
import { type Actor, note } from './audit.ts';
import { sha256Of } from '../records/canonical.ts';
import type { Database, Writing } from './database.ts';
import { deleteJobsWith } from './job-removal.ts';
import { unpackedContent } from './unpacked.ts';

/** Versions of a draft differ little from each other, and tables repeat themselves: they take a tenth. */
const packedAsync = promisify(deflateRaw);
const QUICK = { level: constants.Z_BEST_SPEED };

/** Bytes as they are kept. */
export async function packedContent(bytes: Uint8Array): Promise<Buffer> {
  return packedAsync(bytes, QUICK);
}

/** Keeps bytes under their hash, once for each body; what was removed for good stays removed. @returns the hash */
export async function keepContent(tx: Writing, body: string, content: Uint8Array | string): Promise<string> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const sha256 = sha256Of(bytes);
  await tx
    .insertInto('contents')
    .values({ body, sha256, size: bytes.length, bytes: await packedContent(bytes), removed_at: null })
    .onConflict((same) => same.columns(['body', 'sha256']).doNothing())
    .execute();
  return sha256;
}

/** What is there under a hash. */
export type Content =
  | { readonly kind: 'there'; readonly bytes: Buffer }
  /** Removed for good: what it was is no longer known, only that it was and how long. */
  | { readonly kind: 'removed'; readonly size: number; readonly at: string }
  | { readonly kind: 'unknown' };

/** Looks for bytes by their hash. */
export async function contentOf(db: Database | Writing, body: string, sha256: string): Promise<Content> {
  const found = await db
    .selectFrom('contents')
    .select(['bytes', 'size', 'removed_at'])
    .where('body', '=', body)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  if (found === undefined) return { kind: 'unknown' };
  const { bytes, size, removed_at: at } = found;
  if (bytes === null) return { kind: 'removed', size, at: at ?? '' };
  return { kind: 'there', bytes: await unpackedContent(bytes) };
}

/**
 * Removes bytes for good, wherever they stand: as contents, and in what jobs were asked with and answered.
 *
 * @returns the hashes of those that were left to remove
 */
export async function removeContents(
  tx: Writing,
  actor: Actor,
  hashes: Iterable<string>,
): Promise<ReadonlySet<string>> {
  const removed = new Map<string, Buffer>();
  for (const sha256 of new Set(hashes)) {
    const content = await contentOf(tx, actor.body, sha256);
    if (content.kind !== 'there') continue;
    removed.set(sha256, content.bytes);
    await tx
      .updateTable('contents')
      .set({ bytes: null, removed_at: new Date().toISOString() })
      .where('body', '=', actor.body)
      .where('sha256', '=', sha256)
      .execute();
    await note(tx, actor, { what: 'remove', subject: `content/${sha256}`, before: sha256 });
  }
  if (removed.size > 0) await deleteJobsWith(tx, actor, removed);
  return new Set(removed.keys());
}
