import type { Slate } from '../slate/propose-answer.ts';

/** Digits after the point that a difference of objectives keeps: sums of decimals are not exact in binary. */
const DIGITS = 1e9;

/** A difference of two objectives without the noise of binary fractions. */
export function objectiveDifference(one: number, other: number): number {
  return Math.round((one - other) * DIGITS) / DIGITS + 0;
}

/** How much less the second slate is worth: on the first level, and on each. */
export function objectiveLoss(
  best: Slate,
  other: Slate,
): { readonly loss: number; readonly losses: readonly number[] } {
  const levels = best.levels ?? [{ value: best.objective }];
  const others = other.levels ?? [{ value: other.objective }];
  const losses = levels.map(({ value }, level) => objectiveDifference(value, others[level]!.value));
  return { loss: losses[0]!, losses };
}

/** Who leaves and who enters from one slate to another, in the order of the slates. */
export function exchangeBetween(
  from: readonly string[],
  to: readonly string[],
): { leave: string[]; enter: string[] } {
  const [old, now] = [new Set(from), new Set(to)];
  return { leave: from.filter((id) => !now.has(id)), enter: to.filter((id) => !old.has(id)) };
}
