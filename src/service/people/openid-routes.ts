import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Logger } from 'pino';
import { signInIdentified } from '../../store/people/identities.ts';
import type { KeptStore } from '../keeping/kept-store.ts';
import { Refusal } from '../answers/problem-document.ts';
import { logFailure } from '../requests/refusals.ts';
import { contextOf } from '../requests/request-context.ts';
import { goneIn, type OpenId } from './openid.ts';
import { cookieIn, originOf, showSession } from './session-cookie.ts';

/** Where a browser goes that is to sign in at the issuer. */
export const OPENID_PATH = '/api/v1/session/openid';
/** Where the issuer sends it back to. */
export const OPENID_BACK_PATH = `${OPENID_PATH}/callback`;

/** What the routes need. */
interface SigningInElsewhere {
  readonly store: KeptStore;
  readonly logger: Logger;
  readonly openId: OpenId | undefined;
}

/** Signing in at an issuer of OpenID Connect. Both ends are visited by a browser, and lead back to the page. */
export function openIdRoutes({ store, logger, openId }: SigningInElsewhere): Router {
  const router = Router();
  router.get(
    OPENID_PATH,
    visited(OPENID_PATH, logger, openId, async (there, request, response) => {
      const { url, gone } = await there.go(`${originOf(request)}${OPENID_BACK_PATH}`);
      response.cookie(cookieAt(request), Buffer.from(JSON.stringify(gone)).toString('base64url'), {
        httpOnly: true,
        // It is to be sent where the issuer sends the browser back.
        sameSite: 'lax',
        secure: request.secure,
        path: '/',
        maxAge: MINUTES * 60_000,
      });
      response.redirect(303, url.href);
    }),
  );
  router.get(
    OPENID_BACK_PATH,
    visited(OPENID_BACK_PATH, logger, openId, async (there, request, response) => {
      const gone = goneIn(cookieIn(request, cookieAt(request)));
      response.clearCookie(cookieAt(request), { path: '/', secure: request.secure });
      const address = new URL(request.originalUrl, originOf(request));
      // Anybody can come with a made-up answer, or twice: that is no failure of ours, and fills no log.
      if (gone === undefined || address.searchParams.get('state') !== gone.state) {
        response.redirect(303, NOT_SIGNED_IN);
        return;
      }
      const identified = await there.back(address, gone);
      const came = await signInIdentified((await store.open()).db, identified);
      if (came.kind === 'signed-in') showSession(request, response, came.token);
      response.redirect(303, came.kind === 'signed-in' ? '/' : '/#/no-role');
    }),
  );
  return router;
}

const NOT_SIGNED_IN = '/#/not-signed-in';

/** Minutes that somebody may take at the issuer. */
const MINUTES = 15;

function cookieAt(request: Request): string {
  return request.secure ? '__Host-slate-openid' : 'slate-openid';
}

/** What goes wrong on the way is logged without a word of it, and shown by the page. */
function visited(
  path: string,
  logger: Logger,
  openId: OpenId | undefined,
  visit: (openId: OpenId, request: Request, response: Response) => Promise<void>,
): RequestHandler {
  return async (request, response) => {
    const context = contextOf(response);
    context.pattern = path;
    response.set('Cache-Control', 'no-store');
    if (openId === undefined) throw Refusal.of('not-found', 'people.no-openid', undefined);
    try {
      await visit(openId, request, response);
    } catch (error) {
      logFailure(logger, error, context.id);
      response.redirect(303, NOT_SIGNED_IN);
    }
  };
}
