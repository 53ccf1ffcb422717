/** Bounds as people write them: `45–47`, `11`, `≥ 15 %`, `≤ 1`, and nothing for no bound. */
export function boundsShown(min: number | null, max: number | null, show: (value: number) => string): string {
  if (min !== null && max !== null) return rangeShown(min, max, show);
  if (min !== null) return `≥ ${show(min)}`;
  return max === null ? '' : `≤ ${show(max)}`;
}

/** From the least to the greatest of some numbers, at least one: `0–4`, or `2` where all are the same. */
export function spanShown(numbers: readonly number[], show: (value: number) => string): string {
  // Not by arguments of Math.min: a rule may have more groups than a call takes.
  let [least, most] = [Infinity, -Infinity];
  for (const each of numbers) {
    if (each < least) least = each;
    if (each > most) most = each;
  }
  return rangeShown(least, most, show);
}

function rangeShown(least: number, most: number, show: (value: number) => string): string {
  // One percent sign is enough for both ends.
  return least === most ? show(least) : `${show(least).replace(/ %$/, '')}–${show(most)}`;
}
