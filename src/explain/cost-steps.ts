import Fraction from 'fraction.js';
import { beginningOf } from '../rules/bounds/relax-steps.ts';
import type { Rule } from '../rules/rule-set.ts';

/** Beyond so many steps of the column, each member costs so much more. */
export interface PriceStep {
  readonly beyond: number;
  readonly more: number;
}

/** What has a price per member, which may grow. */
interface Priced {
  readonly cost: number;
  readonly steps: readonly PriceStep[];
  /** How many steps of the column are one member. */
  readonly unit: number;
}

/** What a way costs that is used so far. */
export function costOf({ cost, steps, unit }: Priced, units: number): number {
  return steps.reduce(
    (sum, { beyond, more }) => sum + (more * Math.max(0, units - beyond)) / unit,
    (cost * units) / unit,
  );
}

/** The steps of a price on one side, in steps of a column. */
export function costSteps(rule: Rule, side: 'min' | 'max', unit: number): readonly PriceStep[] {
  const bound = rule.kind === 'require' ? undefined : rule[side];
  let before = Number(rule.relaxCost);
  return (rule.relaxSteps ?? []).map((step) => {
    const { numerator, denominator } = beginningOf(step, bound);
    const more = new Fraction(step.each).sub(before).valueOf();
    before = step.each;
    return { beyond: Math.floor((numerator * unit) / denominator), more };
  });
}
