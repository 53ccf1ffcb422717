import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion, APPORTIONMENTS, type Apportionment } from '../../../src/rules/bounds/apportionment.ts';

const given = (numbers: readonly number[], seats: number, way: Apportionment): number[] =>
  apportion(numbers, seats, way).dues.map(({ min }) => min);

describe('shares seats out as the books have it', () => {
  it.each([
    ['largest-remainder', [47_000, 16_000, 15_900, 12_000, 6000, 3100], 10, [5, 2, 1, 1, 1, 0]],
    ['dhondt', [100, 80, 30, 20], 8, [4, 3, 1, 0]],
    ['sainte-lague', [100, 80, 30, 20], 8, [3, 3, 1, 1]],
    ['nearest', [5, 3, 2], 5, [3, 2, 1]],
    ['up', [5, 3, 2], 5, [3, 2, 1]],
    ['down', [5, 3, 2], 5, [2, 1, 1]],
    ['either', [5, 3, 2], 5, [2, 1, 1]],
  ] as const)('%s', (way, numbers, seats, expected) => {
    expect(given(numbers, seats, way)).toEqual(expected);
  });

  it('says with whom the last seat could as well have been', () => {
    expect(apportion([5, 5, 2], 3, 'largest-remainder')).toEqual({
      dues: [1, 1, 1].map((seats) => ({ min: seats, max: seats })),
      tied: [],
    });
    expect(apportion([3, 3, 6], 5, 'largest-remainder').tied).toEqual([]);
    expect(apportion([3, 3], 3, 'largest-remainder')).toEqual({
      dues: [2, 1].map((seats) => ({ min: seats, max: seats })),
      tied: [0, 1],
    });
    expect(apportion([3, 3], 3, 'dhondt').tied).toEqual([0, 1]);
    expect(apportion([4, 2], 2, 'dhondt').tied).toEqual([0, 1]);
  });
});

const numbers = fc
  .array(fc.oneof(fc.nat(20), fc.nat(2_000_000_000)), { minLength: 1, maxLength: 8 })
  .filter((all) => all.some((each) => each > 0));

/** Seat after seat to the greatest quotient, as fractions of safe size. */
function quotients(all: readonly number[], seats: number, divisor: (seat: number) => number): number[] {
  const claims = all.flatMap((number, group) =>
    Array.from({ length: seats }, (_, seat) => ({ group, by: divisor(seat), number })),
  );
  claims.sort((one, other) => other.number * one.by - one.number * other.by || one.group - other.group);
  const held = all.map(() => 0);
  for (const { group } of claims.slice(0, seats)) held[group]! += 1;
  return held;
}

describe('whatever the numbers', () => {
  it('largest remainder gives every seat, and no group more than one off its share', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 60 }), (all, seats) => {
        const held = given(all, seats, 'largest-remainder');
        const sum = all.reduce((one, other) => one + other);
        expect(held.reduce((one, other) => one + other)).toBe(seats);
        for (const [group, number] of all.entries())
          expect(Math.abs(held[group]! * sum - number * seats)).toBeLessThan(sum);
      }),
    );
  });

  it.each([
    ['dhondt', (seat: number) => seat + 1],
    ['sainte-lague', (seat: number) => 2 * seat + 1],
  ] as const)('%s gives the seats of the greatest quotients', (way, divisor) => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1000), { minLength: 1, maxLength: 6 }).filter((all) => all.some((each) => each > 0)),
        fc.integer({ min: 1, max: 20 }),
        (all, seats) => {
          expect(given(all, seats, way)).toEqual(quotients(all, seats, divisor));
        },
      ),
    );
  });

  it('a share by itself is rounded as it says', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 60 }), (all, seats) => {
        const sum = BigInt(all.reduce((one, other) => one + other));
        const by = Object.fromEntries(APPORTIONMENTS.map((way) => [way, apportion(all, seats, way).dues]));
        for (const [group, number] of all.entries()) {
          const [down, up, nearest] = [by['down']![group]!, by['up']![group]!, by['nearest']![group]!];
          const share = BigInt(number) * BigInt(seats);
          expect(BigInt(down.min) * sum <= share && share < BigInt(down.min + 1) * sum).toBe(true);
          expect(share <= BigInt(up.min) * sum && BigInt(up.min - 1) * sum < share).toBe(true);
          expect(by['either']![group]).toEqual({ min: down.min, max: up.max });
          const above = 2n * share - 2n * BigInt(nearest.min) * sum;
          expect(-sum <= above && above < sum).toBe(true);
        }
      }),
    );
  });
});
