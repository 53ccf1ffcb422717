import type { DecidedCase } from '../optimize/model/decided-case.ts';
import type { Outcome } from '../optimize/solver.ts';

/**
 * What no slate's objective exceeds where a solve was cut short: what the solver proved or, where it proved
 * nothing, what the best people there are would be worth without any rule. Nothing where there is no slate
 * to hold it against.
 */
export function provenBound(outcome: Outcome, decided: DecidedCase): number | undefined {
  const { scale } = decided.objective.levels[0]!;
  if ('bound' in outcome && outcome.bound !== undefined && Number.isFinite(outcome.bound)) {
    return outcome.bound / scale;
  }
  return outcome.status === 'feasible' ? withoutRules(decided) : undefined;
}

/** The worth of the best people, of as many as a slate may hold: rules only forbid, and goals only cost. */
function withoutRules({ objective, ruleSet, setAside }: DecidedCase): number {
  const { points, scale } = objective.levels[0]!;
  const ascending = points.filter((_, row) => !setAside.has(row)).sort();
  let [most, sum] = [-Infinity, 0];
  for (let members = 1; members <= Math.min(ruleSet.size.max, ascending.length); members += 1) {
    sum += ascending.at(-members)!;
    if (members >= ruleSet.size.min) most = Math.max(most, sum);
  }
  return most / scale;
}
