import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { grantIn } from '../../src/service/configuration/login.ts';
import { StoreReached } from '../../src/service/keeping/store-reached.ts';
import { addPerson } from '../../src/store/people/people.ts';
import { shownPlace, STORE_FILE } from '../../src/store/store-place.ts';
import { openStore } from '../../src/store/store.ts';
import { ended, startSlate } from '../cli/run-slate.ts';
import { hasPostgres, startPostgres } from '../store/postgres.ts';
import { CLIENT_SECRET, startIssuer } from './issuer.ts';
import { problemOf, running, SMALL, until, withFolder } from './running.ts';

const READY = { status: 'ready' };

/** What a service says while these are missing. */
function notReady(...codes: readonly string[]): object {
  return { status: 'not-ready', reasons: codes.map((code) => ({ code })) };
}

async function readiness(address: string): Promise<readonly [status: number, body: unknown]> {
  const response = await fetch(`${address}/readyz`);
  return [response.status, await response.json()];
}

describe.runIf(hasPostgres())('a database that is not there when the service starts', () => {
  test('is told on its first screen in both languages, without its password, and found by itself', async () => {
    const cluster = await startPostgres();
    onTestFinished(() => cluster.stop());
    const { host, pathname } = new URL(cluster.database());
    cluster.goAway();
    const data = `postgresql://slate:se@cret@${host}${pathname}?password=hidden`;
    const child = startSlate(['serve', '--port', '0', '--lang', 'en', '--data', data]);
    onTestFinished(() => void child.kill('SIGKILL'));
    const end = ended(child);
    let said = '';
    child.stderr.on('data', (bytes) => (said += String(bytes)));
    const shown = `postgresql://slate@${host}${pathname}`;
    await until(async () => said.includes('/readyz says 503') && said.includes('/readyz trả về 503'));
    expect(said).toContain(`${shown}: the store cannot be opened: ECONNREFUSED`);
    expect(said).toContain(`${shown}: không mở được kho: ECONNREFUSED`);
    expect(said).not.toMatch(/cret|hidden/);
    const [address = ''] = /http:\/\/[\d.]+:\d+/.exec(said) ?? [];
    expect(await readiness(address)).toEqual([503, notReady('store.cannot-open')]);
    const body = JSON.stringify({ ...SMALL, slate: ['A', 'B'] });
    const headers = { 'content-type': 'application/json' };
    const check = await fetch(`${address}/api/v1/check`, { method: 'POST', headers, body });
    expect(check.status).toBe(200);
    cluster.comeBack();
    await until(async () => said.includes('the service is ready') && said.includes('dịch vụ sẵn sàng'));
    expect(await readiness(address)).toEqual([200, READY]);
    expect((await fetch(`${address}/api/v1/drafts`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await end).toMatchObject({ code: 0 });
  });

  test('is told as long as it is away later on, too', async () => {
    const cluster = await startPostgres();
    onTestFinished(() => cluster.stop());
    const service = await running({ store: { url: cluster.database() } });
    onTestFinished(() => service.close());
    const seen = async (): Promise<string> => JSON.stringify(await readiness(service.address));
    expect(await seen()).toBe(JSON.stringify([200, READY]));
    for (let turn = 0; turn < 2; turn += 1) {
      cluster.goAway();
      const away = JSON.stringify([503, notReady('store.cannot-open')]);
      await until(async () => (await seen()) === away);
      cluster.comeBack();
      await until(async () => (await seen()) === JSON.stringify([200, READY]));
      expect((await service.ask('GET', '/api/v1/drafts')).status).toBe(200);
    }
  });

  test('lets nobody in until it is known who may', async () => {
    const cluster = await startPostgres();
    onTestFinished(() => cluster.stop());
    const place = { url: cluster.database() };
    cluster.goAway();
    const service = await running({ store: place, people: 'accounts' });
    onTestFinished(() => service.close());
    expect(service.missing.map(({ code }) => code)).toEqual(['store.cannot-open']);
    const headers = { authorization: 'Bearer x' };
    const asked = await service.ask('GET', '/api/v1/pools', undefined, { headers });
    expect(await problemOf(asked)).toMatchObject({ status: 503, type: 'urn:slate:problem:store-away' });
    cluster.comeBack();
    const unknown = JSON.stringify(notReady('service.nobody-known'));
    await until(async () => JSON.stringify((await readiness(service.address))[1]) === unknown);
    const store = await openStore(place);
    onTestFinished(() => store.close());
    const actor = { who: 'test', body: 'own' };
    await addPerson(store.db, actor, { login: 'an', name: 'An', role: 'administrator' });
    expect(await service.isComplete()).toBe(true);
    expect(await readiness(service.address)).toEqual([200, READY]);
  });
});

test('a file that is no database is told, and what takes its place is used', async () => {
  await withFolder({ [STORE_FILE]: 'this is text, and no database at all' }, async (folder) => {
    const service = await running({ store: { folder } });
    try {
      expect(service.missing).toMatchObject([
        { code: 'store.cannot-open', parameters: { reason: 'file is not a database' } },
      ]);
      expect(await readiness(service.address)).toEqual([503, notReady('store.cannot-open')]);
      rmSync(join(folder, STORE_FILE));
      expect(await service.isComplete()).toBe(true);
      expect(await readiness(service.address)).toEqual([200, READY]);
    } finally {
      await service.close();
    }
  });
});

test('a data folder that is taken away is told, and found again', async () => {
  await withFolder({}, async (folder) => {
    const data = join(folder, 'data');
    const service = await running({ store: { folder: data } });
    try {
      expect((await service.ask('GET', '/api/v1/drafts')).status).toBe(200);
      renameSync(data, join(folder, 'elsewhere'));
      await until(async () => (await readiness(service.address))[0] === 503);
      renameSync(join(folder, 'elsewhere'), data);
      await until(async () => (await readiness(service.address))[0] === 200);
    } finally {
      await service.close();
    }
  });
});

test('however many ask whether it is ready, the database is asked once', async () => {
  let asked = 0;
  const answered = Promise.withResolvers<boolean>();
  const reached = new StoreReached({
    answers: () => {
      asked += 1;
      return answered.promise;
    },
  });
  const probes = Array.from({ length: 500 }, () => reached.now());
  answered.resolve(true);
  expect(new Set(await Promise.all(probes))).toEqual(new Set([true]));
  expect(asked).toBe(1);
});

test('a database that says nothing counts as away, and is asked no second time meanwhile', async () => {
  let asked = 0;
  const silent = Promise.withResolvers<boolean>();
  const reached = new StoreReached({
    answers: () => {
      asked += 1;
      return silent.promise;
    },
  });
  expect(await reached.now()).toBe(false);
  await until(async () => !(await reached.now()));
  expect(asked).toBe(1);
  silent.resolve(true);
  await until(() => reached.now());
});

test('a service that is stopped looks no more', async () => {
  await withFolder({ [STORE_FILE]: 'no database' }, async (folder) => {
    const service = await running({ store: { folder } });
    const complete = service.isComplete();
    await service.close();
    expect(await complete).toBe(false);
  });
});

test('an issuer that is not there when the service starts is told, and found by itself', async () => {
  // It hangs up on whoever asks: a port that is given back may be another's by then.
  const issuer = await startIssuer();
  onTestFinished(() => issuer.close());
  await withFolder({}, async (folder) => {
    const service = await running({
      store: { folder },
      openId: {
        issuer: issuer.address,
        clientId: 'slate',
        clientSecret: CLIENT_SECRET,
        title: 'Province',
        groupsClaim: 'groups',
        grants: [grantIn('office=city/drafter')!],
      },
    });
    try {
      expect(service.missing).toMatchObject([
        {
          code: 'people.issuer-away',
          parameters: {
            issuer: `${issuer.address}/`,
            reason: expect.stringMatching(/^(?:ECONNRESET|UND_ERR_SOCKET)$/),
          },
        },
      ]);
      expect(await readiness(service.address)).toEqual([503, notReady('people.issuer-away')]);
      await issuer.open(service.address);
      expect(await service.isComplete()).toBe(true);
      expect(await readiness(service.address)).toEqual([200, READY]);
    } finally {
      await service.close();
    }
  });
});

test('the address of a database is shown without its password, wherever that stands', () => {
  const shown = (url: string): string => shownPlace({ url });
  expect(shown('postgresql://u:p@db.example/slate')).toBe('postgresql://u@db.example/slate');
  expect(shown('postgresql://u:p@ss/w?rd@db.example/slate')).toBe('postgresql://u@db.example/slate');
  expect(shown('postgresql://db.example/slate?user=u&password=p')).toBe('postgresql://db.example/slate');
  expect(shown('postgresql://u@db.example:5433/slate')).toBe('postgresql://u@db.example:5433/slate');
});
