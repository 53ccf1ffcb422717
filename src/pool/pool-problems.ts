import type { RuleSet } from '../rules/rule-set.ts';
import { withoutUnitFacts } from '../rules/titles.ts';
import type { Problem, Reading } from '../words/problem.ts';
import { factsOf } from './derived-facts.ts';
import type { Pool, PoolReading } from './pool.ts';

/**
 * All that is wrong with candidates who could not be read, in one go: what their table gets wrong by
 * itself, and what the rule set finds in it beyond, in columns that it declares for example. In the order
 * of the lines; what has no line comes first.
 */
export function poolProblems(reading: PoolReading, rules: Reading<RuleSet>): readonly Problem[] {
  if (reading.ok) return [];
  const { problems, readable } = reading;
  if (readable === undefined || !rules.ok) return problems;
  const line = ({ place }: Problem): number => place?.line ?? 0;
  return [...problems, ...problemsUnderRules(readable, rules.value)].toSorted(
    (one, other) => line(one) - line(other),
  );
}

/**
 * What only a rule set finds in candidates: columns that it declares and they lack, cells of another type.
 * No scenario that is laid over the rules changes that.
 */
export function problemsUnderRules(pool: Pool, ruleSet: RuleSet): readonly Problem[] {
  const facts = factsOf(pool, withoutUnitFacts(ruleSet));
  return facts.ok ? [] : facts.problems;
}
