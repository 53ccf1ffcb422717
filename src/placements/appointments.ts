import { UNIT_FACT } from '../optimize/unit-rows.ts';
import type { CodedColumn, FactColumn, FactTable } from '../rules/fact-table.ts';
import type { TitleDeclaration } from '../rules/rule-set.ts';
import { holdsFact, UNIT_PREFIX } from '../rules/titles.ts';
import type { Posts, Way } from './posts.ts';
import type { Relations } from './relations.ts';

/** Everything that appointments are made of. */
export interface Ground {
  readonly candidates: FactTable;
  /** Facts `unit.…`, one row a unit; its ids are the names. */
  readonly units: FactTable;
  readonly titles: readonly TitleDeclaration[];
  readonly posts: Posts;
  readonly relations: Relations;
  /** Candidates who must be appointed, by row. */
  readonly pinned: ReadonlySet<number>;
}

/** Some appointments: who, where, and in which of the ways of that unit. */
export interface Rows {
  readonly candidate: Uint32Array;
  readonly unit: Uint32Array;
  /** Index into `posts.ways[unit]`. */
  readonly way: Uint32Array;
}

/** The fact whose value is the candidate: for the rule that appoints nobody twice. */
export const CANDIDATE_FACT = 'candidate';
/** The fact that has a value for those who must be appointed. */
export const PINNED_FACT = 'pinned';

/** The fact whose value is the unit whose post of this title an appointment fills. */
export function postFact(title: string): string {
  return `post.${title}`;
}

/** `HD-001@Ái Quốc/secretary`: an appointment as plans, decisions and answers name it. */
export function appointmentId(candidate: string, unit: string, way: string): string {
  return `${candidate}@${unit}/${way}`;
}

/**
 * Appointments as the table of facts that everything else works on: the facts of the candidate by
 * their names (but `unit`, where they work now, is `currentUnit`), those of the unit as `unit.…`, and
 * what ties the two. A column is put together when it is first asked for, by indexing: rows share the
 * values of candidates and units.
 */
export function appointmentTable(ground: Ground, rows: Rows): FactTable {
  const { candidates, units } = ground;
  const size = rows.candidate.length;
  const own = ownColumns(ground, rows);
  const made = new Map<string, FactColumn | undefined>();
  const make = (name: string): FactColumn | undefined => {
    const mine = own.get(name);
    if (mine !== undefined) return mine();
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
    fact: (name) => {
      if (!made.has(name)) made.set(name, make(name));
      return made.get(name);
    },
    personOf: (row) => candidates.ids[rows.candidate[row]!]!,
  };
}

/** The way of one row. */
export function wayOf({ posts }: Ground, rows: Rows, row: number): Way {
  return posts.ways[rows.unit[row]!]![rows.way[row]!]!;
}

function idOf(ground: Ground, rows: Rows, candidate: number, row: number): string {
  const { candidates, units } = ground;
  return appointmentId(candidates.ids[candidate]!, units.ids[rows.unit[row]!]!, wayOf(ground, rows, row).id);
}

/** A column of candidates or units, read through the rows. */
function gathered(column: FactColumn | undefined, index: Uint32Array): FactColumn | undefined {
  if (column === undefined) return undefined;
  if ('codes' in column) return { ...column, codes: index.map((row) => column.codes[row]!) };
  const low = Float64Array.from(index, (row) => column.low[row]!);
  const high = column.low === column.high ? low : Float64Array.from(index, (row) => column.high[row]!);
  return { ...column, low, high };
}

function ownColumns(ground: Ground, rows: Rows): ReadonlyMap<string, () => FactColumn> {
  const { candidates, units, relations, titles, pinned } = ground;
  const each = <Value>(value: (candidate: number, unit: number, way: Way) => Value): readonly Value[] =>
    Array.from(rows.candidate, (candidate, row) =>
      value(candidate, rows.unit[row]!, wayOf(ground, rows, row)),
    );
  const ids = [null, ...candidates.ids];
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
    [PINNED_FACT, () => pinnedColumn(candidates.ids, pinned, rows.candidate)],
    ['title', () => texts(each((_, __, way) => way.id))],
    ['titles', () => numbers(each((_, __, way) => way.titles.length))],
    [
      'combined',
      () => flags(each((_, __, way) => way.titles.filter((title) => !title.concurrent).length > 1)),
    ],
    ['local', () => flags(each((candidate, unit) => relations.local(candidate, unit)))],
    ['stays', () => flags(each((candidate, _, way) => relations.stays(candidate, way)))],
    ['rotation', () => texts(each((candidate, unit, way) => relations.rotation(candidate, unit, way)))],
    [
      'consecutiveTerms',
      () => numbers(each((candidate, _, way) => relations.consecutiveTerms(candidate, way))),
    ],
    ...titles.map(
      ({ id }) =>
        [
          holdsFact(id),
          () => flags(each((_, __, way) => way.titles.some((title) => title.id === id))),
        ] as const,
    ),
    ...titles.map(({ id }) => [postFact(id), () => postColumn(ground, rows, id)] as const),
  ]);
}

/** The unit whose post of a title is filled; units that have the title are groups even where nobody could. */
function postColumn(ground: Ground, rows: Rows, title: string): CodedColumn {
  const having = ground.posts.all.filter((post) => post.title.id === title).map(({ unit }) => unit);
  const codeOf = new Map(having.map((unit, index) => [unit, index + 1]));
  const codes = Uint32Array.from(rows.candidate, (_, row) => {
    const way = wayOf(ground, rows, row);
    const index = way.titles.findIndex(({ id }) => id === title);
    return index === -1 ? 0 : codeOf.get(way.units[index]!)!;
  });
  return { ...coded([null, ...having.map((unit) => ground.units.ids[unit]!)], codes), standing: true };
}

function pinnedColumn(
  ids: readonly string[],
  pinned: ReadonlySet<number>,
  candidate: Uint32Array,
): CodedColumn {
  const codeOf = new Map([...pinned].map((row, index) => [row, index + 1]));
  const values = [null, ...[...pinned].map((row) => ids[row]!)];
  return {
    ...coded(
      values,
      candidate.map((row) => codeOf.get(row) ?? 0),
    ),
    standing: true,
  };
}

function coded(values: readonly (string | null)[], codes: Uint32Array): CodedColumn {
  return { type: 'text', codes, values };
}

function texts(cells: readonly (string | undefined)[]): CodedColumn {
  const values: (string | null)[] = [null];
  const codeOf = new Map<string, number>();
  const codes = Uint32Array.from(cells, (cell) => {
    if (cell === undefined) return 0;
    let code = codeOf.get(cell);
    if (code === undefined) codeOf.set(cell, (code = values.push(cell) - 1));
    return code;
  });
  return coded(values, codes);
}

function flags(cells: readonly (boolean | undefined)[]): CodedColumn {
  const codes = Uint32Array.from(cells, (cell) => (cell === undefined ? 0 : cell ? 2 : 1));
  return { type: 'boolean', codes, values: [null, false, true] };
}

function numbers(cells: readonly number[]): FactColumn {
  const values = Float64Array.from(cells);
  return { type: 'number', low: values, high: values, denominator: 1 };
}
