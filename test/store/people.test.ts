import { createHook } from 'node:async_hooks';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Actor } from '../../src/store/audit.ts';
import { copyStore } from '../../src/store/copy.ts';
import { connect } from '../../src/store/database.ts';
import { addKey, holderOfKey } from '../../src/store/keys.ts';
import { migrate, STEP_NAMES } from '../../src/store/schema/migrations.ts';
import { heldOn } from '../../src/store/people/held-on-person.ts';
import { takeAttempt } from '../../src/store/people/attempts.ts';
import { inviteAgain } from '../../src/store/people/invitations.ts';
import { openInvitation, takeUp } from '../../src/store/people/joining.ts';
import { boardsOf } from '../../src/store/people/memberships.ts';
import { addPerson, giveRole, knowsPeople, listPeople, removePerson } from '../../src/store/people/people.ts';
import { endSession, sessionOf, turnSession } from '../../src/store/people/sessions.ts';
import { changePassword, signIn } from '../../src/store/people/sign-in.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { verifyAudit } from '../../src/store/audit/verify-audit.ts';
import { onEachDatabase } from './databases.ts';

const OFFICE: Actor = { who: 'office', body: 'city' };
const WARD: Actor = { who: 'office', body: 'ward' };
const AN = { login: 'An@Board.example', name: 'Nguyễn Văn An', role: 'drafter' } as const;
const PASSWORD = 'một mật khẩu đủ dài';
const LIMITS = { longestMs: 12 * 3_600_000, idleMs: 3_600_000 };

/** A code of a second factor, of this or of a later time step. */
function codeOf(secret: string, later = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  return totp.generate({ timestamp: Date.now() + later * 30_000 });
}

/** Somebody who has taken up an invitation. */
async function joined({ db }: Store, who: Parameters<typeof addPerson>[2] = AN, actor = OFFICE) {
  const added = await addPerson(db, actor, who);
  if (added === undefined) throw new Error('taken');
  const opened = await openInvitation(db, added.token);
  if (opened === undefined) throw new Error('no invitation');
  const { ticket, secret } = opened;
  const came = await takeUp(db, {
    invitation: added.token,
    ticket,
    password: PASSWORD,
    code: codeOf(secret),
  });
  if (came.kind !== 'joined') throw new Error(came.kind);
  return { ...came, person: added.person, secret, link: added.token };
}

