import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  KEEPING_ROUTES,
  LOOKED_AT_BY_ANYBODY,
  OTHER_KEEPING_PATHS,
} from '../../../src/service/keeping/keeping-routes.ts';
import { JOB_KINDS, ROUTES } from '../../../src/service/routes/routes.ts';
import { addKey, holderOfKey, withdrawKey } from '../../../src/store/keys.ts';
import { type Role, ROLES, suffices } from '../../../src/store/roles.ts';
import { openStore } from '../../../src/store/store.ts';
import { verifyAudit } from '../../../src/store/audit/verify-audit.ts';
import { InputError } from '../../../src/words/problem.ts';
import { LONG, problemOf, running } from '../running.ts';

const BOARDS = ['city', 'ward'] as const;
let folder: string;
let service: Awaited<ReturnType<typeof running>>;
const keys = new Map<string, string>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'slate-people-'));
  const store = await openStore({ folder });
  for (const body of BOARDS)
    for (const role of ROLES) {
      const { key } = await addKey(store.db, { who: 'test', body }, { name: 'Nguyễn Văn An', role });
      keys.set(`${body} ${role}`, key);
    }
  await store.close();
  service = await running({ people: 'keys', store: { folder } });
});
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

const keyOf = (role: Role, body: (typeof BOARDS)[number] = 'city'): string => keys.get(`${body} ${role}`)!;
const by = (key: string, more: Readonly<Record<string, string>> = {}) => ({
  headers: { authorization: `Bearer ${key}`, 'accept-language': 'en', ...more },
});

/** Every operation of the document, with the role that its route declares. */
async function operations(): Promise<
  readonly (readonly [method: string, path: string, role: Role | 'anybody'])[]
