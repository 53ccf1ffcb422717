import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nearBest } from '../../../src/slate/near-best/near-best.ts';
import { propose } from '../../../src/slate/propose.ts';
import type { SlateCase } from '../../../src/check/slate-case.ts';
import { InputError } from '../../../src/words/problem.ts';
import { compliantSlates, objectiveOf } from '../../brute-force.ts';
import { HARD, plainRuleSet, sameTitle } from '../../plain-rules.ts';
import { plainCase } from '../../random-case.ts';
import { slateCaseOf } from '../../slate-case.ts';
import { soakInstance } from '../../soak/instances.ts';
import type { Decisions } from '../../../src/pool/decisions.ts';

it('says of every candidate whether they are on all, some or none of the slates near the best', async () => {
  await fc.assert(
    fc.asyncProperty(plainCase({ most: 8 }), fc.constantFrom(0, 0.02, 0.2, 1), async (plain, within) => {
      const all = [...compliantSlates(plain)].map((slate) => ({
        ids: new Set(slate.map((each) => each.id)),
        value: objectiveOf(plain.ruleSet, slate, plain.candidates)[0]!,
      }));
      const answer = await nearBest(slateCaseOf(plain), { within });
      if (all.length === 0) {
        expect(answer).toBeUndefined();
        return;
      }
      const best = Math.max(...all.map((each) => each.value));
      const near = all.filter((each) => each.value >= best - within * Math.abs(best) - 1e-7);
      const standing = (id: string): string => {
        const on = near.filter((each) => each.ids.has(id)).length;
        if (on === 0) return 'out';
        return on === near.length ? 'sure' : 'open';
      };
      const ids = plain.candidates.map((each) => each.id);
      expect(answer!.best).toBeCloseTo(best, 6);
      expect(answer).toMatchObject({
        sure: ids.filter((id) => standing(id) === 'sure'),
        open: ids.filter((id) => standing(id) === 'open'),
        out: ids.filter((id) => standing(id) === 'out'),
        undecided: [],
      });
    }),
    { numRuns: 150 },
  );
});

it('says nothing where time did not even suffice for the best', async () => {
  await fc.assert(
    fc.asyncProperty(plainCase({ most: 8 }), async (plain) => {
      expect(await nearBest(slateCaseOf(plain), { within: 0.2, timeLimitMs: 0 })).toBeUndefined();
    }),
    { numRuns: 5 },
  );
});

it('tells how far it is, never backwards, up to the end', async () => {
  await fc.assert(
    fc.asyncProperty(plainCase({ most: 8 }), async (plain) => {
      const told: (readonly [done: number, total: number])[] = [];
      const answer = await nearBest(slateCaseOf(plain), {
        within: 0.2,
        onProgress: (done, total) => told.push([done, total]),
      });
      if (answer === undefined) {
        expect(told).toEqual([]);
        return;
      }
      const done = told.map(([each]) => each);
      expect(done).toEqual(done.toSorted((a, b) => a - b));
      expect(told.at(-1)![0]).toBe(told.at(-1)![1]);
      expect(new Set(told.map(([, total]) => total)).size).toBe(1);
    }),
    { numRuns: 40 },
  );
});

/** How everybody stands by definition: by the best slate with them and the best without. */
async function byDefinition(asked: SlateCase, within: number): Promise<Record<string, string[]>> {
  const decisions = asked.decisions;
  const bestOf = async (more: Partial<Decisions>): Promise<number> => {
    const { slates } = await propose({ ...asked, decisions: { ...decisions, ...more } }, { solver: 'highs' });
    return slates[0]?.objective ?? -Infinity;
  };
  const best = await bestOf({});
  const reached = async (more: Partial<Decisions>): Promise<boolean> =>
    (await bestOf(more)) >= best - within * Math.abs(best) - 1e-7;
  // Somebody who is barred cannot be pinned, nor can somebody who is excluded.
  const pinned = async (id: string): Promise<boolean> =>
    !decisions.exclude.includes(id) &&
    reached({ pin: [...decisions.pin, id] }).catch((error: unknown) => {
      if (error instanceof InputError) return false;
      throw error;
    });
  const standing = async (id: string): Promise<string> => {
    if (!(await pinned(id))) return 'out';
    if (decisions.pin.includes(id)) return 'sure';
    return (await reached({ exclude: [...decisions.exclude, id] })) ? 'open' : 'sure';
  };
  const groups: Record<string, string[]> = { sure: [], open: [], out: [], undecided: [] };
  for (const id of asked.facts.ids) groups[await standing(id)]!.push(id);
  return groups;
}

/** Few facts and small caps: of a type there are more than can be on a slate. */
const manyAlike = fc
  .array(fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.boolean(), fc.integer({ min: 0, max: 60 })), {
    minLength: 18,
    maxLength: 30,
  })
  .map((all) =>
    all.map(([unit, star, merit], index) => ({
      id: `c${String(index).padStart(2, '0')}`,
      unit,
      star,
      merit,
    })),
  );

const twoOfEachUnit = plainRuleSet('alike', {
  size: { min: 4, max: 5 },
  rules: [
    { ...HARD, id: 'unit', kind: 'count', forEach: 'unit', max: 2 },
    {
      ...HARD,
      id: 'star',
      kind: 'count',
      where: { fact: 'star', operator: 'equal', value: true },
      min: 1,
      max: 2,
    },
  ],
  objective: [{ title: sameTitle('merit'), terms: [{ fact: 'merit', weight: 1 }], softRules: true }],
});

it('knows of those who have no column of their own, since others of their type come first', async () => {
  await fc.assert(
    fc.asyncProperty(manyAlike, fc.constantFrom(0.05, 0.2, 0.5), async (candidates, within) => {
      const asked = slateCaseOf({ candidates, ruleSet: twoOfEachUnit });
      expect(await nearBest(asked, { within })).toMatchObject(await byDefinition(asked, within));
    }),
    { numRuns: 15 },
  );
});

it.each([115, 147, 253, 256, 315])(
  'agrees with the best slate with and without each of some eighty, instance %i',
  async (seed) => {
    const instance = soakInstance(seed);
    const [pin, exclude, one, other, third] = instance.candidates
      .filter((_, index) => index % 7 === seed % 7)
      .map(({ id }) => id) as [string, string, string, string, string];
    const decisions = { pin: [pin], exclude: [exclude], together: [[one, other]], apart: [[other, third]] };
    const asked = slateCaseOf(instance, decisions);
    expect(await nearBest(asked, { within: 0.01 })).toMatchObject(await byDefinition(asked, 0.01));
  },
);
