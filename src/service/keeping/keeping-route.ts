import type { Request } from 'express';
import type { z } from 'zod';
import type { Role } from '../../store/roles.ts';
import type { Store } from '../../store/store.ts';
import type { KnownPeople, Person } from '../requests/caller.ts';
import { Refusal } from '../answers/problem-document.ts';
import type { DraftChanges } from './draft-changes.ts';

/** What a request says besides its path: which version its sender has seen. */
interface Preconditions {
  /** The version of `If-Match`; 0 for `If-None-Match: *`; `undefined`: none was given. */
  readonly seen: number | undefined;
}

/** What is known of a request beside its question: where somebody signs in, that matters. */
export interface Visit {
  readonly people: KnownPeople;
  /** The address that it came from, as far as attempts are counted. */
  readonly address: string;
  /** The address that it came to: `https://slate.example`. */
  readonly origin: string;
  /** Waits for a turn at what keeps the machine busy on purpose: passwords. @throws NoTurn */
  readonly slowly: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

/** What a handler is given: parsed and checked. */
export interface AskedToKeep<Body, Parameters> {
  readonly body: Body;
  readonly parameters: Parameters;
  readonly preconditions: Preconditions;
  readonly store: Store;
  /** Who asks. Of a route for anybody it is only there where somebody was let in. */
  readonly actor: Person;
  readonly visit: Visit;
  readonly changes: DraftChanges;
}

/** What a handler answers. */
export interface KeepingAnswer<Answer> {
  /** 200 if absent. */
  readonly status?: 200 | 201 | 412;
  readonly answer: Answer;
  /** The version, as an entity tag. */
  readonly version?: number;
  /** The session that has begun, or none any more. */
  readonly session?: { readonly token: string | undefined };
}

/**
 * One thing that is done with the store over HTTP. The express route and its part of the OpenAPI document
 * are made from it. It is answered on the thread of the service: a database does the work.
 */
interface KeepingDefinition<
  Body extends z.ZodType,
  Parameters extends z.ZodObject,
  Answer extends z.ZodType,
> {
  readonly operation: string;
  /** What who asks must be allowed at least; `anybody`: nobody needs to be signed in. */
  readonly role: Role | 'anybody';
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly tag: 'Drafts' | 'Rounds' | 'Documents' | 'Runs' | 'Audit' | 'People';
  readonly summary: string;
  readonly parameters?: Parameters;
  readonly body?: Body;
  /** A body that can be sent as it stands. */
  readonly example?: z.input<Body>;
  readonly answer: Answer;
  /** Whether it changes what its sender must have seen: without `If-Match` it is refused. */
  readonly conditional?: true;
  /** What is answered where somebody else has written meanwhile; absent: the problem alone. */
  readonly conflict?: z.ZodType;
  /** Whether a step may be refused for the state of the draft. */
  readonly byState?: true;
  /** Whether what is asked with may have ended: an invitation. */
  readonly ends?: true;
  readonly handle: (
    asked: AskedToKeep<z.output<Body>, z.output<Parameters>>,
  ) => Promise<KeepingAnswer<z.input<Answer>>>;
}

/** A route with its types folded away. */
export type KeepingRoute = Omit<
  KeepingDefinition<z.ZodType, z.ZodObject, z.ZodType>,
  'handle' | 'example'
> & {
  readonly example?: unknown;
  readonly handle: (asked: AskedToKeep<never, never>) => Promise<KeepingAnswer<unknown>>;
};

/** Makes a route of its definition. */
export function keeping<
  Answer extends z.ZodType,
  Body extends z.ZodType = z.ZodUndefined,
  Parameters extends z.ZodObject = z.ZodObject,
>(definition: KeepingDefinition<Body, Parameters, Answer>): KeepingRoute {
  return definition;
}

/** More versions than anything ever has: who has seen one beyond it has seen none that there is. */
const MOST_VERSIONS = 999_999_999;

/** The preconditions of a request. @throws Refusal for a header that names no version that could have been seen */
export function preconditionsOf(
  request: Pick<Request, 'get'>,
  { conditional }: Pick<KeepingRoute, 'conditional'>,
): Preconditions {
  // What was looked at before is asked for again by other rules: nobody has to have seen anything.
  if (conditional !== true) return { seen: undefined };
  const [isNew, match] = [request.get('if-none-match')?.trim(), request.get('if-match')?.trim()];
  if (isNew === '*') return { seen: 0 };
  const header = match !== undefined ? 'If-Match' : isNew !== undefined ? 'If-None-Match' : undefined;
  if (header === undefined) return { seen: undefined };
  const [, version] = /^(?:W\/)?"(\d+)"$/.exec(match ?? '') ?? [];
  if (version === undefined) throw Refusal.of('bad-request', 'store.bad-precondition', { header });
  return { seen: Math.min(Number(version), MOST_VERSIONS) };
}
