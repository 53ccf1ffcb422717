/** The greatest whole number that divides all of these; 0 where all are zero. Signs do not matter. */
export function greatestCommonDivisor(values: Float64Array): number {
  let divisor = 0;
  for (let index = 0; index < values.length && divisor !== 1; index += 1) {
    const value = Math.abs(values[index]!);
    // Mostly what divides those before divides this one, too.
    if (divisor === 0) divisor = value;
    else if (Math.floor(value / divisor) * divisor !== value) divisor = commonDivisor(divisor, value);
  }
  return divisor;
}

/** Least common multiple of two positive whole numbers, `Infinity` beyond 2^53. */
export function leastCommonMultiple(one: number, other: number): number {
  if (!Number.isFinite(one) || !Number.isFinite(other)) return Infinity;
  const multiple = (one / commonDivisor(one, other)) * other;
  return multiple <= Number.MAX_SAFE_INTEGER ? multiple : Infinity;
}

function commonDivisor(one: number, other: number): number {
  let divisor = one;
  let rest = other;
  while (rest !== 0) {
    const next = divisor % rest;
    divisor = rest;
    rest = next;
  }
  return divisor;
}
