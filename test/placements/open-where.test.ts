import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LossWithoutRule } from '../../src/explain/loss-without-rule.ts';
import type { CaseToExplain } from '../../src/explain/case-to-explain.ts';
import { type BestAsked, bestSlate } from '../../src/slate/best-slate.ts';
import { decidedOf } from '../../src/slate/case.ts';
import { limitChanges } from '../../src/slate/repair.ts';
import { Task } from '../../src/slate/task.ts';
import { opened, plainPlacement } from './plain-placement.ts';
import type { PlainPlacement } from './plain-rules.ts';
import { rowDecisions } from '../../src/check/row-decisions.ts';

/** Leaves open who goes where, or does not, whatever the size of the placement. */
const OPEN = 0;
const WHOLE = Infinity;

/** Placements of four units, whose appointments differ in the unit alone often enough. */
const placements = (): fc.Arbitrary<PlainPlacement> => plainPlacement(['X', 'Y', 'Z', 'W'], 6);

/** The objective of the best plan either way. */
async function bothWays(
  { decided, ...options }: CaseToExplain,
  asked: Omit<BestAsked, 'decisions' | 'structure'> = {},
): Promise<readonly [open: number | undefined, whole: number | undefined]> {
  const [open, whole] = await Promise.all(
    [OPEN, WHOLE].map((many) => bestSlate(decided, { ...options, ...asked, many }, new Task({}))),
  );
  return [open?.slate.objective, whole?.slate.objective];
}

function expectSame([open, whole]: readonly [number | undefined, number | undefined]): void {
  if (whole === undefined) expect(open).toBeUndefined();
  else expect(open).toBeCloseTo(whole, 9);
}

async function questionOf(plain: PlainPlacement): Promise<CaseToExplain> {
  const asked = await opened(plain);
  return { decided: await decidedOf(asked), decisions: rowDecisions(asked) };
}

it('differing or little changed plans are those of the whole program', async () => {
  const drawn = fc.record({ plain: placements(), by: fc.integer({ min: 1, max: 2 }) });
  await fc.assert(
    fc.asyncProperty(drawn, async ({ plain, by }) => {
      const question = await questionOf(plain);
      const best = await bestSlate(question.decided, { ...question, many: WHOLE }, new Task({}));
      fc.pre(best !== undefined && best.rows.length > by);
      const members = best.rows;
      expectSame(await bothWays(question, { differences: [{ members, by }] }));
      expectSame(
        await bothWays(question, {
          differences: [
            { members, by: 0 },
            { members, by },
          ],
          adjust: (bounds, meanings) => limitChanges(bounds, meanings, members.length, by),
        }),
      );
    }),
    { numRuns: 60 },
  );
});

it('the loss without a rule is that of the whole program', async () => {
  const drawn = fc.record({ plain: placements(), nth: fc.nat() });
  await fc.assert(
    fc.asyncProperty(drawn, async ({ plain, nth }) => {
      const { decided, decisions } = await questionOf(plain);
      const row = nth % decided.facts.size;
      const pinned = {
        decided,
        decisions: { ...decisions, pin: [{ id: decided.facts.ids[row]!, rows: [row] }] },
      };
      const losses = await Promise.all(
        [OPEN, WHOLE].map(async (many) => {
          const without = await LossWithoutRule.open(pinned, new Task({}), many);
          const each: (number | undefined)[] = [];
          for (const [rule, { rule: asked }] of decided.rules.entries())
            if (asked.standing !== true) each.push(await without.of(rule));
          without.close();
          return each;
        }),
      );
      expect(losses[0]).toEqual(losses[1]);
    }),
    { numRuns: 60 },
  );
});
