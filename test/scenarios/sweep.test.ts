import { afterAll, expect, it } from 'vitest';
import fc from 'fast-check';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import { closeCellThreads } from '../../src/scenarios/cell-threads.ts';
import { ruleSetAt } from '../../src/scenarios/grid.ts';
import { runSweep } from '../../src/scenarios/sweep.ts';
import { crossedBounds, readVariation, type Variation } from '../../src/scenarios/variation.ts';
import type { RuleSet } from '../../src/rules/rule-set.ts';
import { propose } from '../../src/slate/propose.ts';
import { type SlateCase } from '../../src/check/slate-case.ts';
import { InputError, valueOf } from '../../src/words/problem.ts';
import { compliantSlates } from '../brute-force.ts';
import { plainRuleSet, sameTitle } from '../plain-rules.ts';
import { plainCase, type PlainCase } from '../random-case.ts';
import { caseOf } from './plain-slate-case.ts';
import { NO_DECISIONS } from '../../src/pool/decisions.ts';

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
    const sided = valueOf(readVariation(`${name}${side}=${values}`, ruleSet));
    // A bound that would be led past the other one takes it along.
    return crossedBounds([sided], ruleSet).length === 0
      ? sided
      : valueOf(readVariation(`${name}=${values}`, ruleSet));
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
});

/** Whether any slate is compliant under these rules alone. */
function isPossible(plain: PlainCase, ruleSet: RuleSet, kept: readonly string[]): boolean {
  const rules = ruleSet.rules.filter(({ id }) => kept.includes(id));
  const size = kept.includes('size') ? ruleSet.size : { min: 0, max: plain.candidates.length };
  return !compliantSlates({ ...plain, ruleSet: { ...ruleSet, rules, size } }).next().done;
}

it('names, where no slate exists, rules that contradict each other, none of them needlessly', async () => {
  let conflicts = 0;
  await fc.assert(
    fc.asyncProperty(
      plainCase({ most: 9 }),
      fc.array(fc.nat(30), { minLength: 1, maxLength: 2 }),
      async (plain, picks) => {
        const variations = variationsOf(plain, picks);
        const { cells } = await runSweep({ case: caseOf(plain), variations });
        for (const [cell, { conflict }] of cells.entries()) {
          const ruleSet = ruleSetAt(cell, variations, plain.ruleSet);
          if (conflict === undefined) continue;
          const left = conflict.rules.map((each) => conflict.rules.filter((other) => other !== each));
          expect(isPossible(plain, ruleSet, conflict.rules)).toBe(false);
          expect(left.every((rules) => isPossible(plain, ruleSet, rules))).toBe(true);
          conflicts += 1;
        }
      },
    ),
    { numRuns: 40 },
  );
  expect(conflicts).toBeGreaterThan(10);
});

it('keeps to pins and other decisions in every cell', async () => {
  await fc.assert(
    fc.asyncProperty(plainCase({ most: 12 }), fc.subarray(['c0', 'c1', 'c2', 'c3']), async (plain, ids) => {
      const known = ids.filter((id) => plain.candidates.some((each) => each.id === id));
      const asked = caseOf(plain, { ...NO_DECISIONS, exclude: known.slice(0, 1), apart: apartOf(known) });
      await holdsCellByCell(asked, variationsOf(plain, [0]));
    }),
    { numRuns: 15 },
  );
});

function apartOf(ids: readonly string[]): readonly (readonly string[])[] {
  return ids.length < 3 ? [] : [ids.slice(1)];
}

const WIDE: PlainCase = {
  candidates: Array.from({ length: 40 }, (_, index) => ({ id: `c${index}`, age: 30 + index })),
  ruleSet: plainRuleSet('wide', {
    size: { min: 10, max: 10 },
    objective: [{ title: sameTitle(''), terms: [{ fact: 'age', weight: 1 }], softRules: true }],
  }),
};

it('keeps what is solved when it is cancelled', async () => {
  const stop = new AbortController();
  const variations = [
    valueOf(readVariation('size.max=20..40', WIDE.ruleSet)),
    valueOf(readVariation('size.min=1..20', WIDE.ruleSet)),
  ];
  const sweep = await runSweep(
    { case: caseOf(WIDE), variations },
    {
      signal: stop.signal,
      onProgress: (done) => {
        if (done > 0) stop.abort();
      },
    },
  );
  expect(sweep.complete).toBe(false);
  expect(sweep.cells.length).toBeGreaterThan(0);
  expect(sweep.cells.length).toBeLessThan(sweep.total);
});

it('refuses bounds that cross, instead of calling their cells impossible', async () => {
  const soft: RuleSet = {
    ...WIDE.ruleSet,
    rules: [
      {
        id: 'old',
        title: { vi: '', en: '' },
        kind: 'count',
        where: { fact: 'age', operator: 'greaterThan', value: 50 },
        max: 4,
        strength: 'soft',
        weight: 1,
        relaxCost: 1,
        per: 'member',
        origin: { file: 'wide.yaml', line: 1, column: 1 },
      },
    ],
  };
  const variations = [valueOf(readVariation('old.min=3..5', soft))];
  const swept = runSweep({ case: caseOf({ ...WIDE, ruleSet: soft }), variations });
  await expect(swept).rejects.toThrow(InputError);
  await expect(swept).rejects.toMatchObject({
    problems: [{ code: 'scenarios.crossed', parameters: { id: 'old', min: '5', max: '4' } }],
  });
});

it('tells the edge of what is possible', async () => {
  const variations = [valueOf(readVariation('size=38..42', WIDE.ruleSet))];
  const { cells } = await runSweep({ case: caseOf(WIDE), variations });
  expect(cells.map(({ status, frontier }) => [status, frontier])).toEqual([
    ['optimal', false],
    ['optimal', false],
    ['optimal', true],
    ['infeasible', false],
    ['infeasible', false],
  ]);
  expect(cells[3]!.conflict?.rules).toEqual(['size']);
});
