import { randomUUID } from 'node:crypto';
import { ipKeyGenerator } from 'express-rate-limit';
import type { Request, RequestHandler, Response } from 'express';
import { type Language, LANGUAGES } from '../../words/language.ts';

/** What every request carries from its first moment. */
interface RequestContext {
  /** In the log, in error documents and in the header `X-Request-Id`. */
  readonly id: string;
  readonly language: Language;
  readonly began: number;
  /** The address that it came from, as far as anything is counted by it. Never told to anybody. */
  readonly address: string;
  /** Who asks, as far as shares are counted: their address, or who was let in. Never told to anybody. */
  caller: string;
  /** The path as the route has it (`/api/v1/pools/:name`), never the address itself. */
  pattern: string;
}

const contexts = new WeakMap<Response, RequestContext>();

/** Gives each request its context. */
export const giveContext: RequestHandler = (request, response, next) => {
  const address = ipKeyGenerator(request.ip ?? '');
  const context: RequestContext = {
    id: randomUUID(),
    language: languageOf(request),
    began: performance.now(),
    address,
    caller: address,
    pattern: 'none',
  };
  contexts.set(response, context);
  response.set('X-Request-Id', context.id);
  next();
};

/** The context of the request that a response answers. */
export function contextOf(response: Response): RequestContext {
  const context = contexts.get(response);
  if (context === undefined) throw new Error('a request without context');
  return context;
}

/** `?lang=` if it names a language, else what `Accept-Language` likes best, else Vietnamese. */
function languageOf(request: Request): Language {
  const asked = LANGUAGES.find((language) => language === request.query['lang']);
  const accepted = request.acceptsLanguages([...LANGUAGES]);
  return asked ?? LANGUAGES.find((language) => language === accepted) ?? 'vi';
}
