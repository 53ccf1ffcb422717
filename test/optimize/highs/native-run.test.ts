import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runNatively, runNativelyThrough } from '../../../src/optimize/highs/native-run.ts';
import { openWarmSession, seriesSolver } from '../../../src/optimize/highs/solver.ts';
import { decideCase } from '../../../src/optimize/model/decided-case.ts';
import { assembleModel } from '../../../src/optimize/model/slate-model.ts';
import { plainCase, tableOf } from '../../random-case.ts';
import { NOBODY } from '../solving.ts';

let times = 0;
beforeEach(() => {
  times = 0;
  runNativelyThrough((run) => {
    times += 1;
    return run();
  });
});
afterEach(() => {
  runNativelyThrough(undefined);
  vi.useRealTimers();
});

/** Work of so many milliseconds, by a clock that no other work moves. */
const lasting = (milliseconds: number) => (): void => {
  vi.advanceTimersByTime(milliseconds);
};

test('what runs within another run is part of it', () => {
  expect(runNatively(() => runNatively(() => 3) + runNatively(() => 4))).toBe(7);
  expect(times).toBe(1);
  expect(() =>
    runNatively(() => {
      throw new Error('no');
    }),
  ).toThrow('no');
  runNatively(() => 5);
  expect(times).toBe(3);
});

test('of a model whose last run was quick the next one is not watched, so that no signal before it is lost', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const [model, other] = [{}, {}];
  runNatively(lasting(40), model);
  runNatively(lasting(0), model);
  expect(times).toBe(2);
  runNatively(lasting(40), model);
  expect(times).toBe(2);
  runNatively(lasting(0), model);
  runNatively(lasting(0), other);
  expect(times).toBe(4);
});

test('a whole solve is one run, however many its solver makes', async () => {
  const [plain] = fc.sample(plainCase({ most: 14 }), { numRuns: 1, seed: 5 });
  const decided = await decideCase(plain!.ruleSet, tableOf(plain!.candidates));
  const { program } = await assembleModel(decided, { decisions: NOBODY });
  for (const session of [await openWarmSession(program), (await seriesSolver()).open(program)]) {
    times = 0;
    session.solve({ timeLimit: 600_000 });
    expect(times).toBe(1);
    session.close();
  }
});
