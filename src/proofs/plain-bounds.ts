import type { ShareRule } from '../rules/rule-set.ts';

/** One bound of a row. */
export interface Side {
  readonly side: 'min' | 'max';
  readonly bound: number;
}

/**
 * What `q·matching − p·base` is held to where the number is rounded: down to 0 less all but one of the q parts of a
 * member, to the nearest less what is below half of them; and a maximum likewise above.
 */
export function roundedBound({ round }: ShareRule, side: 'min' | 'max', q: number): number {
  const outward = { min: 'down', max: 'up' }[side];
  if (round === 'nearest') return side === 'min' ? 0 - Math.floor((q - 1) / 2) : Math.floor(q / 2);
  if (round !== outward && round !== 'either') return 0;
  return side === 'min' ? 1 - q : q - 1;
}

/** The bounds that are there. */
export function sidesOf({ min, max }: { readonly min?: number; readonly max?: number }): readonly Side[] {
  return [
    ...(min === undefined ? [] : [{ side: 'min' as const, bound: min }]),
    ...(max === undefined ? [] : [{ side: 'max' as const, bound: max }]),
  ];
}
