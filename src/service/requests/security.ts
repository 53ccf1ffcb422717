import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

const nonces = new WeakMap<ServerResponse, string>();

/** The nonce of a response's content security policy: styles and scripts that carry it may stand in the page. */
export function nonceOf(response: ServerResponse): string {
  let nonce = nonces.get(response);
  if (nonce === undefined) nonces.set(response, (nonce = randomBytes(16).toString('base64')));
  return nonce;
}

function withNonce(_request: IncomingMessage, response: ServerResponse): string {
  return `'nonce-${nonceOf(response)}'`;
}

/**
 * Headers that keep a page from loading or being loaded by anything outside. No header forces HTTPS:
 * the service speaks HTTP on the own machine, and whatever stands before it elsewhere adds its own.
 */
export function secureHeaders(): RequestHandler {
  const own = "'self'";
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [own, withNonce],
        styleSrc: [own, withNonce],
        // What React writes into `style` attributes; it can neither load nor run anything.
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: [own, 'data:', 'blob:'],
        fontSrc: [own],
        connectSrc: [own],
        workerSrc: [own],
        manifestSrc: [own],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
}
