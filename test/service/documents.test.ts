import { globSync, readFileSync } from 'node:fs';
import { validate } from '@readme/openapi-parser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { JOB_KINDS, ROUTES } from '../../src/service/routes/routes.ts';
import { defaultLimits } from '../../src/service/requests/limits.ts';
import { openApiDocument } from '../../src/service/openapi/document.ts';
import type { KnownPeople } from '../../src/service/requests/caller.ts';
import { problemOf, running, SMALL, withFolder } from './running.ts';

let service: Awaited<ReturnType<typeof running>>;
beforeAll(async () => {
  service = await running({ pageFolder: '/nowhere' });
});
afterAll(() => service.close());

interface Told {
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, { readonly example?: unknown }>>;
}

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly security: readonly object[];
  readonly requestBody?: Told;
  readonly responses: Readonly<Record<string, Told>>;
}

interface Schema {
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Document {
  readonly openapi: string;
  readonly tags: readonly { readonly name: string }[];
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

async function openApi(): Promise<Document> {
  return (await (await service.ask('GET', '/openapi.json')).json()) as Document;
}

test('the OpenAPI document is valid', async () => {
  const document = await openApi();
  expect(document.openapi).toBe('3.1.0');
  const outcome = await validate(document as unknown as Parameters<typeof validate>[0]);
  expect(outcome).toMatchObject({ valid: true });
});

test('the OpenAPI document names every route, each operation once, and only what is answered', async () => {
  const { paths } = await openApi();
  for (const { path, method, operation } of ROUTES) {
    expect(paths[path]?.[method]?.operationId).toBe(operation);
  }
  for (const { path } of JOB_KINDS) {
    expect(Object.keys(paths[path] ?? {})).toEqual(['get', 'post']);
    expect(Object.keys(paths[`${path}/{id}`] ?? {})).toEqual(['get', 'delete']);
    expect(Object.keys(paths[`${path}/{id}/events`] ?? {})).toEqual(['get']);
  }
  const operations = Object.values(paths).flatMap((item) => Object.values(item));
  const ids = operations.map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [path, item] of Object.entries(paths)) {
    const response = await service.ask('OPTIONS', path.replaceAll(/\{\w+\}/g, 'x'));
    const allowed = (response.headers.get('allow') ?? '').toLowerCase().split(', ');
    expect([path, allowed.filter((method) => method !== 'head')]).toEqual([path, Object.keys(item)]);
  }
});

test('the OpenAPI document names and describes every schema, and says what its codes may be', async () => {
  const { components, paths } = await openApi();
  const { schemas } = components;
  expect(Object.keys(schemas).filter((name) => name.startsWith('__'))).toEqual([]);
  expect(Object.keys(schemas).filter((name) => schemas[name]!.description === undefined)).toEqual([]);
  // Generated clients take a field with a default for one that must be given.
  const written = ['RuleFile', 'WrittenRule', 'NamedScenario'].map((name) => JSON.stringify(schemas[name]));
  expect(written.filter((text) => /"default":(?!\{)/.test(text))).toEqual([]);
  expect(schemas['Problem']?.properties?.['type']?.enum).toContain('urn:slate:problem:bad-input');
  const kinds = JOB_KINDS.map(({ task }) => task.operation);
  expect(schemas['Job']?.oneOf?.map(({ properties }) => properties?.['operation']?.enum)).toEqual([
    kinds,
    kinds,
    kinds,
  ]);
  const states = schemas['Job']?.oneOf?.map(({ properties }) => properties?.['status']);
  expect(states?.flatMap((status) => status?.enum ?? status?.const)).toEqual(
    expect.arrayContaining(['queued', 'running', 'done', 'cancelled', 'failed']),
  );
  for (const { path } of JOB_KINDS)
    expect(paths[`${path}/{id}`]!['get']!.responses).toMatchObject({
      200: { content: { 'application/json': { schema: { $ref: expect.stringMatching(/Job$/) } } } },
    });
});

test('a problem has no code that the OpenAPI document does not name', async () => {
  const { components } = await openApi();
  const named = new Set(components.schemas['ProblemItem']?.properties?.['code']?.enum);
  // What only the command line and the start of a service say, nobody is told over HTTP.
  const asked = globSync('src/**/*.ts', { exclude: ['src/cli/**', 'src/service/configuration/**'] });
  const codes = asked.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/\bproblem\(\s*'([a-z]+\.[\w-]+)'/g)].map(([, code]) => code!),
  );
  expect(codes.length).toBeGreaterThan(300);
  expect(codes.filter((code) => !named.has(code) && code !== 'cli.missing-option')).toEqual([]);
});

