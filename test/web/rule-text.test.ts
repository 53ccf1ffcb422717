import { describe, expect, test } from 'vitest';
import { extendedIn, withHead, withRule, withSize } from '../../src/web/rules/rule-text.ts';

const TEXT = `# The city's own rules
id: city
extends: base
size: { min: 45, max: 47 } # as planned

rules:
  # ---- Women
  - id: women
    title: { vi: Nữ, en: Women }
    count:
      where: { fact: gender, operator: equal, value: female }
      exactly: 11
    source: City plan
`;
const BASE = `id: base
rules:
  - id: newcomers
    share: { where: { fact: newcomer, operator: equal, value: true }, min: 1/3 }
    source: &directive Directive
  - id: young
    count: { where: { fact: age, operator: lessThan, value: 40 }, min: 3 }
    source: *directive
`;

describe('a rule written anew', () => {
  test('keeps comments and everything else', () => {
    const written = withRule(TEXT, [], 'women', { bounds: { min: 12, max: 12 } });
    expect(written).toBe(TEXT.replace('exactly: 11', 'exactly: 12'));
  });

  test('keeps a bound that does not move as it is written', () => {
    const where = 'where: { fact: newcomer, operator: equal, value: true }';
    const ofBound = (bound: string): string | undefined =>
      withRule(`rules: [{ id: part, share: { ${where}, ${bound} } }]`, [], 'part', { bounds: { max: 0.5 } });
    expect(ofBound('min: 1/3')).toContain(`${where}, min: 1/3, max: 50 %`);
    expect(ofBound('exactly: 1/3')).toContain(`${where}, min: 1/3, max: 50 %`);
    expect(ofBound('min: 50 %')).toContain(`${where}, exactly: 50 %`);
  });

  test('may get other bounds, another strength and a weight', () => {
    const written = withRule(TEXT, [], 'women', {
      bounds: { min: 10, max: null },
      strength: 'soft',
      weight: 5,
    });
    expect(written).toContain('min: 10');
    expect(written).not.toContain('exactly');
    expect(written).toContain('strength: soft');
    expect(written).toContain('weight: 5');
    const hard = withRule(written!, [], 'women', { strength: 'hard' });
    expect(hard).not.toContain('weight');
  });

  test('is copied here first if an extended file has it, without its anchors', () => {
    const written = withRule(TEXT, [BASE], 'young', { bounds: { min: 5, max: null } });
    expect(written).toContain('id: young');
    expect(written).toContain('min: 5');
    expect(written).toContain('source: Directive');
    expect(written).toContain('exactly: 11');
  });

  test('writes shares as percentages', () => {
    const written = withRule(TEXT, [BASE], 'newcomers', { bounds: { min: 0.4, max: 0.55 } });
    expect(written).toContain('min: 40 %');
    expect(written).toContain('max: 55 %');
  });

  test('is nothing where no file has it, or the text cannot be read', () => {
    expect(withRule(TEXT, [BASE], 'men', { strength: 'soft' })).toBeUndefined();
    expect(withRule('rules: [', [], 'women', { strength: 'soft' })).toBeUndefined();
  });
});

describe('the size', () => {
  const KNOWN = { min: 1, max: 100 };

  test('is written in place, one side after the other, whatever is shown meanwhile', () => {
    const lower = withSize('size: 10', KNOWN, { min: 7 })!;
    expect(lower).toContain('size: { min: 7, max: 10 }');
    expect(withSize(lower, { min: 10, max: 10 }, { max: 9 })).toContain('size: { min: 7, max: 9 }');
  });

  test('moves the other side where it would cross it', () => {
    expect(withSize('size: 10', KNOWN, { min: 12 })).toContain('size: { min: 12, max: 12 }');
    expect(withSize('size: { min: 7, max: 9 }', KNOWN, { max: 5 })).toContain('size: { min: 5, max: 5 }');
  });

  test('of a file that has none begins with what is known', () => {
    expect(withSize('extends: base', KNOWN, { max: 41 })).toContain('size: { min: 1, max: 41 }');
    expect(withSize('size: [', KNOWN, { max: 41 })).toBeUndefined();
  });
});

test('the head is written in place, in the language of the page', () => {
  const named = withHead('title: { vi: Cũ, en: Old } # as filed\nreferenceDate: 2020-06-05\n', 'en', {
    title: 'New',
    referenceDate: '2021-01-31',
  });
  expect(named).toContain('title: { vi: Cũ, en: New } # as filed');
  expect(named).toContain('referenceDate: 2021-01-31');
  expect(withHead('id: a\n', 'vi', { title: 'Hội đồng: mới' })).toContain('title: "Hội đồng: mới"');
  expect(withHead('a: [', 'vi', { title: 'x' })).toBeUndefined();
});

test('extended files are found', () => {
  expect(extendedIn(TEXT)).toEqual(['base']);
  expect(extendedIn('extends: [a, b]')).toEqual(['a', 'b']);
  expect(extendedIn('id: a')).toEqual([]);
  expect(extendedIn('- 1')).toEqual([]);
});
