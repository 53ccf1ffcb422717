import type { Request, RequestHandler, Response } from 'express';
import type { Actor } from '../../store/audit.ts';
import type { Database } from '../../store/database.ts';
import { holderOfKey, listKeys, stateOfKey } from '../../store/keys.ts';
import { type Role, suffices } from '../../store/roles.ts';
import { ownActor } from '../../store/own-actor.ts';
import { knowsPeople, whoIs } from '../../store/people/people.ts';
import { sessionOf, type SessionLimits } from '../../store/people/sessions.ts';
import { InputError, problem } from '../../words/problem.ts';
import type { KeptStore } from '../keeping/kept-store.ts';
import { asAnswered } from '../keeping/store-failure.ts';
import type { OpenId } from '../people/openid.ts';
import { refuseForged, sessionTokenIn } from '../people/session-cookie.ts';
import { Refusal } from '../answers/problem-document.ts';
import { isLoopbackOnly } from './hosts.ts';
import { contextOf } from './request-context.ts';

/** Who asks: in whose name, for which body, and what they may do. */
export interface Person extends Actor {
  readonly role: Role;
  /** By what their share of the limits is counted, wherever they ask from: it names nobody. Absent: by the address. */
  readonly share?: string;
  /** Where they have an account and are signed in. */
  readonly account?: { readonly id: string; readonly token: string };
}

/**
 * Whom a service knows: whoever uses its machine, as one person; those who hold a key of its store; or besides
 * those who have an account, and sign in on the page.
 */
export type KnownPeople = 'one' | 'keys' | 'accounts';

/** How people are let in. */
export interface LettingIn {
  readonly people: KnownPeople;
  readonly sessions: SessionLimits;
  /** Where people sign in besides. */
  readonly openId?: OpenId;
}

const persons = new WeakMap<Response, Person>();

/** Who asks; `undefined` where nobody was let in, to a route that anybody may ask. */
export function visitorOf(response: Response): Person | undefined {
  return persons.get(response);
}

/** Who asks. @throws where nobody was let in: no route that declares a role is reached without it */
export function personOf(response: Response): Person {
  const person = visitorOf(response);
  if (person === undefined) throw new Error('nobody was let in');
  return person;
}

/** What they answer tells nothing, and who watches over a service has no key. */
const ASKED_BY_NOBODY: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

/**
 * Lets in whom the service knows, and nobody else to anything but its signs of life.
 *
 * @param isForAnybody what people ask who are not signed in yet: where they sign in, and the page for it
 */
export function letIn(
  { people, sessions }: LettingIn,
  store: KeptStore,
  isForAnybody: (request: Request) => boolean,
): RequestHandler {
  const wrongKeys = new WrongKeys();
  return async (request, response, next) => {
    if (ASKED_BY_NOBODY.has(request.path)) {
      next();
      return;
    }
    const context = contextOf(response);
    const byKey = (): Promise<Person | undefined> => holder(request, context.caller, { store, wrongKeys });
    const bySession = async (): Promise<Person | undefined> =>
      people === 'accounts' ? signedIn(request, store, sessions) : undefined;
    const person = people === 'one' ? theOne() : ((await byKey()) ?? (await bySession()));
    if (person === undefined && !isForAnybody(request)) throw stranger(people, response);
    if (person !== undefined) {
      persons.set(response, person);
      context.caller = person.share ?? context.caller;
    }
    next();
  };
}

function stranger(people: KnownPeople, response: Response): Refusal {
  // A browser that is asked for `Basic` shows a window of its own; with accounts the page asks.
  const scheme = people === 'keys' ? 'Basic realm="Slate", charset="UTF-8"' : 'Bearer realm="Slate"';
  response.set('WWW-Authenticate', scheme);
  const code = people === 'keys' ? 'service.no-key' : 'people.not-signed-in';
  return Refusal.of('unauthorized', code, undefined);
}

function theOne(): Person {
  return { ...ownActor(), role: 'administrator' };
}