/** What differs from one machine to the next. */
function withoutTimes(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer), (key, value: unknown) => (key === 'milliseconds' ? 1 : value));
}

test('the example of a draft can be written as it stands', async () => {
  await withFolder({}, async (folder) => {
    const keeping = await running({ store: { folder } });
    try {
      const document = (await (await keeping.ask('GET', '/openapi.json')).json()) as Document;
      const { requestBody } = document.paths['/api/v1/drafts/{id}']!['put']!;
      const example = requestBody?.content?.['application/json']?.example as { readonly id: string };
      const headers = { 'if-none-match': '*' };
      const written = await keeping.ask('PUT', `/api/v1/drafts/${example.id}`, example, { headers });
      expect(written.status).toBe(201);
    } finally {
      await keeping.close();
    }
  });
});

test('every example of the OpenAPI document can be asked, and says what is answered', async () => {
  const { paths } = await openApi();
  const asked = [...ROUTES, ...JOB_KINDS.map(({ path, task }) => ({ ...task, path }))].filter(
    ({ method, operation }) => method === 'post' && operation !== 'replay',
  );
  for (const { path } of asked) {
    const { requestBody, responses } = paths[path]!['post']!;
    const body = requestBody?.content?.['application/json']?.example;
    expect([path, typeof body]).toEqual([path, 'object']);
    const response = await service.ask('POST', path, body);
    const text = await response.text();
    expect([path, response.status, text]).toEqual([path, expect.toBeOneOf([200, 202]), text]);
    const told = responses[String(response.status)]!;
    expect([path, [...response.headers.keys()]]).toEqual([
      path,
      expect.arrayContaining(
        Object.keys(told.headers ?? {})
          .filter(isAlwaysThere)
          .map(inLowerCase),
      ),
    ]);
    const example = told.content?.['application/json']?.example;
    if (response.status === 200 && response.headers.get('content-type')?.startsWith('application/json'))
      expect([path, withoutTimes(JSON.parse(text))]).toEqual([path, example]);
  }
});

const inLowerCase = (name: string): string => name.toLowerCase();
/** A question that may be answered with a file is answered with JSON here. */
const isAlwaysThere = (name: string): boolean => name !== 'Content-Disposition';

test('every operation says what its caller must show, and belongs to a tag that is described', async () => {
  const documented = (people: KnownPeople) =>
    openApiDocument({ routes: ROUTES, jobKinds: JOB_KINDS, limits: defaultLimits(), people });
  const needed = (people: KnownPeople): readonly (readonly [string, string])[] =>
    Object.values(documented(people).paths ?? {}).flatMap((item) =>
      Object.values(item as Record<string, Operation>).map(({ operationId, security }) => [
        operationId,
        security.flatMap((scheme) => Object.keys(scheme)).join(' '),
      ]),
    );
  expect(new Set(needed('one').map(([, schemes]) => schemes))).toEqual(new Set(['']));
  expect(new Map(needed('keys')).get('propose')).toBe('key keyAsPassword');
  const withAccounts = new Map(needed('accounts'));
  expect(withAccounts.get('propose')).toBe('key keyAsPassword session');
  expect([...withAccounts].filter(([, schemes]) => schemes === '').map(([id]) => id)).toEqual(
    expect.arrayContaining(['signIn', 'health', 'ready', 'getSession']),
  );
  const { tags, paths } = await openApi();
  const used = Object.values(paths).flatMap((item) => Object.values(item).flatMap((each) => each.tags));
  expect(new Set(tags.map(({ name }) => name))).toEqual(new Set(used));
});

