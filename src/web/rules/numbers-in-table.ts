import { wordKey } from '../../tables/text/same-word.ts';
import { rawTableIn } from '../start/own-table/raw-table.ts';
import type { ProportionDraft } from './proportion-draft.ts';

const WHOLE = /^\d+$/;

/**
 * The number of each group in a table of a user's own: its groups stand in the column that is headed as the fact, or
 * has most of the groups that are known, its numbers in the first other column that holds whole numbers alone, and is
 * no numbering of the lines where there is another.
 *
 * @param known the groups of the pool, whose spelling counts.
 * @returns `undefined` where no such columns are there, or a group stands in it twice.
 */
export function numbersInTable(
  csv: string,
  fact: string,
  known: readonly string[],
): ProportionDraft['to'] | undefined {
  const { headings, rows } = rawTableIn(csv);
  const spelling = new Map(known.map((group) => [wordKey(group), group]));
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const column = (index: number): readonly string[] => filled.map(({ cells }) => (cells[index] ?? '').trim());
  const knownIn = (index: number): number =>
    column(index).filter((cell) => spelling.has(wordKey(cell))).length;
  const indices = headings.map((_, index) => index);
  const headed = indices.find((index) => wordKey(headings[index] ?? '') === wordKey(fact));
  const best = indices.toSorted((one, other) => knownIn(other) - knownIn(one))[0];
  const groupColumn = headed ?? best;
  const ofNumbers = indices.filter(
    (index) => index !== groupColumn && filled.length > 0 && column(index).every((cell) => WHOLE.test(cell)),
  );
  const isNumbering = (index: number): boolean =>
    column(index).every((cell, line) => Number(cell) === line + 1);
  const numberColumn = ofNumbers.find((index) => !isNumbering(index)) ?? ofNumbers[0];
  if (groupColumn === undefined || numberColumn === undefined) return undefined;
  const numbers = column(numberColumn);
  const to = column(groupColumn).map((cell, index) => ({
    group: spelling.get(wordKey(cell)) ?? cell,
    number: Number(numbers[index]),
  }));
  const names = new Set(to.map(({ group }) => group));
  return names.has('') || names.size < to.length ? undefined : to;
}
