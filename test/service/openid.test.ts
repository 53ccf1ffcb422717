import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grantIn, openIdOf } from '../../src/service/configuration/login.ts';
import { defaultConfiguration } from '../../src/service/configuration/read.ts';
import { identifiedBy } from '../../src/service/people/openid.ts';
import { heldOn } from '../../src/store/people/held-on-person.ts';
import { addPerson, listPeople, removePerson } from '../../src/store/people/people.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { verifyAudit } from '../../src/store/audit/verify-audit.ts';
import { Browser, CLIENT_SECRET, type Issuer, signInAtIssuer, startIssuer } from './issuer.ts';
import { running, SOON, withFolder } from './running.ts';

const GRANTS = ['office=city/drafter', 'heads=city/administrator', 'heads=ward/reader'].map((each) =>
  grantIn(each)!,
);

let folder: string;
let store: Store;
let issuer: Issuer;
let service: Awaited<ReturnType<typeof running>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'slate-openid-'));
  store = await openStore({ folder });
  issuer = await startIssuer();
  const openId = {
    issuer: issuer.address,
    clientId: 'slate',
    clientSecret: CLIENT_SECRET,
    title: 'Province',
    groupsClaim: 'groups',
  };
  service = await running({ store: { folder }, openId: { ...openId, grants: GRANTS } });
  // The issuer is there after the service: that starts all the same.
  await issuer.open(service.address);
});
afterAll(async () => {
  await service.close();
  await issuer.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Signs in at the issuer as somebody, as far as the page of the service. */
async function signIn(login: string, browser = new Browser()): Promise<{ browser: Browser; at: string }> {
  return { browser, at: await signInAtIssuer(issuer, service.address, login, browser) };
}

async function whoIs(browser: Browser): Promise<unknown> {
  const cookie = `slate=${browser.cookie(service.address, 'slate') ?? ''}`;
  const answer = await service.ask('GET', '/api/v1/session', undefined, { headers: { cookie } });
  return answer.json();
}

describe('somebody whom an issuer recognises', () => {
  test('gets an account at the first time, and at each time the roles of their groups', async () => {
    expect(service.people).toBe('accounts');
    issuer.groups.set('chi', ['office', 'elsewhere']);
    const first = await signIn('chi');
    expect(first.at).toBe(`${service.address}/`);
    const asked = first.browser.seen.find((each) => each.startsWith(`${issuer.address}/auth?`))!;
    expect(Object.fromEntries(new URL(asked).searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      scope: 'openid profile groups',
      state: expect.stringMatching(/^.{43}$/),
      nonce: expect.stringMatching(/^.{43}$/),
    });
    expect(await whoIs(first.browser)).toMatchObject({
      people: 'accounts',
      openId: { title: 'Province' },
      person: { name: 'Lê Thị chi', login: 'chi', body: 'city', role: 'drafter', boards: [{ body: 'city' }] },
    });
    issuer.groups.set('chi', ['office', 'heads']);
    const second = await signIn('chi');
    expect(await whoIs(second.browser)).toMatchObject({
      person: {
        boards: [
          { body: 'city', role: 'administrator' },
          { body: 'ward', role: 'reader' },
        ],
      },
    });
    issuer.groups.set('chi', []);
    expect((await signIn('chi')).at).toBe(`${service.address}/#/no-role`);
    // Nor does any session go on.
    expect(await whoIs(second.browser)).not.toHaveProperty('person');
    expect((await verifyAudit(store.db)).faults).toEqual([]);
  });

  test('without a role here gets no account', async () => {
    expect((await signIn('nobody')).at).toBe(`${service.address}/#/no-role`);
    expect((await listPeople(store.db)).filter(({ login }) => login === 'nobody')).toEqual([]);
  });

  test('gets no account of somebody else of that name', async () => {
    const own = await addPerson(
      store.db,
      { who: 'test', body: 'city' },
      { login: 'dung', name: 'D', role: 'approver' },
    );
    issuer.groups.set('dung', ['office']);
    const { browser } = await signIn('dung');
    expect(await whoIs(browser)).toMatchObject({ person: { login: 'dung (dung)', role: 'drafter' } });
    expect((await heldOn(store.db, own!.person))?.identities).toEqual([]);
  });

  test('is removed with what the issuer said of them', async () => {
    issuer.groups.set('em', ['office']);
    const { browser } = await signIn('em');
    const { person } = (await whoIs(browser)) as { person: { id: string } };
    expect((await heldOn(store.db, person.id))?.identities).toEqual([
      { issuer: issuer.address, subject: 'em' },
    ]);
    expect(await removePerson(store.db, { who: 'test', body: 'city' }, person.id)).toBe('removed');
    expect(await heldOn(store.db, person.id)).toMatchObject({ identities: [], sessions: [] });
  });
});

describe('what comes back from an issuer', () => {
  const back = (query: string) => `${service.address}/api/v1/session/openid/callback?${query}`;

  test('is believed by the browser alone that went there, and once', async () => {
    issuer.groups.set('ha', ['office']);
    const { browser } = await signIn('ha');
    const answer = browser.seen.find((each) => each.includes('/callback?'))!;
    for (const other of [new Browser(), browser]) {
      const { at } = await other.visit(answer);
      expect(at).toBe(`${service.address}/#/not-signed-in`);
    }
    // A browser that went there with another state.
    const victim = new Browser();
    await victim.visit(`${service.address}/api/v1/session/openid`);
    expect((await victim.visit(answer)).at).toBe(`${service.address}/#/not-signed-in`);
    expect(victim.cookie(service.address, 'slate')).toBeUndefined();
    // Whoever makes up answers fills no log with failures.
    expect(service.log.filter((line) => line.includes('"failed"'))).toEqual([]);
  });

  test('may be a refusal, or nothing that anybody can read', async () => {
    for (const query of ['error=access_denied', '', 'code=x&state=y']) {
      const browser = new Browser();
      browser.set(service.address, 'slate-openid', 'bm8');
      expect((await browser.visit(back(query))).at).toBe(`${service.address}/#/not-signed-in`);
    }
    expect(service.log.join('')).not.toMatch(/Lê Thị|code=|state=/);
  });
});

test('an issuer that is away lets nobody in and ends nothing, and is found once it is back', async () => {
  const away = await startIssuer();
  await away.close();
  const openId = { issuer: away.address, clientId: 'slate', clientSecret: CLIENT_SECRET, title: 'Province' };
  const other = await running({
    store: { folder },
    openId: { ...openId, groupsClaim: 'groups', grants: GRANTS },
  });
  try {
    const refused = await new Browser().visit(`${other.address}/api/v1/session/openid`);
    expect(refused.at).toBe(`${other.address}/#/not-signed-in`);
    await expect.poll(() => other.log.filter((line) => line.includes('"failed"')), SOON).toHaveLength(1);
    expect((await other.ask('GET', '/healthz')).status).toBe(200);
    const back = await startIssuer(Number(new URL(away.address).port));
    try {
      await back.open(other.address);
      back.groups.set('giang', ['office']);
      expect(await signInAtIssuer(back, other.address, 'giang', new Browser())).toBe(`${other.address}/`);
    } finally {
      await back.close();
    }
  } finally {
    await other.close();
  }
});

test('groups may come as one text, and the highest role of a board counts', () => {
  const claims = { iss: 'i', sub: 's', email: 'a@b.example' };
  const settings = { groupsClaim: 'g', grants: GRANTS };
  const rolesOf = (g: unknown) => Object.fromEntries(identifiedBy({ ...claims, g }, settings).roles);
  expect(rolesOf('office')).toEqual({ city: 'drafter', ward: undefined });
  expect(rolesOf(['heads', 'office'])).toEqual({ city: 'administrator', ward: 'reader' });
  expect(rolesOf(['office', 'heads'])).toEqual({ city: 'administrator', ward: 'reader' });
  for (const none of [undefined, null, 3, {}, [], ['Office'], [['office']]])
    expect(rolesOf(none)).toEqual({ city: undefined, ward: undefined });
  expect(['a=b/reader', 'a=b/king', 'a/reader', 'a=b=c/drafter'].map((each) => grantIn(each)?.group)).toEqual(
    ['a', undefined, undefined, 'a=b'],
  );
});

test('the secret of the client comes from the environment or a file', async () => {
  const { login } = defaultConfiguration();
  expect(await openIdOf({ login }, { SLATE_LOGIN_CLIENT_SECRET: 'x' })).toBeUndefined();
  const used = { ...login, issuer: 'https://id.example', roles: ['a=own/reader'] };
  const secretOf = async (file: string) =>
    (await openIdOf({ login: { ...used, clientSecretFile: file } }, { SLATE_LOGIN_CLIENT_SECRET: 'x' }))
      ?.clientSecret;
  expect(await secretOf('none')).toBe('x');
  await withFolder({ secret: 'from a file\n' }, async (at) => {
    expect(await secretOf(join(at, 'secret'))).toBe('from a file');
    await expect(secretOf(join(at, 'nothing'))).rejects.toThrow(/nothing/);
  });
});
