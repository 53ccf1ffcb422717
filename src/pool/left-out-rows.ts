import type { CellRow } from '../tables/cell-row.ts';
import { plainText } from './cells/cells.ts';
import type { ColumnPlan } from './headings/column-plan.ts';
import { numbersColumns } from './headings/heading-rows.ts';
import { folded, isOrdinalHeading, isSumHeading } from './synonyms.ts';

/** Cells of a row at most that speak for no candidate, if nothing else does. */
const FEW = 2;

/** Where candidates stand in a table, as far as it tells them from its other rows. */
export interface TableOfPeople {
  readonly id: number | undefined;
  readonly name: number | undefined;
  /** The column of running numbers beside that of ids. */
  readonly ordinal: number | undefined;
  /** The headings of ids and of names, folded. */
  readonly idHeading: string;
  readonly nameHeading: string;
  /** Columns with a heading besides those two. */
  readonly others: number;
  /** Whether candidates are numbered, and known by their numbers. */
  readonly isNumbered: boolean;
  /** Whether it is laid out to be printed. */
  readonly isPrinted: boolean;
}

/** How a table with these columns tells its candidates. */
export function tableOfPeople({ columns }: ColumnPlan, isPrinted: boolean): TableOfPeople {
  const [id, name] = ['id', 'name'].map((fact) =>
    columns.find(({ role }) => role.is === 'fact' && role.name === fact),
  );
  const headed = columns.filter(({ role }) => role.is !== 'unheaded').length;
  return {
    id: id?.cell,
    name: name?.cell,
    ordinal: columns.find(({ heading, cell }) => cell !== id?.cell && isOrdinalHeading(heading))?.cell,
    idHeading: folded(id?.heading ?? ''),
    nameHeading: folded(name?.heading ?? ''),
    others: headed - Number(id !== undefined) - Number(name !== undefined),
    isNumbered: id !== undefined && isOrdinalHeading(id.heading),
    isPrinted,
  };
}

/**
 * Whether a row is no candidate: a sum; in a printed list, or one whose people are numbered, also its parts,
 * headings that stand on every page, notes and signatures.
 */
export function isLeftOut(row: CellRow, table: TableOfPeople): boolean {
  const { id, name, isNumbered, isPrinted } = table;
  const hasId = id !== undefined && !row.isBlank(id);
  const hasName = name !== undefined && !row.isBlank(name);
  const isList = isPrinted || isNumbered;
  if (repeatsHeadings(row, table)) return true;
  if (hasId && hasName && !isList) return false;
  if (isSum(row, id) || (!hasId && isSum(row, name))) return true;
  if (!isList) return !hasId && isBelowNumbers(row, table);
  const others = countFilled(row) - Number(hasId) - Number(hasName);
  if (isNumbered) {
    if (hasId && hasName && runningNumber(row.text(id)) !== undefined) return numbersColumns(row.texts());
    const isKnown = hasId && /\d/.test(row.text(id));
    // Titles, notes and signatures fill a cell or two, in whatever columns they stand.
    if ((hasName || hasId) && !isKnown && others <= FEW && 2 * others < table.others) return true;
  }
  if (!isPrinted && hasId) return isNumbered && others === 0 && !hasName;
  if (!hasId && !hasName) return others <= FEW;
  return others === 0 && (!hasId || isPartNumber(row.text(id)) || !hasName);
}

/** Whether a row of a table with running numbers beside its ids has none, and fills a cell or two: a note, a signature. */
function isBelowNumbers(row: CellRow, { name, ordinal }: TableOfPeople): boolean {
  if (ordinal === undefined || runningNumber(row.text(ordinal)) !== undefined) return false;
  const hasName = name !== undefined && !row.isBlank(name);
  return countFilled(row) <= (hasName ? 1 : FEW);
}

/** Whether a row has the headings once more: in a list that of the names is enough to tell. */
export function repeatsHeadings(row: CellRow, table: TableOfPeople): boolean {
  const { id, name, idHeading, nameHeading, isNumbered, isPrinted } = table;
  if (name === undefined || row.isBlank(name) || folded(row.text(name)) !== nameHeading) return false;
  return isPrinted || isNumbered || (id !== undefined && folded(row.text(id)) === idHeading);
}

/** The number that a cell of running numbers holds; `undefined` for any other text. */
export function runningNumber(text: string): number | undefined {
  const [, digits] = /^\(?(\d{1,6})[.)]?$/.exec(plainText(text)) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** `I.`, `IV`, `A`: the number of a part of a list, where candidates have Arabic ones. */
export function isPartNumber(text: string): boolean {
  return /^(?:[IVXLC]+|[A-ZĐ])[.)]?$/.test(plainText(text));
}

function countFilled(row: CellRow): number {
  let filled = 0;
  for (let cell = 0; cell < row.count; cell += 1) filled += Number(!row.isBlank(cell));
  return filled;
}

function isSum(row: CellRow, cell: number | undefined): boolean {
  return cell !== undefined && !row.isBlank(cell) && isSumHeading(row.text(cell));
}
