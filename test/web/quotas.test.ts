import { describe, expect, test } from 'vitest';
import type { RuleAnswer } from '../../src/service/answers/answers.ts';
import { ticksBetween } from '../../src/web/charts/ticks.ts';
import { changeTo, dialOf, isTurned } from '../../src/web/scenarios/quota-dial.ts';
import { cellsIn, firstRanges, rangeOf, variationOf } from '../../src/web/scenarios/sweep-range.ts';
import { boundsWords, valueWords } from '../../src/web/shared/bounds.ts';
import { acceptedBy } from '../../src/web/slate/no-slate/accepted-way-out.ts';
import { differingIn } from '../../src/web/slate/alternatives/differing.ts';
import type { Change } from '../../src/explain/answers.ts';
import type { Slate } from '../../src/slate/propose-answer.ts';

function rule(id: string, kind: RuleAnswer['kind'], min: number | null, max: number | null): RuleAnswer {
  const text = { vi: id, en: id };
  const origin = { file: 'rules', line: 1, column: 1 };
  return {
    id,
    title: text,
    kind,
    sentence: text,
    strength: 'hard',
    weight: 0,
    relaxCost: 1,
    min,
    max,
    origin,
  };
}

describe('a dial', () => {
  const women = rule('women', 'count', 11, 11);

  test('stands where the rule set has it, until it is turned', () => {
    const still = dialOf(women, { rules: {} }, 28)!;
    expect(still).toMatchObject({ kind: 'exactly', now: { min: 11, max: 11 }, top: 28, step: 1 });
    expect(isTurned(still)).toBe(false);
    const change = changeTo(still, { min: 13, max: 13 });
    expect(change).toEqual({ min: 13, max: 13 });
    expect(isTurned(dialOf(women, { rules: { women: change! } }, 28)!)).toBe(true);
    expect(changeTo(still, { min: 11, max: 11 })).toBeUndefined();
  });

  test('moves only the bounds that the rule has', () => {
    const least = dialOf(rule('third', 'share', 1 / 3, null), { rules: {} }, 0)!;
    expect(least).toMatchObject({ kind: 'min', top: 1, step: 0.01, now: { min: 1 / 3, max: 1 } });
    expect(changeTo(least, { min: 0.4, max: 1 })).toEqual({ min: 0.4 });
    const most = dialOf(rule('most', 'count', null, 4), { rules: {} }, 9)!;
    expect(changeTo(most, { min: 0, max: 6 })).toEqual({ max: 6 });
    expect(dialOf(rule('each', 'require', null, null), { rules: {} }, 9)).toBeUndefined();
  });

  test('shows a bound that was taken away as none', () => {
    const free = dialOf(women, { rules: { women: { min: 'none', max: 'none' } } }, 28)!;
    expect(free.now).toEqual({ min: 0, max: 28 });
  });
});

describe('a sweep', () => {
  test('is suggested around where the quotas stand, and written as the service reads it', () => {
    const rules = [
      rule('third', 'share', 0.25, null),
      rule('women', 'count', 11, 11),
      rule('each', 'require', null, null),
      rule('young', 'count', 7, 7),
    ];
    const ranges = firstRanges(rules);
    expect(ranges.map(variationOf)).toEqual(['women=7..15', 'young=3..11']);
    expect(cellsIn(ranges)).toBe(81);
    expect(variationOf(rangeOf(rules[0]!))).toBe('third.min=15%..35%/1%');
    // A bound that moves alone stops at the other one.
    expect(variationOf(rangeOf(rule('band', 'count', 3, 5)))).toBe('band.min=0..5');
    expect(variationOf(rangeOf(rule('band', 'share', 0.25, 0.3)))).toBe('band.min=15%..30%/1%');
    expect(cellsIn([{ ...ranges[0]!, from: 5, to: 4 }])).toBe(0);
  });
});

describe('accepting a way out', () => {
  const slate = { members: ['A', 'B'] } as Pick<Slate, 'members'> as Slate;
  const change = (parts: Partial<Change>): Change => ({
    rule: 'women',
    kind: 'bound',
    title: { vi: '', en: '' },
    members: 1,
    cost: 1,
    message: { vi: '', en: '' },
    ...parts,
  });
  const work = { changes: { rules: {} }, pin: ['A', 'C'], exclude: ['D'] };
  const rules = ['women', 'young', 'cap'].map((id) => ({ id }));

  test('moves bounds, drops rules and decisions, and takes the slate', () => {
    const changes = [
      change({ bounds: { min: 10, max: 10 } }),
      change({ rule: 'young', bounds: { min: null, max: 3 } }),
      change({ rule: 'size', bounds: { min: 44, max: 47 } }),
      change({ rule: 'cap', kind: 'dropped' }),
      change({ rule: 'pin:C', kind: 'dropped', candidates: ['C'] }),
      change({ rule: 'exclude:D', kind: 'dropped', candidates: ['D'] }),
    ];
    expect(acceptedBy({ changes, slate }, work, rules)).toEqual({
      complete: true,
      relaxed: {
        changes: {
          rules: {
            women: { min: 10, max: 10 },
            young: { min: 'none', max: 3 },
            cap: { strength: 'off' },
          },
          size: { min: 44, max: 47 },
        },
        pin: ['A'],
        exclude: [],
        members: ['A', 'B'],
      },
    });
  });

  test('leaves a rule alone that some people are let past', () => {
    const accepted = acceptedBy(
      { changes: [change({ kind: 'exceptions', candidates: ['A'] })], slate },
      work,
      rules,
    );
    expect(accepted.complete).toBe(false);
    expect(accepted.relaxed.changes).toEqual({ rules: {} });
  });

  test('writes no bound of a rule that no file has', () => {
    const changes = [change({ rule: 'filled-chair', bounds: { min: 0, max: null } })];
    const accepted = acceptedBy({ changes, slate }, work, rules);
    expect(accepted).toMatchObject({ complete: false, relaxed: { changes: { rules: {} } } });
  });
});

test('slates differ in those who are on some of them only', () => {
  const slates = [{ members: ['A', 'C'] }, { members: ['A', 'B'] }];
  expect(differingIn(slates)).toEqual(['B', 'C']);
  expect(differingIn([])).toEqual([]);
});

test('bounds are said in signs', () => {
  expect(boundsWords(11, 11, 'count', 'vi')).toBe('= 11');
  expect(boundsWords(7, 10, 'count', 'vi')).toBe('7–10');
  expect(boundsWords(0.4, 0.5, 'share', 'vi')).toBe('40–50 %');
  expect(boundsWords(1 / 3, null, 'share', 'vi')).toBe('≥ 33,3 %');
  expect(boundsWords(null, 6, 'count', 'en')).toBe('≤ 6');
  expect(boundsWords(null, null, 'count', 'en')).toBe('–');
  expect(valueWords(0.20454, 'share', 'en')).toBe('20.5 %');
});

test('ticks are round numbers within the range', () => {
  expect(ticksBetween(0.2, 3.1, 3)).toEqual([1, 2, 3]);
  expect(ticksBetween(1480.1, 1489.3, 4)).toEqual([1482, 1484, 1486, 1488]);
  expect(ticksBetween(-0.3, 0.3, 6)).toEqual([-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]);
  expect(ticksBetween(5, 5, 4)).toEqual([5]);
});
