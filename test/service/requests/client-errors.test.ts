import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemSchema } from '../../../src/service/answers/answers.ts';
import { metric, running, SOON } from '../running.ts';

let service: Awaited<ReturnType<typeof running>>;
beforeAll(async () => {
  service = await running();
});
afterAll(() => service.close());

/** What comes back for these very bytes. */
async function said(bytes: string): Promise<{ readonly head: string; readonly body: string }> {
  const { hostname, port } = new URL(service.address);
  const socket = connect(Number(port), hostname);
  socket.write(bytes);
  const answer = await text(socket);
  const end = answer.indexOf('\r\n\r\n');
  return { head: answer.slice(0, end), body: answer.slice(end + 4) };
}

const LAST = 'Connection: close\r\n\r\n';

test.each([
  ['no HTTP', 'hello\r\n\r\n', 400, 'bad-request'],
  [
    'a length that is none',
    `POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: abc\r\n${LAST}`,
    400,
    'bad-request',
  ],
  ['no host', `GET /api/v1/pools HTTP/1.1\r\n${LAST}`, 400, 'bad-request'],
  [
    'too many headers',
    `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'nguyen'.repeat(5_000)}\r\n${LAST}`,
    431,
    'headers-too-large',
  ],
  [
    'an expectation',
    `GET /api/v1/pools HTTP/1.1\r\nHost: localhost\r\nExpect: soup\r\n${LAST}`,
    417,
    'expectation-failed',
  ],
  [
    'a body that comes apart',
    `POST /api/v1/propose HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
    400,
    'bad-request',
  ],
])('%s is answered by a problem document', async (_name, bytes, status, kind) => {
  const { head, body } = await said(bytes);
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} \\w`));
  expect(head).toMatch(/^content-type: application\/problem\+json/im);
  expect(head).toMatch(/^connection: close$/im);
  const document = problemSchema.strict().parse(JSON.parse(body));
  expect(document).toMatchObject({ status, type: `urn:slate:problem:${kind}` });
  expect(head).toContain(document.instance?.slice('urn:uuid:'.length));
});

test('what is no request is logged and counted, without a word of it', async () => {
  const line = 'slate_request_duration_seconds_count{method="none",route="none",status="431"}';
  const before = await metric(service.ask, line);
  const { body } = await said(`GET /nguyen HTTP/1.1\r\nX: ${'nguyen'.repeat(5_000)}\r\n\r\n`);
  const { instance } = problemSchema.parse(JSON.parse(body));
  await expect.poll(() => metric(service.ask, line), SOON).toBe(before + 1);
  const logged = service.log.find((each) => each.includes(instance!.slice('urn:uuid:'.length)));
  expect(JSON.parse(logged!)).toMatchObject({ status: 431, route: 'none', msg: 'request' });
  expect(logged).not.toContain('nguyen');
});

test('nothing is written into an answer that is under way', async () => {
  const { body, head } = await said('GET /api/v1/pools HTTP/1.1\r\nHost: localhost\r\n\r\nhello\r\n\r\n');
  const answers = `${head}\r\n\r\n${body}`.split(/(?=HTTP\/1\.1 \d)/).filter(Boolean);
  for (const answer of answers) {
    const [, length] = /^content-length: (\d+)$/im.exec(answer) ?? [];
    const sent = answer.slice(answer.indexOf('\r\n\r\n') + 4);
    expect(Buffer.byteLength(sent)).toBe(Number(length));
  }
  expect(answers.length).toBeGreaterThan(0);
});

test('who expects to be told to go on is told so', async () => {
  const { head } = await said(
    `POST /api/v1/rule-sets/validate HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Type: application/json\r\nContent-Length: 11\r\n${LAST}{"yaml":""}`,
  );
  expect(head).toMatch(/^HTTP\/1\.1 100 Continue/);
});
