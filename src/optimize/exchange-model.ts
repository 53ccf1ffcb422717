import type { DecidedCase } from './decided-case.ts';
import { type ExchangeClasses, exchangeClasses } from './exchange-classes.ts';
import { placed } from './exchange-flow.ts';
import { eligibleRows } from './kept-candidates.ts';
import { type LinearProgram, LinearProgramBuilder } from './linear-program.ts';
import { addSlacks } from './model-columns.ts';
import type { ModelOptions } from './model-options.ts';
import { addPersonRows } from './person-rows.ts';
import type { RowEntry } from './row-family.ts';
import type { AddRow } from './row-meaning.ts';
import { linkedRows, namedFamilies, SIZE_ROW } from './slate-model.ts';
import { tieBreakWeight } from './tie-break.ts';
import { addLinkColumns } from './unit-rows.ts';

/**
 * The linear program of a placement in which it does not matter yet who goes to which ward. Rows of the
 * table that differ only in their unit form a class k (`exchange-classes.ts`), all with one template t
 * of what they add to the rows of a unit. With y_k of each class and z_tu of each template in unit u:
 *
 *     rows of no unit     Σ a_k y_k
 *     rows of a unit u    Σ b_tu z_tu
 *     for every template  Σ_{k in t} y_k − Σ_u z_tu = 0
 *
 * Every plan gives such y and z of the same value, so no plan is better than the optimum here. And
 * y and z give a plan wherever all that is chosen can be placed: one flow per template, since templates
 * share no rows. Where it cannot, the classes in each other's way are taken apart into their rows and
 * the program is solved again; taken apart altogether it is the program of `slate-model.ts`. So the
 * optimum is exact, from a program of a few columns per person instead of one per person, unit and way.
 *
 * Among equal optima the tie-break decides between persons and between units, then the flow, which
 * takes rows in their order: the same input gives the same plan.
 */
export interface ExchangeModel {
  readonly program: LinearProgram;
  /** The chosen rows of a solution, or those to be taken apart because they cannot all be placed. */
  readonly placedRows: (
    x: Float64Array,
  ) =>
    | { readonly ok: true; readonly rows: readonly number[] }
    | { readonly ok: false; readonly apart: readonly number[] };
}

/**
 * Assembles the program.
 *
 * @param apart rows that must stand for themselves.
 */
export function assembleExchangeModel(
  decided: DecidedCase,
  options: ModelOptions,
  apart: ReadonlySet<number>,
): ExchangeModel {
  const { size } = decided.ruleSet;
  const { levels } = decided.objective;
  const builder = new LinearProgramBuilder(levels.length + 1);
  const addRow: AddRow = (_, name, lower, upper) => builder.addRow(name, lower, upper);
  builder.addRow('size', size.min, size.max);
  const families = namedFamilies(decided, options);
  const firstRows = families.map(({ family, name }) => {
    const indices = family.rows.map((row) =>
      builder.addRow(`${name} ${row.group ?? ''}`, row.lower, row.upper),
    );
    return indices[0] ?? 0;
  });
  const persons = addPersonRows(decided, options, addRow);
  const eligible = eligibleRows(decided, options.decisions.exclude, false);
  const sets = exchangeClasses(
    decided,
    eligible,
    families.map(({ family }) => family),
    new Set([...apart, ...namedRows(options)]),
  );
  const balance = Array.from({ length: sets.templates }, (_, template) =>
    builder.addRow(`template ${template}`, 0, 0),
  );
  const entriesOf = (row: number, which: 'all' | 'local' | 'other'): readonly RowEntry[] =>
    families.flatMap(({ family }, index) => {
      if (which !== 'all' && (which === 'local') !== sets.isLocal(family)) return [];
      return family.classes[family.classOf[row]!]!.map((entry) => ({
        row: firstRows[index]! + entry.row,
        coefficient: entry.coefficient,
      }));
    });
  const columns = new Columns(builder, decided);
  for (const row of sets.singles) columns.person(row, 1, [...entriesOf(row, 'all'), ...persons(row)]);
  for (const rows of sets.classes) {
    const [first] = rows;
    const template = { row: balance[sets.templateOf[first!]!]!, coefficient: 1 };
    columns.person(first!, rows.length, [...entriesOf(first!, 'other'), ...persons(first!), template]);
  }
  const room = roomOf(sets);
  for (const { template, sample, unit, size: most } of room) {
    const entries = [...entriesOf(sample, 'local'), { row: balance[template]!, coefficient: -1 }];
    columns.unit(`${template} ${unit}`, most, entries);
  }
  addLinkColumns(builder, linkedRows(decided, families, firstRows), levels.length + 1);
  addSlacks(builder, decided, firstRows, { seats: size.max, flexible: false });
  const choices = sets.singles.length + sets.classes.length;
  return {
    program: builder.build(choices, Math.min(size.max, eligible.length)),
    placedRows: (x) => placedRows(sets, room, x),
  };
}

