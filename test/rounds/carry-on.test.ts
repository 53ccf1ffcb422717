import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Ballot,
  carryOn,
  choiceProblems,
  type Count,
  type RoundOutcome,
} from '../../src/rounds/carry-on.ts';
import type { CarryRule } from '../../src/rounds/carry-rule.ts';
import type { Stage } from '../../src/rounds/procedure.ts';
import { peopleIn, seatBoundIn } from '../../src/rounds/seat-bound.ts';
import { writtenShare } from '../../src/rounds/share.ts';

const stage = (carry: CarryRule): Stage => ({
  id: 'x',
  title: { vi: 'x', en: 'x' },
  isOpen: true,
  carry,
});
const HALF = { share: { parts: 1, of: 2 }, mustExceed: true };
const SEATS = { seats: 3, units: 1 };

function count(carry: CarryRule, ballots: readonly Ballot[], more: Partial<Count> = {}): Count {
  return { stage: stage(carry), seats: SEATS, standing: [], ballots, ...more };
}
const votes = (id: string, yes: number, of = 10): Ballot => ({ id, votes: { for: yes, of } });
const told = (counted: ReturnType<typeof carryOn>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    counted.people.map(({ id, outcome }) => [id, outcome.kind === 'tied' ? 'tied' : outcome.why]),
  );

describe('shares and bounds', () => {
  test.each([
    ['1/2', 1, 2],
    [' 2 / 3 ', 2, 3],
    ['50 %', 50, 100],
    ['33.3%', 333, 1000],
    ['66,67 %', 6667, 10_000],
  ])('%s is %i of %i', (text, parts, of) => expect(writtenShare(text)).toEqual({ parts, of }));
  test.each(['half', '1/0', '-1/2', '0.5', '1/2/3', '%'])('%s is no share', (text) =>
    expect(writtenShare(text)).toBeUndefined(),
  );
  test.each([
    ['61', 61, 61],
    ['seats', 47, 47],
    ['seats + 2', 49, 49],
    ['seats + 2 per unit', 53, 53],
    // 14.1 more: at most 61, at least 62.
    ['seats + 30 %', 61, 62],
    ['seats + 1/47', 48, 48],
  ])('%s of 47 seats in 3 units', (text, down, up) => {
    const bound = seatBoundIn(text)!;
    const seats = { seats: 47, units: 3 };
    expect([peopleIn(bound, seats, 'down'), peopleIn(bound, seats, 'up')]).toEqual([down, up]);
  });
  test('of the 500 seats in 182 units with two more each are the 864 of the official list', () => {
    const official = peopleIn(seatBoundIn('seats + 2 per unit')!, { seats: 500, units: 182 }, 'up');
    expect(official).toBe(864);
  });
  test.each(['seats - 1', 'seats + ', 'many', 'seats + x %', '1.5'])('%s is no bound', (text) =>
    expect(seatBoundIn(text)).toBeUndefined(),
  );
});

