/** A tick just outside the range by rounding error is inside it. */
const TOLERANCE = 1e-9;

/**
 * Round numbers for an axis, ascending: multiples of 1, 2 or 5 times a power of ten, about `count` of
 * them, none outside the range. A range without extent has one tick.
 */
export function ticksBetween(low: number, high: number, count: number): readonly number[] {
  if (!(high > low)) return [low];
  const rough = (high - low) / Math.max(count, 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  // The round number nearest to the rough step, nearness measured by ratio.
  const factor = [1, 2, 5, 10].findLast((each) => rough / power >= each / Math.SQRT2) ?? 1;
  const step = factor * power;
  const first = Math.ceil(low / step - TOLERANCE);
  const last = Math.floor(high / step + TOLERANCE);
  // Multiplying whole numbers keeps the ticks free of the error that adding steps would gather.
  return Array.from({ length: last - first + 1 }, (_each, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}
