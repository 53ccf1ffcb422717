import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../cli/run-slate.ts';
import { type Balanced, startBehindBalancer } from '../jobs/processes.ts';

const WEB = join(ROOT, 'test/web');

/** What a page does of which the service keeps nothing; behind the balancer there is a store. */
const STORELESS = new Set(['mishaps.test.ts']);

/** Every story that a page of any service can be walked in: not those that need people or pools of their own. */
function storiesOfAnyService(): readonly string[] {
  return readdirSync(WEB)
    .filter((file) => file.endsWith('.test.ts') && !STORELESS.has(file))
    .filter((file) =>
      /= servedPage\((?!\{[^}]*\b(?:people|poolsFolder)\b)/.test(readFileSync(join(WEB, file), 'utf8')),
    )
    .map((file) => file.replace('.test.ts', ''));
}

/**
 * The stories of the page on two services that work on no jobs and three workers, behind a balancer that sends
 * every request elsewhere than the one before: whatever a service keeps to itself would be missed.
 */
const STORIES = process.env['SLATE_STORIES']?.split(',') ?? storiesOfAnyService();

let balanced: Balanced;

beforeAll(async () => {
  balanced = await startBehindBalancer();
});

afterAll(() => balanced.stop());

test.each(STORIES)('%s', async (story) => {
  const { balancer } = balanced;
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
