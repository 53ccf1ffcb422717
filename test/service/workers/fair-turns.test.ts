import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FairTurns, NoTurn } from '../../../src/service/workers/fair-turns.ts';

const FOREVER = new AbortController().signal;
const NO_LIMIT = { placesOfCaller: 1_000, waiting: 1_000, waitingOfCaller: 1_000 };
const settled = (): Promise<void> => new Promise(setImmediate);

/** Asks for turns, and keeps in order who has begun. */
function asking(turns: FairTurns) {
  const begun: string[] = [];
  const ends = new Map<string, (() => void)[]>();
  const ask = async (caller: string, signal = FOREVER, isFirst = false): Promise<void> => {
    const end = await turns.take(caller, signal, isFirst);
    begun.push(caller);
    ends.set(caller, [...(ends.get(caller) ?? []), end]);
  };
  const end = async (caller: string): Promise<void> => {
    ends.get(caller)?.shift()?.();
    await settled();
  };
  return { begun, ask, end };
}

describe('fair turns', () => {
  test('let one who asks little go before those who ask much', async () => {
    const turns = new FairTurns({ ...NO_LIMIT, places: 2 });
    const { begun, ask, end } = asking(turns);
    for (const _each of Array.from({ length: 10 })) void ask('much');
    await settled();
    void ask('little');
    expect([turns.running, turns.waiting]).toEqual([2, 9]);
    await end('much');
    expect(begun).toEqual(['much', 'much', 'little']);
    // One of each runs now, and only one of the two waits.
    await end('little');
    expect(begun.at(-1)).toBe('much');
  });

  test('let go before all others what is to be first, which is never refused, and leaves when nobody waits', async () => {
    const turns = new FairTurns({ places: 1, placesOfCaller: 1, waiting: 2, waitingOfCaller: 2 });
    const { begun, ask, end } = asking(turns);
    void ask('a');
    void ask('b');
    void ask('c');
    await settled();
    await expect(ask('d')).rejects.toThrow(NoTurn);
    const gone = new AbortController();
    const left = ask('gone', gone.signal, true);
    void ask('lists', FOREVER, true);
    await settled();
    expect([turns.running, turns.waiting]).toEqual([1, 4]);
    gone.abort(new Error('hung up'));
    await expect(left).rejects.toThrow('hung up');
    await end('a');
    expect(begun).toEqual(['a', 'lists']);
    await end('lists');
    expect(begun).toEqual(['a', 'lists', 'b']);
    await end('b');
    await end('c');
    expect([turns.running, turns.waiting]).toEqual([0, 0]);
    // With a place free, nothing waits.
    await ask('lists', FOREVER, true);
    expect(begun.at(-1)).toBe('lists');
  });

  test('of equals let go first who has waited longest for a turn', async () => {
    const { begun, ask, end } = asking(new FairTurns({ ...NO_LIMIT, places: 1 }));
    for (const caller of ['a', 'b', 'b', 'c', 'a', 'c']) void ask(caller);
    await settled();
    for (const caller of ['a', 'b', 'c', 'a', 'b']) await end(caller);
    expect(begun).toEqual(['a', 'b', 'c', 'a', 'b', 'c']);
  });

  test('leave places to others however much one asks', async () => {
    const turns = new FairTurns({ ...NO_LIMIT, places: 3, placesOfCaller: 2 });
    const { begun, ask } = asking(turns);
    for (const caller of ['a', 'a', 'a', 'b']) void ask(caller);
    await settled();
    expect(begun).toEqual(['a', 'a', 'b']);
    expect(turns.waiting).toBe(1);
  });

  test('refuse at once who would wait too long by the pace of the last, once there is a line', async () => {
    let now = 0;
    const limits = { ...NO_LIMIT, places: 1, expectedWait: 500 };
    const turns = new FairTurns(limits, () => now);
    const { ask, end } = asking(turns);
    // Turns of 100 ms, until that is what is expected of the next.
    for (const _each of Array.from({ length: 100 })) {
      await ask('a');
      now += 100;
      await end('a');
    }
    for (const _each of Array.from({ length: 9 })) void ask('a');
    await settled();
    expect([turns.running, turns.waiting]).toEqual([1, 8]);
    // Eight may always wait; then a caller waits behind their own, another behind one of each caller.
    await expect(ask('a')).rejects.toEqual(expect.objectContaining({ full: 'caller' }));
    for (const caller of ['b', 'c', 'd', 'e']) void ask(caller);
    await settled();
    expect(turns.waiting).toBe(12);
    void ask('f');
    await settled();
    await expect(ask('g')).rejects.toEqual(expect.objectContaining({ full: 'all' }));
    expect(turns.waiting).toBe(13);
  });

  test('refuse nobody by a pace that is quick enough', async () => {
    let now = 0;
    const turns = new FairTurns({ ...NO_LIMIT, places: 2, expectedWait: 500 }, () => now);
    const { ask, end } = asking(turns);
    for (const _each of Array.from({ length: 100 })) {
      await ask('a');
      now += 5;
      await end('a');
    }
    for (const _each of Array.from({ length: 150 })) void ask('a');
    await settled();
    expect(turns.waiting).toBe(148);
  });

  test('refuse who waits too often, and everybody where too many wait', async () => {
    const turns = new FairTurns({ places: 1, placesOfCaller: 1, waiting: 3, waitingOfCaller: 2 });
    const { ask } = asking(turns);
    for (const caller of ['a', 'a', 'a']) void ask(caller);
    await settled();
    await expect(ask('a')).rejects.toMatchObject({ full: 'caller' });
    void ask('b');
    await expect(ask('c')).rejects.toMatchObject({ full: 'all' });
    await expect(ask('c')).rejects.toBeInstanceOf(NoTurn);
  });

  test('forget who does not wait any longer', async () => {
    const turns = new FairTurns({ ...NO_LIMIT, places: 1 });
    const { begun, ask, end } = asking(turns);
    void ask('a');
    const patience = new AbortController();
    const gone = ask('b', patience.signal);
    void ask('c');
    patience.abort(new Error('gone'));
    await expect(gone).rejects.toThrow('gone');
    await expect(ask('b', patience.signal)).rejects.toThrow('gone');
    await end('a');
    expect(begun).toEqual(['a', 'c']);
  });

  test('keep their limits and let nobody wait in vain, whatever happens', async () => {
    const step = fc.record({
      caller: fc.constantFrom('a', 'b', 'c'),
      does: fc.constantFrom('ask', 'ask', 'end'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 40 }),
        fc.integer({ min: 1, max: 3 }),
        async (steps, places) => {
          const limits = { places, placesOfCaller: 2, waiting: 6, waitingOfCaller: 4 };
          const turns = new FairTurns(limits);
          const { begun, ask, end } = asking(turns);
          let accepted = 0;
          let refused = 0;
          for (const { caller, does } of steps) {
            if (does === 'end') await end(caller);
            else {
              accepted += 1;
              ask(caller).catch(() => (refused += 1));
            }
            await settled();
            expect(turns.running).toBeLessThanOrEqual(places);
            expect(turns.waiting).toBeLessThanOrEqual(limits.waiting);
          }
          for (let left = 0; left < 60; left += 1) for (const caller of ['a', 'b', 'c']) await end(caller);
          expect([turns.running, turns.waiting]).toEqual([0, 0]);
          expect(begun.length).toBe(accepted - refused);
        },
      ),
      { numRuns: 30 },
    );
  });
});
