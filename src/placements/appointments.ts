import type { CodedColumn, FactColumn, FactTable, RowIndex } from '../rules/facts/fact-table.ts';
import type { OrderedList } from '../rules/lists/list-declaration.ts';
import type { TitleDeclaration } from '../rules/rule-set.ts';
import { holdsFact, postFact, UNIT_PREFIX, UNIT_FACT } from '../rules/titles.ts';
import {
  appointmentFinder,
  type AppointmentFinder,
  appointmentId,
  type RowPlace,
} from './named-appointments.ts';
import { placeColumn } from './places-of-list.ts';
import type { Posts, PostCombination } from './posts.ts';
import type { Relations } from './ways-to-posts.ts';

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
  if ('codes' in column) {
    const codes = new Uint32Array(index.length);
    for (let row = 0; row < codes.length; row += 1) codes[row] = column.codes[index[row]!]!;
    return { ...column, codes };
  }
  const read = (cells: Float64Array): Float64Array => {
    const column = new Float64Array(index.length);
    for (let row = 0; row < column.length; row += 1) column[row] = cells[index[row]!]!;
    return column;
  };
  const low = read(column.low);
  const high = column.low === column.high ? low : read(column.high);
  return { ...column, low, high };
}

/** The numbers of rows from 1, since 0 says that there is none. */
function fromOne(numbers: Uint32Array): Uint32Array {
  const codes = new Uint32Array(numbers.length);
  for (let row = 0; row < codes.length; row += 1) codes[row] = numbers[row]! + 1;
  return codes;
}

/** What a column holds of one appointment. */
type Of<Value> = (candidate: number, unit: number, way: PostCombination) => Value;

function ownColumns(ground: AppointmentParts, rows: AppointmentRows): ReadonlyMap<string, () => FactColumn> {
  const { candidates, units, relations, titles } = ground;
  const ids = [null, ...candidates.ids];
  const isHeld =
    (title: string) =>
    (way: PostCombination): boolean =>
      way.titles.some(({ id }) => id === title);
  const isCombined = (way: PostCombination): boolean =>
    way.titles.filter(({ concurrent }) => !concurrent).length > 1;
  const flag = (value: Of<boolean | undefined>) => () => flags(ground, rows, value);
  const text = (value: Of<string | undefined>) => () => texts(ground, rows, value);
  const number = (value: Of<number>) => () => numbers(ground, rows, value);
  return new Map<string, () => FactColumn>([
    [
      UNIT_FACT,
      () => ({
        ...coded([null, ...units.ids], fromOne(rows.unit)),
        standing: true,
      }),
    ],
    [CANDIDATE_FACT, () => coded(ids, fromOne(rows.candidate))],
    ['title', () => textsOfWays(ground, rows, ({ id }) => id)],
    ['titles', () => numbersOfWays(ground, rows, ({ titles }) => titles.length)],
    ['combined', () => flagsOfWays(ground, rows, isCombined)],
    ['local', flag((candidate, unit) => relations.local(candidate, unit))],
    ['stays', flag((candidate, _, way) => relations.stays(candidate, way))],
    ['rotation', text((candidate, unit, way) => relations.rotation(candidate, unit, way))],
    ['consecutiveTerms', number((candidate, _, way) => relations.consecutiveTerms(candidate, way))],
    ...titles.map(({ id }) => [holdsFact(id), () => flagsOfWays(ground, rows, isHeld(id))] as const),
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

/** Fills a column with what is the same for everybody in one way of a unit: rows of one stand together. */
function fillWays<Column extends Uint32Array | Float64Array>(
  column: Column,
  { posts }: AppointmentParts,
  { unit, way }: AppointmentRows,
  value: (way: PostCombination) => number,
): Column {
  let from = 0;
  for (let row = 1; row <= column.length; row += 1) {
    if (row < column.length && way[row] === way[from] && unit[row] === unit[from]) continue;
    column.fill(value(posts.ways[unit[from]!]![way[from]!]!), from, row);
    from = row;
  }
  return column;
}

/** The unit whose post of a title is filled; units that have the title are groups even where nobody could. */
function postColumn(ground: AppointmentParts, rows: AppointmentRows, title: string): CodedColumn {
  const having = ground.posts.all.filter((post) => post.title.id === title).map(({ unit }) => unit);
  const codeOf = new Map(having.map((unit, index) => [unit, index + 1]));
  const codes = fillWays(new Uint32Array(rows.candidate.length), ground, rows, (way) => {
    const index = way.titles.findIndex(({ id }) => id === title);
    return index === -1 ? 0 : codeOf.get(way.units[index]!)!;
  });
  return { ...coded([null, ...having.map((unit) => ground.units.ids[unit]!)], codes), standing: true };
}

function coded(values: readonly (string | null)[], codes: Uint32Array): CodedColumn {
  return { type: 'text', codes, values };
}

/** Numbers texts from 1 in order of appearance; 0 where there is none. */
class Texts {
  readonly values: (string | null)[] = [null];
  readonly #codeOf = new Map<string, number>();

  codeOf(text: string | undefined): number {
    if (text === undefined) return 0;
    let code = this.#codeOf.get(text);
    if (code === undefined) this.#codeOf.set(text, (code = this.values.push(text) - 1));
    return code;
  }
}

function texts(ground: AppointmentParts, rows: AppointmentRows, value: Of<string | undefined>): CodedColumn {
  const found = new Texts();
  const codes = fill(codesFor(rows), ground, rows, (...of) => found.codeOf(value(...of)));
  return coded(found.values, codes);
}

function textsOfWays(
  ground: AppointmentParts,
  rows: AppointmentRows,
  value: (way: PostCombination) => string,
): CodedColumn {
  const found = new Texts();
  const codes = fillWays(codesFor(rows), ground, rows, (way) => found.codeOf(value(way)));
  return coded(found.values, codes);
}

const FLAGS = [null, false, true] as const;

function codeOfFlag(flag: boolean | undefined): number {
  return flag === undefined ? 0 : flag ? 2 : 1;
}

function flags(ground: AppointmentParts, rows: AppointmentRows, value: Of<boolean | undefined>): CodedColumn {
  const codes = fill(codesFor(rows), ground, rows, (candidate, unit, way) =>
    codeOfFlag(value(candidate, unit, way)),
  );
  return { type: 'boolean', codes, values: FLAGS };
}

function flagsOfWays(
  ground: AppointmentParts,
  rows: AppointmentRows,
  value: (way: PostCombination) => boolean,
): CodedColumn {
  const codes = fillWays(codesFor(rows), ground, rows, (way) => codeOfFlag(value(way)));
  return { type: 'boolean', codes, values: FLAGS };
}

function numbers(ground: AppointmentParts, rows: AppointmentRows, value: Of<number>): FactColumn {
  return wholeNumbers(fill(new Float64Array(rows.candidate.length), ground, rows, value));
}

function numbersOfWays(
  ground: AppointmentParts,
  rows: AppointmentRows,
  value: (way: PostCombination) => number,
): FactColumn {
  return wholeNumbers(fillWays(new Float64Array(rows.candidate.length), ground, rows, value));
}

function wholeNumbers(values: Float64Array): FactColumn {
  return { type: 'number', low: values, high: values, denominator: 1 };
}

function codesFor({ candidate }: AppointmentRows): Uint32Array {
  return new Uint32Array(candidate.length);
}
