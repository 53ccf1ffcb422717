import { enumerate, formatNumber } from '../number.ts';
import type { Found } from '../found-value.ts';
import { ownProperty } from '../own-property.ts';

const KINDS: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

const kind = (expected: string): string => ownProperty(KINDS, expected) ?? expected;

function found(what: Found): string {
  switch (what.kind) {
    case 'scalar':
      return typeof what.value === 'string' ? 'a string' : String(what.value);
    case 'nothing':
      return 'null';
    default:
      return what.kind === 'list' ? 'a list' : 'an object';
  }
}

/** The least and the most that a value may be. */
export interface Limits {
  readonly min?: number;
  readonly max?: number;
}

function limits({ min, max }: Limits): string {
  if (min !== undefined) return `at least ${formatNumber(min, 'en')}`;
  return max === undefined ? 'any' : `at most ${formatNumber(max, 'en')}`;
}

const FAULTS = {
  comma: 'a comma is missing',
  colon: 'a colon is missing',
  key: 'a field name in double quotes is missing, or there is a comma too many',
  value: 'a value is missing, or there is a comma too many',
  end: 'something follows the end of the document',
  'cut-off': 'the text breaks off: a closing } or ] is missing',
  text: 'a string is broken: it must end with a double quote on the same line, and a backslash in it must be doubled',
  other: 'this is not a string in double quotes, a number, an object, a list, true, false or null',
} as const;

const megabytes = (bytes: number): string => `${formatNumber(bytes / 1_000_000, 'en')} MB`;

