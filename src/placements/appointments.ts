import { UNIT_FACT } from '../optimize/model/unit-rows.ts';
import type { CodedColumn, FactColumn, FactTable, RowIndex } from '../rules/fact-table.ts';
import type { OrderedList } from '../rules/list-declaration.ts';
import type { TitleDeclaration } from '../rules/rule-set.ts';
import { holdsFact, postFact, UNIT_PREFIX } from '../rules/titles.ts';
import {
  appointmentFinder,
  type AppointmentFinder,
  appointmentId,
  type RowPlace,
} from './named-appointments.ts';
import { placeColumn } from './places-of-list.ts';
import type { Posts, PostCombination } from './posts.ts';
import type { Relations } from './relations.ts';

/** Everything that appointments are made of. */
export interface AppointmentParts {
  readonly candidates: FactTable;
  /** Facts `unit.…`, one row a unit; its ids are the names. */
  readonly units: FactTable;
  readonly titles: readonly TitleDeclaration[];
  readonly posts: Posts;
  readonly relations: Relations;
  /** Of an ordered list, whose places are the units. */
  readonly list?: OrderedList;
}

/**
 * Some appointments, in the order of unit, way and candidate: who, where, and in which of the ways of
 * that unit.
 */
export interface AppointmentRows {
  readonly candidate: Uint32Array;
  readonly unit: Uint32Array;
  /** Index into `posts.ways[unit]`. */
  readonly way: Uint32Array;
}

/** The fact whose value is the candidate: for the rule that appoints nobody twice. */
export const CANDIDATE_FACT = 'candidate';

/**
 * Appointments as the table of facts that everything else works on: the facts of the candidate by
 * their names (but `unit`, where they work now, is `currentUnit`), those of the unit as `unit.…`, and
 * what ties the two. A column is put together when it is first asked for, by indexing: rows share the
 * values of candidates and units.
 */
export function appointmentTable(ground: AppointmentParts, rows: AppointmentRows): FactTable {
  const { candidates, units } = ground;
  const size = rows.candidate.length;
  const own = ownColumns(ground, rows);
  const made = new Map<string, FactColumn | undefined>();
  const make = (name: string): FactColumn | undefined => {
    const mine = own.get(name);
    if (mine !== undefined) return mine();
    const place = ground.list && placeColumn(name, ground.list, rows.unit);
    if (place !== undefined) return place;
    if (name.startsWith(UNIT_PREFIX)) return gathered(units.fact(name), rows.unit);
    return gathered(candidates.fact(name === 'currentUnit' ? UNIT_FACT : name), rows.candidate);
  };
  let ids: readonly string[] | undefined;
  return {
    size,
    get ids() {
      ids ??= Array.from(rows.candidate, (candidate, row) => idOf(ground, rows, candidate, row));
      return ids;
    },
    idOf: (row) => ids?.[row] ?? idOf(ground, rows, rows.candidate[row]!, row),
    fact: (name) => {
      if (!made.has(name)) made.set(name, make(name));
      return made.get(name);
    },
    personOf: (row) => candidates.ids[rows.candidate[row]!]!,
    rowIndex: rowIndexOf(ground, rows),
  };
}

/** Finds rows by their ids without a table of all ids: rows are in the order of unit, way and candidate. */
function rowIndexOf(ground: AppointmentParts, rows: AppointmentRows): RowIndex {
  let find: AppointmentFinder | undefined;
  const before = (row: number, { unit, way, candidate }: RowPlace): number =>
    rows.unit[row]! - unit || rows.way[row]! - way || rows.candidate[row]! - candidate;
  const get = (id: string): number | undefined => {
    const place = (find ??= appointmentFinder(ground))(id);
    if (place === undefined) return undefined;
    let [low, high] = [0, rows.candidate.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(middle, place) < 0) low = middle + 1;
      else high = middle;
    }
    return low < rows.candidate.length && before(low, place) === 0 ? low : undefined;
  };
  return { get, has: (id) => get(id) !== undefined };
}

/** The way of a place among all that there are. */
export function wayOfPlace({ posts }: AppointmentParts, { unit, way }: RowPlace): PostCombination {
  return posts.ways[unit]![way]!;
}

/** The way of one row. */
export function wayOf({ posts }: AppointmentParts, rows: AppointmentRows, row: number): PostCombination {
  return posts.ways[rows.unit[row]!]![rows.way[row]!]!;
}

function idOf(ground: AppointmentParts, rows: AppointmentRows, candidate: number, row: number): string {
  const { candidates, units } = ground;
  return appointmentId(candidates.ids[candidate]!, units.ids[rows.unit[row]!]!, wayOf(ground, rows, row).id);
}

