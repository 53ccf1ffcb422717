import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, request, type Server } from 'node:http';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StorePlace } from '../../src/store/store-place.ts';
import { COMMAND, ROOT } from '../cli/run-slate.ts';
import { startPostgres } from '../store/postgres.ts';

/** A process of Slate that is there until somebody kills it. */
function startProcess(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [COMMAND, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'] },
  });
}

function dataOf(place: StorePlace): string {
  return 'url' in place ? place.url : 'folder' in place ? place.folder : place.file;
}

/** A worker as a process of its own. */
export function startWorker(place: StorePlace): ChildProcess {
  const worker = startProcess(['worker', '--threads', '1', '--data', dataOf(place)]);
  worker.stderr!.resume();
  return worker;
}

/** A service as a process of its own. */
export interface ServiceProcess {
  readonly process: ChildProcess;
  /** Once it answers. */
  readonly address: Promise<string>;
}

/** A service on a free port, which works on so many jobs itself. */
export function startServing(place: StorePlace, jobs: number): ServiceProcess {
  const config = join(mkdtempSync(join(tmpdir(), 'slate-serving-')), 'slate.yaml');
  writeFileSync(config, `port: 0\nthreads: { solve: 1, read: 1, jobs: ${jobs} }\nlog: { level: silent }\n`);
  const child = startProcess(['serve', '--config', config, '--data', dataOf(place)]);
  const address = new Promise<string>((resolve, reject) => {
    let told = '';
    child.stderr!.on('data', (chunk) => {
      told += String(chunk);
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(told);
      if (found !== null) resolve(found[0]);
    });
    child.once('exit', () => reject(new Error(`the service ended: ${told}`)));
  });
  // Whoever wants to know waits for it; others do not mind.
  address.catch(() => undefined);
  return { process: child, address };
}

/** A balancer that sends every request to another service than the one before. */
export interface Balancer {
  readonly address: string;
  /** How many requests each address was given. */
  readonly given: ReadonlyMap<string, number>;
  readonly close: () => Promise<void>;
}

/** Sends requests in turn to whoever is there; one that takes no connection is passed over. */
export async function startBalancer(addresses: () => readonly string[]): Promise<Balancer> {
  const given = new Map<string, number>();
  let turn = 0;
  const server: Server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => send(addresses().length));
    const send = (tries: number): void => {
      const all = addresses();
      const to = all[(turn += 1) % all.length]!;
      const { host } = new URL(to);
      const headers = { ...incoming.headers, host, ...(incoming.headers.origin && { origin: to }) };
      const passed = request(`${to}${incoming.url}`, { method: incoming.method!, headers, agent: false });
      passed.on('response', (response) => {
        given.set(to, (given.get(to) ?? 0) + 1);
        outgoing.writeHead(response.statusCode!, response.headers);
        response.pipe(outgoing);
        response.on('error', () => !outgoing.writableEnded && outgoing.destroy());
      });
      passed.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ECONNREFUSED' && tries > 1) send(tries - 1);
        else if (!outgoing.writableEnded) outgoing.destroy();
      });
      outgoing.on('close', () => passed.destroy());
      passed.end(Buffer.concat(chunks));
    };
  });
  // On a busy machine a client would take up a line at the moment at which it is given up.
  server.keepAliveTimeout = 600_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  return {
    address: `http://127.0.0.1:${bound.port}`,
    given,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Two services that work on no jobs and three workers on a PostgreSQL of their own, behind a balancer. */
export interface Balanced {
  readonly place: { readonly url: string };
  readonly balancer: Balancer;
  /** What is added here is asked and ended, too. */
  readonly services: ServiceProcess[];
  readonly addresses: string[];
  readonly stop: () => Promise<void>;
}

/** Starts them; every request goes elsewhere than the one before. */
export async function startBehindBalancer(): Promise<Balanced> {
  const cluster = await startPostgres();
  const place = { url: cluster.database() };
  const services = [startServing(place, 0), startServing(place, 0)];
  const addresses = await Promise.all(services.map(({ address }) => address));
  const workers = [1, 2, 3].map(() => startWorker(place));
  const balancer = await startBalancer(() => addresses);
  const stop = async (): Promise<void> => {
    await balancer.close();
    for (const { process: service } of services) service.kill('SIGKILL');
    for (const worker of workers) worker.kill('SIGKILL');
    cluster.stop();
  };
  return { place, balancer, services, addresses, stop };
}
