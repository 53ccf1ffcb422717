import type { RuleSet } from '../src/rules/rule-set.ts';

/** A title that is the same in both languages. */
export const sameTitle = (id: string) => ({ vi: id, en: id });

/** What a hard rule of a test has beside what it demands. */
export const HARD = {
  title: sameTitle('rule'),
  strength: 'hard',
  weight: 0,
  relaxCost: 1,
  per: 'member',
  origin: { file: 'plain.yaml', line: 1, column: 1 },
} as const;

/** A rule set of so many seats in which all stands that a test does not speak of. */
export function plainRuleSet(
  id: string,
  parts: Pick<RuleSet, 'size' | 'objective'> & Partial<RuleSet>,
): RuleSet {
  return {
    id,
    title: sameTitle(id),
    referenceDate: '2020-06-05',
    retirementAge: { female: 55, male: 60 },
    facts: {},
    sha256: '',
    rules: [],
    ...parts,
  };
}