/** English sentences of `service`. */
export const serviceEn = {
  'service.no-body': () => 'the request has no body; send JSON',
  'service.not-utf8': () => 'the body is not UTF-8',
  'service.not-json': (p: {
    readonly fault?: keyof typeof FAULTS;
    readonly line?: number;
    readonly column?: number;
  }) =>
    p.fault === undefined
      ? 'the body is not JSON'
      : `the body is not JSON; line ${p.line}, column ${p.column}: ${FAULTS[p.fault]}`,
  'service.repeated-key': (p: {
    readonly key?: string;
    readonly first?: { readonly line: number; readonly column: number };
  }) =>
    p.key === undefined || p.first === undefined
      ? 'an object of the body has the same field twice; keep one of the two'
      : `the field “${p.key}” stands twice in this object, first in line ${p.first.line}, column ${p.first.column}; keep one of the two`,
  'service.dropped-key': (p: { readonly key: string }) =>
    `no field can be called “${p.key}”; give it another name`,
  'service.unknown-key': (p: {
    readonly key: string;
    readonly allowed: readonly string[];
    readonly meant?: string;
  }) =>
    p.meant === undefined
      ? `there is no field “${p.key}” here; allowed: ${enumerate(p.allowed, 'en')}`
      : `there is no field “${p.key}” here; did you mean “${p.meant}”?`,
  'service.too-deep': (p: { readonly deepest: number }) =>
    `this is nested more than ${formatNumber(p.deepest, 'en')} levels deep`,
  'service.missing': (p: { readonly expected: string }) =>
    `this field is missing; ${kind(p.expected)} is needed`,
  'service.wrong-type': (p: { readonly expected: string; readonly found: Found }) =>
    `found ${found(p.found)}, but ${kind(p.expected)} is needed`,
  'service.one-of': (p: { readonly allowed: readonly string[] }) =>
    `give exactly one of ${enumerate(p.allowed, 'en')}`,
  'service.choice': (p: { readonly allowed: readonly string[] }) => `allowed: ${enumerate(p.allowed, 'en')}`,
  'service.range': (p: Limits) => `the number must be ${limits(p)}`,
  'service.length': (p: Limits) => `the length must be ${limits(p)}`,
  'service.bad-name': () => 'only lower-case letters a to z, digits and hyphens are allowed',
  'service.bad-value': () => 'this value is not allowed',
  'service.bad-format': (p: { readonly format: 'base64' | 'date' }): string =>
    p.format === 'date'
      ? 'this is no day of the calendar; it is written YYYY-MM-DD, such as 2025-07-01'
      : 'this is not base64: the bytes of the file as A–Z, a–z, 0–9, + and /, with = at the end',
  'service.no-data': () =>
    'this object cannot be written as JSON; allowed are texts, numbers, true, false, null, and lists and objects of them without circles',
  'service.no-pool': (p: { readonly name: string; readonly allowed: readonly string[] }) =>
    p.allowed.length === 0
      ? `there is no pool “${p.name}”; the service has none at all`
      : `there is no pool “${p.name}”; the pools are ${enumerate(p.allowed, 'en')}`,
  'service.no-rule-set': (p: { readonly id: string; readonly allowed: readonly string[] }) =>
    p.allowed.length === 0
      ? `there is no rule set “${p.id}”; the service has none at all`
      : `there is no rule set “${p.id}”; the rule sets are ${enumerate(p.allowed, 'en')}`,
  'service.unknown-parameter': (p: {
    readonly name: string;
    readonly allowed: readonly string[];
    readonly meant?: string;
  }) =>
    p.meant === undefined
      ? `there is no query parameter “${p.name}” here; allowed: ${enumerate(p.allowed, 'en')}`
      : `there is no query parameter “${p.name}” here; did you mean “${p.meant}”?`,
  'service.repeated-parameter': (p: { readonly name: string; readonly times: number }) =>
    `the query parameter “${p.name}” is given ${formatNumber(p.times, 'en')} times; give it once`,
  'service.parameter-value': (p: {
    readonly name: string;
    readonly found: string;
    readonly allowed: readonly string[];
  }) => `found “${p.found}” for the query parameter “${p.name}”; allowed: ${enumerate(p.allowed, 'en')}`,
  'service.nothing-there': () => 'there is nothing at this address',
  'service.no-result': () => 'the job has no result yet',
  'service.no-resume': (p: { readonly status: string }): string =>
    p.status === 'cancelled' || p.status === 'failed'
      ? 'where nothing is kept, a job that has ended cannot be taken up again; ask it anew'
      : 'only a job that was cancelled or failed can be taken up again',
  'service.job-given-up': () =>
    'the work was tried time and again, and each time the process that was at it ended; perhaps it needs more memory than there is',
  'service.files-changed': () =>
    'a file that this job names was changed while it was worked on; take it up again, and the answer is about the file as it is then',
  'service.no-job': () => 'there is no such job; finished jobs are forgotten after a while',

  'service.title-bad-request': () => 'The request cannot be read',
  'service.title-unauthorized': () => 'It is not known who asks',
  'service.title-forbidden': () => 'Not allowed',
  'service.title-foreign-host': () => 'This is not the address of the service',
  'service.title-not-found': () => 'Not found',
  'service.title-method': () => 'Method not allowed',
  'service.title-too-large': () => 'The request is too large',
  'service.title-media-type': () => 'The format of the body is not supported',
  'service.title-expectation': () => 'The expectation cannot be met',
  'service.title-unprocessable': () => 'The input has errors',
  'service.title-too-many': () => 'Too many requests',
  'service.title-internal': () => 'The service failed',
  'service.title-conflict': () => 'Somebody else has written meanwhile',
  'service.title-precondition': () => 'It must be said what was seen',
  'service.title-state': () => 'Not in this state',
  'service.title-gone': () => 'No longer there',
  'service.title-busy': () => 'The service is busy',
  'service.title-timeout': () => 'Time ran out',

  'service.count-problems': (p: { readonly count: number; readonly first: string }) =>
    p.count === 1 ? p.first : `${p.first} (and ${formatNumber(p.count - 1, 'en')} more, see errors)`,
  'service.method': (p: { readonly allowed: readonly string[] }) =>
    `this address accepts only ${enumerate(p.allowed, 'en')}`,
  'service.too-large': (p: { readonly limit: number }) =>
    `the body of a request may have at most ${megabytes(p.limit)}`,
  'service.bad-address': () => 'the address has a % that is not followed by two hexadecimal digits of UTF-8',
  'service.bad-http': () =>
    'this is not HTTP/1.1; its first line, a header or a part of the body is malformed',
  'service.headers-too-large': (p: { readonly limit: number }) =>
    `the address and the headers of a request may have at most ${formatNumber(p.limit, 'en')} bytes together`,
  'service.request-timeout': () => 'the request did not come to its end in time',
  'service.expectation': () => 'Expect may only be 100-continue; leave it out',
  'service.foreign-host': (p: { readonly host: string }) =>
    `this service does not answer under the name “${p.host}”; ask it as localhost, or start it with --allowed-host and that name`,
  'service.any-origin': () =>
    'pages of any origin may ask only a service that lets people in by keys alone; set people: keys, or name the origins in place of *',
  'service.foreign-origin': (p: { readonly origin: string }) =>
    `pages of “${p.origin}” may not ask this service; open its own page, or start it with --allowed-host and the name of that page`,
  'service.nobody-known': (p: { readonly host: string; readonly isOwnMachine: boolean }) =>
    `${p.isOwnMachine ? 'the service is to ask everybody who they are' : `at ${p.host} others would reach the service`}, and it knows nobody whom to let in; make the first administrator (slate people invite LOGIN --role administrator), or a key for a program (slate keys add NAME --role reader), both with the --data of the service; or ${p.isOwnMachine ? 'let in whoever uses this machine (people: one, or SLATE_PEOPLE=one)' : 'leave --host out'}`,
  'service.no-key': () =>
    'this service lets in who has a key: send it as Authorization: Bearer KEY, or in a browser as the password under any name; who runs the service makes one by slate keys add',
  'service.too-many-keys': (p: { readonly seconds: number }) =>
    `too many wrong keys came from this address; none is tried for the next ${p.seconds} s`,
  'service.not-your-role': (p: { readonly role: string; readonly own: string }) =>
    `you are ${p.own === 'administrator' || p.own === 'approver' ? 'an' : 'a'} ${p.own} here, and this needs ${p.role === 'administrator' || p.role === 'approver' ? 'an' : 'a'} ${p.role}; ask an administrator of the board`,
  'service.no-host': () => 'the header Host is missing; HTTP/1.1 needs it',
  'service.bad-body': () => 'the body breaks off, or is not compressed in the way that Content-Encoding says',
  'service.encoding': () => 'Content-Encoding may be gzip, deflate or br; or leave it out',
  'service.media-type': () => 'send the body as application/json, in UTF-8',
  'service.too-many-scenarios': (p: { readonly found: number; readonly most: number }) =>
    `these are ${formatNumber(p.found, 'en')} scenarios, and at most ${formatNumber(p.most, 'en')} are compared at once; name some by ids`,
  'service.too-many': () => 'too many requests from this address; try again in a minute',
  'service.key-of-another': () =>
    'this Idempotency-Key stands for another question that was asked under it; say a new key for a new question',
  'service.caller-queue': () =>
    'you have as many questions or jobs waiting as one caller may have; wait for their answers, or cancel some',
  'service.caller-bytes': (p: { readonly limit: number }) =>
    `your questions that are not answered yet hold ${megabytes(p.limit)}, as much as one caller may; wait for their answers`,
  'service.internal': () =>
    'the service failed, and not because of the request; its log has the details under the id of this request',
  'service.busy': () => 'all workers are busy and the queue is full; try again in a moment',
  'service.stopping': () => 'the service is stopping',
  'service.timeout': () => 'the question was not answered within its time limit',

  'service.page-hint': () =>
    'The page has not been built (npm run build). The service itself answers; see the documentation.',
  'service.docs-title': () => 'HTTP interface',
  'service.docs-schemas': () => 'Schemas',
};
