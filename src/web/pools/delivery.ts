import { csvLine } from '../../tables/write-csv.ts';
import { ownValue } from '../../words/own.ts';

/** Candidates as texts by heading. */
export interface Rows {
  readonly headings: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** What a new delivery of a table says otherwise of one candidate. */
export interface DeliveredLine {
  readonly id: string;
  readonly name: string;
  readonly is: 'new' | 'changed' | 'gone';
  /** Cells that differ; of somebody new those that are filled. */
  readonly cells: readonly { readonly heading: string; readonly before: string; readonly after: string }[];
}

/** Who is new, changed or gone in a later delivery of the same table; those first who come first in it. */
export function deliveredLines(before: Rows, after: Rows): readonly DeliveredLine[] {
  const known = byId(before);
  const delivered = byId(after);
  const headings = allHeadings(before, after).filter((heading) => heading !== 'id');
  const there = [...delivered].flatMap(([id, row]): DeliveredLine[] => {
    const old = known.get(id);
    const cells = headings
      .map((heading) => ({ heading, before: cell(old, heading), after: cell(row, heading) }))
      .filter((each) => each.before !== each.after);
    if (old !== undefined && cells.length === 0) return [];
    return [{ id, name: cell(row, 'name'), is: old === undefined ? 'new' : 'changed', cells }];
  });
  const gone = [...known].flatMap(([id, row]): DeliveredLine[] =>
    delivered.has(id) ? [] : [{ id, name: cell(row, 'name'), is: 'gone', cells: [] }],
  );
  return [...there, ...gone];
}

/**
 * The table after some lines of a delivery were accepted, as CSV: who was there stays where they were, and
 * who is new follows.
 *
 * @param accepted ids of lines of {@link deliveredLines}.
 */
export function withDelivery(before: Rows, after: Rows, accepted: ReadonlySet<string>): string {
  const known = byId(before);
  const delivered = byId(after);
  const headings = allHeadings(before, after);
  const stay = [...known].flatMap(([id, row]) => {
    if (!accepted.has(id)) return [row];
    const next = delivered.get(id);
    return next === undefined ? [] : [next];
  });
  const come = [...delivered].flatMap(([id, row]) => (!known.has(id) && accepted.has(id) ? [row] : []));
  const lines = [...stay, ...come].map((row) => csvLine(headings.map((heading) => cell(row, heading))));
  return [csvLine(headings), ...lines].join('');
}

function byId({ rows }: Rows): ReadonlyMap<string, Rows['rows'][number]> {
  return new Map(rows.map((row) => [cell(row, 'id'), row]));
}

function allHeadings(before: Rows, after: Rows): readonly string[] {
  return [...new Set([...before.headings, ...after.headings])];
}

function cell(row: Rows['rows'][number] | undefined, heading: string): string {
  return ownValue(row ?? {}, heading) ?? '';
}