test('the OpenAPI document has the status of every refusal', async () => {
  const { paths } = await openApi();
  const small = JSON.stringify(SMALL);
  const json = { 'content-type': 'application/json' };
  const refused: readonly (readonly [string, string, string, RequestInit['headers'], string?])[] = [
    ['post', '/api/v1/propose', '/api/v1/propose', json, '{'],
    ['post', '/api/v1/propose', '/api/v1/propose', json, small.replace('An,female', 'An,x')],
    ['post', '/api/v1/propose', '/api/v1/propose', { 'content-type': 'text/plain' }, small],
    ['post', '/api/v1/sweeps', '/api/v1/sweeps', json, small],
    ['get', '/api/v1/rule-sets/{id}', '/api/v1/rule-sets/none', {}],
    ['get', '/api/v1/rule-sets', '/api/v1/rule-sets?page=2', {}],
    ['get', '/openapi.json', '/openapi.json?page=2', {}],
    ['get', '/docs', '/docs?page=2', {}],
    ['get', '/api/v1/pools/{name}', '/api/v1/pools/%zz', {}],
    ['get', '/api/v1/proposals/{id}', '/api/v1/proposals/none', {}],
    ['delete', '/api/v1/proposals/{id}', '/api/v1/proposals/none', {}],
    ['get', '/api/v1/proposals/{id}/events', '/api/v1/proposals/none/events', {}],
  ];
  for (const [method, path, address, headers, body] of refused) {
    const response = await fetch(service.address + address, {
      method: method.toUpperCase(),
      headers: headers!,
      ...(body !== undefined && { body }),
    });
    const { status } = await problemOf(response);
    expect([path, Object.keys(paths[path]?.[method]?.responses ?? {})]).toEqual([
      path,
      expect.arrayContaining([String(status)]),
    ]);
  }
});

test('the documentation is one page that loads nothing, under a policy that names nobody outside', async () => {
  for (const path of ['/docs?lang=en', '/docs?lang=vi', '/']) {
    const response = await service.ask('GET', path, undefined, { headers: { accept: 'text/html' } });
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\(/i);
    expect(html).not.toMatch(/(?:href|src|action)="(?!\/|#)/i);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe/);
    const nonce = /<style nonce="([^"]+)">/.exec(html)?.[1];
    expect(policy).toContain(`'nonce-${nonce}'`);
  }
  const html = await (await service.ask('GET', '/docs')).text();
  for (const { path } of ROUTES) expect(html).toContain(`<code>${path}</code>`);
});

test('the built page is served: hashed files for ever, and every other address of a browser is the page', async () => {
  const files = {
    'index.html': '<script nonce="__CSP_NONCE__" src="/assets/page-1a2b.js"></script>',
    'assets/page-1a2b.js': 'void 0;',
    'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  };
  await withFolder(files, async (pageFolder) => {
    const built = await running({ pageFolder });
    try {
      const html = { headers: { accept: 'text/html' } };
      for (const path of ['/', '/slates/compare']) {
        const page = await built.ask('GET', path, undefined, html);
        const nonce = /nonce="([^"]+)"/.exec(await page.text())?.[1];
        expect(nonce).not.toBe('__CSP_NONCE__');
        expect(page.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
        expect(page.headers.get('cache-control')).toBe('no-cache');
      }
      const asset = await built.ask('GET', '/assets/page-1a2b.js');
      expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(await asset.text()).toBe('void 0;');
      // A part that is not there is no reason to refuse: the file comes whole.
      const beyond = { headers: { range: 'bytes=999-' } };
      const whole = await built.ask('GET', '/assets/page-1a2b.js', undefined, beyond);
      expect([whole.status, await whole.text()]).toEqual([200, 'void 0;']);
      expect((await built.ask('GET', '/icon.svg')).headers.get('content-type')).toMatch(/svg/);
      expect((await problemOf(await built.ask('GET', '/assets/none.js', undefined, html))).status).toBe(404);
      expect((await problemOf(await built.ask('GET', '/api/none', undefined, html))).status).toBe(404);
      // What climbs out of the folder finds no file there, only the page, and a program not even that.
      const up = await built.ask('GET', '/..%2f..%2fpackage.json', undefined, html);
      expect(await up.text()).toContain('<script nonce=');
      expect((await problemOf(await built.ask('GET', '/..%2f..%2fpackage.json'))).status).toBe(404);
      expect((await built.ask('GET', '/')).headers.get('content-type')).toMatch(/^text\/html/);
    } finally {
      await built.close();
    }
  });
});
