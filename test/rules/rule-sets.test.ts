import { describe, expect, it } from 'vitest';
import { listRuleSets, loadRuleSet } from '../../src/rules/load.ts';
import type { Rule, RuleSet } from '../../src/rules/rule-set.ts';
import { valueOf } from '../../src/words/problem.ts';

/** The rule sets that come with Slate, held against the published figures (see `source` in the files). */
const load = async (id: string): Promise<RuleSet> => valueOf(await loadRuleSet(id));
const ruleOf = (set: RuleSet, id: string): Rule | undefined => set.rules.find((rule) => rule.id === id);

it('lists them with their titles', async () => {
  const listed = await listRuleSets();
  expect(listed.map(({ id, title }) => [id, title.en])).toEqual(
    expect.arrayContaining([
      ['directive-35', 'Directive 35-CT/TW of 30 May 2019, district level'],
      ['hai-duong-2020', 'Hai Duong City Party Committee, 2020–2025'],
    ]),
  );
});

it('all load, and every rule says in both languages what it is and where it comes from', async () => {
  for (const { id } of await listRuleSets()) {
    const set = await load(id);
    expect(set.id).toBe(id);
    const unexplained = set.rules.filter(
      ({ source, title }) => source === undefined || title.vi === title.en,
    );
    expect(unexplained.map((rule) => rule.id)).toEqual([]);
  }
});

describe('directive 35', () => {
  it('has the national goals as goals and eligibility as binding', async () => {
    const set = await load('directive-35');
    expect(ruleOf(set, 'women-share')).toMatchObject({
      strength: 'soft',
      min: { numerator: 3, denominator: 20 },
    });
    expect(ruleOf(set, 'under-40-share')).toMatchObject({
      strength: 'soft',
      min: { numerator: 1, denominator: 10 },
    });
    expect(ruleOf(set, 'band-40-50')).toMatchObject({
      strength: 'soft',
      min: { numerator: 2, denominator: 5 },
      max: { numerator: 1, denominator: 2 },
    });
    expect(ruleOf(set, 'newcomers')).toMatchObject({
      strength: 'hard',
      min: { numerator: 1, denominator: 3 },
    });
    expect(ruleOf(set, 'whole-term')).toMatchObject({
      kind: 'require',
      strength: 'hard',
      satisfy: { fact: 'monthsToRetirement', operator: 'greaterThanInclusive', value: 60 },
    });
  });
});

describe('Hai Duong 2020', () => {
  it('has the figures of the city plan', async () => {
    const set = await load('hai-duong-2020');
    expect(set).toMatchObject({
      referenceDate: '2020-06-05',
      size: { min: 45, max: 47 },
      retirementAge: { female: 55, male: 60 },
    });
    expect(ruleOf(set, 'women')).toMatchObject({ strength: 'hard', min: 11, max: 11 });
    expect(ruleOf(set, 'under-40')).toMatchObject({ strength: 'hard', min: 7, max: 7 });
    expect(ruleOf(set, 'one-per-ward')).toMatchObject({ forEach: 'unit', max: 1 });
    expect(ruleOf(set, 'not-failed')).toMatchObject({
      satisfy: { fact: 'lastAppraisal', operator: 'notEqual' },
    });
    expect(set.rules.length).toBeGreaterThanOrEqual(25);
  });

  it('has blocs that a slate of its size can fill', async () => {
    const set = await load('hai-duong-2020');
    const blocs = set.rules.flatMap((rule) =>
      rule.id.startsWith('bloc-') && rule.kind === 'count' ? [rule] : [],
    );
    expect(blocs).toHaveLength(6);
    expect(blocs.reduce((sum, { min = 0 }) => sum + min, 0)).toBeLessThanOrEqual(set.size.min);
    expect(blocs.reduce((sum, { max = 0 }) => sum + max, 0)).toBeGreaterThanOrEqual(set.size.max);
    for (const { source } of blocs) expect(source?.en).toContain('illustrative');
  });
});
