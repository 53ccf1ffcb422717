import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { COMMAND, ended, expectRefused, filesWith, slate, startSlate } from './run-slate.ts';

const WAITING = ['pool', '--pool', '-', '--lang', 'en'];

const HEADING = 'id,name\n';
const MANY = 'A,An\n'.repeat(200_000);

/** Waits until the process has come as far as reading: it writes nothing before. */
async function untilReading(child: ReturnType<typeof startSlate>, table = HEADING + MANY): Promise<void> {
  // Once more than a pipe's worth of bytes is taken from it, somebody reads.
  if (!child.stdin.write(table)) await once(child.stdin, 'drain');
}

describe('the process', () => {
  test('is cancelled by Ctrl-C, and says so', async () => {
    const child = startSlate(WAITING);
    const end = ended(child);
    await untilReading(child);
    child.kill('SIGINT');
    expect(await end).toMatchObject({ code: 130, stdout: '', stderr: 'Cancelled.\n' });
  });

  test('ends by Ctrl-C in the middle of a solve that takes long', async () => {
    // Sums that hardly any choice of people meets exactly: a solver is at it for hours.
    let state = 3;
    const next = (): number => (state = (state * 48_271) % 2_147_483_647) % 100;
    const people = Array.from({ length: 40 }, () => [next(), next(), next(), next()]);
    // Names long enough for a table that no pipe holds.
    const rows = people.map((sums, person) => `P${person},${'N'.repeat(10_000)},${sums.join()}\n`);
    const table = `id,name,a,b,c,d\n${rows.join('')}`;
    const rules = ['a', 'b', 'c', 'd'].map((fact, sum) => {
      const half = Math.floor(people.reduce((total, sums) => total + sums[sum]!, 0) / 2);
      return `  - { id: ${fact}, sum: { fact: ${fact}, exactly: ${half} } }\n`;
    });
    const files = filesWith({
      'rules.yaml': `id: sums
referenceDate: 2024-01-01
size: { min: 1, max: 40 }
facts: { a: number, b: number, c: number, d: number }
rules:
${rules.join('')}`,
    });
    const asked = ['why', 'P1', '--pool', '-', '--rules', files['rules.yaml']];
    for (const [language, told] of [
      ['en', 'Cancelled.\n'],
      ['vi', 'Đã dừng.\n'],
    ] as const) {
      const child = startSlate([...asked, '--time-limit', '600', '--lang', language]);
      const end = ended(child);
      await untilReading(child, table);
      child.stdin.end();
      // Wherever it is by then: on its way to the solve or, on most machines, in the middle of it.
      await setTimeout(3000);
      child.kill('SIGINT');
      expect(await end).toMatchObject({ code: 130, signal: null, stdout: '', stderr: told });
    }
  });

  test('is silent where the reader goes away', async () => {
    const child = startSlate(['rules', 'hai-duong-2020', '--json']);
    child.stdout.destroy();
    const ran = await ended(child);
    expect(ran).toMatchObject({ code: 0, signal: null, stderr: '' });
  });

  test.skipIf(!existsSync('/dev/full'))('says so where its answer cannot be written', () => {
    const full = openSync('/dev/full', 'w');
    onTestFinished(() => closeSync(full));
    const ran = spawnSync(process.execPath, [COMMAND, 'rules', '--lang', 'en'], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    expect(ran).toMatchObject({
      status: 2,
      stderr: 'The answer cannot be written to standard output (ENOSPC).\n',
    });
  });

  test('is handed over to the installed Node where this one cannot run TypeScript', async () => {
    const node = ['--no-strip-types'];
    const [version, refused] = await Promise.all([
      slate(['--version'], { node }),
      slate(['rules', 'nothing-like-it', '--lang', 'en'], { node }),
    ]);
    expect(version).toMatchObject({ code: 0, stderr: '' });
    expectRefused(refused);
    expect(refused.stderr).toContain('there is no rule set “nothing-like-it”');
    const child = startSlate(WAITING, { node });
    const end = ended(child);
    await untilReading(child);
    child.kill('SIGINT');
    expect(await end).toMatchObject({ code: 130, stderr: 'Cancelled.\n' });
  });

  test('says what is needed where no Node can', async () => {
    const ran = await slate(['--version'], { node: ['--no-strip-types'], env: { SLATE_HANDED_OVER: '1' } });
    expectRefused(ran);
    expect(ran.stderr).toContain('Node 22.18 or later is needed');
  });
});

describe('slate serve', () => {
  test('answers until it is stopped, which is a success', async () => {
    const child = startSlate(['serve', '--port', '0', '--lang', 'en']);
    const end = ended(child);
    const address = await addressOf(child);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    const foreign = await fetch(`${address}/healthz`, { headers: { origin: 'https://evil.example' } });
    expect(foreign.status).toBe(403);
    const refused = await slate(['serve', '--port', new URL(address).port, '--lang', 'en']);
    expectRefused(refused);
    expect(refused.stderr).toContain('another program uses it');
    child.kill('SIGTERM');
    const ran = await end;
    expect(ran).toMatchObject({ code: 0, signal: null, stdout: '' });
    expect(ran.stderr).toContain('It is one person’s');
    expect(ran.stderr).toContain('Stopped.');
  });

  test('does not start where others would reach it, and says what to do', async () => {
    const refused = await slate(['serve', '--host', '0.0.0.0', '--port', '0', '--lang', 'en']);
    expectRefused(refused);
    expect(refused.stderr).toMatch(/^at 0\.0\.0\.0 others .* leave --host out/);
  });

  test.each(['keys', 'accounts'])(
    'does not call itself open where it asks for %s on one machine',
    async (people) => {
      const data = `${filesWith({ data: '' })['data']}.d`;
      const asked = { env: { SLATE_PEOPLE: people } };
      const refused = await slate(['serve', '--data', data, '--port', '0', '--lang', 'en'], asked);
      expectRefused(refused);
      expect(refused.stderr).toMatch(
        /^the service is to ask everybody who they are, and it knows nobody .*people: one/,
      );
      expect(refused.stderr).not.toMatch(/others|--host/);
    },
  );

  test('names an address that a browser can open', async () => {
    const data = `${filesWith({ data: '' })['data']}.d`;
    expect((await slate(['keys', 'add', 'An', '--role', 'reader', '--data', data])).code).toBe(0);
    const child = startSlate(['serve', '--host', '0.0.0.0', '--port', '0', '--data', data, '--lang', 'en']);
    const end = ended(child);
    const address = await addressOf(child);
    expect(address).toMatch(/^http:\/\/localhost:\d+$/);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    child.kill('SIGTERM');
    expect((await end).stderr).not.toContain('http://0.0.0.0');
  });
});

describe('the configuration of slate serve', () => {
  test('is shown, each setting with where it was said', async () => {
    const files = filesWith({ 'own.yaml': 'limits: { queue: 7 }\n' });
    const args = ['serve', '--config', files['own.yaml'], '--port', '3000', '--print-config', '--lang', 'en'];
    const [text, json] = await Promise.all([
      slate(args, { env: { SLATE_LOG_LEVEL: 'warn' } }),
      slate([...args, '--json']),
    ]);
    expect(text).toMatchObject({ code: 0, stderr: '' });
    expect(text.stdout).toContain('port: 3000 # --port\n');
    expect(text.stdout).toContain(`  queue: 7 # ${files['own.yaml']}:1\n`);
    expect(text.stdout).toContain('  level: warn # SLATE_LOG_LEVEL\n');
    expect(JSON.parse(json.stdout)).toMatchObject({
      port: 3000,
      limits: { queue: 7 },
      log: { level: 'info' },
    });
  });

  test('is told all that is wrong with it, with what else is wrong, and nothing starts', async () => {
    const files = filesWith({ 'own.yaml': 'prot: 1\nlimits: { queue: -1 }\n' });
    const args = ['serve', '--config', files['own.yaml'], '--port', 'x', '--lang', 'en'];
    const refused = await slate(args, { env: { SLATE_LIMTS_JOBS: '3' } });
    expectRefused(refused);
    for (const words of [
      '--port cannot be “x”',
      ':1:1: /prot: unknown key “prot”',
      ':2:18: /limits/queue: found -1',
      'SLATE_LIMTS_JOBS',
    ])
      expect(refused.stderr).toContain(words);
  });
});

async function addressOf(child: ReturnType<typeof startSlate>): Promise<string> {
  let told = '';
  for await (const [chunk] of events(child)) {
    told += chunk.toString('utf8');
    const found = /Open (http:\S+)/.exec(told)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error(`it ended before it listened: ${told}`);
}

async function* events(child: ReturnType<typeof startSlate>): AsyncGenerator<[Buffer]> {
  while (child.exitCode === null) yield (await once(child.stderr, 'data')) as [Buffer];
}
