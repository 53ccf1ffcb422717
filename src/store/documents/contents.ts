import { promisify } from 'node:util';
import { constants, deflateRaw } from 'node:zlib';
import { sha256Of } from '../../records/canonical.ts';
import { InputError, problem } from '../../words/problem.ts';
import { type Actor, note } from '../audit.ts';
import { bytesMeant, sizesOfCarriers } from './carried-bytes.ts';
import type { Database, Writing } from '../database.ts';
import { deleteJobsWith } from '../job-removal.ts';
import { unpackedContent } from './unpacked.ts';

/** Versions of a draft differ little from each other, and tables repeat themselves: they take a tenth. */
const packedAsync = promisify(deflateRaw);
const QUICK = { level: constants.Z_BEST_SPEED };

/** Bytes as they are kept. */
export async function packedContent(bytes: Uint8Array): Promise<Buffer> {
  return packedAsync(bytes, QUICK);
}

/**
 * Keeps bytes under their hash, once for each body. What went with the last that referred to it is kept again, and
 * the audit says so: a draft that is begun anew has the table of one that was removed.
 *
 * @returns the hash
 * @throws InputError for the bytes of a pool or of units that was itself removed for good: people whom somebody took
 *   out of the store do not come back with a file that still lies about
 */
export async function keepContent(tx: Writing, actor: Actor, content: Uint8Array | string): Promise<string> {
  const { body } = actor;
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const sha256 = sha256Of(bytes);
  const before = await rowOf(tx, body, sha256);
  if (before?.bytes === null) await refusePeople(tx, body, sha256);
  if (before !== undefined && before.bytes !== null) return sha256;
  const there = { bytes: await packedContent(bytes), removed_at: null };
  if (before === undefined) {
    await tx
      .insertInto('contents')
      .values({ body, sha256, size: bytes.length, ...there })
      .execute();
    return sha256;
  }
  await tx.updateTable('contents').set(there).where('body', '=', body).where('sha256', '=', sha256).execute();
  await note(tx, actor, { what: 'keep', subject: contentSubject(sha256) });
  return sha256;
}

/** @throws InputError where a pool or units had these bytes, which were removed for good */
async function refusePeople(tx: Writing, body: string, sha256: string): Promise<void> {
  const document = await tx
    .selectFrom('documents')
    .innerJoin('contents', (join) =>
      join.onRef('contents.body', '=', 'documents.body').onRef('contents.sha256', '=', 'documents.content'),
    )
    .select(['kind', 'name', 'version', 'removed_at'])
    .where('documents.body', '=', body)
    .where('documents.content', '=', sha256)
    .where('kind', 'in', ['pool', 'units'])
    .executeTakeFirst();
  if (document === undefined) return;
  const { kind, name, version, removed_at: at } = document;
  throw new InputError([problem('store.not-again', { named: `${kind}/${name}@${version}`, at: at ?? '' })]);
}

/** `content/HASH`, as the audit calls bytes. */
function contentSubject(sha256: string): string {
  return `content/${sha256}`;
}

/** What is there under a hash. */
export type Content =
  | { readonly kind: 'there'; readonly bytes: Buffer }
  /** Removed for good: what it was is no longer known, only that it was and how long. */
  | { readonly kind: 'removed'; readonly size: number; readonly at: string }
  | { readonly kind: 'unknown' };

/** Looks for bytes by their hash. */
export async function contentOf(db: Database | Writing, body: string, sha256: string): Promise<Content> {
  const found = await rowOf(db, body, sha256);
  if (found === undefined) return { kind: 'unknown' };
  const { bytes, size, removed_at: at } = found;
  if (bytes === null) return { kind: 'removed', size, at: at ?? '' };
  return { kind: 'there', bytes: await unpackedContent(bytes) };
}

async function rowOf(db: Database | Writing, body: string, sha256: string) {
  return db
    .selectFrom('contents')
    .select(['bytes', 'size', 'removed_at'])
    .where('body', '=', body)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
}

/**
 * The hashes of contents that carry the bytes of one: as the same text without the mark at its beginning, or written
 * in base64, as a draft of the page has a workbook.
 */
export async function carriersOf(tx: Writing, body: string, sha256: string): Promise<readonly string[]> {
  const carried = await rowOf(tx, body, sha256);
  if (carried === undefined) return [];
  const likely = await tx
    .selectFrom('contents')
    .select('sha256')
    .where('body', '=', body)
    .where('size', 'in', sizesOfCarriers(carried.size))
    .where('bytes', 'is not', null)
    .execute();
  const carriers: string[] = [];
  for (const each of likely) {
    const content = await contentOf(tx, body, each.sha256);
    if (content.kind !== 'there') continue;
    if (bytesMeant(content.bytes.toString('utf8')).some((bytes) => sha256Of(bytes) === sha256))
      carriers.push(each.sha256);
  }
  return carriers;
}

/**
 * Removes bytes for good, whoever refers to them, and the jobs that were asked about them. Whether others still need
 * them is for the caller to ask: `heldByNoOther`.
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
    await note(tx, actor, { what: 'remove', subject: contentSubject(sha256), before: sha256 });
  }
  if (removed.size > 0) await deleteJobsWith(tx, actor, removed);
  return new Set(removed.keys());
}
