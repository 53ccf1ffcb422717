import type { Pool } from '../pool/pool.ts';
import { flatRetirement } from '../rules/retirement-table.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { datedFact } from '../words/dated-fact.ts';
import { problem, type Problem } from '../words/problem.ts';
import { factsRead } from './facts-read.ts';

/** That people are neither female nor male, where months to retirement count and no row of its tables is for them. */
export function withoutRetirement({ columns, file }: Pool, ruleSet: RuleSet): readonly Problem[] {
  const column = columns.get('gender');
  if (column === undefined || !('codes' in column)) return [];
  const other = column.values.indexOf('other');
  const isRead = factsRead(ruleSet).some(({ fact }) => datedFact(fact).fact === 'monthsToRetirement');
  if (other === -1 || !isRead) return [];
  const tables = ruleSet.retirement ?? [flatRetirement(ruleSet.retirementAge)];
  const isFor = tables.some(({ rows }) =>
    rows.some(({ where }) => where['gender']?.includes('other') ?? true),
  );
  const people = column.codes.reduce((count, code) => count + Number(code === other), 0);
  return isFor || people === 0 ? [] : [problem('notices.no-retirement', { people }, { file })];
}
