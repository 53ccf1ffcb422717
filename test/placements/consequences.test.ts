import fc from 'fast-check';
import { expect, it } from 'vitest';
import { consequencesOf } from '../../src/slate/consequences.ts';
import { allPlans, anyPlacement, idOf, opened, priceOf, valueOfPlan } from './plain-placement.ts';
import { isOpen, type PlainAppointment, type PlainPlacement, type Plan } from './plain-rules.ts';
import { type PlainTitle, waysIn } from './plain-titles.ts';

/** Every appointment that is possible. */
function everyAppointment(plain: PlainPlacement): readonly PlainAppointment[] {
  const { candidates, units, shape } = plain;
  return candidates.flatMap((candidate) =>
    units.flatMap((unit) =>
      waysIn(unit, units, shape)
        .map((way) => ({ candidate, unit, way }))
        .filter((one) => !isOpen(plain, one)),
    ),
  );
}

/** Whether two cannot stand in a plan beside each other, unless a title has a seat to spare. */
function mayClash(one: PlainAppointment, other: PlainAppointment): boolean {
  if (one.candidate === other.candidate) return true;
  return one.way.some(({ title, at }) => other.way.some((held) => held.title === title && held.at === at));
}

/** How many of a plan hold a title in a unit. */
function holding(plan: Plan, { id }: PlainTitle, unit: string): number {
  return plan.filter(({ way }) => way.some(({ title, at }) => title.id === id && at === unit)).length;
}

it('says of every appointment what brute force finds of the plan with it', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(fc.record({ plain: anyPlacement(), nth: fc.nat() }), async ({ plain, nth }) => {
      const plans = [...allPlans(plain)].filter((plan) => priceOf(plain, plan) !== undefined);
      const before: Plan | undefined = plans[nth % Math.max(plans.length, 1)];
      if (before === undefined) return;
      const all = everyAppointment(plain);
      const found = await consequencesOf(await opened(plain), before.map(idOf), {
        join: [...all.map(idOf), 'X@nowhere/nothing'],
        most: 1000,
      });
      const off = all.filter((one) => !before.some((held) => idOf(held) === idOf(one)));
      expect(found.map(({ candidate }) => candidate).toSorted()).toEqual(off.map(idOf).toSorted());
      for (const { candidate, leave = [], compliant, points } of found) {
        const comes = off.find((one) => idOf(one) === candidate)!;
        const leaving = before.filter((one) => leave.includes(idOf(one)));
        expect(leaving).toHaveLength(leave.length);
        expect(leaving.every((one) => mayClash(one, comes))).toBe(true);
        const after = [...before.filter((one) => !leaving.includes(one)), comes];
        expect(after.filter((one) => one.candidate === comes.candidate)).toHaveLength(1);
        expect(
          after.every((one) => one.way.every(({ title, at }) => holding(after, title, at) <= title.max)),
        ).toBe(true);
        expect(compliant).toBe(priceOf(plain, after) !== undefined);
        if (!compliant) continue;
        expect(points).toBeCloseTo(valueOfPlan(plain, after) - valueOfPlan(plain, before), 5);
        compared += 1;
      }
    }),
    { numRuns: 60 },
  );
  expect(compared).toBeGreaterThan(50);
});
