import type { ZodOpenApiResponsesObject } from 'zod-openapi';
import { phrase } from '../words/catalogue.ts';
import { problemSchema } from './answers.ts';
import { ERROR_KINDS, type ErrorKind } from './problem-document.ts';

/** What can be refused of every question: it comes at a bad time. */
const OF_ANY = ['too-many-requests', 'internal', 'busy', 'time-ran-out'] as const;

/** What else can be refused of a question, by what it carries. */
const OF_PART = {
  body: ['bad-request', 'too-large', 'unsupported-media-type', 'bad-input'],
  /** A file that the path names may have errors, too. */
  name: ['bad-request', 'not-found', 'bad-input'],
  job: ['bad-request', 'not-found'],
} as const satisfies Readonly<Record<string, readonly ErrorKind[]>>;

/** A part of a question that can be wrong. */
export type RefusedPart = keyof typeof OF_PART;

/** Every refusal that a question with these parts may be answered, by status, for the OpenAPI document. */
export function refusalResponses(...parts: readonly RefusedPart[]): ZodOpenApiResponsesObject {
  const kinds: readonly ErrorKind[] = [...parts.flatMap((part) => OF_PART[part]), ...OF_ANY];
  return {
    ...Object.fromEntries(kinds.map((kind) => [String(ERROR_KINDS[kind].status), responseOf(kind)])),
    default: {
      description: 'What is wrong, as RFC 9457 has it',
      content: { 'application/problem+json': { schema: problemSchema } },
    },
  };
}

const responses = new Map<ErrorKind, ZodOpenApiResponsesObject['default']>();

/** One object a kind: the document then holds it once, and refers to it. */
function responseOf(kind: ErrorKind): ZodOpenApiResponsesObject['default'] {
  const known = responses.get(kind);
  if (known !== undefined) return known;
  const response = {
    id: kind,
    description: phrase('en', ERROR_KINDS[kind].title, undefined),
    content: { 'application/problem+json': { schema: problemSchema } },
  };
  responses.set(kind, response);
  return response;
}
