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

  test('mending a table keeps decisions on everybody who is still in it', () => {
    const decided = reduce(reduce(withMembers('A', 'B'), { do: 'pin', id: 'A' }), { do: 'exclude', id: 'C' });
    const pool = { kind: 'own', file: 'mine.csv', csv: 'id,name\nA,An\n' } as const;
    const mended = reduce(decided, { do: 'mend-pool', pool, ids: ['A'] });
    expect(mended).toMatchObject({ pin: ['A'], exclude: [], members: ['A'] });
  });

  test('whatever is done, decisions never contradict each other or the slate', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 30 }), (actions) => {
        const decided = actions
          .filter(({ do: what }) => what !== 'take' && what !== 'take-changes')
          .reduce(reduce, WORK);
        const { pin, exclude, members } = decided;
        expect(pin.filter((id) => !members.includes(id))).toEqual([]);
        expect(exclude.filter((id) => members.includes(id))).toEqual([]);
        for (const ids of [pin, exclude, members]) expect(ids).toEqual([...new Set(ids)].toSorted());
      }),
    );
  });
});
