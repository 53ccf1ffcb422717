import { type Checkpoint, inStretches, NO_LIMIT } from '../../rules/checkpoint.ts';
import type { DecidedCase } from './decided-case.ts';
import { type ExchangeClasses, exchangeClasses } from './exchange-classes.ts';
import { type Leeway, leeway, placed, type Placing } from './exchange-flow.ts';
import type { ModelFrame } from './model-frame.ts';
import { NumberTable } from './numbering.ts';
import { decidedRows, differEnough, type Difference, type ModelOptions } from './model-options.ts';
import type { RowEntry } from './row-family.ts';
import type { AddRow } from './row-meaning.ts';

/** So many of the rows of a class; `row` stands for all. */
export interface PersonColumn {
  readonly row: number;
  readonly most: number;
  readonly entries: readonly RowEntry[];
}

/** So many of a template in a unit. */
export interface UnitColumn {
  readonly name: string;
  readonly most: number;
  readonly entries: readonly RowEntry[];
}

/** The rows of the table that a solution chooses, or those to be taken apart because they cannot all be placed. */
export type ChosenRows =
  | { readonly ok: true; readonly rows: readonly number[] }
  | { readonly ok: false; readonly apart: readonly number[] };

/** The columns of a program that leaves open who goes where: all of persons, then all of units. */
export interface ExchangeColumns {
  readonly persons: readonly PersonColumn[];
  readonly units: readonly UnitColumn[];
  readonly chosen: (x: Float64Array) => ChosenRows;
  /** Other rows of the same columns that differ enough from earlier ones; see {@link placedElsewhere}. */
  readonly another: (x: Float64Array, earlier: readonly Difference[]) => readonly number[] | undefined;
  /** Of all plans that a solution stands for, the rows that some have and those that all have. */
  readonly leeway: (x: Float64Array) => Leeway | undefined;
  /**
   * By row of the table the columns that are above zero wherever it is chosen. A province has millions of
   * rows and few questions ask this, so it is made for those that do.
   */
  readonly columnsOfRows: () => ReadonlyMap<number, readonly number[]>;
}

/**
 * Makes the columns; the rows that balance the two kinds are added to the program. See
 * `exchange-model.ts` for what they are and why the program is exact.
 *
 * @param eligible the rows of the table that take part, ascending; all have a unit.
 * @param apart rows that must stand for themselves, besides those that decisions and differences name.
 */
export async function exchangeColumns(
  decided: DecidedCase,
  eligible: Uint32Array,
  { families, persons, addRow }: ModelFrame,
  options: Pick<ModelOptions, 'decisions' | 'differences'>,
  apart: ReadonlySet<number>,
  checkpoint: Checkpoint = NO_LIMIT,
): Promise<ExchangeColumns> {
  const alone = new Set([...apart, ...namedRows(options)]);
  const all = families.map(({ family }) => family);
  const sets = await exchangeClasses(decided, eligible, all, alone, checkpoint);
  const balance = Array.from({ length: sets.templates }, (_, row) =>
    addRow({ kind: 'structure', name: 'template', row }, `template ${row}`, 0, 0),
  );
  const entriesOf = (row: number, which: 'all' | 'local' | 'other'): readonly RowEntry[] =>
    families.flatMap(({ family, firstRow }) => {
      if (which !== 'all' && (which === 'local') !== sets.isLocal(family)) return [];
      return family.classes[family.classOf.at(row)]!.map((entry) => ({
        row: firstRow + entry.row,
        coefficient: entry.coefficient,
      }));
    });
  const room = await roomOf(sets, checkpoint);
  const cuts = alone.size > 0 ? roomCuts(sets, room, addRow) : NO_CUTS;
  const singles = Array.from(sets.singles, (row): PersonColumn => {
    return { row, most: 1, entries: [...entriesOf(row, 'all'), ...persons(row)] };
  });
  const classes = sets.classes.map((rows, index): PersonColumn => {
    const row = rows[0]!;
    const template = { row: balance[sets.templateOf[row]!]!, coefficient: 1 };
    const entries = [...entriesOf(row, 'other'), ...persons(row), template, ...cuts.ofClass(index)];
    return { row, most: rows.length, entries };
  });
  const units = room.map(({ template, sample, unit, size }, index): UnitColumn => {
    const taken = { row: balance[template]!, coefficient: -1 };
    const entries = [...entriesOf(sample, 'local'), taken, ...cuts.ofRoom(index)];
    return { name: `${template} ${unit}`, most: size, entries };
  });
  return {
    persons: [...singles, ...classes],
    units: [...units, ...cuts.totals],
    chosen: (x) => chosenRows(choiceOf(sets, room, x)),
    another: (x, earlier) => placedElsewhere(choiceOf(sets, room, x), earlier),
    leeway: (x) => leewayOf(choiceOf(sets, room, x)),
    columnsOfRows: () => columnsOfRows(sets, room),
  };
}