/** A column of candidates or units, read through the rows. */
function gathered(column: FactColumn | undefined, index: Uint32Array): FactColumn | undefined {
  if (column === undefined) return undefined;
  if ('codes' in column) return { ...column, codes: index.map((row) => column.codes[row]!) };
  const read = (cells: Float64Array): Float64Array => {
    const column = new Float64Array(index.length);
    for (let row = 0; row < column.length; row += 1) column[row] = cells[index[row]!]!;
    return column;
  };
  const low = read(column.low);
  const high = column.low === column.high ? low : read(column.high);
  return { ...column, low, high };
}

/** What a column holds of one appointment. */
type Of<Value> = (candidate: number, unit: number, way: PostCombination) => Value;

function ownColumns(ground: AppointmentParts, rows: AppointmentRows): ReadonlyMap<string, () => FactColumn> {
  const { candidates, units, relations, titles } = ground;
  const ids = [null, ...candidates.ids];
  const isHeld =
    (title: string): Of<boolean> =>
    (_, __, way) =>
      way.titles.some(({ id }) => id === title);
  const isCombined: Of<boolean> = (_, __, way) =>
    way.titles.filter(({ concurrent }) => !concurrent).length > 1;
  const flag = (value: Of<boolean | undefined>) => () => flags(ground, rows, value);
  const text = (value: Of<string | undefined>) => () => texts(ground, rows, value);
  const number = (value: Of<number>) => () => numbers(ground, rows, value);
  return new Map<string, () => FactColumn>([
    [
      UNIT_FACT,
      () => ({
        ...coded(
          [null, ...units.ids],
          rows.unit.map((unit) => unit + 1),
        ),
        standing: true,
      }),
    ],
    [
      CANDIDATE_FACT,
      () =>
        coded(
          ids,
          rows.candidate.map((candidate) => candidate + 1),
        ),
    ],
    ['title', text((_, __, way) => way.id)],
    ['titles', number((_, __, way) => way.titles.length)],
    ['combined', flag(isCombined)],
    ['local', flag((candidate, unit) => relations.local(candidate, unit))],
    ['stays', flag((candidate, _, way) => relations.stays(candidate, way))],
    ['rotation', text((candidate, unit, way) => relations.rotation(candidate, unit, way))],
    ['consecutiveTerms', number((candidate, _, way) => relations.consecutiveTerms(candidate, way))],
    ...titles.map(({ id }) => [holdsFact(id), flag(isHeld(id))] as const),
    ...titles.map(({ id }) => [postFact(id), () => postColumn(ground, rows, id)] as const),
  ]);
}

/** Fills a column in place: a province has millions of rows, and an object each would be too much. */
function fill<Column extends Uint32Array | Float64Array>(
  column: Column,
  ground: AppointmentParts,
  { candidate, unit, way }: AppointmentRows,
  value: Of<number>,
): Column {
  const { ways } = ground.posts;
  for (let row = 0; row < column.length; row += 1) {
    const at = unit[row]!;
    column[row] = value(candidate[row]!, at, ways[at]![way[row]!]!);
  }
  return column;
}

/** The unit whose post of a title is filled; units that have the title are groups even where nobody could. */
function postColumn(ground: AppointmentParts, rows: AppointmentRows, title: string): CodedColumn {
  const having = ground.posts.all.filter((post) => post.title.id === title).map(({ unit }) => unit);
  const codeOf = new Map(having.map((unit, index) => [unit, index + 1]));
  const codes = fill(new Uint32Array(rows.candidate.length), ground, rows, (_, __, way) => {
    const index = way.titles.findIndex(({ id }) => id === title);
    return index === -1 ? 0 : codeOf.get(way.units[index]!)!;
  });
  return { ...coded([null, ...having.map((unit) => ground.units.ids[unit]!)], codes), standing: true };
}

function coded(values: readonly (string | null)[], codes: Uint32Array): CodedColumn {
  return { type: 'text', codes, values };
}

function texts(ground: AppointmentParts, rows: AppointmentRows, value: Of<string | undefined>): CodedColumn {
  const values: (string | null)[] = [null];
  const codeOf = new Map<string, number>();
  const codes = fill(new Uint32Array(rows.candidate.length), ground, rows, (...of) => {
    const cell = value(...of);
    if (cell === undefined) return 0;
    let code = codeOf.get(cell);
    if (code === undefined) codeOf.set(cell, (code = values.push(cell) - 1));
    return code;
  });
  return coded(values, codes);
}

function flags(ground: AppointmentParts, rows: AppointmentRows, value: Of<boolean | undefined>): CodedColumn {
  const codes = fill(new Uint32Array(rows.candidate.length), ground, rows, (...of) => {
    const cell = value(...of);
    return cell === undefined ? 0 : cell ? 2 : 1;
  });
  return { type: 'boolean', codes, values: [null, false, true] };
}

function numbers(ground: AppointmentParts, rows: AppointmentRows, value: Of<number>): FactColumn {
  const values = fill(new Float64Array(rows.candidate.length), ground, rows, value);
  return { type: 'number', low: values, high: values, denominator: 1 };
}
