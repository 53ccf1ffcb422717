import type { FactColumn } from '../rules/fact-table.ts';
import { problem, type Place, type Problem } from '../words/problem.ts';
import type { CellRow } from '../tables/cell-row.ts';
import { plainText } from './cells.ts';
import { type ColumnPlan, type PlannedColumn } from './column-plan.ts';
import { growingKnownColumn } from './column-readers.ts';
import { GrowingCells, type GrowingColumn } from './growing-columns.ts';
import { GrowingIds } from './ids.ts';
import { GrowingNames } from './names.ts';
import type { Pool, PoolReading, SheetsFound } from './pool.ts';
import { ProblemList } from './problem-list.ts';
import { columnNamed } from './synonyms.ts';
import type { TableLayout } from './table-layout.ts';
import { Texts } from './texts.ts';

/** How a row is found again in what was read. */
export interface RowPlaces {
  /** The place of a cell; `heading` as it was written, absent for the whole row. */
  placeOf(row: number, heading?: string): Place;
  /** Says that two rows have the same id, at the place of the second. */
  duplicateId(id: string, first: number, second: number, place: Place): Problem;
}

/** Where a heading was written; CSV headings stand in the header line. */
export type HeadingPlace = (heading: string) => Place;

/** Rows that a pool can hold at most; the numbers of ids and their slots must fit in typed arrays. */
const MOST_ROWS = 16_000_000;

/** What else a builder may be told. */
export interface BuilderOptions {
  /** What looks odd so far; asked for with the pool. */
  readonly notices?: ProblemList;
  /** Keys of the notices that were accepted. */
  readonly accepted?: readonly string[];
  /** The sheets of the workbook that the rows come from. */
  readonly sheets?: SheetsFound | undefined;
  /** How the table was read that the rows come from. */
  readonly layout?: TableLayout | undefined;
}

/** Takes its cells out of a row. */
type Take = (row: CellRow, number: number) => void;

/** The columns that tell a gender and a birth date by where they are filled. */
type OfGender = Extract<PlannedColumn['role'], { is: 'of-gender' }>;

/** Makes a pool out of rows of cells. Problems go to the list; with none there, the pool is sound. */
export class PoolBuilder {
  readonly #problems: ProblemList;
  readonly #places: RowPlaces;
  readonly #notices: ProblemList;
  readonly #accepted: ReadonlySet<string>;
  readonly #sheets: SheetsFound | undefined;
  readonly #layout: TableLayout | undefined;
  readonly #columns = new Map<string, GrowingColumn<FactColumn>>();
  readonly #extras = new Map<
    string,
    { readonly cells: GrowingCells; readonly translate: ((raw: string) => string) | undefined }
  >();
  readonly #ids = new GrowingIds();
  readonly #names = new GrowingNames();
  /** The headings as they were written, by the names under which the pool has them. */
  readonly #written = new Map<string, string>();
  readonly #takes: readonly Take[];
  #size = 0;