describe('carrying on', () => {
  test('by votes: half is not more than half', () => {
    const ballots = [votes('A', 6), votes('B', 5), votes('C', 0)];
    expect(told(carryOn(count({ by: 'votes', votes: HALF }, ballots)))).toEqual({
      A: 'votes',
      B: 'votes',
      C: 'votes',
    });
    const kinds = carryOn(count({ by: 'votes', votes: HALF }, ballots)).people.map(
      ({ outcome }) => outcome.kind,
    );
    expect(kinds).toEqual(['carried', 'fell-out', 'fell-out']);
    const atLeast = { by: 'votes', votes: { ...HALF, mustExceed: false } } as const;
    expect(carryOn(count(atLeast, ballots)).people.map(({ outcome }) => outcome.kind)).toEqual([
      'carried',
      'carried',
      'fell-out',
    ]);
  });

  test('leaves those who are level at the last place to people', () => {
    const carry: CarryRule = { by: 'votes', votes: HALF, most: { kind: 'people', people: 3 } };
    const ballots = [
      votes('A', 9),
      votes('B', 8),
      votes('C', 7),
      votes('D', 7),
      votes('E', 14, 20),
      votes('F', 6),
    ];
    const counted = carryOn(count(carry, ballots));
    expect(told(counted)).toEqual({ A: 'votes', B: 'votes', C: 'tied', D: 'tied', E: 'tied', F: 'places' });
    expect(counted.notices.map(({ code }) => code)).toEqual(['rounds.tied', 'rounds.several-wholes']);
    expect(counted.notices[0]?.parameters).toEqual({ ids: ['C', 'D', 'E'], places: 1 });
    const chosen = carryOn(count(carry, ballots, { chosen: ['D'] }));
    expect(told(chosen)).toMatchObject({ C: 'not-chosen', D: 'chosen', E: 'not-chosen' });
    const wrong = (ids: readonly string[]) =>
      choiceProblems(ids, count(carry, ballots, { chosen: ids })).map(({ code }) => code);
    expect([wrong(['D']), wrong(['A', 'F']), wrong(['C', 'D']), wrong([])]).toEqual([
      [],
      ['rounds.not-tied', 'rounds.not-tied'],
      ['rounds.chosen-places'],
      ['rounds.chosen-places'],
    ]);
  });

  test('by agreement, everybody or number: whoever is listed, all, nobody yet', () => {
    const standing = [{ id: 'A' }, { id: 'B' }, { id: 'C' }];
    const ballots: readonly Ballot[] = [{ id: 'A' }, { id: 'B', withdrew: 'ill' }, { id: 'D' }];
    expect(told(carryOn(count({ by: 'agreement' }, ballots, { standing })))).toEqual({
      A: 'agreed',
      B: 'withdrew',
      C: 'not-agreed',
      D: 'agreed',
    });
    expect(told(carryOn(count({ by: 'everybody' }, ballots, { standing })))).toEqual({
      A: 'everybody',
      B: 'withdrew',
      C: 'everybody',
      D: 'everybody',
    });
    const least = seatBoundIn('seats + 2 per unit')!;
    const numbers = (number: number) =>
      carryOn(count({ by: 'number', least }, [], { number, seats: { seats: 500, units: 182 } })).notices;
    expect([numbers(975), numbers(863).map(({ code }) => code)]).toEqual([[], ['rounds.too-few']]);
  });

  test('says who was named here, and keeps names', () => {
    const counted = carryOn(
      count({ by: 'everybody' }, [{ id: 'B', name: 'Bình' }], { standing: [{ id: 'A', name: 'An' }] }),
    );
    expect(counted.people.map(({ id, name, joined }) => [id, name, joined])).toEqual([
      ['A', 'An', false],
      ['B', 'Bình', true],
    ]);
  });

  test('is what a naive reading of the rule says', () => {
    const people = fc.array(
      fc.record({ yes: fc.nat(12), of: fc.integer({ min: 12, max: 14 }), withdrew: fc.boolean() }),
      { maxLength: 12 },
    );
    const rule = fc.record({
      parts: fc.nat(4),
      of: fc.integer({ min: 4, max: 6 }),
      mustExceed: fc.boolean(),
      most: fc.option(fc.nat(8)),
    });
    fc.assert(
      fc.property(people, rule, (all, { parts, of, mustExceed, most }) => {
        const ballots = all.map(({ yes, of: whole, withdrew }, at): Ballot => ({
          id: `P${at}`,
          votes: { for: yes, of: whole },
          ...(withdrew && { withdrew: 'so' }),
        }));
        const carry: CarryRule = {
          by: 'votes',
          votes: { share: { parts, of }, mustExceed },
          ...(most !== null && { most: { kind: 'people', people: most } }),
        };
        const counted = carryOn(count(carry, ballots));
        // Of a common multiple of all wholes every share is a whole number of parts.
        const WHOLE = 12 * 13 * 14 * 4 * 5 * 6;
        const needed = (parts * WHOLE) / of;
        const share = (at: number) => (all[at]!.yes * WHOLE) / all[at]!.of;
        const enough = all.flatMap((each, at) =>
          !each.withdrew && (mustExceed ? share(at) > needed : share(at) >= needed) ? [at] : [],
        );
        const naive = all.map((each, at): RoundOutcome => {
          if (each.withdrew) return { kind: 'fell-out', why: 'withdrew' };
          if (!enough.includes(at)) return { kind: 'fell-out', why: 'votes' };
          const limit = most ?? Infinity;
          const better = enough.filter((other) => share(other) > share(at)).length;
          const notWorse = enough.filter((other) => share(other) >= share(at)).length;
          if (notWorse <= limit) return { kind: 'carried', why: 'votes' };
          return better >= limit ? { kind: 'fell-out', why: 'places' } : { kind: 'tied' };
        });
        expect(counted.people.map(({ outcome }) => outcome)).toEqual(naive);
        expect(counted.notices.some(({ code }) => code === 'rounds.tied')).toBe(
          naive.some(({ kind }) => kind === 'tied'),
        );
      }),
    );
  });
});
