import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideCase } from '../../../src/optimize/model/decided-case.ts';
import { relax } from '../../../src/optimize/highs/relaxation.ts';
import { Clock, loadRuntime } from '../../../src/optimize/highs/runtime.ts';
import { costScale } from '../../../src/optimize/highs/scale.ts';
import { highsSolver } from '../../../src/optimize/highs/solver.ts';
import { copyBounds, type LinearProgram } from '../../../src/optimize/linear-program.ts';
import { assembleModel } from '../../../src/optimize/model/slate-model.ts';
import { plainCase, tableOf } from '../../random-case.ts';
import { soakInstance } from '../../soak/instances.ts';
import { NOBODY, solveOnce } from '../solving.ts';

/** The first level of a random case. */
const programs = plainCase({ least: 4, most: 14 }).map((plain) => async (): Promise<LinearProgram> => {
  const decided = await decideCase(plain.ruleSet, tableOf(plain.candidates));
  const { program } = await assembleModel(decided, { decisions: NOBODY });
  return { ...program, levels: program.levels.slice(0, 1), spans: program.spans.slice(0, 1) };
});

it('proves a bound that no solution exceeds, and infeasible only what is', async () => {
  let bounded = 0;
  const [highs, solver] = [await loadRuntime(), await highsSolver()];
  await fc.assert(
    fc.asyncProperty(programs, fc.integer({ min: 1, max: 20 }), async (make, round) => {
      const program = await make();
      const relaxed = relax(
        highs,
        { program, bounds: program, level: 0, locked: [] },
        new Clock({ timeLimit: 600_000 }),
        round,
      );
      const outcome = solveOnce(solver, program);
      if (relaxed.status === 'infeasible') expect(outcome.status).toBe('infeasible');
      if (relaxed.status !== 'optimal' || outcome.status !== 'optimal') return;
      const bound = -relaxed.dual.bound / costScale(program.levels[0]!);
      expect(outcome.values[0]).toBeLessThanOrEqual(bound + 1e-6 * Math.max(1, Math.abs(bound)));
      bounded += 1;
    }),
    { numRuns: 200 },
  );
  expect(bounded).toBeGreaterThan(20);
});

it('a column off its better bound costs at least its reduced cost', async () => {
  let priced = 0;
  const [highs, solver] = [await loadRuntime(), await highsSolver()];
  await fc.assert(
    fc.asyncProperty(programs, fc.nat(20), async (make, chosen) => {
      const program = await make();
      const problem = { program, bounds: program, level: 0, locked: [] };
      const relaxed = relax(highs, problem, new Clock({ timeLimit: 600_000 }), 5);
      fc.pre(relaxed.status === 'optimal' && program.columnCount > 0);
      if (relaxed.status !== 'optimal') return;
      const column = chosen % program.columnCount;
      const price = relaxed.dual.reduced[column]!;
      const bounds = copyBounds(program);
      if (price > 0) bounds.columnLower[column] = 1;
      else bounds.columnUpper[column] = bounds.columnUpper[column]! - 1;
      const session = solver.open(program);
      const outcome = session.solve({ timeLimit: 600_000 }, bounds);
      session.close();
      if (outcome.status !== 'optimal') return;
      const scale = costScale(program.levels[0]!);
      const bound = -(relaxed.dual.bound + Math.abs(price)) / scale;
      expect(outcome.values[0]).toBeLessThanOrEqual(bound + 1e-6 * Math.max(1, Math.abs(bound)));
      if (price !== 0) priced += 1;
    }),
    { numRuns: 150 },
  );
  expect(priced).toBeGreaterThan(10);
});

it('a relaxation that HiGHS ends imprecisely is no error', async () => {
  // On the wide path HiGHS called one of its runs on this instance "unknown".
  const { ruleSet, facts, decisions } = soakInstance(1179);
  const { program } = await assembleModel(await decideCase(ruleSet, facts), { decisions });
  const wide = await highsSolver({ direct: 0, rest: 10, round: 20, part: 20 });
  const direct = await highsSolver({ direct: Infinity, rest: 1, round: 1, part: 1 });
  const outcome = solveOnce(wide, program);
  expect(outcome.status).toBe('optimal');
  expect(outcome).toEqual(solveOnce(direct, program));
});
