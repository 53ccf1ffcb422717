import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideCase } from '../../../src/optimize/model/decided-case.ts';
import { RelaxedFirstSession } from '../../../src/optimize/highs/relaxed-first.ts';
import { copyBounds, type LinearProgram } from '../../../src/optimize/linear-program.ts';
import { openRow } from '../../../src/optimize/highs/model-series.ts';
import { assembleTypeModel } from '../../../src/optimize/model/type-model.ts';
import { compliantSlates } from '../../brute-force.ts';
import { plainCase, type PlainCase, tableOf } from '../../random-case.ts';

// Brute force over hundreds of cases takes seconds, and more on a busy machine.

const NOBODY = { pin: [], exclude: [], together: [], apart: [] };

/** The type model of a case, whose level is the number of candidates of every second type. */
async function programOf(
  plain: PlainCase,
): Promise<{ readonly program: LinearProgram; readonly counted: ReadonlySet<string> }> {
  const decided = await decideCase(plain.ruleSet, tableOf(plain.candidates));
  const { program, chosen } = await assembleTypeModel(decided, { decisions: NOBODY });
  const costs = program.levels[0]!.map((_, column) => column % 2);
  const everySecond = chosen(program.columnUpper.map((upper, column) => upper * (column % 2)));
  const counted = everySecond.ok ? everySecond.rows : [];
  return {
    program: { ...program, levels: [costs], spans: [plain.candidates.length] },
    counted: new Set(counted.map((row) => plain.candidates[row]!.id)),
  };
}

it('finds the optimum of brute force over types, or proves that there is none', async () => {
  const seen = { optimal: 0, infeasible: 0, unknown: 0 };
  await fc.assert(
    fc.asyncProperty(plainCase({ most: 8 }), async (plain) => {
      const { program, counted } = await programOf(plain);
      const values = [...compliantSlates(plain)].map(
        (slate) => slate.filter(({ id }) => counted.has(id)).length,
      );
      const session = await RelaxedFirstSession.open(program);
      const found = session.solve(program, { timeLimit: 600_000 });
      session.close();
      seen[found.status] += 1;
      expect(found.status).toBe(values.length === 0 ? 'infeasible' : 'optimal');
      expect('value' in found ? found.value : -Infinity).toBe(Math.max(...values));
    }),
    { numRuns: 300 },
  );
  expect(Math.min(seen.optimal, seen.infeasible)).toBeGreaterThan(10);
});

it('certifies with rows that refute the program alone', async () => {
  let certified = 0;
  await fc.assert(
    fc.asyncProperty(plainCase({ most: 8 }), async (plain) => {
      const { program } = await programOf(plain);
      const session = await RelaxedFirstSession.open(program);
      const found = session.solve(program, { timeLimit: 600_000 });
      const certificate = 'certificate' in found ? found.certificate : undefined;
      if (certificate !== undefined) {
        const bounds = copyBounds(program);
        certificate.forEach((multiplier, row) => {
          if (multiplier === 0) openRow(bounds, row);
          else if (multiplier > 0) bounds.rowUpper[row] = Infinity;
          else bounds.rowLower[row] = -Infinity;
        });
        expect(session.solve(bounds, { timeLimit: 600_000 }).status).toBe('infeasible');
        certified += 1;
      }
      session.close();
    }),
    { numRuns: 200 },
  );
  expect(certified).toBeGreaterThan(10);
});
