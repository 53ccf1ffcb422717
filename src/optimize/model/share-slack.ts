import { isAmount } from '../../rules/bounds/amount.ts';
import { sameRatio } from '../../rules/facts/ratio.ts';
import type { Rule, ShareRule } from '../../rules/rule-set.ts';

/**
 * By how much a share may be broken, in the linear program. With m who match of a base of b, a minimum of
 * p/q lacks the least whole k ≥ 0 such that k more who match, in the same base, keep it:
 *
 *     (m + k) / b ≥ p/q   ⇔   q·k ≥ p·b − q·m,     so     k = max(0, ⌈(p·b − q·m) / q⌉)
 *
 * and of a maximum so many are too many as would have to match no longer: k = max(0, ⌈(q·m − p·b) / q⌉). Both
 * are rows over whole columns, which a price makes as small as can be:
 *
 *     q·m − p·b + q·k⁻ ≥ 0,     q·m − p·b − q·k⁺ ≤ 0
 *
 * With `deviation: exact` the slack counts units of the row instead, 1/q of a member each. So it does of a sum
 * or an average, whose whole numbers are parts of 1 of the fact (`amount-rows.ts`).
 */
export function slackUnit(rule: Rule, unit: number): number {
  return isExact(rule) ? 1 : unit;
}

/** Whether parts of a member, or of 1 of a fact, count. */
function isExact(rule: Rule): boolean {
  return isAmount(rule) || (rule.kind === 'share' && rule.deviation === 'exact');
}

/**
 * Whether one row says both bounds of a share, an equation or, where they are rounded, a range. Where slack
 * counts whole members each side has a row of its own: 1 of 3 lacks half a member to be one half, and with a
 * whole one more it would have too many.
 */
export function isOneRow(rule: ShareRule): boolean {
  return sameRatio(rule.min, rule.max) && (rule.strength === 'hard' || isExact(rule));
}
