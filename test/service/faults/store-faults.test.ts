import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { draftHistory } from '../../../src/store/drafts/drafts.ts';
import { OWN_BODY } from '../../../src/store/own-actor.ts';
import type { StorePlace } from '../../../src/store/store-place.ts';
import { openStore } from '../../../src/store/store.ts';
import { verifyAudit } from '../../../src/store/audit/verify-audit.ts';
import { hasPostgres, startPostgres } from '../../store/postgres.ts';
import { problemOf, running, SMALL, until } from '../running.ts';

/** Starting and waiting take their time; this only ends what hangs. */
const PATIENCE = 180_000;
/** How long a database is away, in milliseconds. */
const AWAY = 10_000;

type Ask = Awaited<ReturnType<typeof running>>['ask'];

/** Writes versions of a draft one after another, each as large as is said, until it is told to stop. */
class Writer {
  readonly #ask: Ask;
  readonly #bytes: number;
  /** Hashes that were acknowledged, by version. */
  readonly acknowledged = new Map<number, string>();
  readonly refusals: string[] = [];
  #stopped = false;
  readonly over: Promise<void>;

  constructor(ask: Ask, bytes = 100) {
    this.#ask = ask;
    this.#bytes = bytes;
    this.over = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.over;
  }

  async #run(): Promise<void> {
    let seen = 0;
    for (let turn = 0; !this.#stopped; turn += 1) {
      const filling = Array.from({ length: this.#bytes / 16 }, () => Math.random().toString(36).slice(2, 18));
      const form = { format: 'slate-draft-1', id: 'd', title: `turn ${turn}`, texts: [filling.join('')] };
      const headers: Record<string, string> =
        seen === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${seen}"` };
      const response = await this.#ask('PUT', '/api/v1/drafts/d', form, { headers });
      if (response.ok) {
        const { version, sha256 } = (await response.json()) as { version: number; sha256: string };
        seen = version;
        this.acknowledged.set(seen, sha256);
      } else if (response.status === 412) {
        // A write that was not acknowledged may have come through: whoever wrote it sees that it is theirs.
        const { theirs } = (await response.json()) as { theirs: { version: { version: number } } };
        seen = theirs.version.version;
      } else {
        const { status, detail } = await problemOf(response);
        this.refusals.push(`${status} ${response.headers.get('retry-after') ?? detail}`);
        await wait(100);
      }
      await wait(5);
    }
  }
}

/** That all that was acknowledged is there, in the order of its versions, and the audit whole. */
async function expectNothingLost(place: StorePlace, { acknowledged }: Writer): Promise<void> {
  const store = await openStore(place);
  try {
    const history = await draftHistory(store.db, OWN_BODY, 'd');
    const held = new Map(history.map(({ version, sha256 }) => [version, sha256]));
    expect([...acknowledged].filter(([version, sha256]) => held.get(version) !== sha256)).toEqual([]);
    expect([...held.keys()].toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: held.size }, (_, at) => at + 1),
    );
    expect((await verifyAudit(store.db)).faults).toEqual([]);
  } finally {
    await store.close();
  }
}

describe.runIf(hasPostgres())('PostgreSQL', () => {
  test(
    `gone for ${AWAY / 1_000} s: what needs it is refused, the rest answered, and all goes on by itself`,
    async () => {
      const cluster = await startPostgres();
      onTestFinished(() => cluster.stop());
      const place = { url: cluster.database() };
      const service = await running({ store: place });
      onTestFinished(() => service.close());
      const writer = new Writer(service.ask);
      await until(async () => writer.acknowledged.size > 5);
      const job = await service.ask('POST', '/api/v1/proposals', SMALL);
      const { id } = (await job.json()) as { readonly id: string };

      const reported = await service.ask('POST', '/api/v1/check/report', { ...SMALL, slate: ['A', 'B'] });
      const report = await reported.text();

      cluster.goAway();
      const back = performance.now() + AWAY;
      const before = writer.acknowledged.size;
      await until(async () => writer.refusals.length > 2);
      expect(writer.acknowledged.size).toBeLessThanOrEqual(before + 1);
      const check = await service.ask('POST', '/api/v1/check', { ...SMALL, slate: ['A', 'B'] });
      expect(check.status).toBe(200);
      expect((await service.ask('GET', '/healthz')).status).toBe(200);
      const kept = ['drafts', 'consultations', 'documents', 'runs', 'runs/last', 'audit', 'proposals'];
      const refused = kept.map(async (path) => {
        const response = await service.ask('GET', `/api/v1/${path}`);
        expect([path, response.headers.get('retry-after')]).toEqual([path, '1']);
        const { status, type } = await problemOf(response);
        expect([path, status, type]).toEqual([path, 503, 'urn:slate:problem:store-away']);
      });
      await Promise.all(refused);
      // A report holds all that it is repeated from.
      const replayed = await service.ask('POST', '/api/v1/replay', { report });
      expect(await replayed.json()).toMatchObject({ same: true });
      await wait(Math.max(0, back - performance.now()));
      cluster.comeBack();

      await until(async () => writer.acknowledged.size > before + 5);
      await writer.stop();
      expect(new Set(writer.refusals)).toEqual(new Set(['503 1']));
      await until(async () =>
        (await (await service.ask('GET', `/api/v1/proposals/${id}`)).text()).includes('"done"'),
      );
      await expectNothingLost(place, writer);
    },
    PATIENCE,
  );
});

const COMMAND = fileURLToPath(new URL('../../../bin/slate.js', import.meta.url));

/** A service of its own that may write no file beyond so many kilobytes, as on a disk that is full. */
async function onFullDisk(
  folder: string,
  kilobytes: number,
): Promise<{ readonly child: ChildProcess; readonly ask: Ask }> {
  const child = spawn(
    'sh',
    [
      '-c',
      `ulimit -S -f ${kilobytes}; exec "$0" "$@"`,
      process.execPath,
      COMMAND,
      'serve',
      '--port',
      '0',
      '--data',
      folder,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LANG: 'en_GB.UTF-8' } },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  await until(async () => /http:\/\/\S+:\d+/.test(said) || child.exitCode !== null);
  const [address] = /http:\/\/[\d.]+:\d+/.exec(said) ?? [];
  if (address === undefined) throw new Error(said);
  const ask: Ask = (method, path, body, { headers = {} } = {}) =>
    fetch(address + path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  return { child, ask };
}

const canRaise = spawnSync('prlimit', ['--version']).status === 0;

describe.runIf(canRaise)('SQLite', () => {
  test(
    'on a full disk: writing is refused, reading and solving go on, and once there is room writing does, too',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'slate-full-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      const { child, ask } = await onFullDisk(folder, 4_000);
      const writer = new Writer(ask, 100_000);
      await until(async () => writer.refusals.length > 5);
      expect(writer.acknowledged.size).toBeGreaterThan(0);
      expect((await ask('GET', '/api/v1/drafts/d')).status).toBe(200);
      expect((await ask('POST', '/api/v1/propose', SMALL)).status).toBe(200);
      const before = writer.acknowledged.size;
      execFileSync('prlimit', ['--pid', String(child.pid), '--fsize=unlimited:']);
      await until(async () => writer.acknowledged.size > before + 5);
      await writer.stop();
      expect(new Set(writer.refusals)).toEqual(new Set(['503 1']));
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
      await expectNothingLost({ folder }, writer);
    },
    PATIENCE,
  );
});
