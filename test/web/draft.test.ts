import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differencesOf, isNothing } from '../../src/web/drafts/differences.ts';
import { type Draft, draftIn, keptForm } from '../../src/web/drafts/draft.ts';
import { historyOf, move } from '../../src/web/state/history.ts';
import { reduce } from '../../src/web/state/reduce.ts';
import { anyAction, WORK } from './work.ts';

const anyDraft = fc.array(anyAction, { maxLength: 20 }).map((actions): Draft => {
  const done = actions.reduce(
    (history, action, index) => move(history, action, index * 10_000),
    historyOf(WORK),
  );
  const history = move(done, { do: 'undo' }, 0);
  const marks = [{ title: 'Bản một', at: 5, work: history.work }];
  return {
    id: 'draft',
    title: 'Phương án Hải Dương',
    changed: 7,
    history,
    marks,
    proof: '{"claim":"infeasible"}',
  };
});

describe('a draft', () => {
  test('comes back from what was kept, whatever was done in it', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const written = JSON.stringify(keptForm(draft));
        expect(draftIn(JSON.parse(written))).toEqual(draft);
      }),
    );
  });

  test('keeps a table of candidates once, however many steps have it', () => {
    const csv = `id,name\n${'A,An\n'.repeat(1_000)}`;
    const pool = { kind: 'own', file: 'mine.csv', csv } as const;
    const history = ['A', 'B', 'C'].reduce(
      (before, id, index) => move(before, { do: 'add', id }, index),
      historyOf({ ...WORK, pool }),
    );
    const kept = keptForm({ id: 'draft', title: '', changed: 0, history, marks: [] });
    expect(kept.texts).toEqual([csv]);
    expect(JSON.stringify(kept).length).toBeLessThan(csv.length * 1.5);
  });

  test('from before there were placements opens as one of a slate', () => {
    const kept = keptForm({ id: 'old', title: '', changed: 0, history: historyOf(WORK), marks: [] });
    expect(kept.work).not.toHaveProperty('units');
    expect(draftIn(kept)?.history.work.units).toBeUndefined();
  });

  test('keeps a table of units as it keeps one of candidates', () => {
    const csv = 'name,kind\nÁi Quốc,ward\n';
    const units = { kind: 'own', file: 'units.csv', csv } as const;
    const draft = { id: 'draft', title: '', changed: 0, history: historyOf({ ...WORK, units }), marks: [] };
    const kept = keptForm(draft);
    expect(kept.texts).toEqual([csv]);
    expect(draftIn(kept)).toEqual(draft);
    expect(draftIn({ ...kept, texts: [] })).toBeUndefined();
  });

  test('is refused where it is none, or where its texts are missing', () => {
    const pool = { kind: 'own', file: 'mine.csv', csv: 'id,name\n' } as const;
    const kept = keptForm({
      id: 'draft',
      title: '',
      changed: 0,
      history: historyOf({ ...WORK, pool }),
      marks: [],
    });
    expect(draftIn(kept)).toBeDefined();
    expect(draftIn({ ...kept, texts: [] })).toBeUndefined();
    expect(draftIn({ ...kept, format: 'slate-draft-9' })).toBeUndefined();
    for (const other of [undefined, null, 'text', [], {}]) expect(draftIn(other)).toBeUndefined();
  });
});

describe('differences', () => {
  test('say who came, who went, and which quotas moved', () => {
    const before = { ...WORK, members: ['A', 'B'], pin: ['A'] };
    const turned = reduce(before, { do: 'change-rule', rule: 'women', change: { min: 12 } });
    const after = reduce(reduce(turned, { do: 'swap', out: 'A', in: 'C' }), { do: 'exclude', id: 'D' });
    expect(differencesOf(before, after)).toEqual({
      joined: ['C'],
      left: ['A'],
      pinned: [],
      unpinned: ['A'],
      excluded: ['D'],
      readmitted: [],
      quotas: ['women'],
      pool: false,
      rules: false,
      units: false,
    });
  });

  test('mirror each other, and are nothing between equals', () => {
    fc.assert(
      fc.property(fc.array(anyAction), fc.array(anyAction), (some, others) => {
        const [one, other] = [some.reduce(reduce, WORK), others.reduce(reduce, WORK)];
        const [there, back] = [differencesOf(one, other), differencesOf(other, one)];
        expect(there.joined).toEqual(back.left);
        expect(there.pinned).toEqual(back.unpinned);
        expect(there.excluded).toEqual(back.readmitted);
        expect(isNothing(differencesOf(one, one))).toBe(true);
      }),
    );
  });
});
