import type { Term } from './plain-model.ts';

/** The least and the most that a sum can be over so many members. */
export function reachOf(
  terms: readonly Term[],
  seats: number,
): { readonly least: number; readonly most: number } {
  let [least, most, lowest, highest] = [0, 0, 0, 0];
  for (const { columns, coefficient } of terms) {
    if (coefficient < 0) least += coefficient * columns.length;
    else most += coefficient * columns.length;
    lowest = Math.min(lowest, coefficient);
    highest = Math.max(highest, coefficient);
  }
  return { least: Math.max(least, lowest * seats), most: Math.min(most, highest * seats) };
}
