import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readConfiguration } from '../../src/service/configuration/read.ts';
import { REFERENCE } from '../service/running.ts';
import { type Cluster, hasPostgres, startPostgres } from '../store/postgres.ts';
import { composition, linesOfPage, wordsOf } from './composition.ts';
import { builtImage, copied, type Image, instructions, ROOT } from './image.ts';

/** Building and starting take their time; this only ends what hangs. */
const PATIENCE = 600_000;
const VARIABLES = { DOMAIN: 'slate.example', DATABASE_PASSWORD: 'a1b2c3' };
const { services, networks, volumes } = composition(VARIABLES);

describe('compose.yaml', () => {
  test('starts nothing without a name and a password', () => {
    expect(() => composition({ DOMAIN: 'slate.example' })).toThrow('DATABASE_PASSWORD');
    expect(() => composition({ DATABASE_PASSWORD: 'a1b2c3' })).toThrow('DOMAIN');
  });

  test('gives service and worker no rights, and nothing to write to', () => {
    for (const { read_only, tmpfs, cap_drop, build } of [services.slate, services.worker])
      expect({ read_only, tmpfs, cap_drop, build }).toEqual({
        read_only: true,
        tmpfs: ['/tmp'],
        cap_drop: ['ALL'],
        build: '.',
      });
  });

  test('lets the proxy alone be reached', () => {
    expect(
      Object.entries(services).flatMap(([name, { ports }]) => (ports === undefined ? [] : [name])),
    ).toEqual(['proxy']);
  });

  test('names the database as it is set up', () => {
    const url = new URL(services.slate.environment['DATABASE_URL']!);
    const { POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB } = services.database.environment;
    expect([url.username, url.password, url.pathname]).toEqual([
      POSTGRES_USER,
      POSTGRES_PASSWORD,
      `/${POSTGRES_DB}`,
    ]);
    expect(Object.keys(services)).toContain(url.hostname);
    expect(services.worker.environment['DATABASE_URL']).toBe(url.href);
  });

  test('sets only what is a setting, and trusts the network that it makes', async () => {
    const { environment } = builtSettings();
    const read = await readConfiguration({ env: environment, options: [] });
    expect(read).toMatchObject({
      ok: true,
      value: {
        configuration: {
          host: '0.0.0.0',
          port: 8080,
          people: 'accounts',
          allowedHosts: [VARIABLES.DOMAIN],
          proxies: networks['inner']!.ipam.config.map(({ subnet }) => subnet),
          threads: { jobs: 0 },
        },
      },
    });
  });

  test('gives a service the time to end that it takes', async () => {
    const { environment } = builtSettings();
    const read = await readConfiguration({ env: environment, options: [] });
    if (!read.ok) throw new Error('no configuration');
    const { noticeSeconds, stopSeconds } = read.value.configuration.limits;
    expect(Number.parseInt(services.slate.stop_grace_period!, 10)).toBeGreaterThan(
      noticeSeconds + stopSeconds,
    );
  });

  test('names volumes and files that are there', () => {
    const all = Object.values(services).flatMap(({ volumes: own = [] }) =>
      own.map((each) => each.split(':')[0]!),
    );
    const isThere = (each: string): boolean =>
      each.startsWith('./') ? existsSync(join(ROOT, each)) : each in volumes;
    expect(all.filter((each) => !isThere(each))).toEqual([]);
  });
});

/** The environment of the service as image and composition make it. */
function builtSettings(): { readonly environment: Readonly<Record<string, string>> } {
  const env = instructions().find(({ name }) => name === 'ENV')!.text;
  const ofImage = Object.fromEntries(env.split(' ').map((pair) => pair.split('=') as [string, string]));
  return { environment: { ...ofImage, ...services.slate.environment } };
}

describe('the Caddyfile', () => {
  const caddy = readFileSync(join(ROOT, 'deploy/Caddyfile'), 'utf8');
  test('leads to the service, at the port at which it listens, and asks whether it is ready', () => {
    const [, host, port] = /reverse_proxy (\w+):(\d+)/.exec(caddy)!;
    expect(Object.keys(services)).toContain(host);
    expect(builtSettings().environment['SLATE_PORT']).toBe(port);
    expect(caddy).toMatch(/health_uri \/readyz/);
    expect(instructions().find(({ name }) => name === 'EXPOSE')!.text).toBe(port);
  });
});

describe('the Dockerfile', () => {
  test('copies what is there, and its ignore file lets exactly that in', () => {
    const fromCheckout = instructions()
      .filter(({ name, text }) => name === 'COPY' && copied(text).from === undefined)
      .flatMap(({ text }) => copied(text).sources);
    expect(fromCheckout.filter((source) => !existsSync(join(ROOT, source)))).toEqual([]);
    const ignored = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n');
    const allowed = ignored.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    expect(ignored).toContain('*');
    expect(allowed.toSorted()).toEqual(fromCheckout.toSorted());
  });

  test('is of two stages and ends as a user without rights', () => {
    const all = instructions();
    expect(all.filter(({ name }) => name === 'FROM')).toHaveLength(2);
    expect(all.findLast(({ name }) => name === 'USER')).toMatchObject({ text: 'node' });
  });
});