/** Rows that decisions and differences name. */
function namedRows({ decisions, differences = [] }: ModelOptions): readonly number[] {
  const { pin, exclude, together, apart } = decisions;
  return [pin, exclude, ...together, ...apart, ...differences.map(({ members }) => members)].flat();
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

function roomOf({ classes, templateOf, unitOf }: ExchangeClasses): readonly Room[] {
  const rooms = new Map<string, { template: number; unit: number; sample: number; size: number }>();
  for (const rows of classes) {
    for (const row of rows) {
      const [template, unit] = [templateOf[row]!, unitOf[row]!];
      const key = `${template} ${unit}`;
      const known = rooms.get(key);
      if (known === undefined) rooms.set(key, { template, unit, sample: row, size: 1 });
      else known.size += 1;
    }
  }
  return [...rooms.values()];
}

/** Adds the columns of the program, each with its points and its weight in the tie-break. */
class Columns {
  readonly #builder: LinearProgramBuilder;
  readonly #case: DecidedCase;

  constructor(builder: LinearProgramBuilder, decided: DecidedCase) {
    this.#builder = builder;
    this.#case = decided;
  }

  /** So many of the rows of a class; `row` stands for all. */
  person(row: number, most: number, entries: readonly RowEntry[]): void {
    const { facts, objective } = this.#case;
    const points = objective.levels.map((level) => level.points[row]!);
    this.#add(facts.ids[row]!, most, points, [{ row: SIZE_ROW, coefficient: 1 }, ...entries]);
  }

  /** So many of a template in a unit. */
  unit(name: string, most: number, entries: readonly RowEntry[]): void {
    const points = this.#case.objective.levels.map(() => 0);
    this.#add(name, most, points, entries);
  }

  #add(name: string, most: number, points: readonly number[], entries: readonly RowEntry[]): void {
    const builder = this.#builder;
    const { objective } = this.#case;
    builder.addColumn(0, most);
    points.forEach((value, level) => builder.addValue(level, value));
    builder.addValue(points.length, tieBreakWeight(name, objective.tieRange));
    for (const { row, coefficient } of entries) builder.addEntry(row, coefficient);
  }
}

/** Reads the columns in the order in which they were added, and places what was chosen. */
function placedRows(
  sets: ExchangeClasses,
  room: readonly Room[],
  x: Float64Array,
): ReturnType<ExchangeModel['placedRows']> {
  const rows = Array.from(sets.singles).filter((_, column) => x[column] === 1);
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
  const apart: number[] = [];
  for (const [template, ofTemplate] of chosen) {
    const units = roomIn.get(template) ?? [];
    const placing = placed({
      chosen: ofTemplate,
      room: new Map(units.filter(({ taken }) => taken > 0).map(({ unit, taken }) => [unit, taken])),
      unitOf: sets.unitOf,
    });
    if (placing.ok) rows.push(...placing.rows);
    else apart.push(...placing.blocked.flatMap((index) => [...ofTemplate[index]!.rows]));
  }
  return apart.length > 0 ? { ok: false, apart } : { ok: true, rows };
}