async function holder(
  request: Request,
  caller: string,
  { store, wrongKeys }: { readonly store: KeptStore; readonly wrongKeys: WrongKeys },
): Promise<Person | undefined> {
  const key = keyIn(request);
  if (key === undefined) return undefined;
  const seconds = wrongKeys.secondsLeft(caller);
  if (seconds !== undefined) throw Refusal.later('service.too-many-keys', { seconds });
  const found = await asked(store, (db) => holderOfKey(db, key));
  if (found === undefined) {
    wrongKeys.count(caller);
    return undefined;
  }
  const { id, name, body, role } = found;
  return { who: `${name} (${id})`, body, role, share: `key/${id}` };
}

async function signedIn(
  request: Request,
  store: KeptStore,
  limits: SessionLimits,
): Promise<Person | undefined> {
  const token = sessionTokenIn(request);
  // Who shows a key is who holds it, or nobody.
  if (token === undefined || keyIn(request) !== undefined) return undefined;
  const found = await asked(store, (db) => sessionOf(db, token, limits));
  if (found === undefined) return undefined;
  refuseForged(request);
  const { person: id, body, role } = found;
  return { who: whoIs(id), body, role, share: whoIs(id), account: { id, token } };
}

async function asked<Result>(store: KeptStore, question: (db: Database) => Promise<Result>): Promise<Result> {
  try {
    return await question((await store.open()).db);
  } catch (error) {
    throw asAnswered(error);
  }
}

/** `Authorization: Bearer KEY`; or `Basic`, where a browser asks for a name, which is anything, and a password, the key. */
function keyIn(request: Request): string | undefined {
  const [, scheme = '', value = ''] =
    /^(\w+) +([\w+/=.~-]+)$/.exec(request.get('authorization')?.trim() ?? '') ?? [];
  if (/^bearer$/i.test(scheme)) return value;
  if (!/^basic$/i.test(scheme)) return undefined;
  const pair = Buffer.from(value, 'base64').toString('utf8');
  return pair.slice(pair.indexOf(':') + 1);
}

/** Lets nobody further who may not do what is done here. */
export function needs(role: Role | 'anybody'): RequestHandler {
  return (_request, response, next) => {
    if (role !== 'anybody') refuseUnless(role, personOf(response));
    next();
  };
}

/** @throws Refusal for a person who may not do what this role may. */
export function refuseUnless(role: Role, person: Person): void {
  if (!suffices(person.role, role))
    throw Refusal.of('forbidden', 'service.not-your-role', { role, own: person.role });
}

/** @throws InputError where nobody could get in, for nobody has an account or a key */
export async function refuseNobody(
  { people, openId }: Pick<LettingIn, 'people' | 'openId'>,
  host: string,
  store: KeptStore,
): Promise<void> {
  if (people === 'one' || (store.isThere && openId !== undefined)) return;
  if (store.isThere && (await knowsSomebody(people, (await store.open()).db))) return;
  const isOwnMachine = await isLoopbackOnly(host);
  throw new InputError([problem('service.nobody-known', { host, isOwnMachine })]);
}

async function knowsSomebody(people: 'keys' | 'accounts', db: Database): Promise<boolean> {
  const hasKeys = (await listKeys(db)).some((key) => stateOfKey(key) === 'valid');
  return hasKeys || (people === 'accounts' && (await knowsPeople(db)));
}

/** Milliseconds after which wrong keys are forgotten, and how many an address has until then. */
const FORGET = 60_000;
const MOST_FAILURES = 10;
/** Addresses that are remembered; the oldest are forgotten first. */
const MOST_ADDRESSES = 10_000;

/** Wrong keys by address: whoever guesses is slowed down. */
class WrongKeys {
  readonly #byCaller = new Map<string, { count: number; readonly until: number }>();

  /** Whole seconds for which nothing more is taken from an address; `undefined`: it may try. */
  secondsLeft(caller: string): number | undefined {
    const found = this.#byCaller.get(caller);
    if (found === undefined) return undefined;
    const left = found.until - performance.now();
    if (left < 0) this.#byCaller.delete(caller);
    return left < 0 || found.count < MOST_FAILURES ? undefined : Math.max(1, Math.ceil(left / 1_000));
  }

  /** Counts one. */
  count(caller: string): void {
    const found = this.#byCaller.get(caller);
    if (found === undefined) this.#byCaller.set(caller, { count: 1, until: performance.now() + FORGET });
    else found.count += 1;
    const [oldest] = this.#byCaller.keys();
    if (this.#byCaller.size > MOST_ADDRESSES && oldest !== undefined) this.#byCaller.delete(oldest);
  }
}
