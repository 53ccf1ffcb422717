import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseRuleSet } from '../../src/rules/parse-rule-set.ts';
import { isComplete, objectiveOf, writtenObjectiveOf } from '../../src/web/rules/objective-draft.ts';
import { isGroup, type JoinedDraft } from '../../src/web/rules/condition-draft.ts';
import { APPORTIONMENTS } from '../../src/rules/bounds/apportionment.ts';
import { NO_SEATS, SEAT_BOUNDS, seatsDue, withNumber } from '../../src/web/rules/proportion-draft.ts';
import { typedShare } from '../../src/web/rules/share-bound.ts';
import { ruleDraftOf } from '../../src/web/rules/read-draft.ts';
import {
  APART_MODES,
  missingIn,
  LIST_MODES,
  MODES,
  NEW_DRAFT,
  PART_MODES,
  type RuleDraft,
  UNIT_MODES,
} from '../../src/web/rules/rule-draft.ts';
import { writtenRule } from '../../src/web/rules/written-rule.ts';
import {
  rulesIn,
  withCopy,
  withMoved,
  withNewRule,
  withObjective,
  withoutRule,
  withSwitched,
  writtenAs,
  writtenObjective,
} from '../../src/web/rules/rule-list.ts';

const comparison = fc.record({
  fact: fc.constantFrom('gender', 'Region', 'Điểm thi'),
  operator: fc.constantFrom('equal', 'lessThan' as const, 'contains' as const),
  value: fc.oneof(fc.constantFrom('North', 'Miền Bắc'), fc.integer({ min: 0, max: 99 }), fc.boolean()),
});
const list = fc.record({
  fact: fc.constantFrom('Region', 'Điểm thi'),
  operator: fc.constantFrom('in' as const, 'notIn' as const),
  value: fc.array(fc.oneof(fc.constantFrom('North', 'South'), fc.integer({ min: 0, max: 99 })), {
    minLength: 1,
    maxLength: 3,
  }),
});
const one = fc.oneof(comparison, list);
const join = fc.constantFrom('all' as const, 'any' as const, 'none' as const);
const group: fc.Arbitrary<JoinedDraft> = fc.record({
  join,
  parts: fc.array(one, { minLength: 2, maxLength: 3 }),
});
const joined = (least: number): fc.Arbitrary<JoinedDraft> =>
  fc
    .tuple(join, fc.array(fc.oneof({ weight: 4, arbitrary: one }, group), { minLength: least, maxLength: 3 }))
    .map(([how, parts]): JoinedDraft => {
      const [only] = parts;
      // Of one part it does not matter how it would be joined to others, and a group alone is the whole.
      if (parts.length > 1) return { join: how, parts };
      return only !== undefined && isGroup(only) ? only : { join: 'all', parts };
    });
const lines = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom('members' as const, 'percent' as const)), {
    minLength: 1,
    maxLength: 3,
  })
  .map((bound) =>
    bound.map(([min, unit], at) => ({ from: 3 * at + 1, to: 3 * at + 3, in: unit, min, max: undefined })),
  );
const where = joined(1);
const chosen: fc.Arbitrary<RuleDraft['chosen']> = fc.oneof(
  fc.constant({ by: 'all' as const }),
  where.map((condition) => ({ by: 'where' as const, where: condition })),
  fc.subarray(['North', 'Miền Bắc'], { minLength: 1 }).map((values) => ({ by: 'values' as const, values })),
);
const words = fc.constantFrom(undefined, 'City plan', { vi: 'Kế hoạch', en: 'Plan' });
const bounds = fc
  .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 2 }))
  .map(([one, other, which]) => ({
    min: which === 1 ? undefined : Math.min(one, other),
    max: which === 2 ? undefined : Math.max(one, other),
  }));
const goal = fc.oneof(
  fc.constant({ strength: 'hard' as const, weight: 1 }),
  fc.integer({ min: 1, max: 30 }).map((weight) => ({ strength: 'soft' as const, weight })),
);
const isAmount = (mode: RuleDraft['mode']): boolean => mode === 'sum' || mode === 'average';

