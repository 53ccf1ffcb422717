import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, RequestHandler, Response } from 'express';
import { bytesOf } from './body-bytes.ts';
import type { Compression } from './reply.ts';
import { Refusal } from '../answers/problem-document.ts';
import { contextOf } from './request-context.ts';
import type { RawRequest } from './route.ts';

/** The path of a route as express writes it: `{id}` is `:id`. */
export function expressPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

/** The question of a request whose body has been taken. */
export function rawRequestOf(request: Request, response: Response): RawRequest {
  const body = bytesOf(request);
  const parameters = Object.entries(request.params).map(([name, value]) => [name, String(value)]);
  return {
    ...(body !== undefined && { body }),
    parameters: Object.fromEntries(parameters) as Readonly<Record<string, string>>,
    language: contextOf(response).language,
  };
}

/** Aborts when the client hangs up before its answer is complete. */
export function hangUpOf(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** The same bytes, not a copy of them. */
function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** Sends a file to be kept. It is about persons: nobody on the way keeps it. */
export function sendFile(
  response: Response,
  bytes: Uint8Array,
  file: { readonly mediaType: string; readonly name: string },
  compression?: Compression,
): void {
  if (compression !== undefined) response.set('Content-Encoding', compression);
  response
    .status(200)
    .attachment(file.name)
    .set({ 'Content-Type': file.mediaType, 'Cache-Control': 'no-store' })
    .send(asBuffer(bytes));
}

/** Sends JSON that is written already. Answers are about persons: nobody on the way keeps them. */
export function sendJson(
  response: Response,
  status: number,
  json: Uint8Array,
  compression?: Compression,
): void {
  if (compression !== undefined) response.set('Content-Encoding', compression);
  response.status(status).type('application/json').set('Cache-Control', 'no-store').send(asBuffer(json));
}

/**
 * Sends an answer a piece at a time, as fast as it is taken. Where a piece fails, the connection breaks, so that
 * nobody takes a part for the whole; whoever hangs up gets no more.
 */
export async function sendPieces(
  response: Response,
  status: number,
  mediaType: string,
  pieces: AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const hangUp = hangUpOf(response);
  response.status(status).set({ 'Content-Type': mediaType, 'Cache-Control': 'no-store' });
  try {
    await pipeline(Readable.from(pieces, { objectMode: false }), response);
  } catch (error) {
    if (!hangUp.aborted) throw error;
  }
}

/** Bytes with the entity tag that they are known by. */
export interface Tagged {
  readonly json: Uint8Array;
  readonly tag: string;
}

/** Tags bytes by the hash of their content. */
export function tagged(json: Uint8Array): Tagged {
  return { json, tag: `"${createHash('sha256').update(json).digest('hex')}"` };
}

/**
 * Sends what is looked up: a client may keep it and ask whether it is still so, by the hash of its content.
 * Nobody on the way keeps it, since it is of persons.
 */
export function sendLasting(
  request: Request,
  response: Response,
  { json, tag, compression }: Tagged & { readonly compression?: Compression },
): void {
  response.set({ ETag: tag, 'Cache-Control': 'private, no-cache' }).vary('Accept-Language, Accept-Encoding');
  if (
    request
      .get('if-none-match')
      ?.split(/\s*,\s*/)
      .includes(tag) === true
  ) {
    response.status(304).end();
    return;
  }
  if (compression !== undefined) response.set('Content-Encoding', compression);
  response.status(200).type('application/json').send(asBuffer(json));
}

/** A path that exists does not take this method. */
export function otherMethods(allowed: readonly string[]): RequestHandler {
  return (request, response, next) => {
    response.set('Allow', allowed.join(', '));
    if (request.method === 'OPTIONS') response.status(204).end();
    else next(Refusal.of('method-not-allowed', 'service.method', { allowed }));
  };
}
