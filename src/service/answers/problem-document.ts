import type { Language } from '../../words/language.ts';
import { phrase, type PhraseCode, type PhraseParameters } from '../../words/catalogue.ts';
import { noticeItems } from '../../questions/notices.ts';
import type { Problem } from '../../words/problem.ts';
import type { ProblemDocument } from './answers.ts';
import { problemItems } from './problem-items.ts';

/** The kinds of errors that the service answers: the last part of `type`, the status, and the title. */
export const ERROR_KINDS = {
  'bad-request': { status: 400, title: 'service.title-bad-request' },
  unauthorized: { status: 401, title: 'service.title-unauthorized' },
  forbidden: { status: 403, title: 'service.title-forbidden' },
  'not-found': { status: 404, title: 'service.title-not-found' },
  'method-not-allowed': { status: 405, title: 'service.title-method' },
  'wrong-state': { status: 409, title: 'service.title-state' },
  gone: { status: 410, title: 'service.title-gone' },
  'precondition-failed': { status: 412, title: 'service.title-conflict' },
  'precondition-required': { status: 428, title: 'service.title-precondition' },
  'store-away': { status: 503, title: 'service.title-busy' },
  'request-timeout': { status: 408, title: 'service.title-timeout' },
  'too-large': { status: 413, title: 'service.title-too-large' },
  'unsupported-media-type': { status: 415, title: 'service.title-media-type' },
  'expectation-failed': { status: 417, title: 'service.title-expectation' },
  'foreign-host': { status: 421, title: 'service.title-foreign-host' },
  'bad-input': { status: 422, title: 'service.title-unprocessable' },
  'too-many-requests': { status: 429, title: 'service.title-too-many' },
  'headers-too-large': { status: 431, title: 'service.title-too-large' },
  internal: { status: 500, title: 'service.title-internal' },
  busy: { status: 503, title: 'service.title-busy' },
  stopping: { status: 503, title: 'service.title-busy' },
  'time-ran-out': { status: 504, title: 'service.title-timeout' },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly title: PhraseCode }>>;

/** The name of a kind of error. */
export type ErrorKind = keyof typeof ERROR_KINDS;

/** An error that is answered as it stands; thrown anywhere on the way of a request. */
export class Refusal extends Error {
  readonly kind: ErrorKind;
  /** Words the detail; absent where {@link Refusal.problems} say it. */
  readonly say: (language: Language) => string;
  readonly problems: readonly Problem[];
  /** What is possible and looks odd in the parts of the input that could be read. */
  readonly notices: readonly Problem[];
  /** Seconds until it is worth while to ask again, where that is known. */
  readonly seconds: number | undefined;

  private constructor(
    kind: ErrorKind,
    say: (language: Language) => string,
    problems: readonly Problem[],
    {
      seconds,
      notices = [],
    }: { readonly seconds?: number; readonly notices?: readonly Problem[] | undefined } = {},
  ) {
    super(kind);
    this.name = 'Refusal';
    this.kind = kind;
    this.say = say;
    this.problems = problems;
    this.notices = notices;
    this.seconds = seconds;
  }

  /** One that a single sentence explains. */
  static of<Code extends PhraseCode>(
    kind: ErrorKind,
    code: Code,
    parameters: PhraseParameters<Code>,
  ): Refusal {
    return new Refusal(kind, (language) => phrase(language, code, parameters), []);
  }

  /** One that a single sentence explains, and that is over after some seconds. */
  static later<Code extends PhraseCode>(
    code: Code,
    parameters: PhraseParameters<Code> & { readonly seconds: number },
  ): Refusal {
    const say = (language: Language): string => phrase(language, code, parameters);
    return new Refusal('too-many-requests', say, [], { seconds: parameters.seconds });
  }

  /** One that lists what is wrong with the input; the detail is the first of it. */
  static listing(kind: ErrorKind, problems: readonly Problem[], notices?: readonly Problem[]): Refusal {
    return new Refusal(kind, (language) => firstOf(problems, language), problems, { notices });
  }
}

function firstOf(problems: readonly Problem[], language: Language): string {
  const [first] = problemItems(problems.slice(0, 1), language);
  return phrase(language, 'service.count-problems', {
    count: problems.length,
    first: first?.detail ?? '',
  });
}

/** The document of an error (RFC 9457). @param instance the id of the request, as the log has it. */
export function problemDocument(refusal: Refusal, language: Language, instance: string): ProblemDocument {
  const { status, title } = ERROR_KINDS[refusal.kind];
  return {
    type: `urn:slate:problem:${refusal.kind}`,
    title: phrase(language, title, undefined),
    status,
    detail: refusal.say(language),
    instance: `urn:uuid:${instance}`,
    ...(refusal.problems.length > 0 && { errors: problemItems(refusal.problems, language) }),
    ...(refusal.notices.length > 0 && { notices: noticeItems(refusal.notices) }),
  };
}
