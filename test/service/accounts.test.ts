import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  KEEPING_ROUTES,
  LOOKED_AT_BY_ANYBODY,
  OTHER_KEEPING_PATHS,
} from '../../src/service/keeping/keeping-routes.ts';
import { ROUTES } from '../../src/service/routes/routes.ts';
import { ROLES, type Role, suffices } from '../../src/store/roles.ts';
import { addPerson, giveRole } from '../../src/store/people/people.ts';
import { beginSession } from '../../src/store/people/sessions.ts';
import { writing } from '../../src/store/database.ts';
import { digestOf } from '../../src/store/secrets.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { verifyAudit } from '../../src/store/audit/verify-audit.ts';
import { InputError } from '../../src/words/problem.ts';
import { problemOf, running } from './running.ts';

const PASSWORD = 'correct horse battery';
let folder: string;
let store: Store;
let service: Awaited<ReturnType<typeof running>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'slate-accounts-'));
  store = await openStore({ folder });
  await addPerson(
    store.db,
    { who: 'test', body: 'city' },
    { login: 'first', name: 'First', role: 'administrator' },
  );
  service = await running({ people: 'accounts', store: { folder } });
});
afterAll(async () => {
  await service.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A code of a second factor, of a time step that was not used yet. */
function codeOf(secret: string, later = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  return totp.generate({ timestamp: Date.now() + later * 30_000 });
}

/** Somebody of a board, with the cookie of a session. */
async function member(role: Role, body: string, login = `${role}.${body}`) {
  const actor = { who: 'test', body };
  const added = await addPerson(store.db, actor, { login, name: `Trần Thị ${role}`, role });
  const { person, token } = added!;
  const session = await writing(store.db, (tx) => beginSession(tx, person, body));
  return { person, invitation: token, cookie: `slate=${session}` };
}

/** Asks as the page of the service does. */
function asking(cookie?: string, at = service) {
  return (method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) =>
    at.ask(method, path, body, {
      headers: {
        'accept-language': 'en',
        ...(cookie !== undefined && { cookie }),
        ...(method !== 'GET' && { origin: at.address }),
        ...headers,
      },
    });
}

function cookieIn(response: Response): string {
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

describe('somebody who is invited', () => {
  test('joins by the link, signs out, signs in, changes the password', async () => {
    const admin = await member('administrator', 'town');
    const invited = await asking(admin.cookie)('POST', '/api/v1/people', {
      login: 'An@Town.example',
      name: 'Nguyễn Văn An',
      role: 'drafter',
    });
    expect(invited.status).toBe(201);
    const { link, person } = (await invited.json()) as { link: string; person: string };
    expect(link).toMatch(new RegExp(`^${service.address}/#/join/[0-9a-f]{12}\\.[\\w-]{43}$`));
    const invitation = link.split('/').at(-1)!;

    const stranger = asking();
    const opened = await stranger('POST', '/api/v1/invitations/opened', { invitation });
    const { ticket, secret, uri, ...who } = (await opened.json()) as Record<string, string>;
    expect(who).toEqual({ login: 'an@town.example', name: 'Nguyễn Văn An', body: 'town' });
    expect(uri).toContain(secret);
    const taking = { invitation, ticket, password: PASSWORD, code: codeOf(secret!) };
    const short = await problemOf(
      await stranger('POST', '/api/v1/invitations/taken-up', { ...taking, password: 'short' }),
    );
    expect(short).toMatchObject({ status: 400, errors: [{ pointer: '/password' }] });
    const wrong = await problemOf(
      await stranger('POST', '/api/v1/invitations/taken-up', { ...taking, code: '000000' }),
    );
    expect(wrong).toMatchObject({ status: 422, errors: [{ pointer: '/code', code: 'people.wrong-code' }] });
    const joined = await stranger('POST', '/api/v1/invitations/taken-up', taking);
    const [set = ''] = joined.headers.getSetCookie();
    expect(set).toMatch(/^slate=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const { recoveryCodes, session } = (await joined.json()) as { recoveryCodes: string[]; session: unknown };
    expect(recoveryCodes).toHaveLength(10);
    const self = {
      id: person,
      login: 'an@town.example',
      name: 'Nguyễn Văn An',
      role: 'drafter',
      body: 'town',
    };
    const account = {
      people: 'accounts',
      person: { ...self, boards: [{ body: 'town', role: 'drafter' }] },
    };
    expect(session).toEqual(account);
    expect((await stranger('POST', '/api/v1/invitations/opened', { invitation })).status).toBe(410);

    const cookie = cookieIn(joined);
    expect(await (await asking(cookie)('GET', '/api/v1/session')).json()).toEqual(account);
    expect((await asking(cookie)('DELETE', '/api/v1/session')).headers.getSetCookie()[0]).toMatch(
      /^slate=; .*Expires=Thu, 01 Jan 1970/,
    );
    expect(await (await asking(cookie)('GET', '/api/v1/session')).json()).toEqual({ people: 'accounts' });
    const signIn = (code: string, password = PASSWORD) =>
      stranger('POST', '/api/v1/session', { login: 'AN@town.example', password, code });
    expect(await problemOf(await signIn('000000'))).toMatchObject({
      status: 401,
      detail: expect.stringContaining('do not belong together'),
    });
    const back = await signIn(codeOf(secret!, 1));
    expect(await back.json()).toEqual(account);
    const other = await signIn(recoveryCodes[0]!);
    expect(other.status).toBe(200);
    const change = { password: PASSWORD, code: recoveryCodes[1], newPassword: 'another long one' };
    expect((await asking(cookieIn(back))('PUT', '/api/v1/password', change)).status).toBe(200);
    for (const each of [back, other])
      expect((await asking(cookieIn(each))('GET', '/api/v1/pools')).status).toBe(401);
    expect((await signIn(recoveryCodes[2]!)).status).toBe(401);
    const again = await signIn(recoveryCodes[3]!, 'another long one');
    expect(again.status).toBe(200);
    const third = await signIn(recoveryCodes[4]!, 'another long one');
    expect((await asking(cookieIn(third))('DELETE', '/api/v1/sessions')).status).toBe(200);
    expect((await asking(cookieIn(again))('GET', '/api/v1/pools')).status).toBe(401);
    expect((await verifyAudit(store.db)).faults).toEqual([]);
  });

  test('is slowed after wrong attempts, and told how long', async () => {
    const login = 'slow@one.example';
    await member('reader', 'slow', login);
    // So many that no machine is slow enough for the wait to be over.
    const row = { failures: 12, last_at: new Date().toISOString() };
    const subject = digestOf(`account\n${login}`);
    await store.db
      .insertInto('attempts')
      .values({ subject_sha256: subject, ...row })
      .execute();
    const shown = { login: login.toUpperCase(), password: 'wrong', code: '000000' };
    const late = await asking()('POST', '/api/v1/session', shown);
    expect(late.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await problemOf(late)).toMatchObject({ status: 429, detail: expect.stringContaining('second') });
  });
});

describe('a session', () => {
  test('over TLS has a cookie that no other name of the domain can set', async () => {
    const { invitation } = await member('reader', 'tls');
    const other = await running({ people: 'accounts', store: { folder }, proxies: ['127.0.0.1'] });
    const asked = asking(undefined, other);
    const by = { 'x-forwarded-proto': 'https' };
    const opened = await asked('POST', '/api/v1/invitations/opened', { invitation }, by);
    const { ticket, secret } = (await opened.json()) as { ticket: string; secret: string };
    const taking = { invitation, ticket, password: PASSWORD, code: codeOf(secret) };
    const joined = await asked('POST', '/api/v1/invitations/taken-up', taking, by);
    const [set = ''] = joined.headers.getSetCookie();
    expect(set).toMatch(/^__Host-slate=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    const cookie = set.split(';')[0]!;
    expect((await asking(cookie, other)('GET', '/api/v1/pools', undefined, by)).status).toBe(200);
    expect((await asking(cookie, other)('GET', '/api/v1/pools')).status).toBe(401);
    await other.close();
  });

  test('changes nothing for a page that is not the service’s, or that does not say which it is', async () => {
    const { cookie } = await member('drafter', 'forged');
    const put = (headers: Readonly<Record<string, string>>) =>
      service.ask('DELETE', '/api/v1/session', undefined, { headers: { cookie, ...headers } });
    for (const headers of [
      {},
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ])
      expect([headers, (await put(headers)).status]).toEqual([headers, 403]);
    expect((await asking(cookie)('GET', '/api/v1/pools')).status).toBe(200);
    expect((await put({ origin: service.address })).status).toBe(200);
    // Nor does a form of somebody else's page sign anybody in.
    const form = await service.ask('POST', '/api/v1/session', 'login=a', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(form.status).toBe(415);
  });

  test('goes on for another board of its holder, and for no other', async () => {
    const { person, cookie } = await member('reader', 'one');
    await giveRole(store.db, { who: 'test', body: 'two' }, person, 'approver');
    const asked = asking(cookie);
    expect((await asked('PUT', '/api/v1/session', { body: 'city' })).status).toBe(404);
    const turned = await asked('PUT', '/api/v1/session', { body: 'two' });
    expect(await turned.json()).toMatchObject({ person: { body: 'two', role: 'approver' } });
    expect((await asked('GET', '/api/v1/audit')).status).toBe(200);
  });

  test('is none for who holds a key, or shows a wrong one', async () => {
    const { cookie } = await member('reader', 'key');
    const wrong = { authorization: 'Bearer slate_000000000000_0' };
    expect((await asking(cookie)('GET', '/api/v1/pools', undefined, wrong)).status).toBe(401);
  });
});

describe('a board', () => {
  test('is administered by its own administrators alone', async () => {
    const [admin, drafter, foreign] = [
      await member('administrator', 'own'),
      await member('drafter', 'own'),
      await member('administrator', 'foreign'),
    ];
    const asked = asking(admin.cookie);
    const people = (await (await asked('GET', '/api/v1/people')).json()) as { people: { id: string }[] };
    expect(people.people.map(({ id }) => id)).toEqual([admin.person, drafter.person]);
    const seen = await (await asking(drafter.cookie)('GET', '/api/v1/people')).text();
    expect(seen).toContain('Trần Thị');
    expect(seen).not.toContain('administrator.own');
    const of = (id: string) => `/api/v1/people/${id}`;
    for (const [method, path, body] of [
      ['PUT', `${of(drafter.person)}/role`, { role: 'reader' }],
      ['POST', `${of(drafter.person)}/invitation`, undefined],
      ['GET', `${of(drafter.person)}/held`, undefined],
      ['DELETE', of(drafter.person), undefined],
    ] as const)
      expect([path, (await asking(foreign.cookie)(method, path, body)).status]).toEqual([path, 404]);
    expect((await asking(drafter.cookie)('GET', `${of(admin.person)}/held`)).status).toBe(403);
    expect((await asking(drafter.cookie)('GET', `${of(drafter.person)}/held`)).status).toBe(200);

    expect((await asked('DELETE', of(admin.person))).status).toBe(409);
    expect((await asked('PUT', `${of(admin.person)}/role`, { role: 'reader' })).status).toBe(409);
    expect((await asked('PUT', `${of(drafter.person)}/role`, { role: 'administrator' })).status).toBe(200);
    expect((await asking(drafter.cookie)('PUT', `${of(admin.person)}/role`, { role: 'reader' })).status).toBe(
      200,
    );
    const again = await asking(drafter.cookie)('POST', `${of(admin.person)}/invitation`);
    expect(again.status).toBe(201);
    // Who is of another board, too, is taken over by nobody of this one.
    await giveRole(store.db, { who: 'test', body: 'foreign' }, admin.person, 'reader');
    expect((await asking(drafter.cookie)('POST', `${of(admin.person)}/invitation`)).status).toBe(403);
    expect(await (await asking(drafter.cookie)('DELETE', of(admin.person))).json()).toEqual({ came: 'left' });
    expect(await (await asking(foreign.cookie)('DELETE', of(admin.person))).json()).toEqual({
      came: 'removed',
    });
    const taken = await problemOf(
      await asking(drafter.cookie)('POST', '/api/v1/people', { login: 'FIRST', name: 'x', role: 'reader' }),
    );
    expect(taken).toMatchObject({ status: 422, errors: [{ pointer: '/login', code: 'people.login-taken' }] });
  });

  test('lets nobody beyond their role, on any route', async () => {
    const cookies = new Map<Role, string>();
    for (const role of ROLES) cookies.set(role, (await member(role, 'roles')).cookie);
    // Another service for each: none of these is to end the session of the next.
    const all = [...ROUTES, ...KEEPING_ROUTES].filter(({ path }) => !path.startsWith('/api/v1/session'));
    for (const { method, path, role: needed } of all) {
      const address = path.replaceAll(/\{\w+\}/g, 'none');
      for (const role of ROLES) {
        const { status } = await asking(cookies.get(role))(method.toUpperCase(), address);
        const isLetIn = status !== 401 && status !== 403;
        expect([method, path, role, isLetIn]).toEqual([
          method,
          path,
          role,
          needed === 'anybody' || suffices(role, needed),
        ]);
        expect(status).toBeLessThan(500);
      }
      const { status } = await asking()(method.toUpperCase(), address);
      expect([method, path, status === 401]).toEqual([method, path, needed !== 'anybody']);
    }
  });
});

describe('who is not signed in', () => {
  test('gets the page, and nothing else', async () => {
    const stranger = asking();
    for (const path of ['/', '/mark.svg'])
      expect([path, (await stranger('GET', path)).status]).toEqual([path, 200]);
    const others = OTHER_KEEPING_PATHS.filter((path) => !LOOKED_AT_BY_ANYBODY.has(path));
    for (const path of [
      ...others,
      '/docs',
      '/openapi.json',
      '/metrics',
      '/DOCS',
      '/docs/',
      '/nowhere',
      '/index.html',
      '/assets',
      '/assets/a/b.js',
      '/API/v1/session',
      '/api/v1/session/',
    ])
      expect([path, (await stranger('GET', path)).status]).toEqual([path, 401]);
    // A path that no client sends by itself.
    const status = await new Promise((resolve, reject) => {
      const asked = request(service.address, { path: '/assets/../docs' }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.once('error', reject).end();
    });
    expect(status).toBe(401);
    const refused = await stranger('GET', '/api/v1/pools');
    expect(refused.headers.get('www-authenticate')).toBe('Bearer realm="Slate"');
  });

  test('of a service without accounts has nothing to sign in to', async () => {
    const alone = await running();
    const session = await asking(undefined, alone)('GET', '/api/v1/session');
    expect(await session.json()).toMatchObject({ people: 'one', person: { role: 'administrator' } });
    const body = { login: 'a', password: 'b', code: 'c' };
    expect((await asking(undefined, alone)('POST', '/api/v1/session', body)).status).toBe(404);
    await alone.close();
  });
});

test('a service that others reach starts once somebody is invited, and says before how', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'slate-nobody-'));
  const options = { host: '0.0.0.0', store: { folder: empty } };
  await expect(running(options)).rejects.toBeInstanceOf(InputError);
  const nobody = await openStore({ folder: empty });
  await addPerson(nobody.db, { who: 'test', body: 'own' }, { login: 'a', name: 'A', role: 'administrator' });
  await nobody.close();
  const open = await running(options);
  expect(open.people).toBe('accounts');
  await open.close();
  rmSync(empty, { recursive: true });
});

test('logs and metrics name nobody', async () => {
  const admin = await member('administrator', 'quiet');
  const metrics = await (await asking(admin.cookie)('GET', '/metrics')).text();
  for (const told of [metrics, service.log.join('')]) {
    expect(told).not.toBe('');
    expect(told).not.toMatch(/Nguyễn|Trần|town\.example|[0-9a-f]{12}\.[\w-]{43}/);
    expect(told).not.toContain(admin.person);
  }
});
