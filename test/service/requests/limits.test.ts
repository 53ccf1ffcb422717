import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LONG, metric, problemOf, running, SMALL, SMALL_CSV, SMALL_YAML, SOON, until } from '../running.ts';

const HELD = 'slate_held_body_bytes';
const JSON_HEADERS = { 'content-type': 'application/json' };

/** What one service holds at most: ten bodies of half its limit, of which one caller may hold four. */
const LIMITS = {
  bodyBytes: 200_000,
  heldBytes: 1_000_000,
  ofCaller: { heldBytes: 400_000, solves: 1, queue: 2, jobs: 2 },
  workers: 1,
} as const;

let service: Awaited<ReturnType<typeof running>>;
beforeAll(async () => {
  // Each address of the documentation is a caller of its own, as a proxy would tell.
  service = await running({ limits: LIMITS, proxies: ['127.0.0.1'] });
});
afterAll(() => service.close());

const from = (caller: number) => ({ 'x-forwarded-for': `192.0.2.${caller}`, 'accept-language': 'en' });

/** A body that is a hundred times as large once it is unpacked. */
function packed(bytes: number): Uint8Array<ArrayBuffer> {
  const csv = SMALL_CSV + '\n'.repeat(bytes);
  return new Uint8Array(gzipSync(JSON.stringify({ pool: { csv }, rules: { yaml: SMALL_YAML } })));
}

function check(body: Uint8Array<ArrayBuffer>, caller: number, encoding = 'gzip'): Promise<Response> {
  const headers = { ...JSON_HEADERS, 'content-encoding': encoding, ...from(caller) };
  return fetch(`${service.address}/api/v1/capacity`, { method: 'POST', headers, body });
}

describe('bodies', () => {
  test('count as what they are unpacked, and one that is too large is refused', async () => {
    const body = packed(100_500);
    expect(body.length).toBeLessThan(3_000);
    expect(await problemOf(await check(body, 1))).toMatchObject({ status: 413 });
    expect((await check(packed(1_000), 1)).status).toBe(200);
  });

  test('are taken as many as may be held, of a caller and of all, and let go once answered', async () => {
    const body = packed(60_000);
    const callers = Array.from({ length: 20 }, (_, index) => index % 5);
    const answers = await Promise.all(callers.map((caller) => check(body, caller)));
    const statuses = answers.map(({ status }) => status);
    for (const answer of answers.filter(({ status }) => status !== 200)) {
      expect([429, 503]).toContain(answer.status);
      expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
    }
    expect(statuses).toContain(200);
    await until(async () => (await metric(service.ask, HELD)) === 0);
    expect((await check(body, 1)).status).toBe(200);
  });

  test('that are not packed as they say are refused', async () => {
    const body = packed(10);
    expect(await problemOf(await check(body.slice(0, 40), 1))).toMatchObject({ status: 400 });
    expect(await problemOf(await check(body, 1, 'br'))).toMatchObject({ status: 400 });
    expect(await problemOf(await check(body, 1, 'zip'))).toMatchObject({ status: 415 });
    await until(async () => (await metric(service.ask, HELD)) === 0);
  });
});

describe('one caller', () => {
  test('waits for turns of their own, while others are answered', async () => {
    const hangUp = new AbortController();
    const long = (caller: number) =>
      service
        .ask('POST', '/api/v1/propose', LONG, { headers: from(caller), signal: hangUp.signal })
        .then(problemOf, () => undefined);
    const waiting = 'slate_queue_length{threads="solve"}';
    const much = [long(1), long(1), long(1)];
    await until(async () => (await metric(service.ask, waiting)) === 2);
    const refused = await service.ask('POST', '/api/v1/propose', LONG, { headers: from(1) });
    expect(await problemOf(refused)).toMatchObject({
      status: 429,
      detail: expect.stringContaining('waiting'),
    });
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    const other = service.ask('POST', '/api/v1/propose', SMALL, { headers: from(2) });
    await until(async () => (await metric(service.ask, waiting)) === 3);
    hangUp.abort();
    expect((await other).status).toBe(200);
    await Promise.all(much);
  });

  test('has so many jobs, and others have theirs', async () => {
    const create = (caller: number) =>
      service.ask('POST', '/api/v1/proposals', LONG, { headers: from(caller) });
    const first = await create(1);
    const second = await create(1);
    expect([first.status, second.status]).toEqual([202, 202]);
    await expect.poll(() => metric(service.ask, HELD), SOON).toBeGreaterThan(0);
    expect(await problemOf(await create(1))).toMatchObject({ status: 429 });
    const third = await create(2);
    expect(third.status).toBe(202);
    for (const made of [first, second, third]) await service.ask('DELETE', made.headers.get('location')!);
    await expect.poll(() => metric(service.ask, HELD), SOON).toBe(0);
  });
});

test('a body that never comes to its end holds no connection', async () => {
  const own = await running({ limits: { ...LIMITS, requestMs: 400 } });
  try {
    const { hostname, port } = new URL(own.address);
    const socket = connect(Number(port), hostname);
    const head = 'POST /api/v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
    socket.write(`${head}Content-Length: 1000\r\n\r\n{"pool"`);
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /);
    await until(async () => (await metric(own.ask, HELD)) === 0);
  } finally {
    await own.close();
  }
});

test('a rule file that nobody writes by hand is refused before it is read', async () => {
  const own = await running({
    limits: {
      ...LIMITS,
      bodyBytes: 2_000_000,
      heldBytes: 4_000_000,
      ofCaller: { ...LIMITS.ofCaller, heldBytes: 4_000_000 },
    },
  });
  try {
    const yaml = `${SMALL_YAML}# ${'x'.repeat(1_100_000)}`;
    const validated = await own.ask('POST', '/api/v1/rule-sets/validate', { yaml });
    expect(await validated.json()).toMatchObject({ valid: false, problems: [{ code: 'rules.too-long' }] });
    const asked = await own.ask('POST', '/api/v1/capacity', { ...SMALL, rules: { yaml } });
    expect(await problemOf(asked)).toMatchObject({ status: 422, errors: [{ code: 'rules.too-long' }] });
  } finally {
    await own.close();
  }
});

test('all of them stand in the OpenAPI document', async () => {
  const document = (await (await service.ask('GET', '/openapi.json')).json()) as {
    readonly 'x-limits': unknown;
    readonly components: { readonly responses: Readonly<Record<string, { readonly headers?: unknown }>> };
  };
  expect(document['x-limits']).toMatchObject(LIMITS);
  for (const kind of ['too-many-requests', 'busy'])
    expect(document.components.responses[kind]?.headers).toMatchObject({ 'Retry-After': {} });
});
