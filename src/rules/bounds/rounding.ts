import type { Ratio, Rounding } from '../rule-set.ts';

/** Which side of a rule a bound is. */
export type BoundSide = 'min' | 'max';

/** Up, down, or whichever is nearer: what a rounding does on one side. Without one, no member may be short. */
function directionOf(side: BoundSide, round: Rounding | undefined): 'up' | 'down' | 'nearest' {
  if (round === undefined) return side === 'min' ? 'up' : 'down';
  if (round === 'either') return side === 'min' ? 'down' : 'up';
  return round;
}

/**
 * How many of a base must match at least, or may at most: the bound times the base, rounded as the rule says.
 * Of halves the nearest is the larger: 2.5 is 3.
 */
export function boundOfBase(
  { numerator, denominator }: Ratio,
  base: number,
  side: BoundSide,
  round: Rounding | undefined,
): number {
  const product = numerator * base;
  const floor = Math.floor(product / denominator);
  const rest = product - floor * denominator;
  const direction = directionOf(side, round);
  const isUp = direction === 'nearest' ? 2 * rest >= denominator : direction === 'up' && rest > 0;
  return isUp ? floor + 1 : floor;
}

/**
 * By how much rounding moves the bound of the row `q·m − p·b` of a share p/q, with m of a base b matching. With
 * y = p·b/q, and since m, p, q and b are whole,
 *
 *     m ≥ ⌈y⌉         ⇔   q·m − p·b ≥ 0                 m ≤ ⌊y⌋         ⇔   q·m − p·b ≤ 0
 *     m ≥ ⌊y⌋         ⇔   q·m − p·b ≥ −(q − 1)          m ≤ ⌈y⌉         ⇔   q·m − p·b ≤ q − 1
 *     m ≥ ⌊y + 1/2⌋   ⇔   q·m − p·b ≥ −⌊(q − 1)/2⌋      m ≤ ⌊y + 1/2⌋   ⇔   q·m − p·b ≤ ⌊q/2⌋
 *
 * The third line: m ≥ ⌊y + 1/2⌋ ⇔ m > y − 1/2 ⇔ 2(q·m − p·b) ≥ −q + 1, and m ≤ ⌊y + 1/2⌋ ⇔ 2(q·m − p·b) ≤ q.
 *
 * @returns the new bound of the row: 0 or less for a minimum, 0 or more for a maximum.
 */
export function roundedRow({ denominator }: Ratio, side: BoundSide, round: Rounding | undefined): number {
  const direction = directionOf(side, round);
  if (side === 'min') {
    if (direction === 'up') return 0;
    return 0 - (direction === 'down' ? denominator - 1 : Math.floor((denominator - 1) / 2));
  }
  if (direction === 'down') return 0;
  return direction === 'up' ? denominator - 1 : Math.floor(denominator / 2);
}
