import { formatNumber } from './number.ts';
import type { SizesSaid } from './sentence.ts';

const shown = (value: number): string => formatNumber(value, 'en');

/** A bound in words, of numbers that are worded already. */
export function bound(min: string | undefined, max: string | undefined): string {
  if (min === undefined) return max === undefined ? 'any number' : `at most ${max}`;
  if (max === undefined) return `at least ${min}`;
  return min === max ? `exactly ${min}` : `between ${min} and ${max}`;
}

/** Bounds by size: `at most 2 of 3 to 4, at most 60 % of 9 or more`. */
export function bySize({ lines, fewer, more }: SizesSaid): string {
  const sizes = (from: number, to: number | undefined): string => {
    if (to === undefined) return `${shown(from)} or more`;
    return from === to ? shown(from) : `${shown(from)} to ${shown(to)}`;
  };
  const told = lines.map(({ from, to, min, max }) => `${bound(min, max)} of ${sizes(from, to)}`).join(', ');
  const loosened = [
    ...(fewer > 0 ? [`every minimum less by ${shown(fewer)}`] : []),
    ...(more > 0 ? [`every maximum more by ${shown(more)}`] : []),
  ];
  return [told, ...loosened].join('; ');
}
