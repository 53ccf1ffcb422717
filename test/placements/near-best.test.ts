import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nearBest } from '../../src/slate/near-best/near-best.ts';
import { NO_DECISIONS } from '../../src/pool/decisions.ts';
import {
  allPlans,
  anyPlacement,
  decisionsOn,
  idOf,
  isDecided,
  opened,
  plainPlacement,
  priceOf,
  valueOfPlan,
} from './plain-placement.ts';

/** Standings of all appointments by brute force over the plans near the best. */
function standingsBy(near: readonly ReadonlySet<string>[], ids: readonly string[]) {
  const on = (id: string): number => near.filter((plan) => plan.has(id)).length;
  return {
    sure: ids.filter((id) => on(id) === near.length),
    open: ids.filter((id) => on(id) > 0 && on(id) < near.length),
    out: ids.filter((id) => on(id) === 0),
    undecided: [],
  };
}

it('says the same of appointments as brute force where it is left open who goes where', async () => {
  let open = 0;
  const placements = fc
    .oneof(anyPlacement(), plainPlacement(['X', 'Y', 'Z'], 4))
    .chain((plain) => fc.tuple(fc.constant(plain), fc.oneof(fc.constant(NO_DECISIONS), decisionsOn(plain))));
  await fc.assert(
    fc.asyncProperty(placements, fc.constantFrom(0, 0.02, 0.2, 0.6), async ([plain, decisions], within) => {
      const asked = await opened(plain, decisions);
      const answer = await nearBest(asked, { within, many: 0 });
      const compliant = [...allPlans(plain)].filter(
        (plan) => isDecided(plan, decisions) && priceOf(plain, plan) !== undefined,
      );
      if (compliant.length === 0) {
        expect(answer).toBeUndefined();
        return;
      }
      const best = Math.max(...compliant.map((plan) => valueOfPlan(plain, plan)));
      const near = compliant
        .filter((plan) => valueOfPlan(plain, plan) >= best - within * Math.abs(best) - 1e-7)
        .map((plan) => new Set(plan.map(idOf)));
      expect(answer!.best).toBeCloseTo(best, 6);
      expect(answer).toMatchObject(standingsBy(near, [...asked.facts.ids].toSorted()));
      open += answer!.open.length;
    }),
    { numRuns: 150 },
  );
  expect(open).toBeGreaterThan(20);
});
