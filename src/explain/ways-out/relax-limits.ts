import { withBounds } from '../../optimize/model/changed-case.ts';
import type { DecidedCase } from '../../optimize/model/decided-case.ts';
import type { StructuralRows } from '../../optimize/model/model-options.ts';
import { compareBounds, type Bound } from '../../rules/bounds/bound.ts';
import type { Rule } from '../../rules/rule-set.ts';

/**
 * What no way out may loosen: every rule with `relaxTo` once more, with its bounds moved as far as they may.
 * These rows stand beside those that give way, in which the bound of a rule moves to where its slate is: so it
 * moves no farther than they let a slate be.
 */
export function relaxLimits(decided: DecidedCase): readonly StructuralRows[] {
  const { ruleSet } = decided;
  if (ruleSet.rules.every((rule) => limitsIn(rule) === undefined)) return [];
  const rules = ruleSet.rules.map((rule) => limitsIn(rule) ?? rule);
  const farthest = withBounds(decided, { ...ruleSet, rules });
  return farthest.rules.flatMap(({ rule, rows, classes, classOf }) =>
    rules.includes(rule) && !ruleSet.rules.includes(rule) && rule.strength === 'hard'
      ? [{ name: `farthest of ${rule.id}`, rows, classes, classOf }]
      : [],
  );
}

/** A rule with its bounds moved as far as they may; `undefined` where they may move at will. */
function limitsIn(rule: Rule): Rule | undefined {
  if (rule.kind === 'require' || rule.relaxTo === undefined || rule.per === 'unit') return undefined;
  if (rule.kind === 'count') {
    const { min, max, relaxTo, ...open } = rule;
    return { ...open, ...farther('min', min, relaxTo.min), ...farther('max', max, relaxTo.max) };
  }
  const { min, max, relaxTo, ...open } = rule;
  return { ...open, ...farther('min', min, relaxTo.min), ...farther('max', max, relaxTo.max) };
}

/** The looser of a bound and its limit, since a scenario may have moved the bound beyond; none without a limit. */
function farther<Side extends 'min' | 'max', Value extends Bound>(
  side: Side,
  bound: Value | undefined,
  limit: Value | undefined,
): { readonly [Each in Side]?: Value } {
  if (bound === undefined || limit === undefined) return {};
  const isBeyond = side === 'min' ? compareBounds(bound, limit) < 0 : compareBounds(bound, limit) > 0;
  return { [side]: isBeyond ? bound : limit } as { readonly [Each in Side]?: Value };
}
