import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placed } from '../../../src/optimize/model/exchange-flow.ts';

/** Whether all can be placed, by trying everything. */
function canPlace(wants: readonly (readonly number[])[], room: readonly number[]): boolean {
  const [first, ...rest] = wants;
  if (first === undefined) return true;
  return first.some((unit) => {
    if (!(room[unit]! > 0)) return false;
    return canPlace(
      rest,
      room.map((left, each) => (each === unit ? left - 1 : left)),
    );
  });
}

it('places everybody wherever that is possible, and else names who is in the way', () => {
  const question = fc.record({
    wants: fc.array(fc.subarray([0, 1, 2, 3]), { minLength: 1, maxLength: 6 }),
    room: fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }),
  });
  fc.assert(
    fc.property(question, ({ wants, room }) => {
      const unitOf = Int32Array.from(wants.flat());
      let next = 0;
      const chosen = wants.map((units) => {
        const rows = Uint32Array.from(units, () => next++);
        return { rows, count: 1 };
      });
      const open = new Map(room.flatMap((left, unit) => (left > 0 ? [[unit, left] as const] : [])));
      const placing = placed({ chosen, room: open, unitOf });
      expect(placing.ok).toBe(canPlace(wants, room));
      if (!placing.ok) {
        const blocked = placing.blocked.map((index) => wants[index]!);
        expect(canPlace(blocked, room)).toBe(false);
        return;
      }
      expect(placing.rows).toHaveLength(wants.length);
      room.forEach((left, unit) => {
        expect(placing.rows.filter((row) => unitOf[row] === unit).length).toBeLessThanOrEqual(left);
      });
      for (const { rows } of chosen) expect(placing.rows.filter((row) => rows.includes(row))).toHaveLength(1);
    }),
    { numRuns: 1000 },
  );
});
