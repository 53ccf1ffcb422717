import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideCase } from '../../../src/optimize/model/decided-case.ts';
import { openWarmSession, seriesSolver } from '../../../src/optimize/highs/solver.ts';
import { wholeSums } from '../../../src/optimize/highs/whole-sums.ts';
import { copyBounds } from '../../../src/optimize/linear-program.ts';
import { assembleModel } from '../../../src/optimize/model/slate-model.ts';
import { plainCase, tableOf } from '../../random-case.ts';

const NOBODY = { pin: [], exclude: [], together: [], apart: [] };

/** Bounds of one row of the program, by an index that is taken modulo the rows. */
const move = fc.record({ row: fc.nat(40), lower: fc.integer({ min: 0, max: 3 }), more: fc.nat(2) });

it('a warm session answers under moving bounds what a fresh solve answers', async () => {
  await fc.assert(
    fc.asyncProperty(
      plainCase({ most: 14 }),
      fc.array(move, { minLength: 1, maxLength: 12 }),
      async (plain, moves) => {
        const decided = await decideCase(plain.ruleSet, tableOf(plain.candidates));
        const { program } = await assembleModel(decided, { decisions: NOBODY, flexibleSeats: 7 });
        const [warm, solver] = [await openWarmSession(program), await seriesSolver()];
        try {
          for (const { row, lower, more } of moves) {
            const bounds = copyBounds(program);
            bounds.rowLower[row % program.rowCount] = lower;
            bounds.rowUpper[row % program.rowCount] = lower + more;
            const fresh = solver.open(program);
            expect(warm.solve({ timeLimit: 600_000 }, bounds)).toEqual(
              fresh.solve({ timeLimit: 600_000 }, bounds),
            );
            fresh.close();
          }
        } finally {
          warm.close();
        }
      },
    ),
    { numRuns: 150 },
  );
});

it('whole sums are the sums that rows speak of, each once, largest first', async () => {
  await fc.assert(
    fc.asyncProperty(plainCase({ most: 12 }), async (plain) => {
      const decided = await decideCase(plain.ruleSet, tableOf(plain.candidates));
      const { program, candidates } = await assembleModel(decided, { decisions: NOBODY });
      const sums = wholeSums(program);
      expect(new Set(sums.map(({ columns }) => columns.join())).size).toBe(sums.length);
      if (candidates.length >= 3)
        expect(sums[0]).toEqual({ columns: Int32Array.from(candidates.keys()), row: 0 });
      sums.slice(1).forEach(({ columns }, index) => {
        expect(columns.length).toBeLessThanOrEqual(sums[index]!.columns.length);
      });
    }),
    { numRuns: 100 },
  );
});
