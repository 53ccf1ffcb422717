import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL server for one test file. */
export interface Cluster {
  /** The address of a new, empty database. */
  readonly database: () => string;
  readonly run: (database: string, sql: string) => void;
  /** Ends it at once, whatever it is at, and starts it again. */
  readonly crash: () => void;
  /** Ends it at once; {@link Cluster.comeBack} starts it again with what it had written. */
  readonly goAway: () => void;
  readonly comeBack: () => void;
  readonly stop: () => void;
  /** Milliseconds of processor time that all its processes took so far, those that have ended among them. */
  readonly processorMs: () => number;
}

/** The newest PostgreSQL of this machine; `undefined` where there is none. */
function programs(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).toSorted((a, b) => Number(b) - Number(a)) : [];
  return versions.map((each) => join(root, each, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
}

/**
 * Whether tests with PostgreSQL can run. Where CI lacks it that is a failure, not a reason to skip: it
 * would be noticed by nobody.
 */
export function hasPostgres(): boolean {
  if (programs() !== undefined) return true;
  if (process.env['CI'] !== undefined) throw new Error('PostgreSQL is not installed; CI has to have it');
  process.stderr.write('PostgreSQL is not installed: the store is tested on SQLite alone\n');
  return false;
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const [, , uid, gid] =
    lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Starts a server of its own, with its data in a temporary folder. */
export async function startPostgres(): Promise<Cluster> {
  const bin = programs();
  if (bin === undefined) throw new Error('PostgreSQL is not installed');
  const user = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'slate-postgres-'));
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const port = await freePort();
  const run = (program: string, ...parameters: readonly string[]): void => {
    execFileSync(join(bin, program), parameters, { ...user, cwd: folder, stdio: 'ignore' });
  };
  const data = join(folder, 'data');
  run('initdb', '-D', data, '-U', 'slate', '-A', 'trust', '-E', 'UTF8', '--no-sync');
  const settings = `-h 127.0.0.1 -p ${port} -k ${folder} -c fsync=off -c shared_buffers=16MB`;
  const comeBack = (): void =>
    run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start');
  const goAway = (): void => run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
  comeBack();
  let made = 0;
  const psql = (database: string, sql: string): void =>
    run(
      'psql',
      '-h',
      '127.0.0.1',
      '-p',
      String(port),
      '-U',
      'slate',
      '-v',
      'ON_ERROR_STOP=1',
      '-c',
      sql,
      database,
    );
  return {
    database: () => {
      made += 1;
      psql('postgres', `create database slate${made}`);
      return `postgresql://slate@127.0.0.1:${port}/slate${made}`;
    },
    run: (database, sql) => psql(new URL(database).pathname.slice(1), sql),
    crash: () => {
      goAway();
      comeBack();
    },
    goAway,
    comeBack,
    processorMs: () =>
      processorMsOf(Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])),
    stop: () => {
      goAway();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Of a process, its children that have ended, and those that run. */
function processorMsOf(server: number): number {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const times = all.flatMap((pid) => {
    try {
      const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
      const isServer = Number(pid) === server;
      if (!isServer && Number(fields[1]) !== server) return [];
      const own = Number(fields[11]) + Number(fields[12]);
      return [own + (isServer ? Number(fields[13]) + Number(fields[14]) : 0)];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  });
  return 10 * times.reduce((sum, each) => sum + each, 0);
}
