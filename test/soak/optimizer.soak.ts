import { afterAll, expect, it } from 'vitest';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import { soak } from './soak.ts';

/** How many instances, from which seed on: `SOAK_INSTANCES=2000 SOAK_SEED=1 npm run test:soak`. */
const instances = Number(process.env['SOAK_INSTANCES'] ?? 10_000);
const firstSeed = Number(process.env['SOAK_SEED'] ?? 1);
const second = Number(process.env['SOAK_SECOND'] ?? 1000);

afterAll(closeSolverThreads);

it(`${instances} instances from seed ${firstSeed} end right`, async () => {
  expect(await soak({ instances, firstSeed, second, onReport: console.log })).toEqual([]);
});
