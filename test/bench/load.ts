import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { addKey } from '../../src/store/keys.ts';
import { ownActor } from '../../src/store/own-actor.ts';
import { openStore } from '../../src/store/store.ts';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Random } from '../../fixtures/made-up/random.ts';
import { generatePool } from '../../fixtures/made-up/generate.ts';

/**
 * Many clients that mix all kinds of questions, against a service of its own process: how long each kind waits,
 * what is refused and how soon, and how much processor time and memory it takes. The clients are the windows of
 * {@link CALLERS} people, each with a key: by that the service counts what is whose, where the address is one for
 * all. Whoever is refused comes back when they are told to, with another question.
 *
 *     node test/bench/load.ts [clients] [seconds] [command]
 *
 * `command` is the file of another one: `lib/code/command.js` is that of the package.
 */
const [clients = 200, seconds = 60] = process.argv.slice(2, 4).map(Number);
const CALLERS = 20;
const COMMAND = process.argv[4] ?? fileURLToPath(new URL('../../bin/slate.js', import.meta.url));
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

/** A key of each caller, in the store of the service that is to be. */
async function keysIn(folder: string): Promise<readonly string[]> {
  const store = await openStore({ folder });
  const keys: string[] = [];
  for (let caller = 0; caller < CALLERS; caller += 1) {
    const holder = { name: `Caller ${caller}`, role: 'administrator' } as const;
    keys.push((await addKey(store.db, ownActor(), holder)).key);
  }
  await store.close();
  return keys;
}

async function started(folder: string): Promise<{ readonly child: ChildProcess; readonly address: URL }> {
  const child = spawn(process.execPath, [COMMAND, 'serve', '--port', '0', '--data', folder, '--lang', 'en'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, SLATE_LOG_LEVEL: 'warn', SLATE_PEOPLE: 'keys' },
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
  /** How long to wait after a refusal, in seconds; 0 where nothing was said. */
  readonly after: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: clients });

function ask(address: URL, asked: Asked, client: number): Promise<Answered> {
  const began = performance.now();
  const text = asked.body === undefined ? undefined : JSON.stringify(asked.body);
  return new Promise((resolve) => {
    const ended = (status: number, after = 0): void =>
      resolve({ kind: asked.kind, status, milliseconds: performance.now() - began, after });
    const sent = request(
      {
        host: address.hostname,
        port: address.port,
        agent,
        method: asked.method,
        path: asked.path,
        headers: {
          ...asked.headers,
          authorization: `Bearer ${keys[client % CALLERS]}`,
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
        const after = Number(response.headers['retry-after'] ?? 0);
        response.resume().once('end', () => ended(response.statusCode ?? 0, after));
      },
    );
    sent.once('error', () => ended(0));
    sent.end(text);
  });
}

/** Seconds of processor time that a process has taken, with all its threads. */
function processorTime(pid: number): number {
  const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const fields = rest.split(' ');
  const TICKS = 100;
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** The most memory that the process ever had, and has, in megabytes. */
function memory(pid: number): { readonly peak: number; readonly now: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string): number =>
    Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1_024);
  return { peak: megabytes('VmHWM'), now: megabytes('VmRSS') };
}

const folder = mkdtempSync(join(tmpdir(), 'slate-load-'));
const keys = await keysIn(folder);
const { child, address } = await started(folder);
const before = processorTime(child.pid!);
const answers: Answered[] = [];
const until = performance.now() + seconds * 1_000;
await Promise.all(
  Array.from({ length: clients }, async (_, client) => {
    const random = new Random(client);
    while (performance.now() < until) {
      const answered = await ask(address, next(random, client), client);
      answers.push(answered);
      await wait(answered.after * 1_000);
    }
  }),
);
const { peak, now } = memory(child.pid!);
const taken = processorTime(child.pid!) - before;
const at = (sorted: readonly number[], part: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
process.stdout.write(
  '| question | answered | a second | median, ms | 99 %, ms | slowest, ms | refused | slowest refusal, ms |\n|---|---|---|---|---|---|---|---|\n',
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
  const refusals = all.filter((each) => !good.includes(each)).map((each) => each.milliseconds);
  const told = refused.map(([status, list]) => `${list!.length} × ${status}`).join(', ');
  process.stdout.write(
    `| ${[kind, good.length, Math.round(good.length / seconds), at(times, 0.5), at(times, 0.99), at(times, 1), told, Math.round(Math.max(0, ...refusals))].join(' | ')} |\n`,
  );
}
const all = answers.filter(({ status }) => status >= 200 && status < 300).length;
process.stdout.write(
  `processor time: ${taken.toFixed(1)} s, ${((taken / all) * 1_000).toFixed(1)} ms an answer\n`,
);
process.stdout.write(`memory: ${peak} MB at most, ${now} MB at the end\n`);
child.kill('SIGTERM');
await new Promise((resolve) => child.once('close', resolve));
agent.destroy();
rmSync(folder, { recursive: true, force: true });