/** What a kind of rule asks, with nothing of another kind left over. */
function asked(mode: (typeof PART_MODES)[number] | 'groups'): fc.Arbitrary<RuleDraft> {
  const some = [[], ['Region'], ['Region', 'Skill']];
  const groups = { each: some.slice(1), groups: some.slice(1), share: some, difference: some };
  const apart = isAmount(mode) ? some : (groups[mode as keyof typeof groups] ?? [[]]);
  return fc
    .record({
      bounds,
      forEach: fc.constantFrom(...apart),
      where: joined(mode === 'share' || mode === 'difference' ? 1 : 0),
      further: joined(mode === 'share' ? 0 : 1),
      empty: fc.constantFrom('aside' as const, 'none' as const),
      round: fc.constantFrom(undefined, 'up' as const, 'nearest' as const),
      deviation: fc.constantFrom('whole' as const, 'exact' as const),
      some: chosen,
    })
    .map(({ bounds: { min, max }, forEach, where, further, empty, round, deviation, some }): RuleDraft => {
      const hasEmpty = forEach.length > 0 || isAmount(mode);
      return {
        ...NEW_DRAFT,
        mode,
        where,
        forEach,
        ...(APART_MODES.has(mode) && forEach.length > 0 && { chosen: some }),
        missing: hasEmpty ? empty : NEW_DRAFT.missing,
        ...(mode === 'must' ? { satisfy: further } : { min, max }),
        ...(mode === 'difference' && { min: undefined, max: max ?? 3, other: further }),
        ...(mode === 'share' && { of: further, round }),
        ...(mode === 'share' && round === undefined && { deviation }),
        ...(mode === 'share' && round === 'up' && { min: '1/3' as const, max: undefined }),
        ...(isAmount(mode) && { fact: 'Score' }),
      };
    });
}

const inProportion = fc
  .record({
    seats: fc.integer({ min: 6, max: 40 }),
    each: fc.integer({ min: 0, max: 2 }),
    way: fc.constantFrom(...APPORTIONMENTS),
    bound: fc.constantFrom(...SEAT_BOUNDS),
    to: fc
      .uniqueArray(fc.constantFrom('North', 'South', 'Miền Bắc'), { minLength: 1 })
      .map((groups) => groups.map((group, index) => ({ group, number: 3 + index }))),
    where: joined(0),
    missing: fc.constantFrom('aside' as const, 'none' as const),
    isBeside: fc.boolean(),
  })
  .map(({ where, missing, isBeside, to, ...seats }): RuleDraft => ({
    ...NEW_DRAFT,
    mode: 'proportion',
    min: undefined,
    forEach: ['Region'],
    where,
    missing,
    proportion: {
      ...seats,
      ...(isBeside
        ? { to: [], table: { file: 'members.csv', group: 'Region', number: 'Members' } }
        : { to, table: undefined }),
    },
  }));
const part = fc.constantFrom(...PART_MODES).chain((mode) => asked(mode));
const kind = fc.constantFrom(...MODES).chain((mode): fc.Arbitrary<RuleDraft> => {
  if (mode === 'choice') {
    return fc
      .array(part, { minLength: 2, maxLength: 3 })
      .map((parts) => ({ ...NEW_DRAFT, mode, min: 1, parts }));
  }
  if (mode === 'bySize') {
    return fc.tuple(joined(0), lines, fc.constantFrom([], ['Region'])).map(([where, read, forEach]) => ({
      ...NEW_DRAFT,
      mode,
      where,
      forEach,
      lines: read,
      min: undefined,
    }));
  }
  if (mode === 'proportion') return inProportion;
  if (mode === 'alternate' || mode === 'pair') {
    return fc
      .tuple(
        fc.constantFrom('aside' as const, 'none' as const),
        fc.constantFrom('same' as const, 'different' as const),
      )
      .map(([missing, pairing]): RuleDraft => ({
        ...NEW_DRAFT,
        mode,
        min: undefined,
        forEach: ['Region'],
        ...(mode === 'pair' ? { pairing } : { missing }),
      }));
  }
  if (mode === 'ifAny') {
    return fc.tuple(joined(1), part).map(([where, need]) => ({ ...NEW_DRAFT, mode, where, parts: [need] }));
  }
  return asked(mode);
});
const relax = fc.record({
  relaxCost: fc.constantFrom(undefined, 'never' as const, 3),
  relaxTo: fc.constantFrom({}, { min: 1 }, { min: 2, max: 60 }),
  relaxSteps: fc.constantFrom(
    [],
    [
      { beyond: 2, in: 'members' as const, each: 4 },
      { beyond: 50, in: 'percent' as const, each: 8 },
    ],
  ),
  at: fc.constantFrom(undefined, '2026-03-01'),
  title: words,
  source: words,
  within: fc.constantFrom({}, { first: 10 }, { from: 3, to: 7 }, { blocks: 5 }),
});
const complete: fc.Arbitrary<RuleDraft> = fc
  .tuple(kind, goal, relax, fc.constantFrom('member' as const, 'unit' as const))
  .map(([draft, { strength, weight }, { relaxSteps, ...given }, per]) => ({
    ...draft,
    per: UNIT_MODES.has(draft.mode) && draft.forEach.length === 0 ? per : 'member',
    ...given,
    // Steps go on from a price.
    relaxSteps: typeof given.relaxCost === 'number' ? relaxSteps : [],
    strength,
    weight,
  }));

