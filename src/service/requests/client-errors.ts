import { randomUUID } from 'node:crypto';
import { maxHeaderSize, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Language } from '../../words/language.ts';
import type { Metrics } from '../metrics.ts';
import { problemDocument, Refusal } from '../answers/problem-document.ts';

/** What the client likes stood in headers that could not be read. */
const LANGUAGE: Language = 'vi';

/**
 * Answers, logs and counts what Node takes for no request, and would answer by a bare status: malformed
 * HTTP, headers beyond all measure, a request that never ends.
 */
export function answerClientErrors(server: Server, { logger, metrics }: ClientErrorParts): void {
  const responses = new WeakMap<Duplex, ServerResponse>();
  server.on('request', (request, response) => void responses.set(request.socket, response));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const response = responses.get(socket);
    const isUnderWay = response !== undefined && !response.writableFinished;
    // Nothing may be written into the middle of another answer, nor to somebody who is gone.
    if (!socket.writable || error.code === 'ECONNRESET' || (isUnderWay && response.headersSent)) {
      socket.destroy();
      return;
    }
    const id = randomUUID();
    const { status, text } = answerTo(error.code, id);
    socket.end(text);
    // A request that came apart on its way is logged as such.
    if (isUnderWay) return;
    metrics.request('none', 'none', status, 0);
    logger.info({ id, method: 'none', route: 'none', status, milliseconds: 0 }, 'request');
  });
}

interface ClientErrorParts {
  readonly logger: Logger;
  readonly metrics: Metrics;
}

function answerTo(code: string | undefined, id: string): { readonly status: number; readonly text: string } {
  const document = problemDocument(refusalOf(code), LANGUAGE, id);
  const json = JSON.stringify(document);
  const lines = [
    `HTTP/1.1 ${document.status} ${STATUS_CODES[document.status] ?? ''}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(json)}`,
    `Content-Language: ${LANGUAGE}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    `X-Request-Id: ${id}`,
    'Connection: close',
  ];
  return { status: document.status, text: `${lines.join('\r\n')}\r\n\r\n${json}` };
}

function refusalOf(code: string | undefined): Refusal {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return Refusal.of('headers-too-large', 'service.headers-too-large', { limit: maxHeaderSize });
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return Refusal.of('request-timeout', 'service.request-timeout', undefined);
    default:
      return Refusal.of('bad-request', 'service.bad-http', undefined);
  }
}

/** Refuses what Node would by a bare status, were it not told to leave it to the app. */
export const refuseOddRequests: RequestHandler = (request, _response, next) => {
  const { expect, host } = request.headers;
  if (expect !== undefined && !/^100-continue$/i.test(expect)) {
    next(Refusal.of('expectation-failed', 'service.expectation', undefined));
  } else if (host === undefined && request.httpVersion === '1.1') {
    next(Refusal.of('bad-request', 'service.no-host', undefined));
  } else next();
};
