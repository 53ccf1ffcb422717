import { openPlacement, type PlacementOptions } from '../../src/placements/placement.ts';
import { readUnits } from '../../src/placements/read-units.ts';
import type { Units } from '../../src/placements/units.ts';
import type { Pool } from '../../src/pool/pool.ts';
import { readPoolCsv } from '../../src/pool/reading/read-csv.ts';
import { parseRuleSet } from '../../src/rules/parse-rule-set.ts';
import type { RuleSet } from '../../src/rules/rule-set.ts';
import type { SlateCase } from '../../src/check/slate-case.ts';
import { valueOf } from '../../src/words/problem.ts';

/** What a small placement is written as. */
export interface Written {
  readonly rules: string;
  readonly units: string;
  readonly pool: string;
}

/** Units, candidates and rules of a small placement. */
export async function groundFrom({ rules, units, pool }: Written): Promise<{
  readonly ruleSet: RuleSet;
  readonly units: Units;
  readonly pool: Pool;
}> {
  const ruleSet = valueOf(await parseRuleSet(rules, 'rules.yaml', async () => undefined));
  return {
    ruleSet,
    units: valueOf(readUnits(units, 'units.csv')),
    pool: valueOf(await readPoolCsv(pool, 'pool.csv')),
  };
}

/** The case of a small placement. */
export async function placementFrom(written: Written, options: PlacementOptions = {}): Promise<SlateCase> {
  const { ruleSet, units, pool } = await groundFrom(written);
  return valueOf(await openPlacement(pool, units, ruleSet, options));
}

/** The case of a rule set that is at hand. */
export async function caseOf(
  ruleSet: RuleSet,
  units: string,
  pool: string,
  options: PlacementOptions = {},
): Promise<SlateCase> {
  const candidates = valueOf(await readPoolCsv(pool, 'pool.csv'));
  return valueOf(await openPlacement(candidates, valueOf(readUnits(units, 'units.csv')), ruleSet, options));
}

/** Two titles that may be combined. */
export const RULES = `
id: two-titles
referenceDate: 2020-06-05
titles:
  - { id: secretary, title: { vi: Bí thư, en: Secretary }, bloc: party }
  - { id: chair, title: { vi: Chủ tịch, en: Chair }, bloc: government }
combined: [[secretary, chair]]
`;
