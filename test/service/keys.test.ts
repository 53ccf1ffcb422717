import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addKey, holderOfKey } from '../../src/store/keys.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { verifyAudit } from '../../src/store/audit/verify-audit.ts';
import { onEachDatabase } from '../store/databases.ts';
import { problemOf, running } from './running.ts';

const A_DAY = 86_400_000;
/** A service has to start; this only ends what hangs. */
const PATIENCE = 120_000;

onEachDatabase(({ fresh }) => {
  let store: Store;
  let service: Awaited<ReturnType<typeof running>>;
  let administrator: string;
  beforeEach(async () => {
    const place = fresh();
    store = await openStore(place);
    const holder = { name: 'Office', role: 'administrator' } as const;
    administrator = (await addKey(store.db, { who: 'test', body: 'city' }, holder)).key;
    service = await running({ people: 'keys', store: place });
  }, PATIENCE);
  afterEach(async () => {
    vi.useRealTimers();
    await service.close();
    await store.close();
  });

  const as = (key: string) => ({ headers: { authorization: `Bearer ${key}`, 'accept-language': 'en' } });
  const give = async (
    sent: object,
    key = administrator,
  ): Promise<{ readonly id: string; readonly key: string }> => {
    const answer = await service.ask('POST', '/api/v1/keys', sent, as(key));
    expect(answer.status).toBe(201);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    return (await answer.json()) as { readonly id: string; readonly key: string };
  };
  const listed = async (key = administrator): Promise<string> =>
    (await service.ask('GET', '/api/v1/keys', undefined, as(key))).text();
  const statusFor = async (key: string, path = '/api/v1/rule-sets'): Promise<number> =>
    (await service.ask('GET', path, undefined, as(key))).status;

  test('a key is given in a role, listed without its secret, and withdrawn', async () => {
    const { id, key } = await give({ name: 'Tổng hợp', role: 'drafter' });
    expect(await statusFor(key)).toBe(200);
    expect(await statusFor(key, '/api/v1/keys')).toBe(403);
    const list = await listed();
    expect(JSON.parse(list)).toMatchObject({
      keys: [
        { name: 'Office', role: 'administrator', state: 'valid' },
        { id, name: 'Tổng hợp', role: 'drafter', state: 'valid' },
      ],
    });
    expect(list).not.toContain(key.split('_')[2]);
    expect((await service.ask('DELETE', `/api/v1/keys/${id}`, undefined, as(administrator))).status).toBe(
      200,
    );
    expect(await statusFor(key)).toBe(401);
    expect(JSON.parse(await listed())).toMatchObject({ keys: [{}, { id, state: 'withdrawn' }] });
    const again = await service.ask('DELETE', `/api/v1/keys/${id}`, undefined, as(administrator));
    expect(await problemOf(again)).toMatchObject({ status: 404 });
    expect((await verifyAudit(store.db)).faults).toEqual([]);
  });

  test('a key lets nobody in from its end on', async () => {
    const expiresAt = new Date(Date.now() + A_DAY).toISOString();
    const { id, key } = await give({ name: 'Month', role: 'reader', expiresAt });
    expect(await statusFor(key)).toBe(200);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(expiresAt) - 60_000 });
    expect(await holderOfKey(store.db, key)).toMatchObject({ id, role: 'reader' });
    vi.setSystemTime(Date.parse(expiresAt));
    expect(await holderOfKey(store.db, key)).toBeUndefined();
    expect(await statusFor(key)).toBe(401);
    expect(JSON.parse(await listed())).toMatchObject({ keys: [{}, { id, expiresAt, state: 'expired' }] });
    expect((await verifyAudit(store.db)).faults).toEqual([]);
  });

  test('a key that would be over already, or of no role, is not given', async () => {
    const past = new Date(Date.now() - 1_000).toISOString();
    const over = await service.ask(
      'POST',
      '/api/v1/keys',
      { name: 'x', role: 'reader', expiresAt: past },
      as(administrator),
    );
    expect(await problemOf(over)).toMatchObject({
      status: 422,
      errors: [{ code: 'people.key-ends-before', pointer: '/expiresAt' }],
    });
    for (const sent of [
      { name: 'x', role: 'owner' },
      { name: ' ', role: 'reader' },
      { name: 'x', role: 'reader', expiresAt: 'soon' },
    ]) {
      const refused = await service.ask('POST', '/api/v1/keys', sent, as(administrator));
      expect(await problemOf(refused)).toMatchObject({ status: 400 });
    }
    expect(JSON.parse(await listed())).toMatchObject({ keys: [{ name: 'Office' }] });
  });

  test('the keys of another board are not there', async () => {
    const { id, key } = await give({ name: 'City', role: 'reader' });
    const holder = { name: 'Ward', role: 'administrator' } as const;
    const other = (await addKey(store.db, { who: 'test', body: 'ward' }, holder)).key;
    expect(JSON.parse(await listed(other))).toMatchObject({ keys: [{ name: 'Ward' }] });
    expect(await listed(other)).not.toContain(id);
    const taken = await service.ask('DELETE', `/api/v1/keys/${id}`, undefined, as(other));
    expect(await problemOf(taken)).toMatchObject({ status: 404 });
    expect(await statusFor(key)).toBe(200);
  });
});
