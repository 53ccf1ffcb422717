import fc from 'fast-check';
import { expect, it } from 'vitest';
import { relaxationModel } from '../../../src/explain/ways-out/relaxation-model.ts';
import { RelaxationSession } from '../../../src/explain/ways-out/relaxation-session.ts';
import { copyBounds } from '../../../src/optimize/linear-program.ts';
import { plainQuestion, questionFrom } from '../small-questions.ts';

it('says of no part that it costs more than the cheapest way out of it, and mostly just that', async () => {
  const told = { exact: 0, below: 0 };
  const questions = plainQuestion({ most: 7, rules: 6 });
  await fc.assert(
    fc.asyncProperty(questions, fc.array(fc.boolean(), { maxLength: 8 }), async (plain, closed) => {
      const shape = { size: 1, decision: 2, exactToRange: false };
      const model = await relaxationModel(await questionFrom(plain), shape);
      const session = await RelaxationSession.open(model);
      const bounds = copyBounds(model.program);
      model.ways.forEach(({ column }, index) => {
        if (closed[index] === true) bounds.columnUpper[column] = 0;
      });
      const least = session.leastCost(bounds, { timeLimit: 60_000 });
      const cheapest = session.cheapest(bounds, { timeLimit: 60_000 });
      session.close();
      if (cheapest === undefined) return;
      expect(least).toBeLessThanOrEqual(cheapest.cost);
      told[least === cheapest.cost ? 'exact' : 'below'] += 1;
    }),
    { numRuns: 200 },
  );
  expect(told.exact).toBeGreaterThan(told.below);
});
