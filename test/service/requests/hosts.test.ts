import { request, type IncomingHttpHeaders } from 'node:http';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemSchema } from '../../../src/service/answers/answers.ts';
import { InputError } from '../../../src/words/problem.ts';
import { running, SOON } from '../running.ts';
import { isLoopbackOnly } from '../../../src/service/requests/hosts.ts';

let service: Awaited<ReturnType<typeof running>>;
let port: number;
beforeAll(async () => {
  service = await running({ allowedHosts: ['Slate.Example', 'fd00::7'] });
  port = Number(new URL(service.address).port);
});
afterAll(() => service.close());

/** What the service says to these very headers, which no browser and no `fetch` would let us write. */
async function said(
  headers: IncomingHttpHeaders,
  path = '/healthz',
  method = 'GET',
): Promise<{ readonly status: number; readonly body: unknown }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      json(response).then((body) => resolve({ status: response.statusCode!, body }), reject);
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('the name that a request came by', () => {
  test.each([
    'localhost',
    'LOCALHOST.',
    'localhost:8080',
    '127.0.0.1',
    '127.0.0.9:1',
    '[::1]:8080',
    'slate.example',
    'SLATE.example:443',
    '[fd00::7]',
  ])('%s is its own', async (host) => {
    expect(await said({ host })).toEqual({ status: 200, body: { status: 'alive' } });
  });

  test.each([
    'evil.example',
    'localhost.evil.example',
    'evil.example:8080',
    'evil.example#localhost',
    'localhost@evil.example',
    'localhost/evil.example',
    '192.0.2.1',
    '0.0.0.0',
    '[fd00::8]',
    'evil slate.example',
    '%',
  ])('“%s” is not', async (host) => {
    for (const path of ['/', '/healthz', '/metrics', '/api/v1/pools', '/nowhere']) {
      const { status, body } = await said({ host, 'accept-language': 'en' }, path);
      expect([path, status]).toEqual([path, 421]);
      const document = problemSchema.strict().parse(body);
      expect(document.type).toBe('urn:slate:problem:foreign-host');
      expect(document.detail).toContain(`“${host}”`);
      expect(document.detail).toContain('--allowed-host');
    }
  });

  test('stands in no line of the log', async () => {
    await said({ host: 'nguyen-van-a.example' });
    await expect.poll(() => service.log.join(''), SOON).toContain('"status":421');
    expect(service.log.join('')).not.toContain('nguyen-van-a');
  });
});

describe('the page that a request came from', () => {
  test.each([
    ['localhost:8080', 'http://localhost:8080'],
    ['localhost:443', 'https://localhost'],
    ['slate.example', 'https://slate.example'],
    // Behind a proxy that passes on its own address as the host.
    ['127.0.0.1:8080', 'https://slate.example'],
  ])('on %s, %s is its own', async (host, origin) => {
    expect((await said({ host, origin })).status).toBe(200);
  });

  test.each([
    ['localhost:8080', 'http://localhost:3000'],
    ['localhost:8080', 'http://127.0.0.1:8080'],
    ['localhost:8080', 'https://evil.example'],
    ['localhost:8080', 'https://slate.example.evil.example'],
    ['localhost:8080', 'null'],
    ['localhost:8080', 'file://'],
    ['localhost:8080', 'chrome-extension://localhost:8080'],
  ])('on %s, %s is not', async (host, origin) => {
    const { status, body } = await said({ host, origin }, '/api/v1/check', 'POST');
    expect(status).toBe(403);
    expect(problemSchema.strict().parse(body).type).toBe('urn:slate:problem:forbidden');
  });
});

test.each(['0.0.0.0', '::', '192.0.2.1'])(
  'at %s, where others would reach it, it does not start',
  async (host) => {
    const refused = await running({ host }).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(InputError);
    expect((refused as InputError).problems).toMatchObject([
      { code: 'service.nobody-known', parameters: { host } },
    ]);
  },
);

test('an address of IPv6 is known in brackets, too', async () => {
  expect([await isLoopbackOnly('[::1]'), await isLoopbackOnly('::1')]).toEqual([true, true]);
});

test('a name that nobody knows is told as an address that this machine does not have', async () => {
  await expect(running({ host: 'nowhere.invalid' })).rejects.toMatchObject({ syscall: 'getaddrinfo' });
});
