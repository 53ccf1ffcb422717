import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideCase } from '../../../src/optimize/model/decided-case.ts';
import { LevelRelaxation } from '../../../src/optimize/highs/level-relaxation.ts';
import { Clock, loadRuntime } from '../../../src/optimize/highs/runtime.ts';
import { type LinearProgram, rowActivities } from '../../../src/optimize/linear-program.ts';
import { withRoundedRows } from '../../../src/optimize/presolve/rounding-cuts.ts';
import { assembleModel, type SlateModel } from '../../../src/optimize/model/slate-model.ts';
import { readPoolFile } from '../../../src/pool/reading/read-csv.ts';
import { loadRuleSet } from '../../../src/rules/load.ts';
import { openCase } from '../../../src/slate/case.ts';
import { propose } from '../../../src/slate/propose.ts';
import { closeSolverThreads } from '../../../src/optimize/threads/solver-threads.ts';
import { valueOf } from '../../../src/words/problem.ts';
import { plainCase, tableOf } from '../../random-case.ts';
import { highsSolver, seriesSolver } from '../../../src/optimize/highs/solver.ts';
import { NOBODY, solveOnce } from '../solving.ts';

const NOTHING: ReadonlySet<number> = new Set();

/** The solution that chooses these columns; every slack is as small as the rows allow, plus some. */
function solution({ program, candidates, slacks }: SlateModel, chosen: number, more: number): Float64Array {
  const x = new Float64Array(program.columnCount);
  for (let column = 0; column < candidates.length; column += 1) x[column] = (chosen >> column) & 1;
  const activity = rowActivities(program, x);
  for (const { column, side } of slacks) {
    const row = program.rows[program.starts[column]!]!;
    const [lower, upper] = [program.rowLower[row]!, program.rowUpper[row]!];
    const needed = side === 'missing' ? lower - activity[row]! : activity[row]! - upper;
    x[column] = Math.max(0, needed) + (lower > -Infinity && upper < Infinity ? more : 0);
  }
  return x;
}

function keeps(program: LinearProgram, x: Float64Array): boolean {
  const { rowLower, rowUpper } = program;
  return rowActivities(program, x).every((value, row) => value >= rowLower[row]! && value <= rowUpper[row]!);
}

it('every whole solution of a program keeps its rounded rows', async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(plainCase({ most: 9 }), fc.nat(3), async (plain, more) => {
      const decided = await decideCase(plain.ruleSet, tableOf(plain.candidates));
      const model = await assembleModel(decided, { decisions: NOBODY });
      const rounded = withRoundedRows(model.program, NOTHING);
      if (rounded === model.program) return;
      seen += 1;
      for (let chosen = 0; chosen < 2 ** model.candidates.length; chosen += 1) {
        const x = solution(model, chosen, more);
        if (keeps(model.program, x)) expect(keeps(rounded, x)).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
  expect(seen).toBeGreaterThan(20);
});

it('a program has the same optimum with them, however it is solved', async () => {
  const [direct, warm] = [await seriesSolver(), await highsSolver()];
  await fc.assert(
    fc.asyncProperty(plainCase(), async (plain) => {
      const decided = await decideCase(plain.ruleSet, tableOf(plain.candidates));
      const { program } = await assembleModel(decided, { decisions: NOBODY });
      expect(solveOnce(warm, withRoundedRows(program, NOTHING))).toEqual(solveOnce(direct, program));
    }),
    { numRuns: 200 },
  );
});

describe('the reference case', () => {
  it('has no better relaxation than its best slate', async () => {
    const pool = valueOf(await readPoolFile('fixtures/hai-duong/pool.csv'));
    const asked = valueOf(openCase(pool, valueOf(await loadRuleSet('hai-duong-2020'))));
    const decided = await decideCase(asked.ruleSet, asked.facts);
    const { program } = await assembleModel(decided, { decisions: NOBODY });
    const [best] = (await propose(asked, { solver: 'highs' })).slates;
    await closeSolverThreads();
    const merit = { ...program, levels: program.levels.slice(0, 1), spans: program.spans.slice(0, 1) };
    const { scale } = decided.objective.levels[0]!;
    const [plain, rounded] = [await boundOf(merit), await boundOf(withRoundedRows(merit, NOTHING))];
    expect(plain / scale - best!.objective).toBeGreaterThan(0.5);
    expect(rounded / scale - best!.objective).toBeCloseTo(0, 3);
  });

  async function boundOf(program: LinearProgram): Promise<number> {
    const relaxation = new LevelRelaxation(await loadRuntime(), program, 0, []);
    relaxation.setBounds(program, []);
    expect(relaxation.run(new Clock({ timeLimit: 600_000 }))).toBe('solved');
    const { bound } = relaxation.bound(program);
    relaxation.close();
    return bound;
  }
});

it('nothing is concluded from rows that will be moved', async () => {
  const ruleSet = valueOf(await loadRuleSet('hai-duong-2020'));
  const pool = valueOf(await readPoolFile('fixtures/hai-duong/pool.csv'));
  const { facts } = valueOf(openCase(pool, ruleSet));
  const { program } = await assembleModel(await decideCase(ruleSet, facts), { decisions: NOBODY });
  const all = new Set(Array.from({ length: program.rowCount }, (_, row) => row));
  expect(withRoundedRows(program, NOTHING).rowCount).toBeGreaterThan(program.rowCount);
  expect(withRoundedRows(program, all)).toBe(program);
});
