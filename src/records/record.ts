import { z } from 'zod';
import { decisionsSchema, readingSchema } from '../questions/case-schema.ts';
import { QUESTIONS } from '../questions/list.ts';
import type { QuestionDefinition } from '../questions/question.ts';
import { canonical, canonicalHash, sha256Of } from './canonical.ts';

/** What a report of record calls the shape of its data. */
export const RECORD_FORMAT = 'slate-record-1';

/** Bytes as JSON carries them: as text where they are text in UTF-8, so that people can read them. */
const contentSchema = z.union([z.strictObject({ text: z.string() }), z.strictObject({ base64: z.base64() })]);

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

const frozenTextSchema = z.strictObject({
  content: hashSchema,
  called: z.string().optional(),
  objects: z.literal(true).optional(),
  columns: z.record(z.string(), z.string()).optional(),
  reading: readingSchema.optional(),
  behind: z.record(z.string(), z.strictObject({ content: hashSchema, called: z.string() })).optional(),
  id: z.string().optional(),
  ids: z.array(z.string()).optional(),
});

const partsSchema = z.strictObject({
  pool: frozenTextSchema,
  rules: frozenTextSchema,
  units: frozenTextSchema.optional(),
  scenario: z.union([frozenTextSchema, z.strictObject({ changes: z.looseObject({}) })]).optional(),
  decisions: decisionsSchema.optional(),
  slate: z.union([frozenTextSchema, z.strictObject({ ids: z.array(z.string()) })]).optional(),
});

/** A question that was asked of the case, and what was answered. */
const askedSchema = z.strictObject({
  question: z.string().refine((name) => Object.hasOwn(QUESTIONS, name)),
  options: z.looseObject({}),
  answer: z.looseObject({}),
});

/** What a report of record holds: all that is needed to ask again what it tells. */
export const recordSchema = z.strictObject({
  format: z.literal(RECORD_FORMAT),
  /** The versions of Slate and of Node. */
  slate: z.string(),
  node: z.string(),
  madeAt: z.iso.datetime(),
  /** Whether it has no names: then the table of candidates stands in it by its hash alone. */
  blind: z.literal(true).optional(),
  case: partsSchema,
  contents: z.record(hashSchema, contentSchema),
  /** The question first, then what was asked besides for the report. */
  asked: z.array(askedSchema).min(1),
});

/** What a report of record holds. */
export type RecordData = z.output<typeof recordSchema>;

/** One of its questions with its answer. */
export type AskedAndAnswered = RecordData['asked'][number];

/** The same with its hash, and the hash of what people see of it. */
export const sealedSchema = recordSchema.extend({ seal: hashSchema, page: hashSchema });

/** The hash of what a report holds: whoever changes anything of it changes the hash. */
export function sealOf(data: RecordData): string {
  return canonicalHash(data);
}

/** Bytes by their hash, as a record carries them. */
export function contentsByHash(contents: readonly Uint8Array[]): RecordData['contents'] {
  return Object.fromEntries(contents.map((bytes) => [sha256Of(bytes), packedBytes(bytes)]));
}

function packedBytes(bytes: Uint8Array): RecordData['contents'][string] {
  const text = Buffer.from(bytes).toString('utf8');
  const isText = !text.includes('\0') && Buffer.from(text).equals(bytes);
  return isText ? { text } : { base64: Buffer.from(bytes).toString('base64') };
}

/** The bytes of a content. */
export function contentBytes(content: RecordData['contents'][string]): Buffer {
  return 'text' in content ? Buffer.from(content.text) : Buffer.from(content.base64, 'base64');
}

/** An answer or options as plain data: what is `undefined` is not there. */
export function plain(value: object): Record<string, unknown> {
  return JSON.parse(canonical(value)) as Record<string, unknown>;
}

/** A question by its name. */
export function questionNamed(name: string): QuestionDefinition {
  const all: Readonly<Record<string, unknown>> = QUESTIONS;
  const found = all[name];
  if (found === undefined) throw new Error(`no question ${name}`);
  return found as QuestionDefinition;
}
