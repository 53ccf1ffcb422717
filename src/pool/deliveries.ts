import { wordKey } from '../tables/text/same-word.ts';
import { inertCsvLine } from '../tables/csv/write-csv.ts';
import { ownProperty } from '../words/own-property.ts';
import { isSwapped, swapKey } from './notices/swapped-days.ts';

/** Candidates as texts by heading. */
export interface Rows {
  readonly headings: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** A cell that differs. */
export interface DeliveredCell {
  readonly heading: string;
  readonly before: string;
  readonly after: string;
  /** Of a date: day and month are exchanged, and nothing else differs. */
  readonly isSwapped?: true;
}

/** What a line of a delivery is; each is taken over, or what was there stays. */
export const DELIVERED_KINDS = ['new', 'changed', 'renumbered', 'twice', 'gone'] as const;

/** What a new delivery of a table says otherwise of one candidate. */
export interface DeliveredLine {
  readonly id: string;
  readonly name: string;
  /**
   * `renumbered`: somebody who was there under another id, by name and birth date, and is gone under that.
   * `twice`: somebody new with the name and birth date of somebody who is there, too: one person twice, or two.
   */
  readonly is: (typeof DELIVERED_KINDS)[number];
  /** Of who is renumbered or there twice: the other id. */
  readonly other?: string;
  /** Cells that differ; of somebody new those that are filled. */
  readonly cells: readonly DeliveredCell[];
}

/** How deliveries are compared. */
export interface DeliveryOptions {
  /** Whether the delivery is of some units alone: who is of a unit that it does not name is not gone. */
  readonly isPartial?: boolean | undefined;
}

/** Who is new, changed, renumbered or gone in a later delivery of the same table; those first who come first in it. */
export function deliveredLines(
  before: Rows,
  after: Rows,
  { isPartial = false }: DeliveryOptions = {},
): readonly DeliveredLine[] {
  const known = byId(before);
  const delivered = byId(after);
  const headings = allHeadings(before, after).filter((heading) => heading !== 'id');
  const cellsOf = (old: Row | undefined, row: Row): readonly DeliveredCell[] =>
    headings.flatMap((heading) => {
      const [was, is] = [cell(old, heading), cell(row, heading)];
      if (was === is) return [];
      return [{ heading, before: was, after: is, ...(isSwapped(was, is) && { isSwapped: true as const }) }];
    });
  const persons = new Persons(known, delivered);
  const there = [...delivered].flatMap(([id, row]): DeliveredLine[] => {
    const old = known.get(id);
    const name = cell(row, 'name');
    if (old !== undefined) {
      const cells = cellsOf(old, row);
      return cells.length === 0 ? [] : [{ id, name, is: 'changed', cells }];
    }
    const same = persons.sameAs(id, row);
    if (same === undefined) return [{ id, name, is: 'new', cells: cellsOf(undefined, row) }];
    const { id: other, isGone } = same;
    return isGone
      ? [{ id, name, is: 'renumbered', other, cells: cellsOf(known.get(other), row) }]
      : [{ id, name, is: 'twice', other, cells: cellsOf(undefined, row) }];
  });
  const units = new Set([...delivered.values()].map((row) => wordKey(cell(row, 'unit'))));
  const isAsked = (row: Row): boolean => !isPartial || units.has(wordKey(cell(row, 'unit')));
  const gone = [...known].flatMap(([id, row]): DeliveredLine[] =>
    delivered.has(id) || persons.isRenumbered(id) || !isAsked(row)
      ? []
      : [{ id, name: cell(row, 'name'), is: 'gone', cells: [] }],
  );
  return [...there, ...gone];
}

/**
 * The table after some lines of a delivery were accepted, as CSV: who was there stays where they were, and
 * who is new follows.
 *
 * @param accepted ids of lines of {@link deliveredLines}.
 */
export function withDelivery(
  before: Rows,
  after: Rows,
  accepted: ReadonlySet<string>,
  comparing: DeliveryOptions = {},
): string {
  const known = byId(before);
  const delivered = byId(after);
  const headings = allHeadings(before, after);
  const lines = deliveredLines(before, after, comparing).filter(({ id }) => accepted.has(id));
  const placeOf = new Map(lines.map((line) => [line.is === 'renumbered' ? line.other! : line.id, line]));
  const stay = [...known].flatMap(([id, row]) => {
    const line = placeOf.get(id);
    const next = line === undefined ? row : delivered.get(line.id);
    return next === undefined ? [] : [next];
  });
  const come = lines.flatMap((line) =>
    line.is === 'new' || line.is === 'twice' ? [delivered.get(line.id)!] : [],
  );
  const written = [...stay, ...come].map((row) =>
    inertCsvLine(headings.map((heading) => cell(row, heading))),
  );
  return [inertCsvLine(headings), ...written].join('');
}

/** How many dates of a column a delivery exchanges day and month of, among those of which it says another day. */
export interface SwappedColumn {
  readonly heading: string;
  readonly swapped: number;
  readonly differing: number;
}

/** Columns of which a delivery exchanges days and months. */
export function swappedColumns(lines: readonly DeliveredLine[]): readonly SwappedColumn[] {
  const cells = lines
    .filter(({ is }) => is === 'changed' || is === 'renumbered')
    .flatMap((line) => line.cells);
  return [...Map.groupBy(cells, ({ heading }) => heading)].flatMap(([heading, differing]) => {
    const swapped = differing.filter((each) => each.isSwapped === true).length;
    return swapped === 0 ? [] : [{ heading, swapped, differing: differing.length }];
  });
}

type Row = Rows['rows'][number];

/** Who is whom by name and birth date; of those who share both, each is somebody once. */
class Persons {
  /** Ids before the delivery that it no longer has, by person, in order. */
  readonly #gone = new Map<string, string[]>();
  readonly #there = new Map<string, string>();
  readonly #renumbered = new Set<string>();

