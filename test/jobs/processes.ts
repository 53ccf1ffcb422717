import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StorePlace } from '../../src/store/store-place.ts';
import { COMMAND, ROOT } from '../cli/run-slate.ts';
import { startPostgres } from '../store/postgres.ts';
import { type Balancer, startBalancer } from './balancer.ts';

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
