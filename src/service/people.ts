import type { Request, RequestHandler, Response } from 'express';
import type { Database } from '../store/database.ts';
import { holderOfKey, listKeys, type Role, suffices } from '../store/keys.ts';
import { ownActor } from '../store/own-actor.ts';
import type { Actor } from '../store/audit.ts';
import { InputError, problem } from '../words/problem.ts';
import type { KeptStore } from './keeping/kept-store.ts';
import { Refusal } from './problem-document.ts';
import { asAnswered } from './keeping/store-failure.ts';
import { contextOf } from './request-context.ts';

/** Who asks: in whose name, for which body, and what they may do. */
export interface Person extends Actor {
  readonly role: Role;
}

/** Whom a service knows: whoever uses its machine, as one person; or those who hold a key of its store. */
export type People = 'one' | 'keys';

const persons = new WeakMap<Response, Person>();

/** Who asks. @throws where nobody was let in: no route is reached without it */
export function personOf(response: Response): Person {
  const person = persons.get(response);
  if (person === undefined) throw new Error('nobody was let in');
  return person;
}

/** What they answer tells nothing, and who watches over a service has no key. */
const ASKED_BY_NOBODY: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

/** Lets in whom the service knows, and nobody else to anything but its signs of life. */
export function letIn(people: People, store: KeptStore): RequestHandler {
  const failures = new Failures();
  return async (request, response, next) => {
    if (ASKED_BY_NOBODY.has(request.path)) {
      next();
      return;
    }
    const person =
      people === 'one' ? theOne() : await holder(request, contextOf(response).caller, { store, failures });
    if (person === undefined) {
      response.set('WWW-Authenticate', 'Basic realm="Slate", charset="UTF-8"');
      throw Refusal.of('unauthorized', 'service.no-key', undefined);
    }
    persons.set(response, person);
    // Shares are those of a person, wherever they ask from.
    if (people === 'keys') contextOf(response).caller = person.who;
    next();
  };
}

function theOne(): Person {
  return { ...ownActor(), role: 'administrator' };
}

async function holder(
  request: Request,
  caller: string,
  { store, failures }: { readonly store: KeptStore; readonly failures: Failures },
): Promise<Person | undefined> {
  const key = keyIn(request);
  if (key === undefined) return undefined;
  if (failures.areTooMany(caller)) throw Refusal.of('too-many-requests', 'service.too-many-keys', undefined);
  const found = await held(store, key);
  if (found === undefined) {
    failures.count(caller);
    return undefined;
  }
  return { who: `${found.name} (${found.id})`, body: found.body, role: found.role };
}

async function held(store: KeptStore, key: string) {
  try {
    const { db } = await store.open();
    return await holderOfKey(db, key);
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

/** Milliseconds after which wrong keys are forgotten, and how many an address has until then. */
const FORGET = 60_000;
const MOST_FAILURES = 10;
/** Addresses that are remembered; the oldest are forgotten first. */
const MOST_ADDRESSES = 10_000;

/** Wrong keys by address: whoever guesses is slowed down. */
class Failures {
  readonly #byCaller = new Map<string, { count: number; readonly until: number }>();

  areTooMany(caller: string): boolean {
    const found = this.#byCaller.get(caller);
    if (found === undefined) return false;
    if (found.until < performance.now()) this.#byCaller.delete(caller);
    return found.until >= performance.now() && found.count >= MOST_FAILURES;
  }

  count(caller: string): void {
    const found = this.#byCaller.get(caller);
    if (found === undefined) this.#byCaller.set(caller, { count: 1, until: performance.now() + FORGET });
    else found.count += 1;
    const [oldest] = this.#byCaller.keys();
    if (this.#byCaller.size > MOST_ADDRESSES && oldest !== undefined) this.#byCaller.delete(oldest);
  }
}

/** Lets nobody further who may not do what is done here. */
export function needs(role: Role): RequestHandler {
  return (_request, response, next) => {
    refuseUnless(role, personOf(response));
    next();
  };
}

/** @throws Refusal for a person who may not do what this role may. */
export function refuseUnless(role: Role, person: Person): void {
  if (!suffices(person.role, role))
    throw Refusal.of('forbidden', 'service.not-your-role', { role, own: person.role });
}

/** @throws InputError where nobody could get in, for no key was given to anybody */
export async function refuseNobody(people: People, host: string, store: KeptStore): Promise<void> {
  if (people === 'keys' && store.isThere && (await knowsSomebody((await store.open()).db))) return;
  throw new InputError([problem('service.nobody-known', { host })]);
}

async function knowsSomebody(db: Database): Promise<boolean> {
  return (await listKeys(db)).some(({ withdrawnAt }) => withdrawnAt === undefined);
}
