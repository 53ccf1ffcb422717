import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { NoTurn } from '../workers/fair-turns.ts';
import { Busy, ThreadDied, TimeRanOut } from '../workers/worker-pool.ts';
import { KeyOfAnother, TooManyJobs } from '../../jobs/job.ts';
import { contextOf } from './request-context.ts';
import { ERROR_KINDS, problemDocument, Refusal } from '../answers/problem-document.ts';
import type { Reply } from './reply.ts';
import { InputError, isProblem } from '../../words/problem.ts';

/** What the body parser and the router throw. */
interface HttpError extends Error {
  readonly status: number;
  readonly type?: string;
  readonly limit?: number;
}

function isHttpError(error: unknown): error is HttpError {
  return error instanceof Error && 'status' in error && typeof error.status === 'number';
}

/** Any error as one that can be answered; what nobody foresaw becomes `internal` without details. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof NoTurn || error instanceof TooManyJobs) {
    if (error.full === 'all') return Refusal.of('busy', 'service.busy', undefined);
    return Refusal.of('too-many-requests', 'service.caller-queue', undefined);
  }
  if (error instanceof KeyOfAnother) return Refusal.of('bad-input', 'service.key-of-another', undefined);
  if (error instanceof Busy || error instanceof ThreadDied)
    return Refusal.of('busy', 'service.busy', undefined);
  if (error instanceof TimeRanOut) return Refusal.of('time-ran-out', 'service.timeout', undefined);
  if (!isHttpError(error)) return Refusal.of('internal', 'service.internal', undefined);
  if (error.status === 413) return Refusal.of('too-large', 'service.too-large', { limit: error.limit ?? 0 });
  if (error.status === 415) return Refusal.of('unsupported-media-type', 'service.encoding', undefined);
  if (error.status === 404) return Refusal.of('not-found', 'service.nothing-there', undefined);
  if (error instanceof URIError) return Refusal.of('bad-request', 'service.bad-address', undefined);
  // A body that ends early or does not decompress.
  if (error.status >= 400 && error.status < 500)
    return Refusal.of('bad-request', 'service.bad-body', undefined);
  return Refusal.of('internal', 'service.internal', undefined);
}

const KIND_OF_STATUS = { 400: 'bad-request', 404: 'not-found', 422: 'bad-input' } as const;

/** What a worker refused. */
export function refusalFrom({ status, problems, notices }: Extract<Reply, { kind: 'refused' }>): Refusal {
  return Refusal.listing(KIND_OF_STATUS[status], problems, notices);
}

/** Seconds until it is worth while to ask again: most answers take less. */
export const RETRY = '1';

function isForLater({ kind }: Refusal): boolean {
  const { status } = ERROR_KINDS[kind];
  return status === 503 || status === 429;
}

/** Answers every error of a request as a problem document, and logs those that are ours. */
export function answerErrors(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const refusal = refusalOf(error);
    const { id, language } = contextOf(response);
    if (refusal.kind === 'internal' || error instanceof ThreadDied) logFailure(logger, error, id);
    if (response.headersSent) {
      next(error);
      return;
    }
    const document = problemDocument(refusal, language, id);
    if (isForLater(refusal) && !response.hasHeader('Retry-After'))
      response.set('Retry-After', refusal.seconds === undefined ? RETRY : String(refusal.seconds));
    response.vary('Accept-Language').set('Cache-Control', 'no-store').set('Content-Language', language);
    response.status(document.status).type('application/problem+json').send(JSON.stringify(document));
  };
}

/** Where it happened and by which codes, but not the message: it might name a person. */
export function logFailure(logger: Logger, error: unknown, id: string): void {
  const name = error instanceof Error ? error.name : typeof error;
  const frames =
    error instanceof Error ? (error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []) : [];
  const codes = codesOf(error);
  const at = frames.map((frame) => frame.trim());
  logger.error({ id, error: name, ...(codes.length > 0 && { codes }), at }, 'failed');
}

/** What an error and its causes are called by systems and by Slate: whoever runs a service finds the reason by it. */
function codesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  if (error instanceof InputError)
    return error.problems.flatMap((found) =>
      isProblem(found, 'store.cannot-open') ? [found.code, found.parameters.reason] : [found.code],
    );
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  return [...own, ...codesOf(error.cause)];
}
