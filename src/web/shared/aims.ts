import type { RuleSetAnswer } from '../../service/answers/answers.ts';

/**
 * Whether anything makes one slate that keeps the rules better than another: points, goals, or seats that are
 * filled. Where nothing does, there is no merit to show and no best slate to prove. Rules that are not read yet
 * may aim at something.
 */
export function aimsAtSomething(ruleSet: RuleSetAnswer | undefined): boolean {
  if (ruleSet === undefined) return true;
  const { objective, rules, titles = [] } = ruleSet;
  return (
    objective.some(({ terms }) => terms > 0) ||
    rules.some(({ strength }) => strength === 'soft') ||
    titles.some(({ vacancy }) => vacancy !== 'never' && vacancy > 0)
  );
}
