import { afterAll, expect, it } from 'vitest';
import { openQuestion } from '../../src/index.ts';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';

afterAll(closeSolverThreads);

/** 500 of a made-up assembly, with a goal of which a few short are worth their price. */
it('the best assembly is worth what was worked out by other means, and proven', async () => {
  const folder = 'test/slate/assembly';
  const question = await openQuestion({
    pool: { file: `${folder}/pool.csv` },
    rules: { file: `${folder}/rules.yaml` },
  });
  const { slates, assurance, status } = await question.propose({ proof: true });
  expect([status, slates[0]?.objective, assurance]).toEqual(['optimal', 37_070.3, 'proven']);
  expect(slates[0]!.members).toHaveLength(500);
  const reElected = slates[0]!.report.rules.find(({ id }) => id === 're');
  expect([Math.abs(reElected!.deviation), reElected!.cost]).toEqual([4, 20]);
});
