import { openCase } from '../../src/slate/case.ts';
import type { SlateCase } from '../../src/check/slate-case.ts';
import { generatePool } from '../../fixtures/made-up/generate.ts';
import { readPoolCsv } from '../../src/pool/reading/read-csv.ts';
import { loadRuleSet } from '../../src/rules/load.ts';
import type { CountRule, RuleSet } from '../../src/rules/rule-set.ts';
import { valueOf } from '../../src/words/problem.ts';

/** How hard the rules pull: `tight` is the reference case as it stands. */
export type Variant = 'loose' | 'tight' | 'infeasible';

export const VARIANTS: readonly Variant[] = ['loose', 'tight', 'infeasible'];

/** At most this many women a bloc: ten in all, where eleven are needed. */
const WOMEN_PER_BLOC = {
  party: 2,
  government: 2,
  front: 2,
  'internal-affairs': 1,
  ward: 2,
  enterprise: 1,
} as const;

/** The rules of the reference case, loosened, as they stand, or made to contradict each other by one woman. */
export async function ruleSetOf(variant: Variant): Promise<RuleSet> {
  const ruleSet = valueOf(await loadRuleSet('hai-duong-2020'));
  if (variant === 'tight') return ruleSet;
  if (variant === 'loose') return { ...ruleSet, rules: ruleSet.rules.map(loosened) };
  return { ...ruleSet, rules: [...ruleSet.rules, ...Object.entries(WOMEN_PER_BLOC).map(fewWomen)] };
}

/** Quotas of some members become wide bands; eligibility and shares stay. */
function loosened(rule: RuleSet['rules'][number]): RuleSet['rules'][number] {
  if (rule.kind !== 'count' || rule.forEach !== undefined) return rule;
  const { min, max, ...rest } = rule;
  return {
    ...rest,
    ...(min !== undefined && { min: Math.floor(min / 2) }),
    ...(max !== undefined && { max: max * 2 }),
  };
}

function fewWomen([bloc, max]: readonly [string, number]): CountRule {
  const id = `women-${bloc}`;
  return {
    id,
    title: { vi: id, en: id },
    kind: 'count',
    where: {
      all: [
        { fact: 'bloc', operator: 'equal', value: bloc },
        { fact: 'gender', operator: 'equal', value: 'female' },
      ],
    },
    max,
    strength: 'hard',
    weight: 0,
    relaxCost: 1,
    per: 'member',
    origin: { file: 'bench', line: 1, column: 1 },
  };
}

/** A made-up pool under these rules. */
export async function caseOf(ruleSet: RuleSet, size: number, seed: number): Promise<SlateCase> {
  const text = [...generatePool({ size, seed })].join('');
  const pool = valueOf(await readPoolCsv(text, `made-up-${size}-${seed}.csv`));
  return valueOf(openCase(pool, ruleSet));
}
