import { Fraction } from 'fraction.js';
import type { Ratio } from '../rule-set.ts';

/** How a share may be written as text: `1/3`, `20 %`, `12.5%`, `12,5 %`, `0.4`. */
export const SHARE_TEXT = /^\s*(?:\d+\s*\/\s*\d+|\d+(?:[.,]\d+)?\s*%?)\s*$/;

/**
 * The finest share that is accepted: six decimals. A bound becomes a row whose coefficients are the
 * numerator and the denominator, and solvers lose their exactness when those grow large.
 */
export const FINEST_DENOMINATOR = 1_000_000;

/** A share that was read, or why it was not: not a share at all, outside 0 to 1, or too fine. */
type ShareReading = Ratio | 'not-a-share' | 'out-of-range' | 'too-fine';

/**
 * The exact ratio that was meant: 0.4 is 2/5 by its decimal digits, never the binary number beside
 * it. `20 %` and `1/3` are read from text.
 */
export function readShare(written: number | string): ShareReading {
  const fraction = fractionOf(written);
  if (fraction === undefined) return 'not-a-share';
  if (fraction.compare(0) < 0 || fraction.compare(1) > 0) return 'out-of-range';
  if (fraction.d > BigInt(FINEST_DENOMINATOR)) return 'too-fine';
  return { numerator: Number(fraction.s * fraction.n), denominator: Number(fraction.d) };
}

/** An exact share, or `undefined` for anything that is none. */
export function exactShare(written: unknown): Ratio | undefined {
  if (typeof written !== 'string' && typeof written !== 'number') return undefined;
  const reading = readShare(written);
  return typeof reading === 'string' ? undefined : reading;
}

/** The exact number that was written in decimals, of a sum or an average; `undefined` for anything else. */
export function exactNumber(written: unknown): Ratio | undefined {
  if (typeof written !== 'number' || !Number.isFinite(written)) return undefined;
  return ratioOf(decimalFraction(written));
}

/** A fraction as plain numbers. */
export function ratioOf({ s, n, d }: Fraction): Ratio {
  return { numerator: Number(s * n), denominator: Number(d) };
}

/** The number that a ratio is, as near as a number comes to it. */
export function numberOf({ numerator, denominator }: Ratio): number {
  return numerator / denominator;
}

function fractionOf(written: number | string): Fraction | undefined {
  if (typeof written === 'number') return Number.isFinite(written) ? decimalFraction(written) : undefined;
  if (!SHARE_TEXT.test(written)) return undefined;
  const compact = written.replaceAll(/\s/g, '').replace(',', '.');
  const [numerator = '', denominator] = compact.replace('%', '').split('/');
  if (denominator !== undefined && /^0+$/.test(denominator)) return undefined;
  const fraction = new Fraction(denominator === undefined ? numerator : `${numerator}/${denominator}`);
  return compact.endsWith('%') ? fraction.div(100) : fraction;
}

/** The fraction of the decimal digits of a number, which very small and very large ones have with an exponent. */
function decimalFraction(written: number): Fraction {
  const [digits = '', exponent = '0'] = String(written).split('e');
  const power = 10n ** BigInt(Math.abs(Number(exponent)));
  const fraction = new Fraction(digits);
  return Number(exponent) < 0 ? fraction.div(power) : fraction.mul(power);
}

/**
 * A weight or a price as a fraction: of few digits where that is the same to nine digits (a third for
 * 0.3333333333), else its decimal digits, since the nearest fraction of few digits is 0 for what is small.
 */
export function weightFraction(written: number): Fraction {
  const near = new Fraction(written);
  return Math.abs(near.valueOf() - written) <= Math.abs(written) * 1e-9 ? near : decimalFraction(written);
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. */
export function compareRatios(a: Ratio, b: Ratio): number {
  return a.numerator * b.denominator - b.numerator * a.denominator;
}

/** Whether both bounds are there and the same. */
export function sameRatio(one: Ratio | undefined, other: Ratio | undefined): boolean {
  return one !== undefined && other !== undefined && compareRatios(one, other) === 0;
}
