import { plainText } from '../cells/cells.ts';
import type { ColumnPlan, PlannedColumn } from './column-plan.ts';
import type { HeadingRows, HeadRow } from './heading-rows.ts';

/** Rows from the top of a table that are shown to choose the headings among. */
const SHOWN_ROWS = 12;

/** Different values of a column that are shown of it. */
const SHOWN_VALUES = 3;

/** Letters of a cell that are shown; what is longer is cut. */
const SHOWN_LETTERS = 120;

/** How a table was read: what its columns are taken for, beside what stands in them. */
export interface TableLayout {
  readonly plan: ColumnPlan;
  /** The line of the headings. */
  readonly line: number;
  /** The first rows that have something in them, as they are written. */
  readonly top: readonly HeadRow[];
  /** A column each: the first different values below its heading, as they are written. */
  readonly samples: readonly (readonly string[])[];
}

/**
 * The layout of a table by its first rows.
 *
 * @param head the rows in which the headings were found.
 */
export function tableLayout(plan: ColumnPlan, found: HeadingRows, head: readonly HeadRow[]): TableLayout {
  const below = head.slice(found.rows);
  return {
    plan,
    line: found.line,
    top: head.slice(0, SHOWN_ROWS).map(({ cells, line }) => ({ cells: cells.map(shown), line })),
    samples: plan.columns.map(({ cell }) => {
      const values = below.map(({ cells }) => shown(plainText(cells[cell] ?? '')));
      return [...new Set(values)].filter((value) => value !== '').slice(0, SHOWN_VALUES);
    }),
  };
}

/** What a column is read as; `undefined` for one that is not read. */
export function readAs({ role }: PlannedColumn): string | undefined {
  if (role.is === 'fact' || role.is === 'extra') return role.name;
  if (role.is === 'name-rest') return 'name';
  return role.is === 'of-gender'
    ? `${role.holds === 'mark' ? 'gender' : 'birthDate'} (${role.gender})`
    : undefined;
}

function shown(cell: string): string {
  return cell.length > SHOWN_LETTERS ? `${cell.slice(0, SHOWN_LETTERS)}…` : cell;
}
