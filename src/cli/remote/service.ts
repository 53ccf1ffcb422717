import type { z } from 'zod';
import { type problemItemSchema, problemSchema } from '../../service/answers/answers.ts';
import { TimeLimitError } from '../../slate/task.ts';
import { jsonIn } from '../../tables/text/json-text.ts';
import { InputError, type Place, problem, type Problem } from '../../words/problem.ts';
import type { Cli } from '../context.ts';
import { keptKey } from './kept-keys.ts';
import { type WhyAway, whyAway } from './service-away.ts';
import { refuseOpenWay } from './service-address.ts';

/** A key, and where it comes from. */
export interface HeldKey {
  readonly key: string;
  readonly from: 'typed' | 'kept' | 'environment';
}

/** What is sent, besides who asks. */
interface Sending {
  readonly body?: object;
  readonly signal?: AbortSignal;
}

/** Why a service has not done what a job or a request asked, as it says it. */
type ProblemDocument = z.output<typeof problemSchema>;

/**
 * A service that is asked over HTTP in the name of whoever holds the key. Nothing that it throws holds the key, and
 * no request goes anywhere but to its address.
 */
export class Service {
  readonly address: string;
  readonly #held: HeldKey | undefined;
  readonly #language: Cli['language'];

  constructor(address: string, held: HeldKey | undefined, language: Cli['language']) {
    if (held !== undefined) refuseOpenWay(address);
    this.address = address;
    this.#held = held;
    this.#language = language;
  }

  /**
   * What a service answers, read by its schema.
   *
   * @throws InputError for what it refuses, TimeLimitError where its time ran out, the reason of the signal
   */
  async ask<Schema extends z.ZodType>(
    answer: Schema,
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    sending: Sending = {},
  ): Promise<z.input<Schema>> {
    const response = await this.#request(method, path, sending);
    const found = jsonIn(await this.#whole(response));
    // An answer is given on as it came: its schema only says whether it is one.
    if (!answer.safeParse(found).success) throw this.#unlike();
    return found as z.input<Schema>;
  }

  /** The data of server-sent events as they come, until the service or the line ends them. */
  async *events<Schema extends z.ZodType>(
    each: Schema,
    path: string,
    signal: AbortSignal,
  ): AsyncGenerator<z.output<Schema>> {
    const { body } = await this.#request('GET', path, { signal });
    if (body === null) return;
    let open = '';
    try {
      for await (const piece of body.pipeThrough(new TextDecoderStream())) {
        const lines = (open + piece).split('\n');
        open = lines.pop() ?? '';
        for (const line of lines) {
          const event = line.startsWith('data: ') ? each.safeParse(jsonIn(line.slice(6))) : undefined;
          if (event?.success === true) yield event.data;
        }
      }
    } catch (error) {
      // A line that breaks is an end; whoever follows asks again.
      if (signal.aborted || !(error instanceof TypeError)) throw error;
    }
  }

  /** What a refusal is to whoever asked. */
  refusal({ type, status, detail, errors = [] }: ProblemDocument, seconds?: number): Error {
    if (type.endsWith(':time-ran-out')) return new TimeLimitError();
    if (status === 401) return this.noEntry();
    if (status === 429 || status >= 500)
      return new InputError([
        problem('cli.service-later', { detail, ...(seconds !== undefined && { seconds }) }),
      ]);
    const each = errors.map((found): Problem =>
      problem('cli.service-refuses', { detail: found.detail }, placeIn(found)),
    );
    return new InputError(each.length > 0 ? each : [problem('cli.service-refuses', { detail })]);
  }

  /** That nobody is let in with the key, or without one. */
  noEntry(): InputError {
    const entry = { service: this.address, key: this.#held?.from ?? 'none' } as const;
    return new InputError([problem('cli.service-no-entry', entry)]);
  }

  async #request(method: string, path: string, { body, signal }: Sending): Promise<Response> {
    const response = await this.#reached(async () =>
      fetch(this.address + path, {
        method,
        redirect: 'manual',
        headers: {
          'accept-language': this.#language,
          ...(this.#held !== undefined && { authorization: `Bearer ${this.#held.key}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(signal !== undefined && { signal }),
      }),
    );
    if (response.ok) return response;
    throw await this.#refused(response);
  }

  async #refused(response: Response): Promise<Error> {
    const { status, headers } = response;
    if (status >= 300 && status < 400) {
      const to = headers.get('location') ?? '?';
      return new InputError([problem('cli.service-elsewhere', { service: this.address, to })]);
    }
    const document = problemSchema.safeParse(jsonIn(await this.#whole(response)));
    if (!document.success) {
      // What stands before a service has words of its own; 501 says that it is never one.
      const isGateway = status >= 500 && status !== 501;
      return isGateway ? this.#away({ reason: 'gateway', said: `HTTP ${status}` }) : this.#unlike();
    }
    const wait = Number(headers.get('retry-after') ?? NaN);
    return this.refusal(document.data, Number.isFinite(wait) ? wait : undefined);
  }

  #whole(response: Response): Promise<string> {
    return this.#reached(() => response.text());
  }

  /** @throws InputError where the service is not reached, or the line breaks */
  async #reached<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw this.#away(whyAway(error.cause));
    }
  }

  /** That a line ended before there was anything on it. */
  brokenLine(): Error {
    return this.#away({ reason: 'broken' });
  }

  #away(why: WhyAway): InputError {
    return new InputError([problem('cli.service-away', { service: this.address, ...why })]);
  }

  #unlike(): InputError {
    return new InputError([problem('cli.service-unlike', { service: this.address })]);
  }
}

/** The service at an address, asked with the key of the environment or the one that is kept for it. */
export async function serviceAt(address: string, { env, language }: Cli): Promise<Service> {
  const { SLATE_KEY: given = '' } = env;
  if (given !== '') return new Service(address, { key: given, from: 'environment' }, language);
  const key = await keptKey(address, env);
  return new Service(address, key === undefined ? undefined : { key, from: 'kept' }, language);
}

/** Where the service has found a problem in what it was sent. */
function placeIn({ place }: Pick<z.output<typeof problemItemSchema>, 'place'>): Place | undefined {
  if (place === undefined) return undefined;
  const { file, line, column, field } = place;
  return {
    file,
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(field !== undefined && { field }),
  };
}
