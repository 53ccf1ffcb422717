import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  draftOf,
  missingIn,
  NEW_DRAFT,
  NO_PARTS,
  type RuleDraft,
  writtenRule,
} from '../../src/web/rules/rule-draft.ts';
import {
  rulesIn,
  termsIn,
  withCopy,
  withMoved,
  withNewRule,
  withoutRule,
  withSwitched,
  withTerms,
} from '../../src/web/rules/rule-list.ts';

const comparison = fc.record({
  fact: fc.constantFrom('gender', 'Region', 'Điểm thi'),
  operator: fc.constantFrom('equal', 'lessThan' as const),
  value: fc.oneof(fc.constantFrom('North', 'Miền Bắc'), fc.integer({ min: 0, max: 99 }), fc.boolean()),
});
const joined = (least: number) =>
  fc
    .record({
      join: fc.constantFrom('all' as const, 'any' as const),
      parts: fc.array(comparison, { minLength: least, maxLength: 3 }),
    })
    // Of one part it does not matter how it would be joined to others.
    .map(({ join, parts }) => ({ join: parts.length > 1 ? join : ('all' as const), parts }));
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
const complete: fc.Arbitrary<RuleDraft> = fc
  .record({ mode: fc.constantFrom('count', 'share', 'each', 'must' as const), bounds, goal })
  .chain(({ mode, bounds: { min, max }, goal: { strength, weight } }) =>
    fc
      .record({ where: joined(mode === 'share' ? 1 : 0), satisfy: joined(1) })
      .map(({ where, satisfy }): RuleDraft => ({
        mode,
        where,
        satisfy: mode === 'must' ? satisfy : NO_PARTS,
        forEach: mode === 'each' ? 'Region' : '',
        min: mode === 'must' ? NEW_DRAFT.min : min,
        max: mode === 'must' ? NEW_DRAFT.max : max,
        strength,
        weight,
      })),
  );

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
        expect(draftOf(rule?.written)).toEqual(draft);
      }),
      { numRuns: 200 },
    );
  });

  test('is told what it lacks', () => {
    expect(missingIn({ ...NEW_DRAFT, min: undefined })).toBe('bound');
    expect(missingIn({ ...NEW_DRAFT, min: 3, max: 2 })).toBe('crossed');
    expect(missingIn({ ...NEW_DRAFT, mode: 'each' })).toBe('fact');
    expect(missingIn({ ...NEW_DRAFT, mode: 'must' })).toBe('condition');
  });

  test('is left to the file where it says more than a form can', () => {
    const gender = { fact: 'gender', operator: 'equal', value: 'female' };
    expect(draftOf({ id: 'a', count: { where: { not: gender }, min: 1 } })).toBeUndefined();
    expect(draftOf({ id: 'a', count: { where: gender, min: 1 }, at: '2026-03-01' })).toBeUndefined();
    expect(draftOf({ id: 'a', share: { where: gender, min: '1/3' } })).toBeUndefined();
    expect(draftOf({ id: 'a', count: { forEach: 'unit', max: 1 } })).toBeUndefined();
    expect(draftOf({ id: 'a', count: { where: gender, min: 1, sum: 'age' } })).toBeUndefined();
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

  test('has an objective beside it, as far as a form can hold it', () => {
    expect(termsIn(TEXT)).toEqual([]);
    const text = withTerms(TEXT, [{ fact: 'Score', weight: 2 }], [{ fact: 'Score', type: 'number' }]) ?? '';
    expect(termsIn(text)).toEqual([{ fact: 'Score', weight: 2 }]);
    expect(termsIn('objective: [{ level: Merit, softRules: true }]')).toBeUndefined();
  });
});
