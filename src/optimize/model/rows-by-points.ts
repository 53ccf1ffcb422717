import { NumberTable } from './numbering.ts';

/**
 * Rows in order of their points, the most first; rows of equal points stay in the order they are in. A
 * counting sort over the distinct points, of which there are few: it looks at every row three times.
 *
 * @param points whole numbers, by row of the table.
 */
export function rowsByPoints(rows: Uint32Array, points: Float64Array): Uint32Array {
  let most = -Infinity;
  for (let index = 0; index < rows.length; index += 1) most = Math.max(most, points[rows[index]!]!);
  const distinct = new NumberTable();
  const numberOf = new Uint32Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) {
    numberOf[index] = distinct.numberOf(most - points[rows[index]!]!);
  }
  const next = places(distinct, numberOf);
  const sorted = new Uint32Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) {
    const number = numberOf[index]!;
    sorted[next[number]!] = rows[index]!;
    next[number]! += 1;
  }
  return sorted;
}

/** Where the rows of each number begin when those of the least key come first. */
function places(distinct: NumberTable, numberOf: Uint32Array): Uint32Array {
  const counts = new Uint32Array(distinct.size);
  for (let index = 0; index < numberOf.length; index += 1) counts[numberOf[index]!]! += 1;
  const starts = new Uint32Array(distinct.size);
  let start = 0;
  for (const key of distinct.keys().sort()) {
    const number = distinct.numberOf(key);
    starts[number] = start;
    start += counts[number]!;
  }
  return starts;
}
