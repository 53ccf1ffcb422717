import { removedSubjects } from '../audit.ts';
import { contentOf } from './contents.ts';
import type { Database } from '../database.ts';
import { documentSubject, listDocuments } from './documents.ts';

/** Subjects of the audit, by the hashes of the bytes that they refer to. */
export type References = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Who refers to which bytes in a body: versions of documents, drafts and rounds, and runs. What was removed for good
 * refers to nothing but its own content, of which nothing is left. Jobs keep bytes of their own.
 */
export async function referencesIn(db: Database, body: string): Promise<References> {
  const found = new Map<string, Set<string>>();
  const add = (sha256: string, subject: string): void =>
    void found.set(sha256, (found.get(sha256) ?? new Set()).add(subject));
  for (const document of await listDocuments(db, body)) add(document.sha256, documentSubject(document));
  for (const { content, subject } of await namingContents(db, body))
    for (const sha256 of [content, ...(await hashesIn(db, body, content))]) add(sha256, subject);
  const runs = await db.selectFrom('runs').selectAll().where('body', '=', body).execute();
  const removed = await removedSubjects(db, body);
  for (const { id, asked, answer } of runs) {
    if (removed.has(`run/${id}`)) continue;
    for (const sha256 of [asked, answer, ...(await hashesIn(db, body, asked))]) add(sha256, `run/${id}`);
  }
  return found;
}

/** The bytes to which subjects that are meant refer, and nobody else. */
export function heldByNoOther(
  references: References,
  isMeant: (subject: string) => boolean,
): readonly string[] {
  return [...references].flatMap(([sha256, by]) => ([...by].every(isMeant) ? [sha256] : []));
}

/** The contents of drafts and rounds, which name the hashes of their texts and tables. */
async function namingContents(
  db: Database,
  body: string,
): Promise<readonly { readonly content: string; readonly subject: string }[]> {
  const drafts = await db.selectFrom('draft_versions').selectAll().where('body', '=', body).execute();
  const rounds = await db.selectFrom('rounds').selectAll().where('body', '=', body).execute();
  return [
    ...drafts.map(({ content, draft, version }) => ({ content, subject: `draft/${draft}@${version}` })),
    ...rounds.map(({ content, consultation, number, version }) => ({
      content,
      subject: `round/${consultation}/${number}@${version}`,
    })),
  ];
}

/** The hashes that a content names: of the texts of a draft, of the table of a round, of the tables of a run. */
async function hashesIn(db: Database, body: string, sha256: string): Promise<readonly string[]> {
  const content = await contentOf(db, body, sha256);
  if (content.kind !== 'there') return [];
  return content.bytes.toString('latin1').match(/(?<=")[0-9a-f]{64}(?=")/g) ?? [];
}
