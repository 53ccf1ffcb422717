/** A part of a whole in whole numbers: 1 of 2, 30 of 100. */
export interface Share {
  readonly parts: number;
  readonly of: number;
}

/** Digits that a part or a whole may have: all that is compared stays exact. */
const FRACTION = /^(\d{1,6})\s*\/\s*(\d{1,6})$/;
const PERCENT = /^(\d{1,3})(?:[.,](\d{1,3}))?\s*%$/;

/** A share as it is written, `1/2`, `50 %`, `33.3 %`; `undefined` for what is none. */
export function writtenShare(text: string): Share | undefined {
  const written = text.trim();
  const [, parts, of] = FRACTION.exec(written) ?? [];
  if (parts !== undefined && of !== undefined)
    return Number(of) === 0 ? undefined : { parts: Number(parts), of: Number(of) };
  const [, whole, decimals = ''] = PERCENT.exec(written) ?? [];
  if (whole === undefined) return undefined;
  return { parts: Number(`${whole}${decimals}`), of: 100 * 10 ** decimals.length };
}

/** Which of two shares is greater: negative, zero or positive, as sorting wants it. Exact, whatever the size. */
export function compareShares(a: Share, b: Share): number {
  const difference = BigInt(a.parts) * BigInt(b.of) - BigInt(b.parts) * BigInt(a.of);
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}

/** The whole part of a share of a number, rounded down or up. */
export function wholeOf(number: number, { parts, of }: Share, rounded: 'down' | 'up'): number {
  const product = BigInt(number) * BigInt(parts);
  const down = product / BigInt(of);
  return Number(rounded === 'up' && product % BigInt(of) !== 0n ? down + 1n : down);
}