/** What a database and the hashing of passwords are asked while somebody is refused. */
async function workOf({ db }: Store, shown: Parameters<typeof signIn>[1]) {
  const statements: string[] = [];
  const watched = db.withPlugin({
    transformQuery: ({ node, queryId }) => {
      statements.push(db.getExecutor().compileQuery(node, queryId).sql);
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  let hashes = 0;
  const hook = createHook({ init: (_id, type) => void (type === 'SCRYPTREQUEST' && (hashes += 1)) });
  hook.enable();
  const came = await signIn(watched, shown, 'here').finally(() => hook.disable());
  expect(came).toEqual({ kind: 'wrong' });
  return { hashes, last: statements.pop(), statements };
}

onEachDatabase(({ fresh }) => {
  const open: Store[] = [];
  const opened = async (place = fresh()): Promise<Store> => {
    const store = await openStore(place);
    open.push(store);
    return store;
  };
  afterEach(async () => {
    vi.useRealTimers();
    await Promise.all(open.splice(0).map((store) => store.close()));
  });

  test('somebody is invited, joins, signs in with password and code, and the audit has it all', async () => {
    const store = await opened();
    const { db } = store;
    expect(await knowsPeople(db)).toBe(false);
    const { person, secret, token, recoveryCodes } = await joined(store);
    expect(recoveryCodes).toHaveLength(10);
    expect(await sessionOf(db, token, LIMITS)).toEqual({ person, body: 'city', role: 'drafter' });
    expect(await listPeople(db, 'city')).toEqual([
      expect.objectContaining({
        id: person,
        login: 'an@board.example',
        name: AN.name,
        role: 'drafter',
        hasJoined: true,
      }),
    ]);
    expect(await listPeople(db, 'ward')).toEqual([]);
    // The next code holds as well: clocks differ, and this one is used up.
    const shown = { login: ' AN@board.example', password: PASSWORD, code: codeOf(secret, 1) };
    const first = await signIn(db, shown, 'here');
    expect(first).toMatchObject({ kind: 'signed-in' });
    // A code is good for once, whoever has read it over a shoulder.
    expect(await signIn(db, shown, 'here')).toEqual({ kind: 'wrong' });
    for (const wrong of [
      { ...shown, password: `${PASSWORD}.` },
      { ...shown, code: '000000' },
      { ...shown, login: 'nobody' },
    ])
      expect(await signIn(db, { ...wrong, code: wrong.code }, 'here')).toEqual({ kind: 'wrong' });
    expect((await verifyAudit(db)).faults).toEqual([]);
    const held = await heldOn(db, person);
    expect(held?.deeds.map(({ what }) => what)).toEqual([
      'add-person',
      'give-role',
      'end-invitation',
      'set-password',
      'sign-in',
      'refuse-sign-in',
      'refuse-sign-in',
      'refuse-sign-in',
    ]);
  });

  test('whoever is refused is refused after the same work, whether or not there is such an account', async () => {
    const store = await opened();
    const { secret } = await joined(store);
    const shown: Parameters<typeof signIn>[1] = {
      login: AN.login,
      password: PASSWORD,
      code: codeOf(secret, 1),
    };
    const worked = async (wrong: Partial<typeof shown>) => workOf(store, { ...shown, ...wrong });
    const unknown = await worked({ login: 'nobody@board.example' });
    expect(unknown).toMatchObject({ hashes: 1, last: expect.stringMatching(/^update "attempts"/) });
    for (const wrong of [{ password: `${PASSWORD}.` }, { code: '000000' }]) {
      const known = await worked(wrong);
      expect(known).toEqual({ ...unknown, last: expect.stringMatching(/^insert into "audit"/) });
    }
    // A recovery code that is none is looked for of everybody.
    const code = 'abcd-efgh-jkmn-pqrs';
    const { last: _, ...byCode } = await worked({ login: 'nobody@board.example', code });
    expect(await worked({ code })).toMatchObject(byCode);
    expect(byCode.statements.length).toBe(unknown.statements.length + 1);
    // A code of now: what went before may have taken longer than one holds.
    const right = { ...shown, code: codeOf(secret, 1) };
    expect(await signIn(store.db, right, 'here')).toMatchObject({ kind: 'signed-in' });
  });

  test('a clock that was ahead and is put right locks nobody out, and lets no code in twice', async () => {
    const store = await opened();
    const { secret } = await joined(store);
    const real = Date.now();
    const at = (milliseconds: number): void => {
      vi.useFakeTimers({ toFake: ['Date'], now: real + milliseconds });
    };
    const enter = (code: string) => signIn(store.db, { login: AN.login, password: PASSWORD, code }, 'here');
    const HOURS = 5 * 3_600_000;
    at(60_000);
    const before = codeOf(secret);
    expect(await enter(before)).toMatchObject({ kind: 'signed-in' });
    at(HOURS);
    const ahead = codeOf(secret);
    expect(await enter(ahead)).toMatchObject({ kind: 'signed-in' });
    // Put right: the code of that minute was used, the next one was not.
    at(61_000);
    expect(await enter(before)).toEqual({ kind: 'wrong' });
    at(121_000);
    expect(await enter(codeOf(secret))).toMatchObject({ kind: 'signed-in' });
    expect(await enter(codeOf(secret))).toEqual({ kind: 'wrong' });
    // And once the hour comes round again, the code of then is still used.
    at(HOURS);
    expect(codeOf(secret)).toBe(ahead);
    expect(await enter(ahead)).toEqual({ kind: 'wrong' });
  });

  test('an invitation is taken up once, by whoever is first, and another takes its place', async () => {
    const { db } = await opened();
    const added = await addPerson(db, OFFICE, AN);
    expect(await addPerson(db, WARD, { ...AN, login: 'AN@board.example ' })).toBeUndefined();
    const { token, person } = added!;
    const [one, two] = [await openInvitation(db, token), await openInvitation(db, token)];
    expect(one!.secret).not.toBe(two!.secret);
    const taking = (from: typeof one, code = codeOf(from!.secret)) =>
      takeUp(db, { invitation: token, ticket: from!.ticket, password: PASSWORD, code });
    expect(await taking(one, '123')).toEqual({ kind: 'wrong-code' });
    const came = await Promise.all([taking(one), taking(two), taking(one)]);
    expect(came.map(({ kind }) => kind).toSorted()).toEqual(['ended', 'ended', 'joined']);
    expect(await openInvitation(db, token)).toBeUndefined();

    const again = await inviteAgain(db, OFFICE, person);
    const newest = await inviteAgain(db, OFFICE, person);
    expect(await openInvitation(db, again!.token)).toBeUndefined();
    expect(await openInvitation(db, newest!.token)).toBeDefined();
    for (const forged of [`${newest!.token.slice(0, -1)}x`, newest!.token.slice(1), '', 'x'])
      expect(await openInvitation(db, forged)).toBeUndefined();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 8 * 86_400_000 });
    expect(await openInvitation(db, newest!.token)).toBeUndefined();
    expect((await verifyAudit(db)).faults).toEqual([]);
  });

  test('a recovery code stands in for the telephone, once', async () => {
    const store = await opened();
    const { recoveryCodes } = await joined(store);
    const shown = { login: AN.login, password: PASSWORD, code: recoveryCodes[3]!.toUpperCase() };
    const came = await Promise.all([
      signIn(store.db, shown, 'a'),
      signIn(store.db, shown, 'b'),
      signIn(store.db, { ...shown, password: 'wrong' }, 'c'),
    ]);
    expect(came.map(({ kind }) => kind).toSorted()).toEqual(['signed-in', 'wrong', 'wrong']);
  });

  test('sessions end: idle, after their time, at sign-out, at another password, with the role', async () => {
    const store = await opened();
    const { db } = store;
    const begun = Date.now();
    const at = (milliseconds: number) => vi.useFakeTimers({ toFake: ['Date'], now: begun + milliseconds });
    at(0);
    const { person, token, secret } = await joined(store);
    const again = async (later: number) => {
      const came = await signIn(
        db,
        { login: AN.login, password: PASSWORD, code: codeOf(secret, later) },
        'x',
      );
      if (came.kind !== 'signed-in') throw new Error(came.kind);
      return came.token;
    };
    const other = await again(1);
    at(LIMITS.idleMs - 1_000);
    expect(await sessionOf(db, token, LIMITS)).toBeDefined();
    at(LIMITS.idleMs + 1_000);
    expect(await sessionOf(db, token, LIMITS)).toBeDefined();
    expect(await sessionOf(db, other, LIMITS)).toBeUndefined();
    for (let hour = 2; hour <= 11; hour += 1) {
      at(hour * LIMITS.idleMs - 1_000);
      expect(await sessionOf(db, token, LIMITS)).toBeDefined();
    }
    at(LIMITS.longestMs + 1_000);
    expect(await sessionOf(db, token, LIMITS)).toBeUndefined();
    // A clock that is set back revives nothing.
    at(0);
    expect(await sessionOf(db, token, LIMITS)).toBeUndefined();

    at(60_000);
    const next = await again(0);
    await endSession(db, next);
    expect(await sessionOf(db, next, LIMITS)).toBeUndefined();
    at(90_000);
    const [third, change] = [
      await again(0),
      { login: AN.login, password: PASSWORD, code: codeOf(secret, 1) },
    ];
    expect(await changePassword(db, { ...change, newPassword: 'ein anderes, auch lang' }, 'x')).toEqual({
      kind: 'changed',
    });
    expect(await sessionOf(db, third, LIMITS)).toBeUndefined();
    at(180_000);
    const came = await signIn(
      db,
      { login: AN.login, password: 'ein anderes, auch lang', code: codeOf(secret) },
      'x',
    );
    const last = came.kind === 'signed-in' ? came.token : '';
    expect(await sessionOf(db, last, LIMITS)).toMatchObject({ role: 'drafter' });
    expect(await giveRole(db, OFFICE, person, 'approver')).toBe(true);
    expect(await sessionOf(db, last, LIMITS)).toMatchObject({ role: 'approver' });
    await giveRole(db, OFFICE, person, undefined);
    expect(await sessionOf(db, last, LIMITS)).toBeUndefined();
    expect((await verifyAudit(db)).faults).toEqual([]);
  });

  test('attempts are slowed: of an account wherever they come from, of an address whoever is tried', async () => {
    const store = await opened();
    const { db } = store;
    const { secret } = await joined(store);
    vi.useFakeTimers({ toFake: ['Date'] });
    const attempt = (login: string, address: string, password = 'wrong', code = '1') =>
      signIn(db, { login, password, code }, address);
    const kinds = async (attempts: readonly ReturnType<typeof attempt>[]) =>
      (await Promise.all(attempts)).map(({ kind }) => kind).toSorted();
    // However many at once: what is tried counts before it is known whether it is right.
    const rush = Array.from({ length: 8 }, (_, at) => attempt(AN.login, `address ${at}`));
    expect(await kinds(rush)).toEqual(['wait', 'wait', 'wait', ...Array(5).fill('wrong')]);
    expect(await attempt(AN.login, 'elsewhere', PASSWORD, codeOf(secret))).toEqual({
      kind: 'wait',
      seconds: 1,
    });
    vi.setSystemTime(Date.now() + 1_000);
    expect(await attempt(AN.login, 'elsewhere')).toEqual({ kind: 'wrong' });
    expect(await attempt(AN.login, 'elsewhere')).toEqual({ kind: 'wait', seconds: 2 });
    vi.setSystemTime(Date.now() + 30_000);
    expect(await attempt(AN.login, 'elsewhere', PASSWORD, codeOf(secret))).toMatchObject({
      kind: 'signed-in',
    });
    // Success forgets the account, not the address.
    for (let left = 0; left < 19; left += 1) await takeAttempt(db, [{ kind: 'address', name: 'elsewhere' }]);
    expect(await attempt('nobody', 'elsewhere')).toMatchObject({ kind: 'wait' });
    expect(await attempt('nobody', 'another')).toEqual({ kind: 'wrong' });
  });

  test('one person may be of several boards, with a role in each', async () => {
    const store = await opened();
    const { db } = store;
    const { person, token } = await joined(store);
    expect(await turnSession(db, token, 'ward')).toBe(false);
    expect(await giveRole(db, WARD, person, 'reader')).toBe(true);
    expect(await boardsOf(db, person)).toEqual([
      { body: 'city', role: 'drafter' },
      { body: 'ward', role: 'reader' },
    ]);
    expect(await turnSession(db, token, 'ward')).toBe(true);
    expect(await sessionOf(db, token, LIMITS)).toEqual({ person, body: 'ward', role: 'reader' });
    expect(await removePerson(db, WARD, person)).toBe('left');
    expect(await sessionOf(db, token, LIMITS)).toBeUndefined();
    expect(await removePerson(db, WARD, person)).toBe('unknown');
    expect(await removePerson(db, OFFICE, person)).toBe('removed');
    expect(await giveRole(db, OFFICE, person, 'reader')).toBe(false);
  });

  test('whoever is removed is gone but for an id, and their login is free', async () => {
    const store = await opened();
    const { db } = store;
    const { person, token } = await joined(store);
    expect(await removePerson(db, OFFICE, person)).toBe('removed');
    expect(await sessionOf(db, token, LIMITS)).toBeUndefined();
    expect(await listPeople(db)).toEqual([]);
    expect(await knowsPeople(db)).toBe(false);
    const held = await heldOn(db, person);
    expect(held).toMatchObject({ recoveryCodesLeft: 0, sessions: [] });
    expect(JSON.stringify(held)).not.toMatch(/Nguyễn|board\.example/);
    expect((await verifyAudit(db)).faults).toEqual([]);
    expect((await addPerson(db, OFFICE, AN))?.person).not.toBe(person);
  });

  test('a copy has the accounts, and no session', async () => {
    const store = await opened();
    const { token, secret } = await joined(store);
    const copy = await opened();
    expect(await copyStore(store.db, copy.db)).toMatchObject({ people: 1, memberships: 1, passwords: 1 });
    expect(await sessionOf(copy.db, token, LIMITS)).toBeUndefined();
    const shown = { login: AN.login, password: PASSWORD, code: codeOf(secret, 1) };
    expect(await signIn(copy.db, shown, 'x')).toMatchObject({ kind: 'signed-in' });
    expect((await verifyAudit(copy.db)).faults).toEqual([]);
  });

  test('a store from before there were people is brought forward with its keys', async () => {
    const place = fresh();
    const before = STEP_NAMES[STEP_NAMES.findIndex((name) => name.endsWith('-people-tables')) - 1];
    const db = await connect('folder' in place ? { file: `${place.folder}/old.sqlite` } : place);
    await migrate(db, before);
    const { key } = await addKey(db, OFFICE, { name: 'Office', role: 'reader' });
    await migrate(db);
    expect(await holderOfKey(db, key)).toMatchObject({ role: 'reader' });
    expect(await addPerson(db, OFFICE, AN)).toBeDefined();
    expect((await verifyAudit(db)).faults).toEqual([]);
    await db.destroy();
  });
});

describe('a store', () => {
  test('holds no password, code, factor or session in plain', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'slate-people-'));
    const store = await openStore({ folder });
    const { secret, token, recoveryCodes, link } = await joined(store);
    await store.close();
    const kept = readdirSync(folder)
      .map((file) => readFileSync(join(folder, file)).toString('latin1'))
      .join('');
    expect(kept).toContain('an@board.example');
    const plain = [
      Buffer.from(PASSWORD).toString('latin1'),
      secret,
      token,
      link.split('.')[1]!,
      ...recoveryCodes,
      ...recoveryCodes.map((code) => code.replaceAll('-', '')),
    ];
    expect(plain.filter((each) => kept.includes(each))).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});
