/**
 * `npm run test:seeds [-- FILE…]`: every property test, or those of some files, under twenty seeds with a
 * thousand cases each. Hours for all of them: run it file by file. `SLATE_SEEDS` and `SLATE_RUNS` say how
 * many seeds and cases. What fails is told with its seed; keep the failing case as an example of its test.
 */
import { spawnSync } from 'node:child_process';

const files = process.argv.slice(2);
const seeds = Number(process.env['SLATE_SEEDS'] ?? 20);
const failed: number[] = [];
for (let seed = 1; seed <= seeds; seed += 1) {
  process.stdout.write(`seed ${seed} of ${seeds}\n`);
  const { status } = spawnSync(
    'npx',
    ['vitest', 'run', '--config', 'test/seeds/vitest.config.ts', '--reporter', 'dot', ...files],
    { stdio: 'inherit', env: { ...process.env, SLATE_SEED: String(seed) } },
  );
  if (status !== 0) failed.push(seed);
}
process.stdout.write(failed.length === 0 ? 'no seed fails\n' : `seeds that fail: ${failed.join(', ')}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