  constructor(known: ReadonlyMap<string, Row>, delivered: ReadonlyMap<string, Row>) {
    for (const [id, row] of known) {
      const person = personKey(row);
      if (person === undefined) continue;
      if (delivered.has(id)) this.#there.set(person, this.#there.get(person) ?? id);
      else this.#gone.set(person, [...(this.#gone.get(person) ?? []), id]);
    }
  }

  /** The other id of somebody new; `undefined` for who was never there. */
  sameAs(id: string, row: Row): { readonly id: string; readonly isGone: boolean } | undefined {
    const person = personKey(row);
    if (person === undefined) return undefined;
    const there = this.#there.get(person);
    if (there !== undefined) return { id: there, isGone: false };
    const gone = this.#gone.get(person)?.shift();
    this.#there.set(person, id);
    if (gone === undefined) return undefined;
    this.#renumbered.add(gone);
    return { id: gone, isGone: true };
  }

  isRenumbered(id: string): boolean {
    return this.#renumbered.has(id);
  }
}

/** How people are addressed before their names in lists: `Đ/c Nguyễn Văn A`. */
const ADDRESS = /^(?:đ\/c|đc|đồng chí|ông|bà)[.:]?\s+(?=\S+\s)/iu;

/**
 * By what a person is known again under another id: name and birth date, day and month in either order, however
 * they are addressed; `undefined` where the birth date is not known.
 */
export function personKey(row: Row): string | undefined {
  const born = cell(row, 'birthDate');
  if (born === '') return undefined;
  return `${wordKey(cell(row, 'name').replace(ADDRESS, ''))}\0${swapKey(born)}`;
}

function byId({ rows }: Rows): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [cell(row, 'id'), row]));
}

function allHeadings(before: Rows, after: Rows): readonly string[] {
  return [...new Set([...before.headings, ...after.headings])];
}

function cell(row: Row | undefined, heading: string): string {
  return ownProperty(row ?? {}, heading) ?? '';
}
