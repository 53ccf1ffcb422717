import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reduce } from '../../src/web/state/reduce.ts';
import type { Work } from '../../src/web/state/work.ts';
import { anyAction, WORK } from './work.ts';

const withMembers = (...members: string[]): Work => ({ ...WORK, members });

describe('what a board does', () => {
  test('pinning puts somebody on the slate; excluding takes them off', () => {
    const pinned = reduce(withMembers('B'), { do: 'pin', id: 'A' });
    expect(pinned).toMatchObject({ pin: ['A'], members: ['A', 'B'] });
    const excluded = reduce(pinned, { do: 'exclude', id: 'A' });
    expect(excluded).toMatchObject({ pin: [], exclude: ['A'], members: ['B'] });
    expect(reduce(excluded, { do: 'add', id: 'A' })).toMatchObject({ exclude: [], members: ['A', 'B'] });
  });

  test('a swap takes one off and puts one on', () => {
    const swapped = reduce(withMembers('A', 'B'), { do: 'swap', out: 'B', in: 'C' });
    expect(swapped.members).toEqual(['A', 'C']);
  });

  test('releasing changes neither the slate nor other decisions', () => {
    const pinned = reduce(withMembers('A', 'B'), { do: 'pin', id: 'A' });
    expect(reduce(pinned, { do: 'release', id: 'A' })).toEqual(withMembers('A', 'B'));
  });

  test('other candidates or another rule set leave nothing that hangs on the old ones', () => {
    const decided = reduce(reduce(WORK, { do: 'pin', id: 'A' }), {
      do: 'change-rule',
      rule: 'women',
      change: { min: 2 },
    });
    const pool = { kind: 'own', file: 'mine.csv', csv: 'id,name\n' } as const;
    expect(reduce(decided, { do: 'choose-pool', pool })).toMatchObject({ pool, pin: [], members: [] });
    const rules = { kind: 'shipped', id: 'directive-35' } as const;
    expect(reduce(decided, { do: 'choose-rules', rules })).toMatchObject({ rules, changes: { rules: {} } });
  });

  test('other units leave no decision; rules that bring no other units or people leave all', () => {
    const units = { kind: 'shipped', name: 'wards' } as const;
    const decided = reduce({ ...WORK, units }, { do: 'pin', id: 'A@X/chair' });
    const own = { kind: 'own', file: 'u.csv', csv: 'name\nX\n' } as const;
    expect(reduce(decided, { do: 'choose-units', units: own })).toMatchObject({
      units: own,
      pin: [],
      members: [],
    });
    const rules = { kind: 'shipped', id: 'other' } as const;
    expect(reduce(decided, { do: 'choose-rules', rules, with: {} }).pin).toEqual(['A@X/chair']);
    const without = reduce(decided, { do: 'choose-rules', rules, with: { units: undefined } });
    expect(without).toMatchObject({ rules, units: undefined, pin: [], members: [] });
  });

  test('appointing somebody frees the post and theirs, and takes back that they get none', () => {
    const plan = withMembers('A@X/chair', 'B@Y/chair', 'C@X/secretary');
    const barred = reduce(plan, { do: 'exclude-person', id: 'B', appointments: ['B@Y/chair'] });
    expect(barred).toMatchObject({ exclude: ['B'], members: ['A@X/chair', 'C@X/secretary'] });
    const appointed = reduce(reduce(barred, { do: 'pin', id: 'A@X/chair' }), {
      do: 'appoint',
      id: 'B@X/chair',
      person: 'B',
      leave: ['A@X/chair'],
    });
    expect(appointed).toMatchObject({ pin: [], exclude: [], members: ['B@X/chair', 'C@X/secretary'] });
  });

  test('who must get some post has no place on the plan by that alone', () => {
    const pinned = reduce(withMembers('A@X/chair'), { do: 'pin-person', id: 'B' });
    expect(pinned).toMatchObject({ pin: ['B'], members: ['A@X/chair'] });
    const barred = reduce(pinned, { do: 'exclude-person', id: 'B', appointments: [] });
    expect(barred).toMatchObject({ pin: [], exclude: ['B'] });
    expect(reduce(barred, { do: 'pin-person', id: 'B' })).toMatchObject({ pin: ['B'], exclude: [] });
    // Who is barred has no place either, under whichever id they have it.
    const out = reduce(withMembers('B', 'B@X/chair'), {
      do: 'exclude-person',
      id: 'B',
      appointments: ['B@X/chair'],
    });
    expect(out).toMatchObject({ members: [], exclude: ['B'] });
  });

  test('mending a table keeps decisions on everybody who is still in it', () => {
    const decided = reduce(reduce(withMembers('A', 'B'), { do: 'pin', id: 'A' }), { do: 'exclude', id: 'C' });
    const pool = { kind: 'own', file: 'mine.csv', csv: 'id,name\nA,An\n' } as const;
    const mended = reduce(decided, { do: 'mend-pool', pool, ids: ['A'] });
    expect(mended).toMatchObject({ pin: ['A'], exclude: [], members: ['A'] });
  });

  test('mending the table of units takes back nothing', () => {
    const decided = reduce(withMembers('A@X/chair'), { do: 'pin', id: 'A@X/chair' });
    const units = { kind: 'own', file: 'units.csv', csv: 'name\nX\n' } as const;
    expect(reduce(decided, { do: 'mend-units', units })).toEqual({ ...decided, units });
  });

  test('whatever is done, decisions never contradict each other or the slate', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 30 }), (actions) => {
        const decided = actions
          .filter(({ do: what }) => !['take', 'take-changes', 'pin-person'].includes(what))
          .reduce(reduce, WORK);
        const { pin, exclude, members } = decided;
        expect(pin.filter((id) => !members.includes(id))).toEqual([]);
        expect(exclude.filter((id) => members.includes(id))).toEqual([]);
        for (const ids of [pin, exclude, members]) expect(ids).toEqual([...new Set(ids)].toSorted());
      }),
    );
  });
});
