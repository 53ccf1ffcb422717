import type { CodedColumn, FactColumn } from '../../rules/facts/fact-table.ts';

/** What a column of which cells were merged downwards, and saved without that, turns out to be. */
export type FilledDown =
  | { readonly is: 'filled'; readonly column: CodedColumn; readonly cells: number; readonly first: number }
  /** It may be that, or people of whom it is not known. */
  | { readonly is: 'unclear'; readonly cells: number; readonly first: number };

/** The fewest blank cells below a single value that are no chance. */
const FEWEST_BELOW_ONE = 2;

/**
 * Cells that were merged over several rows, and saved as text: the first has the value, those below are blank. That is
 * plain where the first row has a value, each value stands there once, and either two values and more have blank cells
 * below, or the only one has all others. `undefined`: nothing looks like it.
 */
export function filledDown(column: FactColumn): FilledDown | undefined {
  if (column.type !== 'text') return undefined;
  const { codes } = column;
  const first = codes.findIndex((code, row) => code === 0 && row > 0 && codes[row - 1] !== 0);
  if (first === -1) return undefined;
  const cells = codes.reduce((sum, code) => sum + Number(code === 0), 0);
  const values = codes.filter((code) => code !== 0);
  const isOnce = new Set(values).size === values.length;
  const runs = codes.reduce(
    (sum, code, row) => sum + Number(code === 0 && row > 0 && codes[row - 1] !== 0),
    0,
  );
  const isOfOne = values.length === 1 && cells >= FEWEST_BELOW_ONE;
  if (codes[0] !== 0 && isOnce && (runs > 1 || isOfOne)) {
    return { is: 'filled', column: { ...column, codes: below(codes) }, cells, first };
  }
  // A cell here and there that is blank is nothing that was merged.
  const isLikely = codes[0] !== 0 && runs > 1 && 2 * cells >= codes.length;
  return isLikely ? { is: 'unclear', cells, first } : undefined;
}

function below(codes: Uint32Array): Uint32Array {
  const filled = codes.slice();
  for (let row = 1; row < filled.length; row += 1) if (filled[row] === 0) filled[row] = filled[row - 1]!;
  return filled;
}
