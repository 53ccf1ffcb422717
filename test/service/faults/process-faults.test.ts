import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { writing } from '../../../src/store/database.ts';
import { addPerson } from '../../../src/store/people/people.ts';
import { beginSession } from '../../../src/store/people/sessions.ts';
import { THREAD_MEMORY } from '../../../src/optimize/threads/thread-memory.ts';
import { openStore } from '../../../src/store/store.ts';
import { LONG, metric, problemOf, REFERENCE, running, SMALL, SOON, until } from '../running.ts';

/** Solving waits for threads; this only ends what hangs. */
const PATIENCE = 120_000;

const threads = new Set<Worker>();
const remember = (worker: Worker): void => void threads.add(worker);
beforeEach(() => void process.on('worker', remember));
afterEach(() => {
  process.off('worker', remember);
  threads.clear();
});

const OPEN = 'slate_open_questions{threads="solve"}';

test(
  'a thread that dies takes its own question along and no other, and another takes its place',
  async () => {
    const service = await running({ limits: { workers: 1 } });
    onTestFinished(() => service.close());
    const lost = service.ask('POST', '/api/v1/propose', LONG);
    await until(async () => (await metric(service.ask, OPEN)) === 1);
    await Promise.all([...threads].map((thread) => thread.terminate()));
    const told = await lost;
    expect(await problemOf(told)).toMatchObject({ status: 503, type: 'urn:slate:problem:busy' });
    expect(told.headers.get('retry-after')).toMatch(/^\d+$/);
    for (const path of ['propose', 'check'])
      expect(
        (
          await service.ask('POST', `/api/v1/${path}`, {
            ...SMALL,
            ...(path === 'check' && { slate: ['A', 'B'] }),
          })
        ).status,
      ).toBe(200);
    expect((await service.ask('GET', '/readyz')).status).toBe(200);
  },
  PATIENCE,
);

test(
  'a job whose thread dies is taken up again, or ends with a problem',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'slate-threads-'));
    const service = await running({ store: { folder } });
    onTestFinished(async () => {
      await service.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const { id } = (await (await service.ask('POST', '/api/v1/proposals', LONG)).json()) as {
      readonly id: string;
    };
    const look = async () =>
      (await (await service.ask('GET', `/api/v1/proposals/${id}`)).json()) as { readonly status: string };
    await until(async () => (await look()).status === 'running');
    await Promise.all([...threads].map((thread) => thread.terminate()));
    expect(['running', 'queued', 'failed']).toContain((await look()).status);
    expect((await service.ask('DELETE', `/api/v1/proposals/${id}`)).status).toBe(200);
    const small = await service.ask('POST', '/api/v1/proposals', SMALL);
    const { id: next } = (await small.json()) as { readonly id: string };
    const isDone = async (): Promise<boolean> =>
      (await (await service.ask('GET', `/api/v1/proposals/${next}`)).text()).includes('"done"');
    await until(isDone);
  },
  PATIENCE,
);

test(
  'a clock that jumps by hours, forth and back, keeps no job waiting and nobody signed in for longer',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'slate-clock-'));
    const store = await openStore({ folder });
    const added = await addPerson(
      store.db,
      { who: 'test', body: 'city' },
      { login: 'an', name: 'An', role: 'drafter' },
    );
    const signIn = async (): Promise<string> =>
      `slate=${await writing(store.db, (tx) => beginSession(tx, added!.person, 'city'))}`;
    const service = await running({ people: 'accounts', store: { folder } });
    onTestFinished(async () => {
      vi.useRealTimers();
      await service.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const real = Date.now();
    const hours = (count: number): void => {
      vi.useFakeTimers({ toFake: ['Date'], now: real + count * 3_600_000, shouldAdvanceTime: false });
    };
    const as = (cookie: string) => ({ headers: { cookie, origin: service.address } });
    const isDone = async (cookie: string): Promise<void> => {
      const made = await service.ask('POST', '/api/v1/proposals', SMALL, as(cookie));
      expect(made.status).toBe(202);
      const { id } = (await made.json()) as { readonly id: string };
      await until(async () =>
        (await (await service.ask('GET', `/api/v1/proposals/${id}`, undefined, as(cookie))).text()).includes(
          '"done"',
        ),
      );
    };
    const today = await signIn();
    await isDone(today);
    hours(30);
    expect((await service.ask('GET', '/api/v1/drafts', undefined, as(today))).status).toBe(401);
    const tomorrow = await signIn();
    await isDone(tomorrow);
    hours(-30);
    // It began in a time that has not come: for how long it was meant to last nobody knows any more.
    expect((await service.ask('GET', '/api/v1/drafts', undefined, as(tomorrow))).status).toBe(401);
    await isDone(await signIn());
  },
  PATIENCE,
);

