import fc from 'fast-check';
import { expect, it } from 'vitest';
import { needsSecondTieBreak, tieBreakWeights, tieRange } from '../../../src/optimize/model/tie-break.ts';
import type { CountRule } from '../../../src/rules/rule-set.ts';
import { HARD, plainRuleSet, sameTitle } from '../../plain-rules.ts';
import { plainCase, type PlainCandidate, type PlainCase } from '../../random-case.ts';
import { everySolver, slateBy } from '../solving.ts';

interface Run {
  readonly value: number;
  readonly ids: readonly string[];
}

/** The weights of each run; the candidates stand in the table in the order of `rows`. */
function weightsOf(
  all: readonly Run[],
  range: number,
  most: number,
  rows?: readonly number[],
): readonly (readonly number[])[] {
  const ids = all.flatMap((run) => run.ids);
  const starts = [0];
  for (const run of all) starts.push(starts.at(-1)! + run.ids.length);
  const values = all.map(({ value }) => value);
  const runs = { ids, starts, values, rows: rows ?? ids.map((_, row) => row) };
  const weights = Array.from(tieBreakWeights(runs, range, most));
  return all.map((_, run) => weights.slice(starts[run], starts[run + 1]));
}

/** Runs of candidates of two values: ids are unique over all of them. */
const runs = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 200 }).chain((ids) =>
  fc.array(fc.nat(5), { minLength: ids.length, maxLength: ids.length }).map((of) =>
    [0, 1, 2, 3, 4, 5]
      .map((run) => ({
        value: run % 2,
        ids: ids.filter((_, index) => of[index] === run).sort((one, other) => (one < other ? -1 : 1)),
      }))
      .filter((run) => run.ids.length > 0),
  ),
);

it('weights are whole, positive, and fall along a run for as many as there are seats', () => {
  fc.assert(
    fc.property(
      runs,
      fc.integer({ min: 10, max: 19 }),
      fc.integer({ min: 1, max: 300 }),
      (all, log, most) => {
        const weights = weightsOf(all, 2 ** log, most);
        expect(weights.map((each) => each.length)).toEqual(all.map(({ ids }) => ids.length));
        for (const mine of weights) {
          mine.forEach((weight, index) => {
            expect(Number.isInteger(weight)).toBe(true);
            expect(weight).toBeGreaterThanOrEqual(1);
            if (index > 0 && index < most) expect(weight).toBeLessThan(mine[index - 1]!);
          });
        }
      },
    ),
  );
});

it('no two of one value weigh the same', () => {
  fc.assert(
    fc.property(runs, (all) => {
      const weights = weightsOf(all, 2 ** 10, 200);
      for (const value of [0, 1]) {
        const mine = weights.filter((_, run) => all[run]!.value === value).flat();
        expect(new Set(mine).size).toBe(mine.length);
      }
    }),
  );
});

it('the order of the runs and of the table does not matter', () => {
  fc.assert(
    fc.property(runs, (all) => {
      const turned = weightsOf(all.toReversed(), 2 ** 10, 50).toReversed();
      expect(turned).toEqual(weightsOf(all, 2 ** 10, 50));
      const backwards = all.flatMap(({ ids }) => ids).map((_, row, { length }) => length - 1 - row);
      expect(weightsOf(all, 2 ** 10, 50, backwards)).toEqual(turned);
    }),
  );
});

it('spreads as wide as the values leave room for', () => {
  expect(tieRange(1)).toBe(2 ** 19);
  expect(tieRange(2 ** 13)).toBe(2 ** 13);
  expect(tieRange(2 ** 30)).toBe(2 ** 10);
});

it('draws a second weight only where many are told apart by a narrow first one', () => {
  const equal = new Float64Array(100).fill(7);
  const different = Float64Array.from(equal, (_, index) => index);
  expect(needsSecondTieBreak([equal], 100, 2 ** 10)).toBe(true);
  expect(needsSecondTieBreak([different], 100, 2 ** 10)).toBe(false);
  expect(needsSecondTieBreak([equal, different], 100, 2 ** 10)).toBe(false);
  expect(needsSecondTieBreak([equal], 100, 2 ** 19)).toBe(false);
});

const oneOfEach = (forEach: string): CountRule => ({
  ...HARD,
  id: `one-per-${forEach}`,
  kind: 'count',
  forEach,
  max: 1,
});

/** Equal people in pairs, a few to be chosen, beside one whose value is so fine that ties have little room. */
function equalPeople(prefix: string, count: number): PlainCase {
  const candidates: PlainCandidate[] = Array.from({ length: count }, (_, index) => ({
    id: `${prefix}-${index}`,
    merit: 1,
    unit: `unit ${index % (count / 2)}`,
  }));
  const ruleSet = plainRuleSet('equal', {
    size: { min: count / 4, max: count / 4 },
    rules: [oneOfEach('unit')],
    objective: [
      {
        title: sameTitle('merit'),
        softRules: true,
        terms: [
          { fact: 'merit', weight: 1 },
          { where: { fact: 'merit', operator: 'lessThan', value: 1 }, weight: 0.1234567 },
        ],
      },
    ],
  });
  return { candidates: [...candidates, { id: 'z', merit: 0.9, unit: 'unit z' }], ruleSet };
}

it('equal people give one slate, on every solver and in any order of rows', async () => {
  const solvers = await everySolver();
  // With one tie-break alone and weights that may coincide, nine of the first 200 had several answers.
  for (let number = 0; number < 40; number += 1) {
    const plain = equalPeople(`k${number}`, 120);
    const reversed = { ...plain, candidates: plain.candidates.toReversed() };
    const [, first] = solvers[0]!;
    const expected = await slateBy(first, plain);
    expect(expected.status).toBe('optimal');
    for (const [name, solver] of solvers) {
      expect(await slateBy(solver, reversed), `${name}, k${number}`).toEqual(expected);
    }
  }
});

it('a slate of hundreds takes the smaller ids of each kind', async () => {
  const plain = equalPeople('c', 600);
  const women = plain.candidates.slice(0, 500).map((each, index) => ({
    ...each,
    id: `c${String(index).padStart(4, '0')}`,
    gender: index % 2 === 0 ? 'female' : 'male',
  }));
  const { forEach: _, ...some } = oneOfEach('gender');
  const quota: CountRule = {
    ...some,
    where: { fact: 'gender', operator: 'equal', value: 'female' },
    min: 160,
    max: 160,
  };
  const ruleSet = { ...plain.ruleSet, size: { min: 300, max: 300 }, rules: [quota] };
  const firstOf = (gender: string, count: number) =>
    women.filter((each) => each.gender === gender).slice(0, count);
  const expected = [...firstOf('female', 160), ...firstOf('male', 140)].map(({ id }) => id).sort();
  for (const [name, solver] of (await everySolver()).slice(0, 2)) {
    const { ids: found } = await slateBy(solver, { candidates: women, ruleSet });
    expect(found, `by ${name}`).toEqual(expected);
  }
});

it('the order of the rows does not matter', async () => {
  const solvers = await everySolver();
  const shuffled = plainCase({ most: 14, missing: true }).chain((plain) =>
    fc
      .shuffledSubarray([...plain.candidates], { minLength: plain.candidates.length })
      .map((candidates) => [plain, { ...plain, candidates }] as const),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([plain, other]) => {
      const [, first] = solvers[0]!;
      const expected = await slateBy(first, plain);
      for (const [name, solver] of solvers) {
        const found = await slateBy(solver, other);
        expect(found, `by ${name}`).toEqual(expected);
      }
    }),
    { numRuns: 150 },
  );
});
