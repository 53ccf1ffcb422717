import { randomUUID } from 'node:crypto';
import { acting, type Actor, note } from '../audit.ts';
import { canonicalHash } from '../../records/canonical.ts';
import { type Content, contentOf, keepContent } from './contents.ts';
import { STORED_OBJECT, storedJson } from './stored-json.ts';
import type { Database, Writing } from '../database.ts';
import type { DocumentKind } from './document-kinds.ts';
import type { DocumentRow } from '../schema/tables.ts';

/** A document that is to be kept. */
export interface NewDocument {
  readonly kind: DocumentKind;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Candidates, units, rules or scenarios: what stays known when the people are removed. */
  readonly entries: number;
  /** What was said of the table when it was read; plain data. */
  readonly reading?: object;
  /** The office that delivered it. */
  readonly deliveredBy?: string;
}

/** Which document: the newest version where none is named. */
export interface DocumentName {
  readonly kind: DocumentKind;
  readonly name: string;
  readonly version?: number;
}

/** What is known of a version of a document, without what it holds. */
export interface DocumentVersion {
  readonly kind: DocumentKind;
  readonly name: string;
  readonly version: number;
  readonly sha256: string;
  readonly entries: number;
  readonly size: number;
  readonly reading?: object;
  readonly deliveredBy?: string;
  readonly keptBy: string;
  readonly keptAt: string;
  /** When its people were removed for good. */
  readonly removedAt?: string;
}

/** `pool/hai-duong@2`. */
export function documentSubject({ kind, name, version }: Required<DocumentName>): string {
  return `${kind}/${name}@${version}`;
}

/**
 * Keeps a document as the next version of its name. The same bytes, read the same way, as the newest
 * version has are that version, and nothing is written.
 */
export async function keepDocument(
  db: Database,
  actor: Actor,
  { kind, name, bytes, entries, reading, deliveredBy }: NewDocument,
): Promise<{ readonly document: DocumentVersion; readonly isNew: boolean }> {
  return acting(db, actor, async (tx) => {
    const content = await keepContent(tx, actor, bytes);
    const newest = await tx
      .selectFrom('documents')
      .selectAll()
      .where('body', '=', actor.body)
      .where('kind', '=', kind)
      .where('name', '=', name)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst();
    const said = reading === undefined ? null : JSON.stringify(reading);
    if (newest !== undefined && newest.content === content && newest.reading === said)
      return { document: await versionNamed(tx, actor.body, newest), isNew: false };
    const row: DocumentRow = {
      id: randomUUID(),
      body: actor.body,
      kind,
      name,
      version: (newest?.version ?? 0) + 1,
      content,
      entries,
      reading: said,
      delivered_by: deliveredBy ?? null,
      kept_by: actor.who,
      kept_at: new Date().toISOString(),
    };
    await tx.insertInto('documents').values(row).execute();
    await note(tx, actor, {
      what: 'keep',
      subject: documentSubject({ kind, name, version: row.version }),
      ...(newest !== undefined && { before: canonicalHash(newest) }),
      after: canonicalHash(row),
    });
    return { document: await versionNamed(tx, actor.body, row), isNew: true };
  });
}

async function versionNamed(
  tx: Writing,
  body: string,
  { kind, name, version }: DocumentRow,
): Promise<DocumentVersion> {
  // Written by `keepDocument` alone.
  const document = await findDocument(tx, body, { kind: kind as DocumentKind, name, version });
  if (document === undefined) throw new Error('a document that was kept is not there');
  return document;
}

/** All versions of all documents of a body, or those of a kind, or of one name: by kind and name, the newest first. */
export async function listDocuments(
  db: Database,
  body: string,
  { kind, name }: { readonly kind?: DocumentKind; readonly name?: string } = {},
): Promise<readonly DocumentVersion[]> {
  let all = selected(db, body);
  if (kind !== undefined) all = all.where('documents.kind', '=', kind);
  if (name !== undefined) all = all.where('documents.name', '=', name);
  const rows = await all.orderBy('kind').orderBy('name').orderBy('version', 'desc').execute();
  return rows.map(versionOf);
}

/** A document by its name; `undefined` if there is none. */
export async function findDocument(
  db: Database,
  body: string,
  { kind, name, version }: DocumentName,
): Promise<DocumentVersion | undefined> {
  const all = selected(db, body).where('documents.kind', '=', kind).where('documents.name', '=', name);
  const named = version === undefined ? all : all.where('documents.version', '=', version);
  const row = await named.orderBy('version', 'desc').limit(1).executeTakeFirst();
  return row === undefined ? undefined : versionOf(row);
}

/** What a version of a document holds. */
export async function bytesOfDocument(
  db: Database,
  body: string,
  { sha256 }: DocumentVersion,
): Promise<Content> {
  return contentOf(db, body, sha256);
}

function selected(db: Database, body: string) {
  return db
    .selectFrom('documents')
    .innerJoin('contents', (join) =>
      join.onRef('contents.body', '=', 'documents.body').onRef('contents.sha256', '=', 'documents.content'),
    )
    .selectAll('documents')
    .select(['contents.size', 'contents.removed_at'])
    .where('documents.body', '=', body);
}

function versionOf(
  row: DocumentRow & { readonly size: number; readonly removed_at: string | null },
): DocumentVersion {
  return {
    // Written by `keepDocument` alone.
    kind: row.kind as DocumentKind,
    name: row.name,
    version: row.version,
    sha256: row.content,
    entries: row.entries,
    size: row.size,
    ...(row.reading !== null && {
      reading: storedJson(STORED_OBJECT, row.reading, `${row.kind}/${row.name}@${row.version}`),
    }),
    ...(row.delivered_by !== null && { deliveredBy: row.delivered_by }),
    keptBy: row.kept_by,
    keptAt: row.kept_at,
    ...(row.removed_at !== null && { removedAt: row.removed_at }),
  };
}
