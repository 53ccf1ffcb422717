import type { FactColumn } from '../../rules/facts/fact-table.ts';
import type { CellBlock } from '../../tables/cell-block.ts';
import { problem } from '../../words/problem.ts';
import { isNothing, plainText } from '../cells/cells.ts';
import type { ColumnRole, PlannedColumn } from '../headings/column-plan.ts';
import type { GrowingColumn } from '../cells/growing-columns.ts';
import type { Tell } from './unheaded-cells.ts';
import { booleanOf } from '../synonyms.ts';

/** A column that tells a gender, and maybe a birth date, by where it is filled. */
export type GenderColumn = PlannedColumn & {
  readonly role: Extract<ColumnRole, { readonly is: 'of-gender' }>;
};

/** Whether a column tells genders by where it is filled. */
export function isGenderColumn(column: PlannedColumn): column is GenderColumn {
  return column.role.is === 'of-gender';
}

/** Where such columns put what they tell; absent: nowhere, since a column of its own says it. */
interface ToldByGender {
  readonly genders: GrowingColumn<FactColumn> | undefined;
  readonly births: GrowingColumn<FactColumn> | undefined;
  /** Under which of their headings each row is filled, in the order of rows. */
  readonly headings: string[];
}

/** Takes rows out of such columns: a birth date under the heading of one gender gives both, a mark gives the gender. */
export function takeByGender(
  columns: readonly GenderColumn[],
  { genders, births, headings }: ToldByGender,
  block: CellBlock,
  tell: Tell,
): void {
  const others = columns.find(({ role }) => role.others !== undefined)?.role.others ?? '';
  for (let row = 0; row < block.size; row += 1) {
    const marked = columns.filter(({ cell }) => isMarked(block, cell, row));
    const [first] = marked;
    const { heading } = first ?? columns[0]!;
    headings.push(heading);
    if (marked.some(({ role }) => role.gender !== first!.role.gender)) {
      tell(row, (place) => problem('pool.both-genders', {}, place), heading);
    }
    genders?.addText(first?.role.gender ?? others);
    const fault = births?.addText(first?.role.holds === 'birthDate' ? block.text(first.cell, row) : '');
    if (fault !== undefined) tell(row, fault, heading);
  }
}

/** Dashes, `0` and `không` are no marks. */
function isMarked(block: CellBlock, cell: number, row: number): boolean {
  if (block.isBlank(cell, row)) return false;
  const text = plainText(block.text(cell, row));
  return !isNothing(text) && booleanOf(text) !== false;
}
