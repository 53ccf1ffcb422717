import { type ChildProcess, spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../cli/run-slate.ts';
import {
  type Balancer,
  type ServiceProcess,
  startBalancer,
  startServing,
  startWorker,
} from '../jobs/processes.ts';
import { type Cluster, startPostgres } from '../store/postgres.ts';

/**
 * The stories of the page on two services that work on no jobs and three workers, behind a balancer that sends
 * every request elsewhere than the one before: whatever a service keeps to itself would be missed.
 */
const STORIES = (
  process.env['SLATE_STORIES'] ?? 'story,batches,together,near-best,robustness,meeting,list-story'
).split(',');

let cluster: Cluster;
let balancer: Balancer;
const services: ServiceProcess[] = [];
const workers: ChildProcess[] = [];

beforeAll(async () => {
  cluster = await startPostgres();
  const place = { url: cluster.database() };
  services.push(startServing(place, 0), startServing(place, 0));
  const addresses = await Promise.all(services.map(({ address }) => address));
  workers.push(...[1, 2, 3].map(() => startWorker(place)));
  balancer = await startBalancer(() => addresses);
});

afterAll(async () => {
  await balancer.close();
  for (const { process: service } of services) service.kill('SIGKILL');
  for (const worker of workers) worker.kill('SIGKILL');
  cluster.stop();
});

test.each(STORIES)('%s', async (story) => {
  const before = [...balancer.given.values()].reduce((sum, count) => sum + count, 0);
  const args = ['vitest', 'run', '--config', 'test/vitest.config.ts', `test/web/${story}.test.ts`];
  const child = spawn('npx', args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, SLATE_SERVED_AT: balancer.address },
  });
  const exit = await new Promise((resolve) => child.on('exit', resolve));
  expect(exit).toBe(0);
  // Both were asked: the page was not served by a service of its own.
  expect([...balancer.given.values()].every((count) => count > 0)).toBe(true);
  expect([...balancer.given.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(before);
});
