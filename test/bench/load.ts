import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Random } from '../../fixtures/made-up/random.ts';
import { generatePool } from '../../fixtures/made-up/generate.ts';

/**
 * Many clients that mix all kinds of questions, against a service of its own process: how long each kind waits,
 * what is refused, and how much memory it takes.
 *
 *     node test/bench/load.ts [clients] [seconds]
 */
const [clients = 200, seconds = 60] = process.argv.slice(2).map(Number);
const COMMAND = fileURLToPath(new URL('../../bin/slate.js', import.meta.url));
const REFERENCE = { pool: { name: 'hai-duong' }, rules: { id: 'hai-duong-2020' } };
const OWN_POOL = {
  pool: { csv: [...generatePool({ size: 120, seed: 7 })].join('') },
  rules: REFERENCE.rules,
};
const members = (count: number, from: number): readonly string[] =>
  Array.from(
    { length: count },
    (_, index) => `HD-${String(1 + ((from + index * 2) % 120)).padStart(3, '0')}`,
  );

interface Asked {
  readonly kind: string;
  readonly method: string;
  readonly path: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a client asks next; each kind as often as people at a page and programs do. */
function next(random: Random, client: number): Asked {
  const turn = random.whole(0, 1_000_000);
  return random.weighted<() => Asked>([
    [() => post('check', 'check', { ...REFERENCE, slate: members(47, turn) }), 45],
    [() => post('check of an own pool', 'check', { ...OWN_POOL, slate: members(47, turn) }), 5],
    [() => get('lists', random.pick(['pools', 'rule-sets', 'rule-sets/hai-duong-2020', 'procedures'])), 20],
    [() => get('pool', 'pools/hai-duong'), 4],
    [() => post('validate', 'pools/validate', OWN_POOL.pool), 4],
    [
      () =>
        post('propose', 'propose', {
          ...REFERENCE,
          scenario: { rules: { women: { exactly: 7 + (turn % 9) } } },
        }),
      4,
    ],
    [() => post('why', 'why', { ...REFERENCE, candidate: members(1, turn)[0] }), 2],
    [() => post('job', 'proposals', REFERENCE), 1],
    [() => get('jobs', 'proposals'), 2],
    [() => draft(client, turn), 6],
    [() => get('drafts', 'drafts'), 5],
    [
      () => ({
        kind: 'signs of life',
        method: 'GET',
        path: random.pick(['/readyz', '/healthz', '/metrics']),
      }),
      2,
    ],
  ])();
}

function post(kind: string, path: string, body: object): Asked {
  return { kind, method: 'POST', path: `/api/v1/${path}`, body };
}

function get(kind: string, path: string): Asked {
  return { kind, method: 'GET', path: `/api/v1/${path}` };
}

const versions = new Map<number, number>();

function draft(client: number, turn: number): Asked {
  const seen = versions.get(client);
  const id = `client-${client}`;
  const body = { format: 'slate-draft-1', id, title: `${turn}`, texts: ['x'.repeat(2_000)] };
  const headers: Record<string, string> =
    seen === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${seen}"` };
  return { kind: 'write a draft', method: 'PUT', path: `/api/v1/drafts/${id}`, body, headers };
}

async function started(folder: string): Promise<{ readonly child: ChildProcess; readonly address: URL }> {
  const child = spawn(process.execPath, [COMMAND, 'serve', '--port', '0', '--data', folder, '--lang', 'en'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, SLATE_LOG_LEVEL: 'warn' },
  });
  let said = '';
  for await (const chunk of child.stderr) {
    said += String(chunk);
    const [address] = /http:\/\/[\d.]+:\d+/.exec(said) ?? [];
    if (address !== undefined) {
      child.stderr.resume();
      return { child, address: new URL(address) };
    }
  }
  throw new Error(said);
}

interface Answered {
  readonly kind: string;
  readonly status: number;
  readonly milliseconds: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: clients });

function ask(address: URL, asked: Asked, client: number): Promise<Answered> {
  const began = performance.now();
  const text = asked.body === undefined ? undefined : JSON.stringify(asked.body);
  return new Promise((resolve) => {
    const ended = (status: number): void =>
      resolve({ kind: asked.kind, status, milliseconds: performance.now() - began });
    const sent = request(
      {
        host: address.hostname,
        port: address.port,
        agent,
        method: asked.method,
        path: asked.path,
        headers: {
          ...asked.headers,
          'accept-encoding': 'br',
          ...(text !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(text),
          }),
        },
      },
      (response) => {
        const [, version] = /"(\d+)"/.exec(response.headers.etag ?? '') ?? [];
        if (asked.kind === 'write a draft' && version !== undefined) versions.set(client, Number(version));
        response.resume().once('end', () => ended(response.statusCode ?? 0));
      },
    );
    sent.once('error', () => ended(0));
    sent.end(text);
  });
}

/** The most memory that the process ever had, and has, in megabytes. */
function memory(pid: number): { readonly peak: number; readonly now: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string): number =>
    Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1_024);
  return { peak: megabytes('VmHWM'), now: megabytes('VmRSS') };
}

const folder = mkdtempSync(join(tmpdir(), 'slate-load-'));
const { child, address } = await started(folder);
const answers: Answered[] = [];
const until = performance.now() + seconds * 1_000;
await Promise.all(
  Array.from({ length: clients }, async (_, client) => {
    const random = new Random(client);
    while (performance.now() < until) answers.push(await ask(address, next(random, client), client));
  }),
);
const { peak, now } = memory(child.pid!);
const at = (sorted: readonly number[], part: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
process.stdout.write(
  '| question | answered | a second | median, ms | 99 %, ms | slowest, ms | refused |\n|---|---|---|---|---|---|---|\n',
);
for (const kind of [...new Set(answers.map((each) => each.kind))].toSorted()) {
  const all = answers.filter((each) => each.kind === kind);
  const good = all.filter(({ status }) => status >= 200 && status < 300);
  const times = good.map((each) => each.milliseconds).toSorted((a, b) => a - b);
  const refused = Object.entries(
    Object.groupBy(
      all.filter((each) => !good.includes(each)),
      ({ status }) => status,
    ),
  );
  const told = refused.map(([status, list]) => `${list!.length} × ${status}`).join(', ');
  process.stdout.write(
    `| ${[kind, good.length, Math.round(good.length / seconds), at(times, 0.5), at(times, 0.99), at(times, 1), told].join(' | ')} |\n`,
  );
}
process.stdout.write(`memory: ${peak} MB at most, ${now} MB at the end\n`);
child.kill('SIGTERM');
await new Promise((resolve) => child.once('close', resolve));
agent.destroy();
rmSync(folder, { recursive: true, force: true });
