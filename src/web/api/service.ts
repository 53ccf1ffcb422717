import type { z } from 'zod';
import type { Language } from '../../words/language.ts';
import { type ProblemDocument, type ProblemItem, problemSchema } from '../../service/answers/answers.ts';

/** What is asked of the service: an address under `/api/v1`, and the schema of its answer. */
export interface Asked<Answer extends z.ZodType> {
  readonly path: string;
  /** Absent: `POST` where there is a body, else `GET`. */
  readonly method?: 'PUT' | 'DELETE';
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly answer: Answer;
}

/** Thrown where the service refuses a question: in words, with the problems of each field. */
export class Refused extends Error {
  readonly status: number;
  readonly problems: readonly ProblemItem[];
  constructor(status: number, detail: string, problems: readonly ProblemItem[]) {
    super(detail);
    this.name = 'Refused';
    this.status = status;
    this.problems = problems;
  }
}

/** What happens at the window where the service does not know any more who asks: a session has ended. */
export const SIGNED_OUT = 'slate-signed-out';

/** Thrown where the service cannot be reached at all. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('unreachable', { cause });
    this.name = 'Unreachable';
  }
}

/**
 * Asks the service. The answer has been held against its schema.
 *
 * @throws Refused, Unreachable; the signal's own error once it is aborted.
 */
export async function ask<Answer extends z.ZodType>(
  asked: Asked<Answer>,
  language: Language,
  signal?: AbortSignal,
): Promise<z.output<Answer>> {
  const response = await send(asked, language, signal);
  if (!response.ok) throw await refusal(response);
  return asked.answer.parse(await response.json());
}

/**
 * Asks the service for a file.
 *
 * @throws Refused, Unreachable.
 */
export async function askForFile({ path, body }: Asked<z.ZodType>, language: Language): Promise<Blob> {
  const response = await send({ path, body }, language);
  if (!response.ok) throw await refusal(response);
  return response.blob();
}

/** What is sent to the service. */
export interface Sent {
  readonly path: string;
  /** As JSON. */
  readonly body?: unknown;
  /** `POST` for what has a body, else `GET`. */
  readonly method?: 'PUT' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
}

/** Bytes of a body that a browser sends to its end even where the page is left. */
const MOST_KEPT_ALIVE = 60_000;

/** Sends a request, and gives whatever the service answers. @throws Unreachable */
export async function send(
  { path, body, method, headers }: Sent,
  language: Language,
  signal?: AbortSignal,
): Promise<Response> {
  const hasBody = body !== undefined;
  const text = hasBody ? JSON.stringify(body) : undefined;
  const bytes = text === undefined ? 0 : new TextEncoder().encode(text).length;
  try {
    const response = await fetch(`/api/v1${path}`, {
      method: method ?? (hasBody ? 'POST' : 'GET'),
      headers: {
        'Accept-Language': language,
        ...(hasBody && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(text !== undefined && { body: text }),
      ...(method === 'PUT' && bytes < MOST_KEPT_ALIVE && { keepalive: true }),
      ...(signal !== undefined && { signal }),
    });
    if (response.status === 401) dispatchEvent(new Event(SIGNED_OUT));
    return response;
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new Unreachable(error);
  }
}

/** Why the service refuses a request, in words. */
export async function refusal(response: Response): Promise<Refused> {
  const read = problemSchema.safeParse(await response.json().catch(() => undefined));
  if (!read.success) return new Refused(response.status, response.statusText, []);
  return new Refused(response.status, read.data.detail, read.data.errors ?? []);
}

/** What an error document of a job says, as the refusal that a question would have met. */
export function asProblem({ status, detail, errors }: ProblemDocument): Refused {
  return new Refused(status, detail, errors ?? []);
}

/** Tells the service that nobody waits for a job any more. Whether it hears it does not matter here. */
export function cancelJob(path: string): void {
  fetch(`/api/v1${path}/cancel`, { method: 'POST' }).catch(() => undefined);
}