const TEXT = `# of a co-operative
id: mine
size: 10
rules:
  - id: women # at least some
    count: { where: { fact: gender, operator: equal, value: female }, min: 4 }
  - id: law
    count: { where: { fact: Skill, operator: equal, value: law }, min: 1 }
`;

describe('a rule in a form', () => {
  test('is the same after it was written into a file and read again', () => {
    fc.assert(
      fc.property(complete, (draft) => {
        expect(missingIn(draft)).toBeUndefined();
        const added = withNewRule('id: mine\nsize: 3\n', 'a rule', writtenRule(draft), []);
        const [rule] = rulesIn(added?.text ?? '');
        expect(rule?.id).toBe('a-rule');
        expect(ruleDraftOf(rule?.written)).toEqual(draft);
      }),
      { numRuns: 200 },
    );
  });

  test('of every kind is one that the service reads', async () => {
    const facts = [
      { fact: 'Region', type: 'text' },
      { fact: 'Skill', type: 'text' },
      { fact: 'Languages', type: 'text', separator: ';' },
      { fact: 'Score', type: 'number' },
    ] as const;
    const where = { join: 'all', parts: [{ fact: 'gender', operator: 'equal', value: 'female' }] } as const;
    const further = {
      join: 'all',
      parts: [{ fact: 'Region', operator: 'notEqual', value: 'North' }],
    } as const;
    const of = (mode: RuleDraft['mode'], more: Partial<RuleDraft> = {}): RuleDraft => ({
      ...NEW_DRAFT,
      mode,
      ...more,
    });
    const share = of('share', { where, of: further, round: 'up', min: 20, relaxTo: { min: 10 } });
    const drafts: Readonly<Record<RuleDraft['mode'], RuleDraft>> = {
      count: of('count', { where, relaxCost: 2, relaxSteps: [{ beyond: 25, in: 'percent', each: 3 }] }),
      share,
      each: of('each', { forEach: ['Region', 'Skill'], missing: 'none', max: 3 }),
      must: of('must', {
        satisfy: { join: 'all', parts: [{ fact: 'age', operator: 'lessThan', value: 60 }] },
        at: '2026-03-01',
      }),
      sum: of('sum', { fact: 'Score', missing: 'none', min: 5 }),
      average: of('average', { fact: 'Score', forEach: ['Region'], max: 90 }),
      difference: of('difference', { where, other: further, min: undefined, max: 2 }),
      groups: of('groups', { forEach: ['Region'], min: 2 }),
      bySize: of('bySize', {
        forEach: ['Region'],
        where: { join: 'none', parts: [{ fact: 'Languages', operator: 'contains', value: 'English' }] },
        min: undefined,
        lines: [
          { from: 1, to: 8, in: 'members', min: undefined, max: 2 },
          { from: 9, to: undefined, in: 'percent', min: 10, max: 60 },
        ],
      }),
      proportion: of('proportion', {
        forEach: ['Region'],
        where,
        min: undefined,
        proportion: {
          seats: 9,
          each: 1,
          way: 'dhondt',
          bound: 'max',
          to: [
            { group: 'North', number: 30 },
            { group: 'South', number: 20 },
          ],
          table: undefined,
        },
      }),
      alternate: of('alternate', { forEach: ['gender'], min: undefined }),
      pair: of('pair', { forEach: ['gender'], min: undefined, pairing: 'different' }),
      choice: of('choice', { min: 1, parts: [of('count', { where }), { ...share, relaxTo: {} }] }),
      ifAny: of('ifAny', { where, parts: [of('sum', { fact: 'Score', missing: 'none', min: 5 })] }),
    };
    const onList = MODES.filter((mode) => LIST_MODES.has(mode));
    const onSlate = MODES.filter((mode) => !LIST_MODES.has(mode));
    const perUnit = { ...drafts.count, per: 'unit' } as const;
    const heads: readonly (readonly [string, readonly RuleDraft[]])[] = [
      ['size: 9', onSlate.map((mode) => drafts[mode])],
      ['list: { places: 4, substitutes: true }', onList.map((mode) => drafts[mode])],
      ['titles: [{ id: chair }]', [perUnit, { ...drafts.share, per: 'unit', relaxTo: {} }]],
    ];
    for (const [head, written] of heads) {
      const text = written.reduce(
        (before, draft) => withNewRule(before, draft.mode, writtenRule(draft), facts)?.text ?? '',
        `id: mine\nreferenceDate: 2026-01-01\n${head}\n`,
      );
      const read = await parseRuleSet(
        text,
        'mine.yaml',
        () => Promise.resolve(undefined),
        () => Promise.resolve([]),
      );
      const ids = read.ok ? new Set(read.value.rules.map(({ id }) => writtenAs(id))) : read.problems;
      for (const { id } of rulesIn(text)) expect(ids).toContain(id);
      expect(rulesIn(text).map((rule) => ruleDraftOf(rule.written))).toEqual(written);
    }
  });

  test('is told what it lacks', () => {
    expect(missingIn({ ...NEW_DRAFT, min: undefined })).toBe('bound');
    expect(missingIn({ ...NEW_DRAFT, min: 3, max: 2 })).toBe('crossed');
    expect(missingIn({ ...NEW_DRAFT, mode: 'each' })).toBe('fact');
    expect(missingIn({ ...NEW_DRAFT, mode: 'must' })).toBe('condition');
    const shared = { ...NEW_DRAFT, mode: 'proportion', forEach: ['Region'] } as const;
    const to = [{ group: 'North', number: 2 }];
    expect(missingIn(shared)).toBe('seats');
    expect(missingIn({ ...shared, proportion: { ...NO_SEATS, to, seats: 3, each: 4 } })).toBe('seats');
    expect(missingIn({ ...shared, proportion: { ...NO_SEATS, to, seats: 4, each: 4 } })).toBeUndefined();
  });

  test('tells the seats of each group while it is written', () => {
    const shared = {
      ...NO_SEATS,
      seats: 8,
      to: [
        { group: 'North', number: 100 },
        { group: 'South', number: 80 },
        { group: 'West', number: 30 },
      ],
    };
    expect([...seatsDue(shared)].map(([group, { min }]) => [group, min])).toEqual([
      ['North', 4],
      ['South', 3],
      ['West', 1],
    ]);
    expect(seatsDue({ ...shared, way: 'either' }).get('West')).toEqual({ min: 1, max: 2 });
    expect(seatsDue({ ...shared, seats: undefined }).size).toBe(0);
    // Without a number a group has no part, and one that is new comes last.
    const fewer = withNumber(shared, 'North', undefined);
    expect(seatsDue(fewer).has('North')).toBe(false);
    expect(withNumber(fewer, 'North', 5).to.at(-1)).toEqual({ group: 'North', number: 5 });
    expect(withNumber(shared, 'South', 1).to[1]).toEqual({ group: 'South', number: 1 });
  });

  test('is left to the file where it says more than a form can', () => {
    const gender = { fact: 'gender', operator: 'equal', value: 'female' };
    expect(ruleDraftOf({ id: 'a', count: { where: gender, min: 1 }, at: 'soon' })).toBeUndefined();
    expect(ruleDraftOf({ id: 'a', sum: { fact: 'age', min: 1 }, per: 'unit' })).toBeUndefined();
    const mixed = [{ size: 5, min: 1, max: '60 %' }];
    expect(ruleDraftOf({ id: 'a', count: { bySize: mixed } })).toBeUndefined();
    expect(ruleDraftOf({ id: 'a', share: { where: gender, min: 'half' } })).toBeUndefined();
    expect(
      ruleDraftOf({ id: 'a', count: { where: gender, min: 1 }, relaxTo: { min: '10 %' } }),
    ).toBeUndefined();
    expect(ruleDraftOf({ id: 'a', count: { where: gender, min: 1, sum: 'age' } })).toBeUndefined();
  });

  test('has shares as they are meant: exact per cent, and fractions that no per cent is', () => {
    const shareOf = (min: number | string): unknown =>
      ruleDraftOf({ id: 'a', share: { where: { fact: 'a', operator: 'equal', value: 'b' }, min } })?.min;
    expect([0.07, '12,5 %', '1/3', ' 2 / 4 ', '0.4'].map((each) => shareOf(each))).toEqual([
      7,
      12.5,
      '1/3',
      '2/4',
      40,
    ]);
    expect(['25', '25 %', '1/3', '0,5 %', '3/2', 'half', ''].map((each) => typedShare(each))).toEqual([
      25,
      25,
      '1/3',
      0.5,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the list of rules of a file', () => {
  const ids = (text: string | undefined): readonly string[] => rulesIn(text ?? '').map(({ id }) => id);

  test('takes new ones, copies, other orders and fewer, and keeps comments', () => {
    const added = withNewRule(TEXT, 'Khu vực: Bắc', { count: { min: 1 } }, [
      { fact: 'Khu vực', type: 'text' },
    ]);
    expect(added?.id).toBe('khu-vuc-bac');
    expect(added?.text).toContain('women # at least some');
    expect(parse(added?.text ?? '')).toMatchObject({ facts: { 'Khu vực': 'text' } });
    expect(ids(withCopy(TEXT, 'women'))).toEqual(['women', 'women-2', 'law']);
    expect(ids(withMoved(TEXT, 'women', 1))).toEqual(['law', 'women']);
    expect(ids(withMoved(TEXT, 'women', -1))).toEqual(['women', 'law']);
    expect(ids(withoutRule(TEXT, 'women'))).toEqual(['law']);
    expect(withNewRule('a: [', 'x', {}, [])).toBeUndefined();
  });

  test('switches a rule off and on: binding, or the goal that it was', () => {
    const off = withSwitched(TEXT, 'law', false) ?? '';
    expect(rulesIn(off).map(({ isOff }) => isOff)).toEqual([false, true]);
    expect(parse(withSwitched(off, 'law', true) ?? '')).toEqual(parse(TEXT));
    const goal = 'rules: [{ id: a, strength: off, weight: 3, count: { min: 1 } }]';
    expect(withSwitched(goal, 'a', true)).toContain('strength: soft');
  });

  test('has an objective beside it: terms, members of a kind, and levels', () => {
    const north = { fact: 'Region', operator: 'equal', value: 'North' } as const;
    const objectives = [
      [{ fact: 'Score', weight: 2 }],
      [
        { where: north, weight: -1 },
        { fact: 'Score', where: { any: [north, north] }, weight: 3 },
      ],
      [
        { level: 'Merit', terms: [{ fact: 'Score', weight: 1 }], softRules: true },
        { level: { vi: 'Vùng', en: 'Region' }, terms: [{ where: north, weight: 1 }] },
      ],
    ];
    for (const written of objectives) {
      const read = objectiveOf(written)!;
      expect(isComplete(read)).toBe(true);
      const text = withObjective(TEXT, writtenObjectiveOf(read), [{ fact: 'Score', type: 'number' }]) ?? '';
      expect(writtenObjective(text)).toEqual(written);
      expect(text).toContain('women # at least some');
    }
    expect(objectiveOf(writtenObjective(TEXT))?.levels[0]?.terms).toEqual([]);
    expect(objectiveOf([{ where: { nor: north }, weight: 1 }])).toBeUndefined();
    const term = { fact: '', where: { join: 'all', parts: [] }, weight: 1 } as const;
    expect(isComplete({ isLevelled: false, levels: [{ title: '', terms: [term], softRules: false }] })).toBe(
      false,
    );
  });
});
