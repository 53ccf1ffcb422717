/**
 * Round numbers for an axis, ascending: multiples of 1, 2 or 5 times a power of ten, about `count` of
 * them, none outside the range. A range without extent has one tick.
 */
export function ticksBetween(low: number, high: number, count: number): readonly number[] {
  if (!(high > low)) return [low];
  const rough = (high - low) / Math.max(count, 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? 10 * power;
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step);
  // Multiplying whole numbers keeps the ticks free of the error that adding steps would gather.
  return Array.from({ length: last - first + 1 }, (_each, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}
