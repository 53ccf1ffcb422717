import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addKey } from '../../../src/store/keys.ts';
import { openStore } from '../../../src/store/store.ts';
import { InputError } from '../../../src/words/problem.ts';
import { running, SMALL } from '../running.ts';

const BOARD = 'https://board.example';

/** What a browser asks before a page of another origin sends a question. */
const BEFORE = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' };

let service: Awaited<ReturnType<typeof running>>;
beforeAll(async () => {
  service = await running({ corsOrigins: [BOARD] });
});
afterAll(() => service.close());

const from = (origin: string, further = {}) => ({ headers: { origin, ...further } });

describe('pages of an origin that is named', () => {
  test('may read answers and refusals, which no cache gives to others, and never with cookies', async () => {
    const check = { ...SMALL, slate: ['A', 'B'] };
    const answered = await service.ask('POST', '/api/v1/check', check, from(BOARD));
    const refused = await service.ask('POST', '/api/v1/check', {}, from(BOARD));
    const unknown = await service.ask('GET', '/api/v1/nothing', undefined, from(BOARD));
    const described = await service.ask('GET', '/openapi.json', undefined, from(BOARD));
    const all = [answered, refused, unknown, described];
    expect(all.map(({ status }) => status)).toEqual([200, 400, 404, 200]);
    for (const { headers } of all) {
      expect(headers.get('access-control-allow-origin')).toBe(BOARD);
      expect(headers.get('vary')).toContain('Origin');
      expect(headers.get('access-control-expose-headers')).toContain('ETag');
      expect(headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  test('are told beforehand what they may send', async () => {
    const told = await service.ask('OPTIONS', '/api/v1/check', undefined, from(BOARD, BEFORE));
    expect(told.status).toBe(204);
    expect(told.headers.get('access-control-allow-origin')).toBe(BOARD);
    expect(told.headers.get('access-control-allow-methods')).toContain('POST');
    expect(told.headers.get('access-control-allow-headers')).toContain('Content-Type');
    expect(told.headers.get('access-control-allow-headers')).toContain('Authorization');
    for (const header of ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers'])
      expect(told.headers.get('vary')).toContain(header);
  });

  test('are no reason to forget what a path takes', async () => {
    const told = await service.ask('OPTIONS', '/api/v1/check', undefined, from(BOARD));
    expect(told.headers.get('allow')).toContain('POST');
  });
});

test.each(['https://other.example', 'http://board.example', 'https://board.example:8443', 'null'])(
  'pages of %s may not ask',
  async (origin) => {
    for (const [method, further] of [
      ['POST', {}],
      ['OPTIONS', BEFORE],
    ] as const) {
      const refused = await service.ask(method, '/api/v1/check', undefined, from(origin, further));
      expect(refused.status).toBe(403);
      expect(refused.headers.get('access-control-allow-origin')).toBeNull();
      expect(refused.headers.get('vary')).toContain('Origin');
    }
  },
);

test('without any origin named nothing is said of them, and errors depend on the language all the same', async () => {
  const own = await running();
  try {
    const refused = await own.ask('GET', '/api/v1/nothing');
    expect(refused.headers.get('access-control-allow-origin')).toBeNull();
    expect(refused.headers.get('vary')).toContain('Accept-Language');
    expect(refused.headers.get('vary')).not.toContain('Origin');
  } finally {
    await own.close();
  }
});

describe('any origin', () => {
  const folder = mkdtempSync(join(tmpdir(), 'slate-origins-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('may ask a service that lets in by keys, and has none of its own', async () => {
    const store = await openStore({ folder });
    const { key } = await addKey(store.db, { who: 'test', body: 'city' }, { name: 'A page', role: 'reader' });
    await store.close();
    const keyed = await running({ people: 'keys', store: { folder }, corsOrigins: ['*'] });
    try {
      const before = await keyed.ask('OPTIONS', '/api/v1/pools', undefined, from(BOARD, BEFORE));
      expect([before.status, before.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
      const unknown = await keyed.ask('GET', '/api/v1/pools', undefined, from(BOARD));
      expect([unknown.status, unknown.headers.get('access-control-allow-origin')]).toEqual([401, '*']);
      const authorization = `Bearer ${key}`;
      const known = await keyed.ask('GET', '/api/v1/pools', undefined, from(BOARD, { authorization }));
      expect(known.status).toBe(200);
    } finally {
      await keyed.close();
    }
  });

  test.each(['one', 'accounts'] as const)('may not where people are %s', async (people) => {
    const starting = running({ people, store: { folder }, corsOrigins: ['*'] });
    const error = await starting.then(
      (started) => started.close(),
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).problems.map(({ code }) => code)).toEqual(['service.any-origin']);
  });
});
