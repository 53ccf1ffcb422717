import { afterAll, expect, it } from 'vitest';
import fc from 'fast-check';
import { closeSolverThreads } from '../../src/optimize/solver-threads.ts';
import { closeCellThreads } from '../../src/scenarios/cell-threads.ts';
import { ruleSetAt } from '../../src/scenarios/grid.ts';
import { runSweep } from '../../src/scenarios/sweep.ts';
import { readVariation, type Variation } from '../../src/scenarios/variation.ts';
import { propose } from '../../src/slate/propose.ts';
import type { SlateCase } from '../../src/slate/requests.ts';
import { valueOf } from '../../src/words/problem.ts';
import { plainCase, type PlainCase } from '../random-case.ts';
import { caseOf } from './plain-slate-case.ts';

afterAll(async () => {
  await Promise.all([closeSolverThreads(), closeCellThreads()]);
});

/** One or two bounds of a random case, each over a few values. */
function variationsOf({ ruleSet }: PlainCase, picks: readonly number[]): readonly Variation[] {
  const names = ['size', ...ruleSet.rules.filter(({ kind }) => kind !== 'require').map(({ id }) => id)];
  const chosen = [...new Set(picks.map((pick) => names[pick % names.length]!))];
  return chosen.map((name, index) => {
    const rule = ruleSet.rules.find(({ id }) => id === name);
    const side = ['', '.min', '.max'][picks[index]! % 3]!;
    const values = rule?.kind === 'share' ? '0.2,1/3,0.5' : name === 'size' ? '1..5' : '0..3';
    return valueOf(readVariation(`${name}${side}=${values}`, ruleSet));
  });
}

async function holdsCellByCell(asked: SlateCase, variations: readonly Variation[]): Promise<void> {
  const sweep = await runSweep({ case: asked, variations });
  expect(sweep).toMatchObject({ complete: true, total: sweep.cells.length });
  for (const [cell, found] of sweep.cells.entries()) {
    const single = await propose({ ...asked, ruleSet: ruleSetAt(cell, variations, asked.ruleSet) });
    const [slate] = single.slates;
    expect(found.status).toBe(single.status);
    expect(found.members).toEqual(slate?.members);
    expect(found.objective).toBe(slate?.objective);
    expect(found.levels).toEqual(slate?.levels?.map(({ value }) => value));
  }
}

it('gives cell by cell exactly what single proposals give', async () => {
  await fc.assert(
    fc.asyncProperty(
      plainCase({ most: 12, missing: true }),
      fc.array(fc.nat(30), { minLength: 1, maxLength: 2 }),
      (plain, picks) => holdsCellByCell(caseOf(plain), variationsOf(plain, picks)),
    ),
    { numRuns: 25 },
  );
}, 120_000);