/** What a program came to. */
interface Ended {
  readonly code: number | null;
  readonly said: string;
}

function listening(child: ChildProcess): { readonly said: () => string; readonly ended: Promise<Ended> } {
  let said = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => (said += String(chunk)));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, said }));
  return { said: () => said, ended };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe.runIf(hasPostgres())('the page, from an empty machine on', () => {
  let image: Image;
  let cluster: Cluster;
  let given: Readonly<Record<string, string>>;
  let port: number;
  let outside: string;

  beforeAll(async () => {
    image = builtImage();
    cluster = await startPostgres();
    port = await freePort();
    outside = mkdtempSync(join(tmpdir(), 'slate-backup-'));
    chmodSync(outside, 0o777);
    given = {
      ...services.slate.environment,
      DATABASE_URL: cluster.database(),
      // Where the composition has a network of its own the test has this machine.
      SLATE_PROXIES: '127.0.0.0/8',
      SLATE_PORT: String(port),
    };
  }, PATIENCE);
  afterAll(() => {
    cluster?.stop();
    image?.remove();
    rmSync(outside, { recursive: true, force: true });
  });

  const start = (command: readonly string[], more: Readonly<Record<string, string>> = {}): ChildProcess => {
    const child = image.start([...image.entrypoint, ...command], { ...given, LANG: 'en_GB.UTF-8', ...more });
    onTestFinished(() => void child.kill('SIGKILL'));
    return child;
  };
  /** A line of the page, in the container that it names: `docker compose run --rm slate …`. */
  const compose = async (line: string): Promise<Ended> => {
    const words = wordsOf(line);
    const at = words.indexOf('slate');
    expect(words.slice(0, 3)).toEqual(['docker', 'compose', 'run']);
    return listening(start(words.slice(at + 1).map((word) => word.replace(/^\/backup\//, `${outside}/`))))
      .ended;
  };
  const linesWith = (part: string): string =>
    linesOfPage('Containers', 'docker compose run').find((line) => line.includes(part))!;
  const asked = (
    path: string,
    {
      host = VARIABLES.DOMAIN,
      key,
      body,
    }: { readonly host?: string; readonly key?: string; readonly body?: object } = {},
  ): Promise<{ readonly status: number; readonly text: string }> =>
    new Promise((resolve, reject) => {
      const headers = {
        host,
        'x-forwarded-for': '203.0.113.7',
        'x-forwarded-proto': 'https',
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      };
      const method = body === undefined ? 'GET' : 'POST';
      const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk) => (text += String(chunk)));
        response.on('end', () => resolve({ status: response.statusCode!, text }));
      });
      sent.on('error', reject);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
  const isHealthy = async (): Promise<boolean> =>
    (await listening(image.start(image.healthcheck, given)).ended).code === 0;
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 100));
  };

  test(
    'is walked as it is written',
    async () => {
      // Before anybody is invited nobody could get in.
      const early = await listening(start(image.command)).ended;
      expect(early).toMatchObject({ code: 2 });
      expect(await isHealthy()).toBe(false);

      const invited = await compose(linesWith('people invite'));
      expect(invited).toMatchObject({ code: 0 });
      expect(invited.said).toMatch(/^https:\/\/slate\.example\/#\/join\/\S+$/m);

      const service = start(image.command);
      const serving = listening(service);
      const working = start(services.worker.command!);
      const worker = listening(working);
      await until(isHealthy);

      expect(await asked('/')).toMatchObject({ status: 200 });
      expect(await asked('/', { host: 'elsewhere.example' })).toMatchObject({ status: 421 });
      expect(await asked('/metrics')).toMatchObject({ status: 401 });
      const added = await compose(linesWith('keys add prometheus'));
      expect(added).toMatchObject({ code: 0 });
      const [key] = /slate_[\w-]+/.exec(added.said)!;
      expect(await asked('/metrics', { key })).toMatchObject({ status: 200 });

      const { status, text } = await asked('/api/v1/proposals', { key, body: REFERENCE });
      expect(status).toBe(202);
      const { id } = JSON.parse(text) as { readonly id: string };
      await until(async () => (await asked(`/api/v1/proposals/${id}`, { key })).text.includes('"done"'));

      const kept = await compose(linesWith('store backup'));
      expect(kept).toMatchObject({ code: 0 });
      const elsewhere = { DATABASE_URL: cluster.database() };
      const restored = await listening(start(['store', 'restore', join(outside, 'slate.sqlite')], elsewhere))
        .ended;
      expect(restored).toMatchObject({ code: 0 });
      expect((await listening(start(['audit', 'verify'], elsewhere)).ended).code).toBe(0);

      service.kill('SIGTERM');
      working.kill('SIGTERM');
      await until(async () => (await asked('/readyz')).status === 503);
      expect(await serving.ended).toMatchObject({ code: 0 });
      expect(await worker.ended).toMatchObject({ code: 0 });
    },
    PATIENCE,
  );
});
