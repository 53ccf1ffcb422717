import { checkRows } from '../check/check.ts';
import type { RuleReport } from '../check/check-answer.ts';
import { countsRules } from '../check/part-reports.ts';
import type { DecidedCase } from '../optimize/model/decided-case.ts';
import { isDifference } from '../rules/bounds/difference.ts';
import type { Checkpoint } from '../rules/checkpoint.ts';
import { countedGroups } from '../rules/rule-conditions.ts';
import type { Rule } from '../rules/rule-set.ts';
import type { RuleFigure } from './capacity-answer.ts';
import { eligibility } from './capacity.ts';

/**
 * What the pool comes to by every rule, goals among them: everybody who could be chosen is held against the rules as
 * if they were one slate. Of a rule of eligibility it is told how many of all satisfy it; of a rule about rules nothing.
 * For slates: who is in which place or post is no matter of a pool.
 *
 * @param excluded rows that may not be on the slate.
 */
export async function figuresOfPool(
  decided: DecidedCase,
  excluded: readonly number[],
  checkpoint: Checkpoint,
): Promise<readonly RuleFigure[]> {
  const { facts, ruleSet, setAside } = decided;
  const outside = new Set(excluded);
  const all = Array.from({ length: facts.size }, (_, row) => row);
  const known = all.filter((row) => !setAside.has(row) && !outside.has(row));
  const may = eligibility(decided, excluded);
  const eligible = all.filter((row) => may[row] === 1);
  const requirements = ruleSet.rules.filter(({ kind }) => kind === 'require');
  const others = ruleSet.rules.filter((rule) => rule.kind !== 'require' && !countsRules(rule));
  const held = async (rules: readonly Rule[], rows: readonly number[]): Promise<readonly RuleFigure[]> => {
    if (rules.length === 0) return [];
    const report = await checkRows({ facts, ruleSet: { ...ruleSet, rules } }, rows, checkpoint);
    const byId = new Map(rules.map((rule) => [rule.id, rule]));
    return report.rules.flatMap((line) => {
      const rule = byId.get(line.id);
      return rule === undefined ? [] : [figureOf(rule, line, rows.length)];
    });
  };
  const found = [...(await held(requirements, known)), ...(await held(others, eligible))];
  const place = new Map(ruleSet.rules.map(({ id }, index) => [id, index]));
  return found.toSorted((one, other) => (place.get(one.rule) ?? 0) - (place.get(other.rule) ?? 0));
}

function figureOf(rule: Rule, { id, group, actual, base }: RuleReport, rows: number): RuleFigure {
  const of = aboutOf(rule);
  return {
    rule: id,
    ...(group !== undefined && { group }),
    of,
    figure: of === 'require' ? rows - actual : actual,
    base: base ?? rows,
  };
}

function aboutOf(rule: Rule): RuleFigure['of'] {
  if (countedGroups(rule) !== undefined) return 'groups';
  return isDifference(rule) ? 'difference' : rule.kind;
}
