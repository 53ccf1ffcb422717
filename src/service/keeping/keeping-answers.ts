import { z } from 'zod';
import { nameSchema, readingSchema } from '../../questions/case-schema.ts';
import { DOCUMENT_KINDS } from '../../store/documents/document-kinds.ts';
import { draftVersionSchema } from './draft-answers.ts';

/** The shapes of what the service keeps. Times are ISO 8601 in UTC, hashes SHA-256 in hexadecimal digits. */

/** A version of a document, without what it holds. */
const documentVersionSchema = z
  .object({
    kind: z.enum(DOCUMENT_KINDS),
    name: z.string(),
    version: z.number().int(),
    sha256: z.string(),
    entries: z.number().int().describe('Candidates, units, rules or scenarios.'),
    size: z.number().int().describe('Bytes.'),
    reading: z.looseObject({}).optional().describe('What was said of the table when it was read.'),
    deliveredBy: z.string().optional(),
    keptBy: z.string(),
    keptAt: z.string(),
    removedAt: z.string().optional().describe('When its people were removed for good.'),
  })
  .meta({ id: 'DocumentVersion', description: 'A version of a document, without what it holds.' });

/** All documents. */
export const documentsAnswerSchema = z
  .object({ documents: z.array(documentVersionSchema) })
  .meta({ id: 'DocumentList', description: 'Documents by kind and name, the newest version first.' });

/** A document with its bytes. */
export const documentAnswerSchema = z
  .object({ document: documentVersionSchema, base64: z.string() })
  .meta({ id: 'KeptDocument', description: 'A document as it was delivered.' });

/** A document that is to be kept. */
export const newDocumentSchema = z
  .strictObject({
    kind: z.enum(DOCUMENT_KINDS),
    name: nameSchema,
    base64: z.base64().meta({ description: 'The bytes of the file.' }),
    reading: readingSchema.optional(),
    deliveredBy: z.string().max(200).optional(),
    rules: nameSchema
      .optional()
      .meta({ description: 'For scenarios: the id of the rule set that they change.' }),
  })
  .meta({ id: 'NewDocument', description: 'A document that is to be kept as the next version of its name.' });

/** What came of keeping a document. */
export const documentKeptSchema = z
  .object({
    document: documentVersionSchema,
    isNew: z.boolean().describe('False where the same was kept already.'),
  })
  .meta({ id: 'DocumentKept', description: 'The version that a document became, or was already.' });

/** A run without what was asked and answered. */
const runSchema = z
  .object({
    id: z.string(),
    question: z.string(),
    status: z.string().optional(),
    solver: z.string().optional(),
    slate: z.string().describe('The version of Slate.'),
    milliseconds: z.number().int(),
    askedSha256: z.string(),
    answerSha256: z.string(),
    askedBy: z.string(),
    answeredAt: z.string(),
  })
  .meta({ id: 'Run', description: 'A question that was recorded.' });

/** All runs. */
export const runsAnswerSchema = z
  .object({ runs: z.array(runSchema) })
  .meta({ id: 'RunList', description: 'The newest runs first.' });

/** A run with what was asked and answered. */
export const runAnswerSchema = z
  .object({ run: runSchema, asked: z.looseObject({}), answer: z.looseObject({}) })
  .meta({
    id: 'RecordedRun',
    description: 'A run with what was asked and answered; tables stand by their hash.',
  });

/** One entry of the audit. */
const auditEntrySchema = z
  .object({
    seq: z.number().int(),
    at: z.string(),
    who: z.string(),
    body: z.string(),
    what: z.string(),
    subject: z.string(),
    before: z.string().nullable(),
    after: z.string().nullable(),
    previous: z.string().describe('The hash of the entry before.'),
    hash: z.string(),
  })
  .meta({ id: 'AuditEntry', description: 'Who did what, chained by hashes.' });

/** The newest entries. */
export const auditAnswerSchema = z
  .object({ entries: z.array(auditEntrySchema) })
  .meta({ id: 'Audit', description: 'The newest entries of the audit, the oldest first.' });

const faultSchema = z.object({ kind: z.string(), at: z.string() });

/** What verifying the audit has found. */
export const auditVerdictSchema = z
  .object({ entries: z.number().int(), head: z.string(), faults: z.array(faultSchema) })
  .meta({ id: 'AuditVerdict', description: 'Whether anything was tampered with; no faults: nothing was.' });

/** Everything that is known of how a draft came about. */
export const inspectionSchema = z
  .object({
    versions: z.array(draftVersionSchema),
    entries: z.array(auditEntrySchema),
    whole: z.boolean(),
    faults: z.array(faultSchema),
    audited: z.number().int(),
    head: z.string(),
  })
  .meta({
    id: 'Inspection',
    description: 'All versions of a draft, who did what, and whether the audit is whole.',
  });

/** That something was removed for good. */
export const removedSchema = z
  .object({ removed: z.boolean().describe('Whether there was anything left to remove.') })
  .meta({ id: 'Removed', description: 'What is removed for good; hashes and counts stay.' });
