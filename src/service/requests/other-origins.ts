import type { RequestHandler } from 'express';
import { InputError, problem } from '../../words/problem.ts';
import type { KnownPeople } from './caller.ts';

/** Any origin at all: for services that let in by keys alone, which no browser sends by itself. */
export const ANY_ORIGIN = '*';

/** Whether this is how a browser writes an origin, `https://board.example`, or stands for any. */
export function isOrigin(text: string): boolean {
  if (text === ANY_ORIGIN) return true;
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
}

/**
 * Whoever needs no key is asked by any page that somebody opens: such a service names the origins it trusts.
 *
 * @throws InputError
 */
export function refuseAnyOrigin(allowed: readonly string[], people: KnownPeople): void {
  if (people !== 'keys' && allowed.includes(ANY_ORIGIN))
    throw new InputError([problem('service.any-origin', undefined)]);
}

/** Whether pages of an origin may ask. */
export function isAllowed(origin: string | undefined, allowed: readonly string[]): boolean {
  return origin !== undefined && (allowed.includes(ANY_ORIGIN) || allowed.includes(origin));
}

/** What of an answer a page may read besides what it may of any. */
const READ =
  'ETag, Location, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id, Content-Disposition, WWW-Authenticate';
/** What a page may send besides what it may anywhere. */
const SENT =
  'Authorization, Content-Type, Accept-Language, If-Match, If-None-Match, Idempotency-Key, Last-Event-ID';
const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE';
/** Seconds for which a browser need not ask again what a page may send. */
const REMEMBERED = '600';

/**
 * Lets pages of other origins read what is answered (CORS), refusals among it, and tells browsers beforehand
 * that they may ask. Never with the cookies of a session: a page elsewhere has a key, or asks for nobody.
 * Who is let in is decided as for everybody else.
 *
 * @param allowed as {@link isOrigin} takes them; none: no header is sent, and browsers keep answers to themselves.
 */
export function allowOrigins(allowed: readonly string[]): RequestHandler {
  return (request, response, next) => {
    if (allowed.length === 0) {
      next();
      return;
    }
    // A cache must give no origin what was answered to another.
    response.vary('Origin');
    const { origin } = request.headers;
    if (!isAllowed(origin, allowed)) {
      next();
      return;
    }
    response.set('Access-Control-Allow-Origin', allowed.includes(ANY_ORIGIN) ? ANY_ORIGIN : origin);
    const asksBefore = request.method === 'OPTIONS' && 'access-control-request-method' in request.headers;
    if (!asksBefore) {
      response.set('Access-Control-Expose-Headers', READ);
      next();
      return;
    }
    response
      .vary('Access-Control-Request-Method, Access-Control-Request-Headers')
      .set('Access-Control-Allow-Methods', METHODS)
      .set('Access-Control-Allow-Headers', SENT)
      .set('Access-Control-Max-Age', REMEMBERED)
      .status(204)
      .end();
  };
}
