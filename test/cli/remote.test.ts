import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { addKey, withdrawKey } from '../../src/store/keys.ts';
import { keepDocument } from '../../src/store/documents/documents.ts';
import { readDocument } from '../../src/store/documents/read-document.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { startBalancer } from '../jobs/balancer.ts';
import { running, SOON } from '../service/running.ts';
import { COMMAND, ended, filesWith, REFERENCE, ROOT, slate, startSlate } from './run-slate.ts';

/** Processes and a service have to start; this only ends what hangs. */
const PATIENCE = 240_000;

/** The command line asking a real service with a store, which lets in who has a key. */
describe('a service with keys', { timeout: PATIENCE }, () => {
  let store: Store;
  let service: Awaited<ReturnType<typeof running>>;
  let id: string;
  let key: string;
  let env: NodeJS.ProcessEnv;
  beforeEach(async () => {
    const { folder, ...home } = freshHome();
    env = home;
    store = await openStore({ folder });
    const actor = { who: 'test', body: 'city' };
    ({ id, key } = await addKey(store.db, actor, { name: 'Office', role: 'reader' }));
    service = await running({ people: 'keys', store: { folder } });
    return async () => {
      await service.close();
      await store.close();
    };
  }, PATIENCE);

  const login = async () => slate(['login', service.address, '--lang', 'en'], { env, input: `${key}\n` });
  const remotely = (args: readonly string[]) =>
    slate([...args, '--service', service.address, '--lang', 'en'], { env });
  const openJobs = async (collection: string): Promise<readonly { readonly status: string }[]> => {
    const answer = await service.ask('GET', `/api/v1/${collection}`, undefined, {
      headers: { authorization: `Bearer ${key}` },
    });
    return ((await answer.json()) as { jobs: readonly { status: string }[] }).jobs;
  };

  test('a login is kept for its user alone, tells who they are, and is forgotten', async () => {
    const before = await slate(['whoami', service.address, '--lang', 'en'], { env });
    expect(before).toMatchObject({ code: 2, stdout: '' });
    expect(before.stderr).toContain(`slate login ${service.address}`);
    const came = await login();
    expect(came).toMatchObject({ code: 0, stderr: '' });
    expect(came.stdout).toContain('with the role reader in the board “city”');
    const folder = join(env['XDG_CONFIG_HOME']!, 'slate/keys');
    const [file] = readdirSync(folder);
    expect(statSync(join(folder, file!)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const who = await slate(['whoami', '--lang', 'en'], { env });
    expect(who).toMatchObject({ code: 0, stdout: `${service.address}: reader in the board “city”\n` });
    const left = await slate(['logout', service.address], { env });
    expect(left.code).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
    for (const ran of [before, came, who, left]) expect(ran.stdout + ran.stderr).not.toContain(key);
    expect(service.log.join('\n')).not.toContain(key);
  });

  test.runIf(hasTerminal())('a key that is typed into a terminal is not shown', async () => {
    const line = `"${process.execPath}" "${COMMAND}" login ${service.address} --lang en`;
    const child = spawn('script', ['-qec', line, '/dev/null'], {
      env: { PATH: process.env['PATH'], LANG: 'en_GB.UTF-8', TERM: 'dumb', ...env },
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    let shown = '';
    child.stdout.on('data', (bytes) => (shown += String(bytes)));
    await expect.poll(() => shown, SOON).toContain('(it is not shown): ');
    // Whoever is quick has typed it by the time at which they are asked.
    child.stdin.write(`${key}\r`);
    await expect.poll(() => shown, SOON).toContain('with the role reader in the board “city”');
    child.stdin.end();
    expect(shown).not.toContain(key);
  });

  test('a wrong key is not kept, and a withdrawn one is told', async () => {
    const wrong = await slate(['login', service.address, '--lang', 'en'], { env, input: 'slate_no_such\n' });
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('lets nobody in with this key');
    expect(wrong.stderr).toContain('copy it once more');
    expect(wrong.stderr).not.toContain('slate login');
    const named = await slate(['login', service.address, '--lang', 'en'], {
      env: { ...env, SLATE_KEY: 'slate_wrong' },
    });
    expect(named).toMatchObject({ code: 2, stdout: '' });
    expect(named.stderr).toContain('correct SLATE_KEY, or unset it');
    expect(await slate(['whoami'], { env })).toMatchObject({ code: 2, stdout: '' });
    await login();
    await withdrawKey(store.db, { who: 'test', body: 'city' }, id);
    const after = await remotely(['propose', ...REFERENCE]);
    expect(after).toMatchObject({ code: 2, stdout: '' });
    expect(after.stderr).toContain('lets nobody in with this key, which is kept on this machine');
    expect(after.stderr).toContain(`slate login ${service.address}`);
    const none = await slate(['login', service.address, '--lang', 'vi'], { env, input: '\n' });
    expect(none).toMatchObject({ code: 2, stdout: '' });
    expect(none.stderr).toContain('chưa có khóa');
  });

  const asked: readonly (readonly [string, readonly string[], number])[] = [
    ['a proposal, as a job', ['propose', ...REFERENCE, '--alternatives', '2', '--solver', 'highs'], 0],
    ['a check with repair', ['check', 'fixtures/hai-duong/slate-by-hand.csv', ...REFERENCE, '--repair'], 1],
    ['a diagnosis', ['diagnose', ...REFERENCE, '--pin', 'HD-002', 'HD-101'], 1],
    ['a reason', ['why', 'HD-004', ...REFERENCE], 0],
    [
      'some scenarios of a file',
      ['compare', 'more-women', ...REFERENCE, '--scenarios', 'fixtures/hai-duong/scenarios.yaml'],
      0,
    ],
    ['a sweep', ['sweep', ...REFERENCE, '--vary', 'size=46..47'], 0],
    [
      'losses of a plan',
      [
        'robustness',
        'fixtures/hai-duong-wards/plan.csv',
        ...['--units', 'hai-duong-wards', '--pool', 'hai-duong-wards'],
        ...['--rules', 'ward-leadership-2020', '--out', '1'],
      ],
      0,
    ],
  ];
  test.each(asked)('%s reads as this machine would say it', async (_, args, code) => {
    await login();
    const [here, there] = [await slate([...args, '--lang', 'en']), await remotely(args)];
    expect(there).toMatchObject({ code, stderr: here.stderr });
    expect(here.code).toBe(code);
    expect(withoutSolver(there.stdout)).toBe(withoutSolver(here.stdout));
    for (const jobs of ['proposals', 'sweeps', 'robustness-studies'])
      expect(await openJobs(jobs)).toEqual([]);
  });

  test('rules that build upon own files and a scenario that decides on persons go along', async () => {
    await login();
    const files = ownFiles();
    const args = ['propose', '--pool', files['pool.csv'], '--rules', files['own.yaml']];
    const under = [...args, '--scenario', `${files['scenarios.yaml']}#with-an`];
    const [here, there] = [await slate([...under, '--json']), await remotely([...under, '--json'])];
    expect(there).toMatchObject({ code: 0, stderr: here.stderr });
    const [own, other] = [JSON.parse(here.stdout), JSON.parse(there.stdout)] as readonly {
      readonly slates: readonly { readonly members: readonly string[] }[];
      readonly inputs: object;
    }[];
    expect(other!.slates[0]!.members).toEqual(own!.slates[0]!.members);
    expect(other!.slates[0]!.members).toContain('A');
    expect(other!.inputs).toEqual(own!.inputs);
    expect(JSON.stringify(other)).not.toContain(ROOT);
  });

  test('what the service keeps goes by its name, in its newest version', async () => {
    await login();
    const actor = { who: 'test', body: 'city' };
    const bytes = readFileSync(join(ROOT, 'fixtures/hai-duong/pool.csv'));
    const read = await readDocument('pool', { bytes, called: 'document' }, {}, undefined);
    await keepDocument(store.db, actor, { kind: 'pool', name: 'ward', ...read });
    const kept = ['check', 'fixtures/hai-duong/slate.csv', '--rules', 'hai-duong-2020', '--pool'];
    expect(await remotely([...kept, 'kept:ward'])).toMatchObject({ code: 0, stderr: '' });
    const missing = await remotely([...kept, 'kept:ward@7']);
    expect(missing).toMatchObject({ code: 2, stdout: '' });
    expect(missing.stderr).toContain('pool/ward@1');
  });

  test('Ctrl-C cancels the job at the service, and what it has found is the answer', async () => {
    await login();
    const args = ['sweep', ...REFERENCE, '--vary', 'women=9..15', '--vary', 'under-40=5..10'];
    const child = startSlate(
      [...args, '--vary', 'size=40..49', '--service', service.address, '--lang', 'en'],
      { env },
    );
    const end = ended(child);
    await expect.poll(() => openJobs('sweeps'), SOON).toMatchObject([{ status: 'running' }]);
    child.kill('SIGINT');
    expect((await end).code).toBe(130);
    await expect
      .poll(async () => (await openJobs('sweeps')).filter(({ status }) => status === 'running'), SOON)
      .toEqual([]);
  });

  test('runs and reports of record are of this machine alone', async () => {
    await login();
    const ran = await remotely(['propose', ...REFERENCE, '--record', '--report', 'report.html']);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('--record says what this machine has answered');
    expect(ran.stderr).toContain('--report says what this machine has answered');
    const named = await slate(['propose', ...REFERENCE, '--report', 'report.html', '--lang', 'en'], {
      env: { ...env, SLATE_SERVICE: service.address },
    });
    expect(named).toMatchObject({ code: 2, stdout: '' });
    expect(named.stderr).toContain('unset SLATE_SERVICE, or leave --report out');
    expect(named.stderr).not.toContain('--service');
  });

  test('too many wrong keys are told with one time, after which to ask again', async () => {
    const wrong = { headers: { authorization: 'Bearer slate_wrong' } };
    for (let left = 0; left < 10; left += 1) await service.ask('GET', '/api/v1/session', undefined, wrong);
    const ran = await slate(['whoami', service.address, '--lang', 'en'], {
      env: { ...env, SLATE_KEY: 'slate_wrong' },
    });
    expect(ran).toMatchObject({ code: 69, stdout: '' });
    expect(ran.stderr).toMatch(/none is tried for the next (\d+) s\. Ask again in \1 s\./);
  });

  test('a key that others can read is not used', async () => {
    await login();
    const folder = join(env['XDG_CONFIG_HOME']!, 'slate/keys');
    const [file] = readdirSync(folder);
    chmodSync(join(folder, file!), 0o644);
    const ran = await remotely(['propose', ...REFERENCE]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('chmod 600');
    expect(ran.stderr).not.toContain(key);
  });
});

test(
  'a service that ends in the middle of a job is missed by nobody where another tells of it',
  async () => {
    const { folder, ...env } = freshHome();
    const front = await running({ store: { folder }, limits: { jobsAtOnce: 0 } });
    const worker = await running({ store: { folder } });
    const addresses = [front.address];
    const balancer = await startBalancer(() => addresses);
    onTestFinished(async () => {
      await Promise.all([balancer.close(), worker.close(), front.close()]);
    });
    const args = ['sweep', ...REFERENCE, '--vary', 'women=9..15', '--vary', 'under-40=5..10'];
    args.push('--vary', 'size=46..47', '--lang', 'en');
    const child = startSlate([...args, '--service', balancer.address], { env });
    const end = ended(child);
    const jobs = async () => (await worker.ask('GET', '/api/v1/sweeps')).text();
    await expect.poll(jobs, SOON).toContain('"operation":"sweeps"');
    addresses.splice(0, 1, worker.address);
    await front.close();
    const [there, here] = [await end, await slate(args)];
    expect(there).toMatchObject({ code: 0, stderr: here.stderr });
    expect(withoutSeconds(there.stdout)).toBe(withoutSeconds(here.stdout));
    expect(JSON.parse(await jobs())).toEqual({ jobs: [] });
  },
  PATIENCE,
);

/** What stands before a service, or in its place. */
describe('what is no answer', { timeout: PATIENCE }, () => {
  const told: readonly (readonly [string, RequestListener, number, string])[] = [
    [
      'who may not',
      refusing(403, 'forbidden', 'It needs the role drafter.'),
      2,
      'It needs the role drafter.',
    ],
    ['too much', refusing(413, 'too-large', 'At most 20 MB.'), 2, 'At most 20 MB.'],
    [
      'too many',
      refusing(429, 'too-many-requests', 'Too many wait.', { 'retry-after': '7' }),
      69,
      'Too many wait. Ask again in 7 s.',
    ],
    ['no room', refusing(503, 'busy', 'It is busy.', { 'retry-after': '1' }), 69, 'Ask again in 1 s.'],
    [
      'no full stop',
      refusing(503, 'busy', 'it is busy', { 'retry-after': '1' }),
      69,
      'busy. Ask again in 1 s.',
    ],
    [
      'a server of files',
      (_, response) => response.writeHead(501).end('<html>'),
      2,
      'does not answer as a service',
    ],
    ['no time', refusing(504, 'time-ran-out', 'Too long.'), 3, 'Time ran out'],
    ['a proxy', (_, response) => response.writeHead(502).end('<html>'), 69, 'HTTP 502'],
    [
      'another place',
      (_, response) => response.writeHead(302, { location: 'https://elsewhere.example/' }).end(),
      2,
      'https://elsewhere.example/',
    ],
    ['another program', (_, response) => response.end('{"hello":1}'), 2, 'does not answer as a service'],
    ['a broken line', (_, response) => response.socket?.destroy(), 69, 'cannot be reached'],
  ];
  test.each(told)('%s is told in words', async (_, listener, code, words) => {
    const address = await listening(listener);
    const ran = await slate(['check', 'fixtures/hai-duong/slate.csv', ...REFERENCE, '--lang', 'en'], {
      env: { ...freshHome(), SLATE_SERVICE: address, SLATE_KEY: 'slate_secret_word' },
    });
    expect(ran).toMatchObject({ code, stdout: '' });
    expect(ran.stderr).toContain(words);
    expect(ran.stderr).not.toContain('secret');
    expect(ran.stderr).not.toMatch(/\n\s+at |\.ts:\d|Error:/);
  });

  test('what asks no service answers here, whatever service the environment names', async () => {
    const env = { ...freshHome(), SLATE_SERVICE: 'http://127.0.0.1:9', SLATE_KEY: 'slate_secret_word' };
    expect(await slate(['pool', ...REFERENCE], { env })).toMatchObject({ code: 0, stderr: '' });
    const unknown = await slate(['pool', '--service', 'http://127.0.0.1:9', '--lang', 'en'], { env });
    expect(unknown).toMatchObject({ code: 2, stdout: '' });
    expect(unknown.stderr).toContain('--service');
  });

  test.each(['hai-duong-2021', 'nope.yaml', 'fixtures/hai-duong/pool.csv', 'fixtures', 'Nope'])(
    'rules that are not there are told as this machine tells it: %s',
    async (rules) => {
      const args = ['propose', '--pool', 'hai-duong', '--rules', rules, '--lang', 'en'];
      const here = await slate(args);
      expect(here).toMatchObject({ code: 2, stdout: '' });
      expect(await slate([...args, '--service', 'http://127.0.0.1:9'], { env: freshHome() })).toEqual(here);
    },
  );

  test.each([
    ['127.0.0.1:8091', 'did you mean http://127.0.0.1:8091?'],
    ['localhost:8091', 'did you mean http://localhost:8091?'],
    ['slate.example/board', 'did you mean https://slate.example/board?'],
    ['ftp://slate.example', 'no address of a service'],
    ['an:hidden@slate.example', 'no address of a service'],
  ])('an address that is none is put right: %s', async (address, words) => {
    const ran = await slate(['login', address, '--lang', 'en'], { env: freshHome() });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(words);
    expect(ran.stderr).not.toContain('hidden');
  });

  test('why nobody is reached is told in words', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    const at = async (address: string): Promise<string> => {
      const env = { ...freshHome(), SLATE_KEY: 'slate_secret_word' };
      const ran = await slate(['whoami', address, '--lang', 'en'], { env });
      expect(ran).toMatchObject({ code: 69, stdout: '' });
      return ran.stderr;
    };
    expect(await at(`http://127.0.0.1:${port}`)).toContain('connection refused');
    expect(await at('https://slate.invalid')).toContain('no machine of this name is found');
    expect(await at('http://127.0.0.1:9')).toContain('no service is asked at this port');
    const plain = await listening((_, response) => response.end());
    expect(await at(plain.replace('http:', 'https:'))).toContain('does not speak https');
  });

  test('a key goes nowhere in the open, and no address holds a password', async () => {
    const env = { ...freshHome(), SLATE_KEY: 'slate_secret_word' };
    const at = (address: string) =>
      slate(['propose', ...REFERENCE, '--service', address, '--lang', 'en'], { env });
    const open = await at('http://slate.example');
    expect(open).toMatchObject({ code: 2, stdout: '' });
    expect(open.stderr).toContain('is not encrypted');
    const login = await slate(['login', 'http://slate.example', '--lang', 'en'], { env: freshHome() });
    expect(login).toMatchObject({ code: 2, stdout: '' });
    expect(login.stderr).toContain('is not encrypted');
    const named = await at('https://an:hidden@slate.example');
    expect(named).toMatchObject({ code: 2, stdout: '' });
    expect(named.stderr).toContain('no address of a service');
    expect(named.stderr).not.toContain('hidden');
    expect(named.stderr.split('\n')).toHaveLength(3);
  });
});

/** Whether there is something that makes a terminal for a command, as every Linux has it. */
function hasTerminal(): boolean {
  return process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;
}

/** A user without settings, and a folder for a store. */
function freshHome(): { readonly XDG_CONFIG_HOME: string; readonly folder: string } {
  const { home } = filesWith({ home: '' });
  const folder = join(home, '..');
  mkdirSync(join(folder, 'config'));
  return { XDG_CONFIG_HOME: join(folder, 'config'), folder: join(folder, 'data') };
}

/** Which of two solvers was first, how long it took, and what it could prove meanwhile, is no part of an answer. */
function withoutSolver(text: string): string {
  return text
    .replaceAll(/^Solver: .*$/gm, 'Solver: …')
    .replaceAll(/\w+ of them proven(?:, the others as one solver says)?/g, '… of them proven');
}

function withoutSeconds(text: string): string {
  return text.replaceAll(/[\d.]+ s\b/g, '… s');
}

function ownFiles() {
  return filesWith({
    'pool.csv': 'id,name,gender,merit\nA,Lê Thị An,female,1\nB,Trần Văn Bình,male,9\nC,Đỗ Thị Cúc,female,2\n',
    'base.yaml':
      'id: base\ntitle: { vi: Nền, en: Base }\nreferenceDate: 2020-06-05\nsize: 2\nfacts: { merit: number }\nrules:\n  - id: women\n    title: { vi: Nữ, en: Women }\n    count: { where: { fact: gender, operator: equal, value: female }, min: 1 }\nobjective: [{ fact: merit, weight: 1 }]\n',
    'own.yaml': 'id: own\nextends: base\ntitle: { vi: Riêng, en: Own }\n',
    'scenarios.yaml':
      'scenarios:\n  - id: with-an\n    title: { vi: Có An, en: With An }\n    pin: [A]\n  - id: three\n    title: { vi: Ba, en: Three }\n    size: 3\n',
  });
}

function refusing(
  status: number,
  kind: string,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): RequestListener {
  const document = { type: `urn:slate:problem:${kind}`, title: kind, status, detail };
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/problem+json', ...headers });
    response.end(JSON.stringify(document));
  };
}

/** A server that is not ours. */
async function listening(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
