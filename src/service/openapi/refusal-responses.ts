import type { ZodOpenApiResponsesObject } from 'zod-openapi';
import { phrase } from '../../words/catalogue.ts';
import { problemSchema } from '../answers/answers.ts';
import { ERROR_KINDS, type ErrorKind } from '../answers/problem-document.ts';
import { answerHeaders, type HeaderName } from './response-headers.ts';

/** What can be refused of every question: its address says too much, or it comes at a bad time. */
const OF_ANY = [
  'bad-request',
  'unauthorized',
  'forbidden',
  'foreign-host',
  'too-many-requests',
  'internal',
  'busy',
  'time-ran-out',
] as const;

/** What else can be refused of a question, by what it carries. */
const OF_PART = {
  body: ['too-large', 'unsupported-media-type', 'bad-input'],
  /** A file that the path names may have errors, too. */
  name: ['not-found', 'bad-input'],
  job: ['not-found'],
  store: ['not-found', 'store-away'],
  kept: ['gone'],
  version: ['precondition-required'],
  state: ['wrong-state'],
} as const satisfies Readonly<Record<string, readonly ErrorKind[]>>;

/** A part of a question that can be wrong. */
export type RefusedPart = keyof typeof OF_PART;

/** Every refusal that a question with these parts may be answered, by status, for the OpenAPI document. */
export function refusalResponses(...parts: readonly RefusedPart[]): ZodOpenApiResponsesObject {
  const kinds: readonly ErrorKind[] = [...parts.flatMap((part) => OF_PART[part]), ...OF_ANY];
  return {
    ...responsesOf(...kinds),
    default: {
      description: 'What is wrong, as RFC 9457 has it',
      headers: answerHeaders('Content-Language'),
      content: { 'application/problem+json': { schema: problemSchema } },
    },
  };
}

/** What is refused of whoever comes by a name, or from a page, that is not the service's. */
export function foreignRefusals(): ZodOpenApiResponsesObject {
  return responsesOf('forbidden', 'foreign-host');
}

/** What is refused of a document that needs no work: an address that says too much, besides. */
export function documentRefusals(): ZodOpenApiResponsesObject {
  return { ...responsesOf('bad-request', 'unauthorized'), ...foreignRefusals() };
}

function responsesOf(...kinds: readonly ErrorKind[]): ZodOpenApiResponsesObject {
  return Object.fromEntries(kinds.map((kind) => [String(ERROR_KINDS[kind].status), responseOf(kind)]));
}

/** What a refusal tells in headers besides. */
const TELLING: Partial<Readonly<Record<ErrorKind, readonly HeaderName[]>>> = {
  'too-many-requests': ['Retry-After'],
  busy: ['Retry-After'],
  stopping: ['Retry-After'],
  'store-away': ['Retry-After'],
  unauthorized: ['WWW-Authenticate'],
};

type RefusalResponse = NonNullable<ZodOpenApiResponsesObject['default']>;

const responses = new Map<ErrorKind, RefusalResponse>();

/** One object a kind: the document then holds it once, and refers to it. */
function responseOf(kind: ErrorKind): RefusalResponse {
  const known = responses.get(kind);
  if (known !== undefined) return known;
  const response = {
    id: kind,
    description: phrase('en', ERROR_KINDS[kind].title, undefined),
    headers: answerHeaders('Content-Language', ...(TELLING[kind] ?? [])),
    content: { 'application/problem+json': { schema: problemSchema } },
  };
  responses.set(kind, response);
  return response;
}
