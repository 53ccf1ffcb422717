import type { RuleSet } from '../rules/rule-set.ts';
import { withoutUnitFacts } from '../rules/titles.ts';
import type { Problem, Reading } from '../words/problem.ts';
import { factsOf } from './derived-facts.ts';
import type { PoolReading } from './pool.ts';

/**
 * All that is wrong with candidates who could not be read, in one go: what their table gets wrong by
 * itself, and what the rule set finds in it beyond, in columns that it declares for example. In the order
 * of the lines; what has no line comes first.
 */
export function poolProblems(reading: PoolReading, rules: Reading<RuleSet>): readonly Problem[] {
  if (reading.ok) return [];
  const { problems, readable } = reading;
  if (readable === undefined || !rules.ok) return problems;
  const facts = factsOf(readable, withoutUnitFacts(rules.value));
  if (facts.ok) return problems;
  const line = ({ place }: Problem): number => place?.line ?? 0;
  return [...problems, ...facts.problems].toSorted((one, other) => line(one) - line(other));
}
