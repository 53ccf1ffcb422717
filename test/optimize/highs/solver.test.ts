import { expect, it } from 'vitest';
import type { LinearProgram } from '../../../src/optimize/linear-program.ts';
import { LinearProgramBuilder } from '../../../src/optimize/model/program-builder.ts';
import { everySolver, solveOnce } from '../solving.ts';

/** Two of some columns, on which no level has a say. */
function silent(columns: number): LinearProgram {
  const builder = new LinearProgramBuilder(2);
  const row = builder.addRow('two', 2, 2);
  for (let column = 0; column < columns; column += 1) {
    builder.addColumn(0, 1);
    builder.addValue(0, 0);
    builder.addValue(1, 0);
    builder.addEntry(row, 1);
  }
  return builder.build(columns, 2);
}

it('where no level has a say, any solution is the best, but there must be one', async () => {
  for (const [name, solver] of await everySolver()) {
    expect(solveOnce(solver, silent(5)).status, `by ${name}`).toBe('optimal');
    expect(solveOnce(solver, silent(1)).status, `by ${name}`).toBe('infeasible');
  }
  const [, highs] = (await everySolver())[0]!;
  expect(solveOnce(highs, silent(500)).status).toBe('optimal');
});
