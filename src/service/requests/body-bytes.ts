import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Request, RequestHandler, Response } from 'express';
import type { HeldBodies, Hold } from './held-bodies.ts';
import { Refusal } from '../answers/problem-document.ts';
import { contextOf } from './request-context.ts';

/** What a body may be. */
export interface BodyLimits {
  /** Bytes of one, decompressed. */
  readonly bodyBytes: number;
  readonly held: HeldBodies;
}

interface Taken {
  readonly bytes: Uint8Array;
  readonly hold: Hold;
}

const taken = new WeakMap<Request, Taken>();

/** The bytes of a body that {@link takeBytes} has taken; `undefined` where there was none. */
export function bytesOf(request: Request): Uint8Array | undefined {
  return taken.get(request)?.bytes;
}

/** Keeps what is held of a body beyond the answer to its request: a job goes on with it. Whoever keeps it lets it go. */
export function keepHold(request: Request): Hold | undefined {
  const found = taken.get(request);
  if (found === undefined) return undefined;
  taken.delete(request);
  return found.hold;
}

/** Takes the body as bytes, decompressed, within what may be held; it is parsed in a thread. */
export function takeBytes(limits: BodyLimits): readonly RequestHandler[] {
  return [
    refuseOtherTypes,
    async (request, response, next) => {
      if (isEmpty(request)) {
        next();
        return;
      }
      const hold = limits.held.hold(contextOf(response).caller);
      try {
        const bytes = await bytesIn(request, limits.bodyBytes, hold);
        taken.set(request, { bytes, hold });
        letGoAfter(request, response, hold);
      } catch (error) {
        hold.release();
        throw error;
      }
      next();
    },
  ];
}

function letGoAfter(request: Request, response: Response, hold: Hold): void {
  const letGo = (): void => {
    if (taken.get(request)?.hold === hold) hold.release();
  };
  if (response.closed) letGo();
  else response.once('close', letGo);
}

const refuseOtherTypes: RequestHandler = (request, _response, next) => {
  const charset = /;\s*charset="?([^";\s]+)/i.exec(request.get('content-type') ?? '')?.[1] ?? 'utf-8';
  // Without a body there is no type to refuse; that the body is missing is said in the thread.
  const isJson = isEmpty(request) || Boolean(request.is(['application/json', 'application/*+json']));
  next(
    isJson && /^utf-?8$/i.test(charset)
      ? undefined
      : Refusal.of('unsupported-media-type', 'service.media-type', undefined),
  );
};

function isEmpty(request: Request): boolean {
  return request.get('transfer-encoding') === undefined && Number(request.get('content-length') ?? 0) === 0;
}

/** @throws Refusal for a body that is too large, breaks off, or is not compressed as it says. */
async function bytesIn(request: Request, limit: number, hold: Hold): Promise<Uint8Array> {
  const tooLarge = Refusal.of('too-large', 'service.too-large', { limit });
  const encoding = request.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity' && Number(request.get('content-length') ?? 0) > limit) throw tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  const gather = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > limit) throw tooLarge;
      hold.add(chunk.length);
      chunks.push(chunk);
    }
  };
  try {
    // The request itself is not destroyed: whoever sends it is still to be answered.
    const source = Readable.from(request.iterator({ destroyOnReturn: false }), { objectMode: false });
    const unpack = unpackerOf(encoding);
    if (unpack === undefined) await pipeline(source, gather);
    else await pipeline(source, unpack, gather);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw Refusal.of('bad-request', 'service.bad-body', undefined);
  }
  return Buffer.concat(chunks, size);
}

/** What decompresses a body; `undefined` where it is not compressed. */
function unpackerOf(encoding: string) {
  switch (encoding) {
    case 'identity':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      throw Refusal.of('unsupported-media-type', 'service.encoding', undefined);
  }
}