  /**
   * @param plan what the columns are read as.
   * @param headingPlace where a heading stands.
   */
  constructor(
    plan: ColumnPlan,
    headingPlace: HeadingPlace,
    places: RowPlaces,
    problems: ProblemList,
    { notices = new ProblemList(problems.file), accepted = [], sheets, layout }: BuilderOptions = {},
  ) {
    this.#problems = problems;
    this.#notices = notices;
    this.#accepted = new Set(accepted);
    this.#sheets = sheets;
    this.#layout = layout;
    this.#places = places;
    for (const { heading, make } of plan.problems) {
      if (heading === undefined) problems.addForFile(make);
      else problems.add(make, () => headingPlace(heading));
    }
    const parted = plan.columns.filter((column) => column.role.is === 'of-gender');
    this.#takes = [
      ...plan.columns.flatMap((column) => this.#takeOf(column) ?? []),
      ...(parted.length > 0 ? [this.#takeParted(parted, plan)] : []),
    ];
  }

  /** How many rows were added. */
  get size(): number {
    return this.#size;
  }

  /** Adds a candidate. False when there is no more room. */
  addRow(row: CellRow): boolean {
    if (this.#size === MOST_ROWS) {
      this.#problems.addForFile((place) => problem('pool.too-many-rows', { most: MOST_ROWS }, place));
      return false;
    }
    const takes = this.#takes;
    const number = this.#size;
    for (let index = 0; index < takes.length; index += 1) takes[index]!(row, number);
    this.#size += 1;
    return true;
  }

  /** The pool, or all problems found since the beginning. */
  finish(sha256: string): PoolReading {
    if (this.#size === 0) {
      if (this.#problems.isEmpty) {
        this.#problems.addForFile((place) => problem('pool.no-candidates', {}, place));
      }
      return { ok: false, problems: this.#problems.finish() };
    }
    const pool = this.#pool(sha256);
    if (this.#problems.isEmpty) return { ok: true, value: pool };
    return { ok: false, problems: this.#problems.finish(), readable: pool };
  }

  #pool(sha256: string): Pool {
    const columns = new Map([...this.#columns].map(([name, column]) => [name, column.finish()] as const));
    const extras = new Map(
      [...this.#extras].map(
        ([name, { cells, translate }]) => [name, new Texts(cells.written(), translate)] as const,
      ),
    );
    const written = this.#written;
    const places = this.#places;
    const ids = once(() => this.#ids.finish());
    const names = once(() => this.#names.finish());
    return {
      file: this.#problems.file,
      size: this.#size,
      get ids() {
        return ids();
      },
      get names() {
        return names();
      },
      headings: [...written.keys()],
      notices: this.#notices.finish(),
      accepted: this.#accepted,
      sheets: this.#sheets,
      layout: this.#layout,
      columns,
      extras,
      sha256,
      fact: (name) => columns.get(name),
      placeOf: (row, heading) => places.placeOf(row, written.get(heading)),
      writtenAs: (name) => written.get(name),
      asWritten: (name) => {
        const column = this.#columns.get(name)?.written();
        return column === undefined ? undefined : new Texts(column);
      },
    };
  }

  #takeOf({ cell, heading, role, translate }: PlannedColumn): Take | undefined {
    switch (role.is) {
      case 'unheaded':
        return this.#takeUnheaded(cell);
      case 'extra':
        this.#written.set(plainText(role.name), heading);
        return this.#takeExtra(plainText(role.name), cell, translate);
      case 'fact':
        this.#written.set(role.name, heading);
        if (role.name === 'id') return (row, number) => this.#takeId(row, number, cell, heading);
        if (role.name === 'name') return (row, number) => this.#takeName(row, number, cell, heading);
        return this.#takeKnown(role.name, heading, cell, translate);
      default:
        return undefined;
    }
  }

  #takeKnown(name: string, heading: string, cell: number, translate?: (raw: string) => string): Take {
    const column = growingKnownColumn(columnNamed(name)!, translate);
    this.#columns.set(name, column);
    return (row, number) => {
      const fault =
        cell < row.count
          ? column.add(row.bytesOf(cell), row.starts[cell]!, row.ends[cell]!, row.hashes[cell]!)
          : column.addText('');
      if (fault !== undefined) this.#problems.add(fault, () => this.#places.placeOf(number, heading));
    };
  }

  #takeExtra(name: string, cell: number, translate?: (raw: string) => string): Take {
    const cells = new GrowingCells();
    this.#extras.set(name, { cells, translate });
    return (row) => {
      if (cell >= row.count) cells.addText('');
      else cells.add(row.bytesOf(cell), row.starts[cell]!, row.ends[cell]!, row.hashes[cell]!);
    };
  }

  #takeUnheaded(cell: number): Take {
    return (row, number) => {
      if (row.isBlank(cell)) return;
      const parameters = { position: cell + 1, value: row.text(cell).trim() };
      this.#problems.add(
        (place) => problem('pool.cell-without-heading', parameters, place),
        () => this.#places.placeOf(number),
      );
    };
  }

  /** A birth date under the heading of one gender gives both; a mark gives the gender. */
  #takeParted(parted: readonly PlannedColumn[], plan: ColumnPlan): Take {
    const roles = parted.map(({ role }) => role as OfGender);
    const isRead = (name: string): boolean =>
      plan.columns.some(({ role }) => role.is === 'fact' && role.name === name);
    const genders = isRead('gender') ? undefined : this.#virtual('gender', parted[0]!.heading);
    const holdsBirths = roles.some(({ holds }) => holds === 'birthDate') && !isRead('birthDate');
    const births = holdsBirths ? this.#virtual('birthDate', parted[0]!.heading) : undefined;
    return (row, number) => {
      const filled = parted.findIndex(({ cell }) => !row.isBlank(cell));
      const also = parted.findIndex(({ cell }, at) => at > filled && filled !== -1 && !row.isBlank(cell));
      const place = (): Place => this.#places.placeOf(number, parted[Math.max(filled, 0)]!.heading);
      if (also !== -1 && roles[also]!.gender !== roles[filled]!.gender) {
        this.#problems.add((at) => problem('pool.both-genders', {}, at), place);
      }
      genders?.addText(filled === -1 ? '' : roles[filled]!.gender);
      const birth =
        filled !== -1 && roles[filled]!.holds === 'birthDate' ? row.text(parted[filled]!.cell) : '';
      const fault = births?.addText(birth);
      if (fault !== undefined) this.#problems.add(fault, place);
    };
  }

  /** A column that the table has under other headings. */
  #virtual(name: string, heading: string): GrowingColumn<FactColumn> {
    const column = growingKnownColumn(columnNamed(name)!);
    this.#columns.set(name, column);
    this.#written.set(name, heading);
    return column;
  }

  #takeId(row: CellRow, number: number, cell: number, heading: string): void {
    const added =
      cell < row.count
        ? this.#ids.add(row.bytesOf(cell), row.starts[cell]!, row.ends[cell]!, row.hashes[cell]!)
        : this.#ids.addEmpty();
    if (added === 'new') return;
    const place = (): Place => this.#places.placeOf(number, heading);
    if (added === 'empty') this.#problems.add((at) => problem('pool.empty-id', {}, at), place);
    else this.#problems.add((at) => this.#places.duplicateId(added.id, added.first, number, at), place);
  }

  #takeName(row: CellRow, number: number, cell: number, heading: string): void {
    const isNamed =
      cell < row.count
        ? this.#names.add(row.bytesOf(cell), row.starts[cell]!, row.ends[cell]!)
        : this.#names.add(row.bytes, 0, 0);
    if (isNamed) return;
    this.#problems.add(
      (place) => problem('pool.empty-name', {}, place),
      () => this.#places.placeOf(number, heading),
    );
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
