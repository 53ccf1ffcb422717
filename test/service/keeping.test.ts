import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningService } from '../../src/service/server.ts';
import { running } from './running.ts';

const logged: string[] = [];
let folder: string;
let service: RunningService;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'slate-keeping-'));
  const logger = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  service = await running({ logger, store: { folder: join(folder, 'data') } });
});
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

async function ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}) {
  const response = await fetch(`${service.address}/api/v1${path}`, {
    method,
    headers: {
      'accept-language': 'en',
      ...headers,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as Readonly<Record<string, never>>;
  return { status: response.status, tag: response.headers.get('etag'), answer };
}

const TABLE = 'id,name\nA,Nguyễn Thị Hoa';
const draft = (id: string, title: string, more: object = {}) => ({
  format: 'slate-draft-1',
  id,
  title,
  texts: [TABLE],
  ...more,
});
const put = (id: string, title: string, headers: Readonly<Record<string, string>>) =>
  ask(`/drafts/${id}`, { method: 'PUT', headers, body: draft(id, title) });

test('a draft is written on top of what was seen; whoever comes late is shown both sides', async () => {
  expect((await put('a', 'First', {})).status).toBe(428);
  for (const junk of ['1', '"one"', '*', '"1", "2"', '"-1"', ''])
    expect([junk, await put('a', 'First', { 'if-match': junk })]).toMatchObject([
      junk,
      { status: 400, answer: { detail: expect.stringMatching(/^If-Match names no version: .*"3"/) } },
    ]);
  expect(await put('a', 'First', { 'if-none-match': '"1"' })).toMatchObject({
    status: 400,
    answer: { detail: expect.stringMatching(/^If-None-Match names no version/) },
  });
  const first = await put('a', 'First', { 'if-none-match': '*' });
  expect(first).toMatchObject({ status: 201, tag: '"1"', answer: { version: 1, state: 'draft' } });
  expect((await put('a', 'Again', { 'if-none-match': '*' })).status).toBe(412);
  for (const never of ['"7"', '"99999999999999999999"'])
    expect((await put('a', 'Again', { 'if-match': never })).status).toBe(412);
  const second = await put('a', 'Second', { 'if-match': '"1"' });
  expect(second).toMatchObject({ status: 200, tag: '"2"' });
  const late = await put('a', 'Late', { 'if-match': '"1"' });
  expect(late).toMatchObject({
    status: 412,
    answer: {
      type: 'urn:slate:problem:precondition-failed',
      theirs: { version: { version: 2 }, draft: { title: 'Second' } },
      base: { version: { version: 1 }, draft: { title: 'First' } },
    },
  });
  expect(await ask('/drafts/a')).toMatchObject({
    status: 200,
    tag: '"2"',
    answer: { draft: draft('a', 'Second') },
  });
  expect((await ask('/drafts')).answer).toMatchObject({ drafts: [{ id: 'a', version: 2 }] });
  expect((await ask('/drafts/nobody')).status).toBe(404);
  expect((await put('nobody', 'x', { 'if-match': '"4"' })).status).toBe(404);
  const other = await ask('/drafts/b', {
    method: 'PUT',
    headers: { 'if-none-match': '*' },
    body: draft('a', 'x'),
  });
  expect(other).toMatchObject({ status: 422, answer: { errors: [{ pointer: '/id' }] } });
  const bad = await ask('/drafts/b', { method: 'PUT', headers: { 'if-none-match': '*' }, body: { id: 'b' } });
  expect(bad.status).toBe(400);
});

test('a draft takes the steps of its table, and what was submitted is not written over', async () => {
  await put('s', 'To be decided', { 'if-none-match': '*' });
  const step = (to: string, seen: number) =>
    ask('/drafts/s/state', { method: 'POST', headers: { 'if-match': `"${seen}"` }, body: { to } });
  expect((await step('approved', 1)).status).toBe(409);
  expect((await step('submitted', 1)).answer).toMatchObject({ state: 'submitted', version: 2 });
  expect(await put('s', 'Changed', { 'if-match': '"2"' })).toMatchObject({
    status: 409,
    answer: { detail: 'a draft that is submitted cannot be changed; return it first, or write a new one' },
  });
  expect((await step('approved', 1)).status).toBe(412);
  expect((await step('approved', 2)).answer).toMatchObject({ state: 'approved', version: 3 });
  expect((await step('draft', 3)).status).toBe(409);
  expect((await ask('/drafts/s/inspection')).answer).toMatchObject({
    whole: true,
    versions: [{ version: 1 }, { version: 2 }, { version: 3 }],
  });
});

test('who follows a draft is told of each new version', async () => {
  await put('f', 'One', { 'if-none-match': '*' });
  const stop = new AbortController();
  const events = await fetch(`${service.address}/api/v1/drafts/f/events`, { signal: stop.signal });
  expect(events.headers.get('content-type')).toContain('text/event-stream');
  const told: number[] = [];
  let text = '';
  for await (const chunk of events.body!) {
    text += Buffer.from(chunk).toString();
    told.splice(0, told.length, ...[...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id)));
    if (told.length === 1) await put('f', 'Two', { 'if-match': '"1"' });
    if (told.length === 2) break;
  }
  stop.abort();
  expect(told).toEqual([1, 2]);
  expect(text).toContain('"title":"Two"');
});

test('documents are kept, read back as they came, and lose their people for good', async () => {
  const bytes = Buffer.from('id,name,gender\nA,Nguyễn Thị An,female\n');
  const body = { kind: 'pool', name: 'ward', base64: bytes.toString('base64'), deliveredBy: 'Ward' };
  expect(await ask('/documents', { method: 'POST', body })).toMatchObject({
    status: 201,
    answer: { document: { version: 1, entries: 1 } },
  });
  expect((await ask('/documents', { method: 'POST', body })).status).toBe(200);
  expect((await ask('/documents/pool/ward/1')).answer).toMatchObject({ base64: body.base64 });
  const unreadable = { ...body, base64: Buffer.from('id,name\nA,An\nA,An\n').toString('base64') };
  expect((await ask('/documents', { method: 'POST', body: unreadable })).status).toBe(422);
  expect((await ask('/documents/pool/ward/7')).status).toBe(404);
  expect((await ask('/documents/pool/ward/1', { method: 'DELETE' })).answer).toEqual({ removed: true });
  expect((await ask('/documents/pool/ward/1')).status).toBe(410);
  expect((await ask('/audit/verification')).answer).toMatchObject({ faults: [] });
});

test('a name is in no line of the log', () => {
  expect(logged.length).toBeGreaterThan(10);
  expect(logged.join('')).not.toMatch(/Nguyễn|Ward/);
});

test('a service without a store says so', async () => {
  const without = await running();
  const [kept, drafts] = [
    await fetch(`${without.address}/api/v1/store`),
    await fetch(`${without.address}/api/v1/drafts`),
  ];
  await without.close();
  expect(await kept.json()).toEqual({ kept: false });
  expect([drafts.status, await drafts.json()]).toMatchObject([404, { type: 'urn:slate:problem:not-found' }]);
});

test('of two drafts of one table the other stays when one is removed, and both ways of asking tell when', async () => {
  for (const id of ['d_1', 'd-1']) await put(id, id, { 'if-none-match': '*' });
  expect((await ask('/drafts/d_1', { method: 'DELETE' })).answer).toEqual({ removed: true });
  expect(await ask('/drafts/d-1')).toMatchObject({ status: 200, answer: { draft: { texts: [TABLE] } } });
  const gone = { status: 410, answer: { detail: expect.stringMatching(/for good on \d{4}-\d\d-\d\d/) } };
  expect(await ask('/drafts/d_1')).toMatchObject(gone);
  expect(await put('d_1', 'again', { 'if-match': '"1"' })).toMatchObject(gone);
  expect((await put('d-new', 'new', { 'if-none-match': '*' })).status).toBe(201);
  expect(await ask('/drafts/d-new')).toMatchObject({ status: 200, answer: { draft: { texts: [TABLE] } } });
});
