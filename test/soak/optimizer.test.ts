import { afterAll, expect, it } from 'vitest';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import { KINDS } from './instances.ts';
import { soak } from './soak.ts';

afterAll(closeSolverThreads);

it('ten instances of each nasty kind end right; ten thousand by `npm run test:soak`', async () => {
  expect(await soak({ instances: 10 * KINDS.length, firstSeed: 1, second: 300 })).toEqual([]);
});
