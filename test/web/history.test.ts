import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type History, historyOf, MOST_STEPS, move, type Move } from '../../src/web/state/history.ts';
import { anyAction, WORK } from './work.ts';

const after = (moves: readonly Move[], from: History = historyOf(WORK), pace = 10_000): History =>
  moves.reduce((history: History, made, index) => move(history, made, index * pace), from);

const undo: Move = { do: 'undo' };
const redo: Move = { do: 'redo' };

describe('undo and redo', () => {
  test('go back and forth', () => {
    const history = after([{ do: 'add', id: 'A' }, { do: 'add', id: 'B' }, undo]);
    expect(history.work.members).toEqual(['A']);
    expect(after([redo], history).work.members).toEqual(['A', 'B']);
    expect(after([undo, undo, undo], history).work).toEqual(WORK);
  });

  test('a new step forgets what was taken back', () => {
    const history = after([{ do: 'add', id: 'A' }, undo, { do: 'add', id: 'B' }]);
    expect(history.future).toEqual([]);
    expect(after([redo], history).work.members).toEqual(['B']);
  });

  test('what changes nothing is no step', () => {
    expect(after([{ do: 'release', id: 'A' }]).past).toEqual([]);
  });

  test('a step tells who was meant, and nothing of the tables', () => {
    const pool = { kind: 'own', file: 'mine.csv', csv: 'id,name\nA,An\n' } as const;
    const { past } = after([
      { do: 'choose-pool', pool },
      { do: 'pin', id: 'A' },
    ]);
    expect(past.map(({ did }) => did)).toEqual([
      { do: 'choose-pool', persons: [] },
      { do: 'pin', persons: ['A'] },
    ]);
  });

  test('one movement of a quota is one step; a later one is another', () => {
    const turn = (min: number): Move => ({ do: 'change-rule', rule: 'women', change: { min } });
    const swept = after([turn(9), turn(10), turn(11)], historyOf(WORK), 100);
    expect(swept.past).toHaveLength(1);
    expect(after([undo], swept).work).toEqual(WORK);
    expect(after([turn(9), turn(10)]).past).toHaveLength(2);
  });

  test('rules that a mended table brings go with it', () => {
    const pool = { kind: 'own', file: 'a.csv', csv: 'id,name\nA,An\n' } as const;
    const rules = { kind: 'own', id: 'mine', yaml: 'id: mine\n' } as const;
    const brought = after([
      { do: 'mend-pool', pool, ids: [] },
      { do: 'choose-rules', rules, follows: true },
    ]);
    expect(brought.past).toHaveLength(1);
    expect(brought.work).toMatchObject({ pool, rules });
    expect(after([undo], brought).work).toEqual(WORK);
  });

  test('keeps no more steps than it promises', () => {
    const many = Array.from({ length: MOST_STEPS + 50 }, (_each, index): Move => ({
      do: 'add',
      id: `P${index}`,
    }));
    expect(after(many).past).toHaveLength(MOST_STEPS);
  });

  test('undoing everything leads back to the beginning, redoing everything to the end', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 25 }), (actions) => {
        const done = after(actions);
        const back = after(
          done.past.map(() => undo),
          done,
        );
        expect(back.work).toEqual(WORK);
        const forth = after(
          done.past.map(() => redo),
          back,
        );
        expect(forth.work).toEqual(done.work);
        expect(forth.past.map(({ before }) => before)).toEqual(done.past.map(({ before }) => before));
      }),
    );
  });
});
