/**
 * Costs are whole numbers and may be large. HiGHS works with absolute tolerances of 1e-6 to 1e-7, so
 * costs are handed over multiplied by a power of two (exact in binary) that brings the largest near
 * 2^20: then one unit stays well above the tolerances for coefficients up to about 10^9.
 */
export function costScale(costs: Float64Array): number {
  let scale = scales.get(costs);
  if (scale === undefined) {
    let largest = 0;
    for (let column = 0; column < costs.length; column += 1) {
      largest = Math.max(largest, Math.abs(costs[column]!));
    }
    scale = largest <= 2 ** 20 ? 1 : 2 ** (20 - Math.ceil(Math.log2(largest)));
    scales.set(costs, scale);
  }
  return scale;
}

const scales = new WeakMap<Float64Array, number>();

/** Whether a level has no say: all its costs are zero. */
export function isSilent(costs: Float64Array): boolean {
  return costs.every((cost) => cost === 0);
}
