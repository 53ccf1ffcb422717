import { HEAD_ROWS } from '../headings/heading-rows.ts';
import { columnOfHeading } from '../synonyms.ts';
import { declaredDelimiter, type Delimiter, DELIMITERS } from '../../tables/csv/delimiter.ts';

/** How a CSV is written. */
export interface CsvDialect {
  readonly delimiter: Delimiter;
  /** Whether its first line says so (`sep=;`, as spreadsheets understand), and is no row. */
  readonly isDeclared: boolean;
}

/**
 * How a CSV is written, by its first lines: what the first one declares, or else the delimiter that parts
 * one of the lines into most known headings, and among those into most cells.
 */
export function csvDialect(text: string): CsvDialect {
  const declared = declaredDelimiter(text);
  if (declared !== undefined) return { delimiter: declared, isDeclared: true };
  let best: Delimiter = ',';
  let bestScore = -1;
  for (const line of text.split(/\r\n|\r|\n/, HEAD_ROWS)) {
    const bare = line.replaceAll(/"(?:[^"]|"")*"/g, (cell) => cell.replaceAll(/[,;\t|]/g, ' '));
    for (const delimiter of DELIMITERS) {
      const cells = bare.split(delimiter);
      const known = cells.filter((cell) => columnOfHeading(cell) !== undefined).length;
      // One known word alone may stand in any sentence.
      const score = (cells.length > 1 ? known : 0) * 100_000 + cells.length;
      if (score > bestScore) [best, bestScore] = [delimiter, score];
    }
  }
  return { delimiter: best, isDeclared: false };
}