> {
  const declared = new Map<string, Role | 'anybody'>();
  for (const { method, path, role } of [...ROUTES, ...KEEPING_ROUTES])
    declared.set(`${method} ${path}`, role);
  for (const { path, task, files = {} } of JOB_KINDS)
    for (const one of [
      `get ${path}`,
      `post ${path}`,
      `get ${path}/{id}`,
      `delete ${path}/{id}`,
      `get ${path}/{id}/events`,
      `post ${path}/{id}/cancel`,
      `post ${path}/{id}/resume`,
      ...Object.keys(files).map((file) => `get ${path}/{id}/${file}`),
    ])
      declared.set(one, task.role);
  for (const path of [...OTHER_KEEPING_PATHS, '/metrics', '/openapi.json', '/docs'])
    declared.set(`get ${path}`, 'reader');
  for (const path of ['/healthz', '/readyz', ...LOOKED_AT_BY_ANYBODY]) declared.set(`get ${path}`, 'anybody');
  const answer = await service.ask('GET', '/openapi.json', undefined, by(keyOf('reader')));
  const { paths } = (await answer.json()) as { readonly paths: Readonly<Record<string, object>> };
  const all = Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method} ${path}`),
  );
  expect(all.toSorted()).toEqual([...declared.keys()].toSorted());
  return all.map((one) => [one.split(' ')[0]!, one.split(' ')[1]!, declared.get(one)!] as const);
}

describe('every route', () => {
  test('lets nobody in without a key, and nobody beyond their role', async () => {
    const all = await operations();
    expect(all.length).toBeGreaterThan(40);
    for (const [method, path, needed] of all) {
      const address = path.replaceAll(/\{\w+\}/g, 'none');
      const ask = (init?: Parameters<typeof service.ask>[3]) =>
        service.ask(method.toUpperCase(), address, undefined, init);
      const statuses: Record<string, number> = { nobody: (await ask()).status };
      for (const role of ROLES) statuses[role] = (await ask(by(keyOf(role)))).status;
      const allowed = Object.entries(statuses).filter(([, status]) => status !== 401 && status !== 403);
      const expected = ROLES.filter((role) => needed === 'anybody' || suffices(role, needed));
      const first = needed === 'anybody' ? ['nobody'] : [];
      expect([method, path, allowed.map(([who]) => who)]).toEqual([method, path, [...first, ...expected]]);
      if (needed !== 'anybody') expect(statuses['nobody']).toBe(401);
      expect(Object.values(statuses).every((status) => status < 500)).toBe(true);
    }
  });

  test('of the page and of nothing at all, too', async () => {
    for (const path of ['/', '/assets/x.js', '/nowhere', '/api/v1/nowhere', '/HEALTHZ', '/healthz/'])
      expect([path, (await service.ask('GET', path)).status]).toEqual([path, 401]);
  });
});

describe('a key', () => {
  test('may come as the password that a browser asks for', async () => {
    const refused = await service.ask('GET', '/api/v1/pools');
    expect(refused.headers.get('www-authenticate')).toMatch(/^Basic realm="Slate"/);
    const pair = Buffer.from(`anything:${keyOf('reader')}`).toString('base64');
    const answer = await service.ask('GET', '/api/v1/rule-sets', undefined, {
      headers: { authorization: `Basic ${pair}` },
    });
    expect(answer.status).toBe(200);
  });

  test('that is wrong lets nobody in, and after some nobody is listened to', async () => {
    const right = keyOf('reader');
    const wrong = `${right.slice(0, -1)}${right.endsWith('0') ? '1' : '0'}`;
    // Another process than the others of this file: an address that guesses is shut out whole.
    const other = await running({ people: 'keys', store: { folder } });
    try {
      for (const key of [wrong, '', 'x', right.toUpperCase(), right.slice(1), `${right}0`])
        expect((await other.ask('GET', '/docs', undefined, by(key))).status).toBe(401);
      for (let left = 0; left < 10; left += 1) await other.ask('GET', '/docs', undefined, by(wrong));
      const late = await other.ask('GET', '/docs', undefined, by(wrong));
      expect(await problemOf(late)).toMatchObject({
        status: 429,
        detail: expect.stringContaining('wrong keys'),
      });
      expect(late.headers.get('retry-after')).toMatch(/^\d+$/);
    } finally {
      await other.close();
    }
  });

  test('that is withdrawn lets nobody in at once, is kept as its hash alone, and the audit has both', async () => {
    const store = await openStore({ folder });
    const actor = { who: 'test', body: 'city' };
    const { id, key } = await addKey(store.db, actor, { name: 'Gone', role: 'administrator' });
    expect((await service.ask('GET', '/api/v1/rule-sets', undefined, by(key))).status).toBe(200);
    expect(await holderOfKey(store.db, key)).toEqual({
      id,
      body: 'city',
      name: 'Gone',
      role: 'administrator',
    });
    // No board withdraws the key of another.
    expect(await withdrawKey(store.db, { who: 'test', body: 'ward' }, id)).toBe(false);
    expect(await withdrawKey(store.db, actor, id)).toBe(true);
    expect(await withdrawKey(store.db, actor, id)).toBe(false);
    expect((await service.ask('GET', '/api/v1/rule-sets', undefined, by(key))).status).toBe(401);
    expect((await verifyAudit(store.db)).faults).toEqual([]);
    await store.close();
    const secrets = [...keys.values(), key].map((each) => each.split('_')[2]!);
    const kept = readdirSync(folder)
      .map((file) => readFileSync(join(folder, file), 'latin1'))
      .join('');
    expect(secrets.filter((secret) => kept.includes(secret))).toEqual([]);
  });

  test('names nobody in logs and metrics', async () => {
    await service.ask('GET', '/api/v1/rule-sets', undefined, by(keyOf('reader')));
    const metrics = await (await service.ask('GET', '/metrics', undefined, by(keyOf('reader')))).text();
    for (const told of [metrics, service.log.join('')]) {
      expect(told).not.toBe('');
      expect(told).not.toMatch(/Nguyễn|slate_[0-9a-f]{12}/);
    }
  });
});

describe('what is one board’s', () => {
  const draft = { format: 'slate-draft-1', id: 'a', title: 'First', texts: [] };
  const api = (method: string, path: string, role: Role, body: (typeof BOARDS)[number], sent?: unknown) =>
    service.ask(method, `/api/v1${path}`, sent, by(keyOf(role, body), { 'if-none-match': '*' }));

  test('is not there for another', async () => {
    expect((await api('PUT', '/drafts/a', 'drafter', 'city', draft)).status).toBe(201);
    const begun = { name: 'c', procedure: { id: 'party-five-steps' }, seats: 2, draft: 'a' };
    expect((await api('POST', '/consultations', 'drafter', 'city', begun)).status).toBe(201);
    const job = await api('POST', '/proposals', 'reader', 'city', LONG);
    expect(job.status).toBe(202);
    const at = job.headers.get('location')!.replace('/api/v1', '');
    const seen = [
      ['GET', '/drafts/a'],
      ['GET', '/drafts/a/versions'],
      ['GET', '/drafts/a/inspection'],
      ['DELETE', '/drafts/a'],
      ['GET', '/consultations/c'],
      ['DELETE', '/consultations/c'],
      ['GET', at],
      ['GET', `${at}/events`],
      ['DELETE', at],
    ] as const;
    for (const [method, path] of seen)
      expect([method, path, (await api(method, path, 'administrator', 'ward')).status]).toEqual([
        method,
        path,
        404,
      ]);
    expect(await (await api('GET', '/drafts', 'reader', 'ward')).json()).toEqual({ drafts: [] });
    expect(await (await api('GET', '/consultations', 'reader', 'ward')).json()).toEqual({
      consultations: [],
    });
    expect(await (await api('GET', '/proposals', 'reader', 'ward')).json()).toEqual({ jobs: [] });
    expect((await api('GET', '/drafts/a', 'reader', 'city')).status).toBe(200);
    expect((await api('DELETE', at, 'reader', 'city')).status).toBe(200);
  });

  test('is approved by an approver, not by who drafts', async () => {
    const step = (role: Role, to: string) => api('POST', '/drafts/a/state', role, 'city', { to });
    expect(await problemOf(await step('drafter', 'approved'))).toMatchObject({
      status: 403,
      detail: 'you are a drafter here, and this needs an approver; ask an administrator of the board',
    });
    expect((await step('drafter', 'withdrawn')).status).toBe(403);
    expect((await step('approver', 'approved')).status).not.toBe(403);
  });
});

test('where nobody has a key, a service that lets in by keys does not start', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'slate-nobody-'));
  try {
    for (const options of [{ people: 'keys' }, { people: 'keys', store: { folder: empty } }] as const)
      await expect(running(options)).rejects.toBeInstanceOf(InputError);
    const store = await openStore({ folder: empty });
    await addKey(store.db, { who: 'test', body: 'own' }, { name: 'One', role: 'reader' });
    await store.close();
    const open = await running({ host: '0.0.0.0', store: { folder: empty } });
    const local = `http://127.0.0.1:${new URL(open.address).port}`;
    expect((await fetch(`${local}/api/v1/pools`)).status).toBe(401);
    await open.close();
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
});
