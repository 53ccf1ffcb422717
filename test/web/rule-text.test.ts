import { describe, expect, test } from 'vitest';
import { extendedIn, withRule, withSize } from '../../src/web/rules/rule-text.ts';

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

test('the size is written in place', () => {
  expect(withSize(TEXT, { min: 40, max: 41 })).toContain('size: { min: 40, max: 41 }');
});

test('extended files are found', () => {
  expect(extendedIn(TEXT)).toEqual(['base']);
  expect(extendedIn('extends: [a, b]')).toEqual(['a', 'b']);
  expect(extendedIn('id: a')).toEqual([]);
  expect(extendedIn('- 1')).toEqual([]);
});
