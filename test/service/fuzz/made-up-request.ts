import type { Random } from '../../../fixtures/made-up/random.ts';
import { anything, madeUp, type Means, type Schema, spoilt } from './made-up-value.ts';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly schema: Schema;
}

/** An operation of the document, as far as a request is made of it. */
export interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, unknown>>; readonly $ref?: string }>
  >;
}

/** The document of a service. */
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** One request to one operation. */
export interface MadeUpRequest {
  readonly method: string;
  /** As the document has it. */
  readonly path: string;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly operation: Operation;
}

/** What requests are made of. */
export interface Known {
  readonly texts: Means['texts'];
  /** The ids of what was made under a path: `/api/v1/drafts`. */
  readonly madeAt: (path: string) => readonly string[];
}

/** What of a request is known to be sound; the rest is made up. */
export interface Sound {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

/** An operation, and where it is. */
export interface Placed {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** Everything that can be asked. */
export function operationsOf({ paths }: Document): readonly Placed[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
}

/** A request of an operation: often as its schema asks for, often not. */
export function madeUpRequest(
  { components: { schemas } }: Document,
  { path, method, operation }: Placed,
  random: Random,
  { texts, madeAt }: Known,
  sound: Sound = {},
): MadeUpRequest {
  const means: Means = { random, schemas, texts };
  const given = (where: Parameter['in'], often: number): readonly (readonly [string, string])[] =>
    (operation.parameters ?? [])
      .filter((each) => each.in === where && random.chance(often))
      .map(({ name, schema }) => [
        name,
        plainText(random.chance(0.9) ? madeUp(schema, means, name) : anything(means)),
      ]);
  const inPath = new Map(given('path', 1));
  const made = madeAt(path.replace(/\/\{.*$/, ''));
  if (inPath.has('id') && made.length > 0 && random.chance(0.6)) inPath.set('id', random.pick(made));
  for (const [name, value] of Object.entries(sound.parameters ?? {})) inPath.set(name, value);
  const query = new URLSearchParams(given('query', 0.3).map(([name, value]) => [name, value]));
  if (random.chance(0.03)) query.append(random.pick(texts('key')), 'x');
  for (const [name, value] of Object.entries(sound.query ?? {})) query.set(name, value);
  const address = path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(inPath.get(name) ?? 'none'),
  );
  const headers = Object.fromEntries(
    given('header', 0.7).filter(([, value]) => /^[\x20-\x7e]*$/.test(value)),
  );
  const asked = bodyOf(operation, means, headers, sound.body);
  const own = Object.keys(sound.headers ?? {});
  // Of two headers that differ in capitals alone, `fetch` sends both.
  const others = Object.entries(asked.headers).filter(([name]) => !own.includes(name.toLowerCase()));
  return {
    method,
    path,
    address: query.size === 0 ? address : `${address}?${query}`,
    operation,
    ...asked,
    headers: { ...Object.fromEntries(others), ...sound.headers },
  };
}

function bodyOf(
  { requestBody }: Operation,
  means: Means,
  headers: Readonly<Record<string, string>>,
  known: object | undefined,
): Pick<MadeUpRequest, 'headers' | 'body'> {
  const { random } = means;
  if (requestBody === undefined) return { headers };
  const { schema } = requestBody.content['application/json']!;
  const sound = known ?? madeUp(schema, means);
  const value = random.chance(0.6) ? sound : spoilt(sound, means);
  const text = random.chance(0.97) ? JSON.stringify(value) : JSON.stringify(value).slice(0, -1);
  const type = random.chance(0.97) ? 'application/json' : 'text/plain';
  return { headers: { ...headers, 'content-type': type }, body: text };
}

/** `fetch` replaces half letters by itself; an address cannot hold them either. */
function plainText(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.toWellFormed().slice(0, 2_000) || 'x';
}
