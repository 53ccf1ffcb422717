import { boundOfKind } from '../rules/bounds/bound.ts';
import { isBySize, sizeWithoutStep } from '../rules/bounds/by-size.ts';
import { isDifference } from '../rules/bounds/difference.ts';
import type { Rule, Size } from '../rules/rule-set.ts';
import type { NewBound } from './scenario.ts';

/** What was written as a bound of a rule of some kind; `undefined` if it is none. */
export function boundIn(written: unknown, kind: Rule['kind']): NewBound | undefined {
  return written === 'none' ? 'none' : boundOfKind(written, kind);
}

/** Whether a rule asks something only if somebody is there: it has no bound to move. */
export function isConditional(rule: Rule): boolean {
  return rule.kind === 'count' && rule.conditional === true;
}

/** Sizes of which a rule with bounds by size says nothing, the first of each such rule. */
export function sizesLeftOut(
  rules: readonly Rule[],
  size: Size,
): readonly { readonly id: string; readonly size: number }[] {
  return rules.filter(isBySize).flatMap(({ id, bySize }) => {
    const leftOut = sizeWithoutStep(bySize, size);
    return leftOut === undefined ? [] : [{ id, size: leftOut }];
  });
}

/** The side on which a rule has its only bound, whatever is written: of rules that are kept, and of a difference. */
export function onlySide(rule: Rule): 'min' | 'max' | undefined {
  if (rule.kind === 'count' && rule.parts !== undefined) return 'min';
  return isDifference(rule) ? 'max' : undefined;
}
