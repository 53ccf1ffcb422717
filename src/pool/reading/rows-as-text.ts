import { cellOf, type FactColumn } from '../../rules/facts/fact-table.ts';
import { isoText } from '../cells/civil-date.ts';
import type { Rows } from '../deliveries.ts';
import type { Pool } from '../pool.ts';

/**
 * One candidate as canonical texts by heading, in the pool's order of columns: codes of closed lists
 * in English, `true` and `false`, numbers with a decimal point, ISO dates as exact as they are known.
 * An empty cell is `''`.
 */
export function rowOf(pool: Pool, row: number): ReadonlyMap<string, string> {
  return new Map(pool.headings.map((heading) => [heading, cellText(pool, row, heading)] as const));
}

/** All candidates as texts by heading. */
export function rowsOfPool(pool: Pool): Rows {
  const rows = Array.from({ length: pool.size }, (_each, row) => Object.fromEntries(rowOf(pool, row)));
  return { headings: pool.headings, rows };
}

function cellText(pool: Pool, row: number, heading: string): string {
  if (heading === 'id') return pool.ids[row]!;
  if (heading === 'name') return pool.names[row]!;
  const column = pool.columns.get(heading);
  return column === undefined ? (pool.extras.get(heading)?.at(row) ?? '') : textOf(column, row);
}

function textOf(column: FactColumn, row: number): string {
  const cell = cellOf(column, row);
  if (cell === undefined) return '';
  if (typeof cell === 'string' || typeof cell === 'boolean') return String(cell);
  const [low, high] = typeof cell === 'number' ? [cell, cell] : cell;
  return column.type === 'date' ? isoText({ low, high }) : decimalText(low);
}

/** A number in digits: `String` would write small ones with an exponent, which no cell may have. */
function decimalText(value: number): string {
  const short = String(value);
  return short.includes('e') ? value.toFixed(20).replace(/0+$/, '').replace(/\.$/, '') : short;
}