/** Rows that decisions and differences name. */
function namedRows({
  decisions,
  differences = [],
}: Pick<ModelOptions, 'decisions' | 'differences'>): readonly number[] {
  // All rows of somebody add the same to a difference of people.
  const apart = differences.filter(({ people }) => people === undefined);
  return [...decidedRows(decisions), ...apart.flatMap(({ members }) => members)];
}

/** A template in a unit that has rows of it. */
interface Room {
  readonly template: number;
  readonly unit: number;
  /** One of the rows; all of them add the same to the rows of the unit. */
  readonly sample: number;
  /** How many there are. */
  readonly size: number;
}

async function roomOf(
  { classes, templates, templateOf, unitOf }: ExchangeClasses,
  checkpoint: Checkpoint,
): Promise<readonly Room[]> {
  const rooms: { template: number; unit: number; sample: number; size: number }[] = [];
  const numbers = new NumberTable();
  await inStretches(classes.length, checkpoint, (from, to) => {
    for (let at = from; at < to; at += 1) {
      for (const row of classes[at]!) {
        const [template, unit] = [templateOf[row]!, unitOf[row]!];
        const number = numbers.numberOf(unit * templates + template);
        if (number === rooms.length) rooms.push({ template, unit, sample: row, size: 1 });
        else rooms[number]!.size += 1;
      }
    }
  });
  return rooms;
}

/** What columns add to the rows of cuts, and columns of their own. */
interface RoomCuts {
  readonly ofClass: (index: number) => readonly RowEntry[];
  readonly ofRoom: (index: number) => readonly RowEntry[];
  readonly totals: readonly UnitColumn[];
}

const NO_CUTS: RoomCuts = { ofClass: () => [], ofRoom: () => [], totals: [] };

/**
 * Cuts that every plan keeps and that keep most solutions placeable where rows stand for themselves: classes
 * without a row in unit u have to go elsewhere (Hall's condition for one unit),
 *
 *     Σ_{k in t without u} y_k ≤ Σ_{v ≠ u} z_tv,    written  Σ y_k + z_tu − s_t ≤ 0  with  s_t = Σ_v z_tv.
 *
 * Without them a solution moves somebody from the row that stands for itself to their class, and has room
 * for them in that very unit alone.
 */
function roomCuts(sets: ExchangeClasses, room: readonly Room[], addRow: AddRow): RoomCuts {
  const ofClass = sets.classes.map((): RowEntry[] => []);
  const ofRoom = room.map((): RowEntry[] => []);
  const totals: UnitColumn[] = [];
  const classes = sets.classes.map((rows, index) => ({
    index,
    template: sets.templateOf[rows[0]!]!,
    units: new Set(Array.from(rows, (row) => sets.unitOf[row]!)),
  }));
  const classesIn = Map.groupBy(classes, ({ template }) => template);
  const roomIn = Map.groupBy(
    room.map((each, index) => ({ ...each, index })),
    ({ template }) => template,
  );
  for (const [template, units] of roomIn) {
    const total = addRow({ kind: 'structure', name: 'room', row: template }, `room ${template}`, 0, 0);
    const entries: RowEntry[] = [{ row: total, coefficient: -1 }];
    for (const { index, unit } of units) {
      ofRoom[index]!.push({ row: total, coefficient: 1 });
      const without = classesIn.get(template)!.filter((each) => !each.units.has(unit));
      if (without.length === 0) continue;
      const meaning = { kind: 'structure', name: 'room', row: template } as const;
      const row = addRow(meaning, `room ${template} ${unit}`, -Infinity, 0);
      for (const each of without) ofClass[each.index]!.push({ row, coefficient: 1 });
      ofRoom[index]!.push({ row, coefficient: 1 });
      entries.push({ row, coefficient: -1 });
    }
    const most = units.reduce((sum, { size }) => sum + size, 0);
    totals.push({ name: `${template} in all`, most, entries });
  }
  return { ofClass: (index) => ofClass[index]!, ofRoom: (index) => ofRoom[index]!, totals };
}

