import { z } from 'zod';

const header = (id: string, description: string) => z.string().meta({ description, header: { id } });

/** Headers of answers, each once in the document. */
const HEADERS = {
  'X-Request-Id': header('RequestId', 'The id of the request, by which the log knows it.'),
  ETag: header('EntityTag', 'What the answer holds, as a tag; sent back as If-None-Match (or If-Match).'),
  'Cache-Control': header('CacheControl', 'How long it may be kept: answers are about persons.'),
  Vary: header('Vary', 'What else of a request the answer depends on.'),
  Location: header('Location', 'The address of what was made.'),
  'Retry-After': header('RetryAfter', 'Seconds until it is worth while to ask again.'),
  Allow: header('Allow', 'The methods that the address takes.'),
  'WWW-Authenticate': header('Authenticate', 'How to show who one is.'),
  'Content-Language': header('ContentLanguage', 'The language of the texts that are in one alone.'),
  'Content-Disposition': header('Disposition', 'What the file is called where it is saved.'),
} as const;

/** A header that some answers carry. */
export type HeaderName = keyof typeof HEADERS;

/** The headers of an answer: those that every answer carries, and these. */
export function answerHeaders(...names: readonly HeaderName[]): z.ZodObject {
  const all: readonly HeaderName[] = ['X-Request-Id', ...names];
  return z.object(Object.fromEntries(all.map((name) => [name, HEADERS[name]])));
}
