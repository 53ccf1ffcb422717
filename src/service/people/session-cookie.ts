import type { Request, Response } from 'express';
import { Refusal } from '../answers/problem-document.ts';

/**
 * The cookie that shows a session. No script reads it, no other site's page sends it along, and over TLS no
 * other name of the domain can set it (`__Host-`). It is gone when the browser is closed; the service ends it
 * sooner than that.
 */
function nameAt(request: Request): string {
  return request.secure ? '__Host-slate' : 'slate';
}

/** The token of the session that a request shows. */
export function sessionTokenIn(request: Request): string | undefined {
  const found = cookieIn(request, nameAt(request));
  return found !== undefined && /^[\w-]{43}$/.test(found) ? found : undefined;
}

/** The value of a cookie, as it was sent. */
export function cookieIn(request: Request, name: string): string | undefined {
  const pairs = (request.get('cookie') ?? '').split(/;\s*/);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** The address that a request came to: `https://slate.example`. */
export function originOf(request: Request): string {
  return `${request.protocol}://${request.get('host') ?? 'localhost'}`;
}

/** Gives a browser the token of a session; `undefined` takes it back. */
export function showSession(request: Request, response: Response, token: string | undefined): void {
  const asked = { httpOnly: true, sameSite: 'strict', secure: request.secure, path: '/' } as const;
  if (token === undefined) response.clearCookie(nameAt(request), asked);
  else response.cookie(nameAt(request), token, asked);
}

/**
 * Refuses what changes something, by the cookie alone, and may have been sent by somebody else's page. Such a
 * page cannot send the cookie along, nor an `Origin` that is the service's (foreign ones are refused before);
 * this holds where a browser knows nothing of `SameSite`.
 */
export function refuseForged(request: Request): void {
  if (/^(?:GET|HEAD|OPTIONS)$/.test(request.method)) return;
  if (request.get('origin') !== undefined || request.get('sec-fetch-site') === 'same-origin') return;
  throw Refusal.of('forbidden', 'people.no-origin', undefined);
}
