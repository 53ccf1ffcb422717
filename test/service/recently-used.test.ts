import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RecentlyUsed } from '../../src/service/recently-used.ts';

test('forgets what was used longest ago, by weight', () => {
  const kept = new RecentlyUsed<number>(10);
  kept.set('a', 1, 4);
  kept.set('b', 2, 4);
  expect(kept.get('a')).toBe(1);
  kept.set('c', 3, 4);
  expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([1, undefined, 3]);
  // One that weighs more than all may stays alone.
  kept.set('d', 4, 99);
  expect([kept.get('a'), kept.get('c'), kept.get('d')]).toEqual([undefined, undefined, 4]);
});

test('answers what was stored last under a key, or nothing, and never holds too much', () => {
  const step = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(), fc.integer({ min: 1, max: 5 }));
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const kept = new RecentlyUsed<number>(8);
      const last = new Map<string, { readonly value: number; readonly weight: number }>();
      for (const [key, value, weight] of steps) {
        kept.set(key, value, weight);
        last.set(key, { value, weight });
        expect(kept.get(key)).toBe(value);
        const held = [...last].filter(([each]) => kept.get(each) !== undefined);
        for (const [each, stored] of held) expect(kept.get(each)).toBe(stored.value);
        expect(held.reduce((sum, [, stored]) => sum + stored.weight, 0)).toBeLessThanOrEqual(8);
      }
    }),
  );
});
