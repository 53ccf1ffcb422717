import { columnOfHeading } from './synonyms.ts';

/** What may part the cells of a row. */
export type Delimiter = ',' | ';' | '\t';

/** The delimiter that parts the line into most known headings, and among those into most cells. */
export function delimiterOf(line: string): Delimiter {
  const bare = line.replaceAll(/"(?:[^"]|"")*"/g, (cell) => cell.replaceAll(/[,;\t]/g, ' '));
  let best: Delimiter = ',';
  let bestScore = -1;
  for (const delimiter of [',', ';', '\t'] as const) {
    const cells = bare.split(delimiter);
    const known = cells.filter((cell) => columnOfHeading(cell) !== undefined).length;
    const score = known * 100_000 + cells.length;
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}
