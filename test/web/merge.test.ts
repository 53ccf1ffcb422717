import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../src/web/drafts/draft.ts';
import { holdsTheSame, mergeDrafts } from '../../src/web/drafts/merge-drafts.ts';
import { type History, historyOf, lastStepOf, move, type Move } from '../../src/web/state/history.ts';
import { mergeHistories } from '../../src/web/state/merge-histories.ts';
import { mergeWork, withMine } from '../../src/web/state/merge.ts';
import { reduce } from '../../src/web/state/reduce.ts';
import type { Work } from '../../src/web/state/work.ts';
import { anyAction, WORK } from './work.ts';

let clock = 0;
/** A history after moves of somebody, each at a time of its own. */
const by = (hand: string, from: History, ...moves: readonly Move[]): History =>
  moves.reduce((history, made) => move(history, made, (clock += 10_000), hand), from);
const BASE = by('an', historyOf(WORK), { do: 'add', id: 'A' }, { do: 'add', id: 'B' });

describe('two works as one', () => {
  test('have both sides where they changed different things', () => {
    const mine = reduce(BASE.work, { do: 'pin', id: 'C' });
    const theirs = reduce(reduce(BASE.work, { do: 'remove', id: 'A' }), {
      do: 'change-rule',
      rule: 'women',
      change: { min: 12 },
    });
    const { work, conflicts } = mergeWork(BASE.work, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(work).toMatchObject({
      pin: ['C'],
      members: ['B', 'C'],
      changes: { rules: { women: { min: 12 } } },
    });
  });

  test('tell both sides where they changed the same thing, and either can be taken', () => {
    const turned = (min: number) => reduce(BASE.work, { do: 'change-rule', rule: 'women', change: { min } });
    const mine = reduce(turned(11), { do: 'pin', id: 'A' });
    const theirs = reduce(turned(12), { do: 'exclude', id: 'A' });
    const { work, conflicts } = mergeWork(BASE.work, mine, theirs);
    expect(work).toEqual(theirs);
    expect(conflicts).toMatchObject([
      { of: 'rule', id: 'women', mine: { min: 11 }, theirs: { min: 12 } },
      { of: 'person', id: 'A', mine: { pin: true, member: true }, theirs: { exclude: true } },
    ]);
    expect(conflicts.reduce(withMine, work)).toEqual(mine);
  });

  test('take one whole slate, not a mixture of two', () => {
    const mine = reduce(BASE.work, { do: 'take', members: ['C', 'D'], from: 'proposal' });
    const theirs = reduce(BASE.work, { do: 'take', members: ['D', 'E'], from: 'proposal' });
    const { work, conflicts } = mergeWork(BASE.work, mine, theirs, true);
    expect(work.members).toEqual(['D', 'E']);
    expect(conflicts).toEqual([{ of: 'slate', mine: ['C', 'D'], theirs: ['D', 'E'] }]);
  });

  test('take other candidates with all that was decided on them', () => {
    const mine = reduce(BASE.work, { do: 'pin', id: 'C' });
    const theirs = reduce(BASE.work, { do: 'choose-pool', pool: { kind: 'shipped', name: 'eu-board' } });
    const { work, conflicts } = mergeWork(BASE.work, mine, theirs);
    expect(work).toMatchObject({ pool: { name: 'eu-board' }, members: [], pin: [] });
    expect(conflicts).toMatchObject([{ of: 'slate', mine: ['A', 'B', 'C'], theirs: [] }]);
  });

  const anyWork = fc.array(anyAction, { maxLength: 6 });
  const after = (work: Work, actions: Parameters<typeof reduce>[1][]): Work => actions.reduce(reduce, work);

  test('are the other side where one changed nothing, and agree where both changed alike', () => {
    fc.assert(
      fc.property(anyWork, anyWork, (some, more) => {
        const base = after(WORK, some);
        const changed = after(base, more);
        expect(mergeWork(base, changed, base)).toEqual({ work: changed, conflicts: [] });
        expect(mergeWork(base, base, changed)).toEqual({ work: changed, conflicts: [] });
        expect(mergeWork(base, changed, structuredClone(changed))).toEqual({ work: changed, conflicts: [] });
      }),
    );
  });

  test('lose nothing: without a conflict, every decision of either side stands', () => {
    fc.assert(
      fc.property(anyWork, anyWork, anyWork, (some, ours, others) => {
        const base = after(WORK, some);
        const [mine, theirs] = [after(base, ours), after(base, others)];
        const { work, conflicts } = mergeWork(base, mine, theirs);
        if (conflicts.length > 0) return;
        for (const side of [mine, theirs]) {
          for (const list of ['pin', 'exclude', 'members', 'accepted'] as const) {
            const came = side[list].filter((id) => !base[list].includes(id));
            const left = base[list].filter((id) => !side[list].includes(id));
            expect(came.filter((id) => !work[list].includes(id))).toEqual([]);
            expect(left.filter((id) => work[list].includes(id))).toEqual([]);
          }
        }
      }),
    );
  });
});

describe('two histories as one', () => {
  test('have the steps of both, and what I take back is mine alone', () => {
    const mine = by('an', BASE, { do: 'add', id: 'C' });
    const theirs = by('binh', BASE, { do: 'add', id: 'D' }, { do: 'remove', id: 'A' });
    const { history, conflicts } = mergeHistories(BASE, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(history.work.members).toEqual(['B', 'C', 'D']);
    expect(history.past.map(({ by: whose, did }) => `${whose} ${did.do} ${did.persons.join()}`)).toEqual([
      'an add A',
      'an add B',
      'binh add D',
      'binh remove A',
      'an add C',
    ]);
    const once = by('binh', history, { do: 'undo' });
    expect(once.work.members).toEqual(['A', 'B', 'C', 'D']);
    const twice = by('binh', once, { do: 'undo' });
    expect(twice.work.members).toEqual(['A', 'B', 'C']);
    expect(lastStepOf(twice, 'binh')).toBe(-1);
    expect(by('binh', twice, { do: 'undo' })).toBe(twice);
    expect(by('binh', twice, { do: 'redo' }, { do: 'redo' }).work.members).toEqual(['B', 'C', 'D']);
  });

  test('take back what I took back, and what I did again stays', () => {
    const undone = by('an', BASE, { do: 'undo' });
    const theirs = by('binh', BASE, { do: 'add', id: 'D' });
    const { history } = mergeHistories(BASE, undone, theirs);
    expect(history.work.members).toEqual(['A', 'D']);
    expect(by('an', history, { do: 'redo' }).work.members).toEqual(['A', 'B', 'D']);
    const again = mergeHistories(undone, by('an', undone, { do: 'redo' }), history);
    expect(again.history.work.members).toEqual(['A', 'B', 'D']);
  });

  test('have a movement of a quota that went on after it was kept as one step', () => {
    const turn = (from: History, min: number) =>
      move(from, { do: 'change-rule', rule: 'women', change: { min } }, (clock += 100), 'an');
    const kept = turn(BASE, 11);
    const went = turn(kept, 12);
    const { history, conflicts } = mergeHistories(kept, went, by('binh', kept, { do: 'add', id: 'D' }));
    expect(conflicts).toEqual([]);
    expect(history.work).toMatchObject({
      members: ['A', 'B', 'D'],
      changes: { rules: { women: { min: 12 } } },
    });
    expect(history.past.filter(({ did }) => did.do === 'change-rule')).toHaveLength(1);
  });

  test('do not have a step twice whose keeping was not heard of', () => {
    const mine = by('an', BASE, { do: 'add', id: 'C' });
    expect(mergeHistories(BASE, mine, mine).history).toEqual(mine);
  });

  test('come out alike for both sides once all is exchanged', () => {
    const moves = fc.array(fc.oneof(anyAction, fc.constant<Move>({ do: 'undo' })), { maxLength: 6 });
    fc.assert(
      fc.property(moves, moves, moves, (some, ours, others) => {
        const base = by('an', historyOf(WORK), ...some);
        const [mine, theirs] = [by('an', base, ...ours), by('binh', base, ...others)];
        // Theirs was kept first; mine is merged and kept; they take it in with nothing of their own to add.
        const kept = mergeHistories(base, mine, theirs).history;
        const taken = mergeHistories(theirs, theirs, { ...kept, future: [] }).history;
        expect([taken.past, taken.work]).toEqual([kept.past, kept.work]);
        // Whatever I did on top of what was there is there, in its order.
        const ownIds = mine.past.slice(base.past.length).map(({ id }) => id);
        const keptIds = kept.past.map(({ id }) => id);
        expect(keptIds.filter((id) => ownIds.includes(id))).toEqual(
          ownIds.filter((id) => keptIds.includes(id)),
        );
        const theirIds = theirs.past.filter(({ by: whose }) => whose === 'binh').map(({ id }) => id);
        expect(theirIds.filter((id) => !keptIds.includes(id))).toEqual([]);
      }),
    );
  });
});

describe('two sides of a draft as one', () => {
  const draft = (title: string, history: History): Draft => ({
    id: 'd',
    title,
    changed: 1,
    history,
    marks: [],
  });
  const mark = { title: 'Mine', at: 7 };

  test('keep my whole work as a mark where both decided the same thing', () => {
    const turn = (hand: string, min: number) =>
      by(hand, BASE, { do: 'change-rule', rule: 'women', change: { min } });
    const mine = draft('x', turn('an', 11));
    const merged = mergeDrafts(draft('x', BASE), mine, draft('x', turn('binh', 12)), mark);
    expect(merged.conflicts).toMatchObject([{ of: 'rule', mine: { min: 11 }, theirs: { min: 12 } }]);
    expect(merged.draft.marks).toEqual([{ ...mark, work: mine.history.work }]);
    const quiet = mergeDrafts(draft('x', BASE), draft('x', BASE), draft('x', turn('binh', 12)), mark);
    expect(quiet.draft.marks).toEqual([]);
    expect(holdsTheSame(quiet.draft, draft('x', quiet.draft.history))).toBe(true);
  });

  test('have the proof that was looked at last', () => {
    const mark = { title: 'mine', at: 1 };
    const at = (proof?: string): Draft => ({ ...draft('x', BASE), ...(proof !== undefined && { proof }) });
    const merged = (base?: string, mine?: string, theirs?: string) =>
      mergeDrafts(at(base), at(mine), at(theirs), mark).draft.proof;
    expect(merged('old', 'old', 'new')).toBe('new');
    expect(merged('old', 'new', 'old')).toBe('new');
    expect(merged(undefined, 'mine', undefined)).toBe('mine');
    expect(holdsTheSame(at('one'), at('other'))).toBe(false);
  });

  test('hold one meeting, with what either side said of it', () => {
    const held = { began: 5, reasons: { 7: 'asked for' }, standings: {} };
    const at = (meeting: Draft['meeting']): Draft => ({ ...draft('x', BASE), ...(meeting && { meeting }) });
    const merged = (base: Draft['meeting'], mine: Draft['meeting'], theirs: Draft['meeting']) =>
      mergeDrafts(at(base), at(mine), at(theirs), mark).draft.meeting;
    expect(merged(undefined, held, undefined)).toEqual(held);
    expect(merged(undefined, undefined, held)).toEqual(held);
    const stood = { compliant: true, broken: 0, missed: 1 };
    const mine = { ...held, reasons: { 7: 'mine', 9: 'new' }, standings: { 9: stood } };
    const theirs = { ...held, ended: 20, reasons: { 7: 'asked for', 8: 'theirs' } };
    const both = {
      ...held,
      ended: 20,
      reasons: { 7: 'mine', 8: 'theirs', 9: 'new' },
      standings: { 9: stood },
    };
    expect(merged(held, mine, theirs)).toEqual(both);
    expect(merged(held, mine, { ...theirs, reasons: { 7: 'theirs' } })?.reasons[7]).toBe('theirs');
    // Who began another meeting since has that one.
    const later = { began: 30, reasons: {}, standings: {} };
    expect(merged(held, later, theirs)).toEqual(later);
    expect(holdsTheSame(at(held), at(later))).toBe(false);
  });

  test('have the title of the side that changed it, and tell where both did', () => {
    const title = (mine: string, theirs: string) =>
      mergeDrafts(draft('x', BASE), draft(mine, BASE), draft(theirs, BASE), mark);
    expect(title('y', 'x').draft.title).toBe('y');
    expect(title('x', 'z').draft.title).toBe('z');
    expect(title('y', 'z')).toMatchObject({
      draft: { title: 'z' },
      conflicts: [{ of: 'title', mine: 'y', theirs: 'z' }],
    });
  });
});
