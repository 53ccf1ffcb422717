import type { CellBlock } from '../../tables/cell-block.ts';
import { type Place, type Problem, problem } from '../../words/problem.ts';

/** Says what is wrong with a row of a block, from 0, under a heading. */
export type Tell = (row: number, make: (place: Place) => Problem, heading?: string) => void;

/** Tells what stands in a column that has no heading: whatever it is, it would be lost. */
export function tellUnheaded(block: CellBlock, cell: number, tell: Tell): void {
  for (let row = 0; row < block.size; row += 1) {
    if (block.isBlank(cell, row)) continue;
    const parameters = { position: cell + 1, value: block.text(cell, row).trim() };
    tell(row, (place) => problem('pool.cell-without-heading', parameters, place));
  }
}
