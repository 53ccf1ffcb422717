import { exactShare } from '../../rules/facts/ratio.ts';

/**
 * A bound as a form holds it: a number of members, of a column or of per cent; a share that no per cent is, such as
 * a third, stays the fraction that its file has, `1/3`.
 */
export type Bound = number | `${number}/${number}`;

const FRACTION = /^\s*(\d+)\s*\/\s*(\d+)\s*$/;
const NUMBER = /^\s*\d+(?:[.,]\d+)?\s*$/;

/** Shares are exact to six decimals, per cent to four. */
const DECIMALS = 4;

/** A share of a file, `20 %`, `0.2` or `1/3`; `undefined` for what is none. */
export function shareIn(written: string | number): Bound | undefined {
  const ratio = exactShare(written);
  if (ratio === undefined) return undefined;
  const [, numerator, denominator] = (typeof written === 'string' ? FRACTION.exec(written) : null) ?? [];
  if (numerator !== undefined && denominator !== undefined)
    return `${Number(numerator)}/${Number(denominator)}`;
  return Number(((ratio.numerator / ratio.denominator) * 100).toFixed(DECIMALS));
}

/** A share as somebody types it into a form: a number alone is per cent; `undefined` for what is none. */
export function typedShare(typed: string): Bound | undefined {
  return shareIn(NUMBER.test(typed) ? `${typed.trim()} %` : typed);
}

/** A share as files and forms write it. */
export function writtenShare(bound: Bound): string {
  return typeof bound === 'number' ? `${bound} %` : bound;
}

/** How large a bound is, to be compared with others of its kind: of a fraction, its per cent. */
export function sizeOfBound(bound: Bound): number {
  if (typeof bound === 'number') return bound;
  const [numerator = 0, denominator = 1] = bound.split('/').map(Number);
  return (100 * numerator) / denominator;
}