/** What a solution chooses: rows that stand for themselves, and for each template what is to be placed. */
interface Choice {
  readonly singles: readonly number[];
  readonly placings: readonly Placing[];
}

/** Reads the columns in the order in which they were added. */
function choiceOf(sets: ExchangeClasses, room: readonly Room[], x: Float64Array): Choice {
  const firstUnit = sets.singles.length + sets.classes.length;
  const chosen = Map.groupBy(
    sets.classes.flatMap((rows, index) => {
      const count = x[sets.singles.length + index]!;
      return count > 0 ? [{ rows, count }] : [];
    }),
    ({ rows: [first] }) => sets.templateOf[first!]!,
  );
  const roomIn = Map.groupBy(
    room.map((each, index) => ({ ...each, taken: x[firstUnit + index]! })),
    ({ template }) => template,
  );
  return {
    singles: Array.from(sets.singles).filter((_, column) => x[column] === 1),
    placings: Array.from(chosen, ([template, ofTemplate]) => {
      const units = roomIn.get(template) ?? [];
      return {
        chosen: ofTemplate,
        room: new Map(units.filter(({ taken }) => taken > 0).map(({ unit, taken }) => [unit, taken])),
        unitOf: sets.unitOf,
      };
    }),
  };
}

/** Places what was chosen. */
function chosenRows({ singles, placings }: Choice): ChosenRows {
  const rows = [...singles];
  const apart: number[] = [];
  for (const placing of placings) {
    const result = placed(placing);
    if (result.ok) rows.push(...result.rows);
    else apart.push(...result.blocked.flatMap((index) => [...placing.chosen[index]!.rows]));
  }
  return apart.length > 0 ? { ok: false, apart } : { ok: true, rows };
}

/**
 * Places what was chosen elsewhere than before: as the columns are the same, what comes out keeps every row
 * of the program and is worth exactly as much. So where no plan that differs enough from the earlier ones
 * can be worth more, it is one of the best of them, without another solve.
 *
 * Template after template takes no row of an earlier plan, until all differ enough; `undefined` where that
 * does not suffice, which says nothing of other plans.
 */
function placedElsewhere(
  { singles, placings }: Choice,
  earlier: readonly Difference[],
): readonly number[] | undefined {
  const taken = new Set(earlier.flatMap(({ members }) => members));
  const placements = placings.map(placed);
  if (!placements.every((each) => each.ok)) return undefined;
  const rows = placements.map((each) => each.rows);
  for (const [index, placing] of placings.entries()) {
    if (differEnough([singles, ...rows].flat(), earlier)) break;
    const elsewhere = placed({ ...placing, without: taken });
    if (elsewhere.ok) rows[index] = elsewhere.rows;
  }
  const all = [singles, ...rows].flat();
  return differEnough(all, earlier) ? all : undefined;
}

/** What is open of a choice; rows that stand for themselves are not. */
function leewayOf({ singles, placings }: Choice): Leeway | undefined {
  const each = placings.map(leeway);
  if (!each.every((one) => one !== undefined)) return undefined;
  return {
    some: [singles, ...each.map(({ some }) => some)].flat(),
    all: [singles, ...each.map(({ all }) => all)].flat(),
  };
}

function columnsOfRows(
  { singles, classes, templateOf, unitOf }: ExchangeClasses,
  room: readonly Room[],
): ReadonlyMap<number, readonly number[]> {
  const firstRoom = singles.length + classes.length;
  const key = (template: number, unit: number): string => `${template} ${unit}`;
  const columnOf = new Map(room.map(({ template, unit }, index) => [key(template, unit), firstRoom + index]));
  return new Map([
    ...Array.from(singles, (row, column): [number, readonly number[]] => [row, [column]]),
    ...classes.flatMap((rows, index) =>
      Array.from(rows, (row): [number, readonly number[]] => [
        row,
        [singles.length + index, columnOf.get(key(templateOf[row]!, unitOf[row]!))!],
      ]),
    ),
  ]);
}
