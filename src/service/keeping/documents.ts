import { z } from 'zod';
import { nameSchema } from '../../questions/case-schema.ts';
import { contentOf } from '../../store/documents/contents.ts';
import type { Database } from '../../store/database.ts';
import { DOCUMENT_KINDS } from '../../store/documents/document-kinds.ts';
import {
  type DocumentName,
  documentSubject,
  type DocumentVersion,
  findDocument,
  keepDocument,
  listDocuments,
} from '../../store/documents/documents.ts';
import { removeDocument } from '../../store/documents/document-removal.ts';
import { readDocument } from '../../store/documents/read-document.ts';
import { Refusal } from '../answers/problem-document.ts';
import {
  documentAnswerSchema,
  documentKeptSchema,
  documentsAnswerSchema,
  newDocumentSchema,
  removedSchema,
} from './keeping-answers.ts';
import { keeping } from './keeping-route.ts';

const tag = 'Documents';
const parameters = z.object({
  kind: z.enum(DOCUMENT_KINDS),
  name: nameSchema,
  version: z.coerce.number().int().min(1).max(1_000_000_000),
});
const path = '/api/v1/documents/{kind}/{name}/{version}';

/** All documents. */
export const documentsRoute = keeping({
  operation: 'listDocuments',
  role: 'reader',
  method: 'get',
  path: '/api/v1/documents',
  tag,
  summary: 'List the pools, units, rule sets, scenarios and mappings that are kept, in all versions',
  answer: documentsAnswerSchema,
  handle: async ({ store, actor }) => ({
    answer: { documents: inAnswers(await listDocuments(store.db, actor.body)) },
  }),
});

/** Keeps a document. */
export const keepDocumentRoute = keeping({
  operation: 'keepDocument',
  role: 'drafter',
  method: 'post',
  path: '/api/v1/documents',
  tag,
  summary: 'Read a file as what it is said to be, and keep it as the next version of its name',
  body: newDocumentSchema,
  answer: documentKeptSchema,
  handle: async ({ store, actor, body }) => {
    const { kind, name, base64, deliveredBy } = body;
    const bytes = Buffer.from(base64, 'base64');
    const read = await readDocument(kind, { bytes, called: 'document' }, body.reading ?? {}, body.rules);
    const kept = await keepDocument(store.db, actor, {
      kind,
      name,
      ...read,
      ...(deliveredBy !== undefined && { deliveredBy }),
    });
    const [document] = inAnswers([kept.document]);
    return { status: kept.isNew ? 201 : 200, answer: { document: document!, isNew: kept.isNew } };
  },
});

/** One version of a document. */
export const documentRoute = keeping({
  operation: 'getDocument',
  role: 'reader',
  method: 'get',
  path,
  tag,
  summary: 'Read a version of a document, as it was delivered',
  parameters,
  answer: documentAnswerSchema,
  handle: async ({ store, actor, parameters: named }) => {
    const found = await there(store.db, actor.body, named);
    const content = await contentOf(store.db, actor.body, found.sha256);
    if (content.kind !== 'there') {
      throw Refusal.of('gone', 'store.removed', { named: documentSubject(found), at: found.removedAt ?? '' });
    }
    const [document] = inAnswers([found]);
    return { answer: { document: document!, base64: content.bytes.toString('base64') } };
  },
});

/** Removes what a document holds. */
export const removeDocumentRoute = keeping({
  operation: 'removeDocument',
  role: 'administrator',
  method: 'delete',
  path,
  tag,
  summary: 'Remove for good what a version of a document holds of people; its hash and its counts stay',
  parameters,
  answer: removedSchema,
  handle: async ({ store, actor, parameters: named }) => {
    const found = await there(store.db, actor.body, named);
    return { answer: { removed: await removeDocument(store.db, actor, found) } };
  },
});

async function there(db: Database, body: string, named: Required<DocumentName>): Promise<DocumentVersion> {
  const found = await findDocument(db, body, named);
  if (found !== undefined) return found;
  throw Refusal.of('not-found', 'store.no-document', { named: documentSubject(named), allowed: [] });
}

/** Documents as they are answered. */
function inAnswers(
  documents: readonly DocumentVersion[],
): z.input<typeof documentsAnswerSchema>['documents'] {
  return documents.map(({ reading, ...document }) => ({
    ...document,
    ...(reading !== undefined && { reading: { ...reading } }),
  }));
}