test(
  'clients that hang up in the middle of a question or of its answer leave nothing behind',
  async () => {
    const service = await running({ limits: { workers: 1 } });
    onTestFinished(() => service.close());
    const body = JSON.stringify({ ...REFERENCE, slate: ['HD-001'] });
    for (let turn = 0; turn < 40; turn += 1) {
      const socket = await connected(service.address);
      socket.write(head(body.length));
      socket.write(body.slice(0, turn % 2 === 0 ? body.length / 2 : body.length));
      await new Promise((resolve) => setTimeout(resolve, turn % 5));
      socket.destroy();
    }
    await until(async () => (await metric(service.ask, 'slate_held_body_bytes')) === 0);
    await until(async () => (await metric(service.ask, 'slate_open_questions{threads="read"}')) === 0);
    expect((await service.ask('POST', '/api/v1/check', body)).status).toBe(200);
    expect(service.log.filter((line) => line.includes('"failed"'))).toEqual([]);
  },
  PATIENCE,
);

test(
  'six hundred clients that send a letter now and then keep nobody waiting, and are shown out',
  async () => {
    const service = await running({ limits: { requestMs: 3_000 } });
    onTestFinished(() => service.close());
    const slow = await Promise.all(Array.from({ length: 600 }, () => connected(service.address)));
    const told = slow.map(
      (socket) =>
        new Promise<string>((resolve) => {
          let text = '';
          socket.on('data', (chunk) => (text += String(chunk)));
          socket.on('error', () => undefined);
          socket.once('close', () => resolve(text));
        }),
    );
    for (const socket of slow) socket.write(head(1_000));
    const drip = setInterval(() => slow.forEach((socket) => socket.writable && socket.write(' ')), 200);
    for (let turn = 0; turn < 10; turn += 1)
      expect((await service.ask('POST', '/api/v1/check', { ...SMALL, slate: ['A', 'B'] })).status).toBe(200);
    const answers = await Promise.all(told);
    clearInterval(drip);
    const statuses = new Set(answers.map((text) => /^HTTP\/1.1 (\d+)/.exec(text)?.[1] ?? 'none'));
    // A thousand blanks that came in time are no JSON.
    expect([...statuses].filter((each) => !['408', '400', 'none'].includes(each))).toEqual([]);
    expect(answers.filter((text) => text.startsWith('HTTP/1.1 408')).length).toBeGreaterThan(0);
    await expect.poll(() => metric(service.ask, 'slate_held_body_bytes'), SOON).toBe(0);
  },
  PATIENCE,
);

function head(length: number): string {
  return `POST /api/v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;
}

async function connected(address: string): Promise<Socket> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  return socket;
}

test(
  'no thread takes memory without bounds',
  async () => {
    const service = await running({ limits: { workers: 1 } });
    onTestFinished(() => service.close());
    expect((await service.ask('POST', '/api/v1/propose', SMALL)).status).toBe(200);
    expect(threads.size).toBeGreaterThan(1);
    for (const { resourceLimits } of threads) expect(resourceLimits).toMatchObject(THREAD_MEMORY);
  },
  PATIENCE,
);
