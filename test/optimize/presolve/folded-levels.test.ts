import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideCase } from '../../../src/optimize/model/decided-case.ts';
import { fold } from '../../../src/optimize/presolve/folded-levels.ts';
import { highsSolver } from '../../../src/optimize/highs/solver.ts';
import { type LinearProgram, objectiveValue } from '../../../src/optimize/linear-program.ts';
import { LinearProgramBuilder } from '../../../src/optimize/model/program-builder.ts';
import { assembleModel } from '../../../src/optimize/model/slate-model.ts';
import { plainCase, tableOf } from '../../random-case.ts';

/** At most `most` of some columns, each with a value per level. */
function choice(most: number, columns: readonly (readonly number[])[]): LinearProgram {
  const builder = new LinearProgramBuilder(columns[0]!.length);
  const row = builder.addRow('choice', 0, most);
  for (const values of columns) {
    builder.addColumn(0, 1);
    values.forEach((value, level) => builder.addValue(level, value));
    builder.addEntry(row, 1);
  }
  return builder.build(columns.length, most);
}

/** Every solution of a {@link choice}. */
function* choices({ columnCount, rowUpper }: LinearProgram): Generator<Float64Array> {
  for (let mask = 0; mask < 2 ** columnCount; mask += 1) {
    const x = Float64Array.from({ length: columnCount }, (_, column) => (mask >> column) & 1);
    if (x.reduce((sum, value) => sum + value, 0) <= rowUpper[0]!) yield x;
  }
}

const valuesOf = ({ levels }: LinearProgram, x: Float64Array): number[] =>
  levels.map((costs) => objectiveValue(costs, x));

function byLevels(one: readonly number[], other: readonly number[]): number {
  const level = one.findIndex((value, index) => value !== other[index]);
  return level === -1 ? 0 : one[level]! - other[level]!;
}

const levels = fc.integer({ min: 1, max: 3 });
const programs = levels.chain((count) =>
  fc
    .tuple(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: count, maxLength: count }), {
        minLength: 1,
        maxLength: 7,
      }),
    )
    .map(([most, columns]) => choice(most, columns)),
);

it('a step of an earlier level outweighs a later one of both signs', async () => {
  // Level 1 prefers the first by 1; level 2 prefers the second by 19, more than the size of any value.
  const program = choice(1, [
    [1, -9],
    [0, 10],
  ]);
  expect(program.spans[1]).toBe(19);
  const solver = await highsSolver();
  const session = solver.open(program);
  expect(session.solve({ timeLimit: 600_000 })).toMatchObject({ status: 'optimal', values: [1, -9] });
  session.close();
});

it('orders solutions as the levels do, one after the other', () => {
  fc.assert(
    fc.property(programs, (program) => {
      const folded = fold(program).program;
      const all = [...choices(program)];
      for (const one of all.slice(0, 20)) {
        for (const other of all) {
          const expected = Math.sign(byLevels(valuesOf(program, one), valuesOf(program, other)));
          expect(Math.sign(byLevels(valuesOf(folded, one), valuesOf(folded, other)))).toBe(expected);
        }
      }
    }),
  );
});

it('a span holds all that a level can differ by', () => {
  fc.assert(
    fc.property(programs, (program) => {
      program.levels.forEach((costs, level) => {
        const values = [...choices(program)].map((x) => objectiveValue(costs, x));
        expect(program.spans[level]).toBeGreaterThanOrEqual(Math.max(...values) - Math.min(...values));
      });
    }),
  );
});

it('gives back a bound of the first level, at most a step above the best', () => {
  fc.assert(
    fc.property(programs, (program) => {
      const { program: folded, firstBound } = fold(program);
      const all = [...choices(program)];
      const best = Math.max(...all.map((x) => objectiveValue(folded.levels[0]!, x)));
      const first = Math.max(...all.map((x) => objectiveValue(program.levels[0]!, x)));
      const step = program.levels[0]!.reduce((least, cost) => Math.max(least, Math.abs(cost)), 1);
      expect(firstBound(best)).toBeGreaterThanOrEqual(first);
      expect(firstBound(best)).toBeLessThanOrEqual(first + step);
      expect(firstBound(best + 0.4)).toBeGreaterThanOrEqual(first);
    }),
  );
});

it('leaves levels apart whose numbers would grow beyond what a solver can tell apart', () => {
  const program = choice(2, [
    [2 ** 29 + 1, 2 ** 29],
    [2 ** 29, 1],
  ]);
  expect(fold(program).program.levels).toEqual(program.levels);
});

it('folded and one after the other, levels have the same optimum', async () => {
  const solver = await highsSolver();
  await fc.assert(
    fc.asyncProperty(plainCase({ most: 12 }), async (plain) => {
      const decided = await decideCase(plain.ruleSet, tableOf(plain.candidates));
      const { program } = await assembleModel(decided, {
        decisions: { pin: [], exclude: [], together: [], apart: [] },
      });
      // Spans this wide leave no room: nothing is folded.
      const apart = { ...program, spans: program.spans.map(() => 2 ** 40) };
      const speaking = program.levels.slice(0, -1).filter((costs) => costs.some((cost) => cost !== 0));
      expect(fold(apart).program.levels.length).toBeGreaterThan(speaking.length);
      const [one, other] = [solver.open(program), solver.open(apart)];
      expect(one.solve({ timeLimit: 600_000 })).toEqual(other.solve({ timeLimit: 600_000 }));
      one.close();
      other.close();
    }),
    { numRuns: 200 },
  );
});
