import type { FactColumn } from '../../rules/facts/fact-table.ts';
import { problem, type Place, type Problem } from '../../words/problem.ts';
import { CellBlock } from '../../tables/cell-block.ts';
import type { CellRow } from '../../tables/cell-row.ts';
import { plainText } from '../cells/cells.ts';
import { type ColumnPlan, type PlannedColumn } from '../headings/column-plan.ts';
import { growingKnownColumn } from '../cells/column-readers.ts';
import { GrowingCells, type GrowingColumn } from '../cells/growing-columns.ts';
import { GrowingIds } from './ids.ts';
import { GrowingNames } from '../names.ts';
import type { Pool, PoolReading, SheetsFound } from '../pool.ts';
import { ProblemList } from '../cells/problem-list.ts';
import { type GenderColumn, isGenderColumn, takeByGender } from './parted-columns.ts';
import { columnNamed } from '../synonyms.ts';
import { columnAsMeant, namesAsMeant, type TellOdd } from './as-meant.ts';
import type { TableLayout } from '../headings/table-layout.ts';
import { Texts } from '../cells/text-column.ts';
import { type Tell, tellUnheaded } from './unheaded-cells.ts';
import { once } from '../../tables/once.ts';

/** How a row is found again in what was read. */
interface RowPlaces {
  /** The place of a cell; `heading` as it was written, absent for the whole row. */
  placeOf(row: number, heading?: string): Place;
  /** Says that two rows have the same id, at the place of the second. */
  duplicateId(id: string, first: number, second: number, place: Place): Problem;
}

/** Where a heading was written; CSV headings stand in the header line. */
type HeadingPlace = (heading: string) => Place;

/** Rows that a pool can hold at most; the numbers of ids and their slots must fit in typed arrays. */
const MOST_ROWS = 16_000_000;

/** What else a builder may be told. */
interface BuilderOptions {
  /** What looks odd so far; asked for with the pool. */
  readonly notices?: ProblemList;
  /** Keys of the notices that were accepted. */
  readonly accepted?: readonly string[];
  /** The sheets of the workbook that the rows come from. */
  readonly sheets?: SheetsFound | undefined;
  /** How the table was read that the rows come from. */
  readonly layout?: TableLayout | undefined;
}

/** Takes its cells out of rows, and tells what is wrong with them. */
type Take = (block: CellBlock, tell: Tell) => void;

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
  /** The same of columns that stand under several headings, by row. */
  readonly #writtenByRow = new Map<string, readonly string[]>();
  readonly #takes: readonly Take[];
  readonly #isWithoutIds: boolean;
  readonly #block: CellBlock;
  /** Rows that were taken out of blocks. */
  #taken = 0;

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
    this.#isWithoutIds = plan.isWithoutIds;
    if (plan.isWithoutIds) {
      this.#written.set('id', 'id');
      notices.addForFile((place) => problem('notices.no-ids', {}, place));
    }
    this.#block = new CellBlock(Math.max(1, plan.columns.length));
    const parted = plan.columns.filter(isGenderColumn);
    const rest = plan.columns.find(({ role }) => role.is === 'name-rest')?.cell;
    this.#takes = [
      ...plan.columns.flatMap((column) => this.#takeOf(column, rest) ?? []),
      ...(parted.length > 0 ? [this.#takeParted(parted, plan)] : []),
    ];
  }

  /** How many rows were added. */
  get size(): number {
    return this.#taken + this.#block.size;
  }

  /**
   * Adds a candidate. False when there is no more room. The bytes of the row are looked at later: before they
   * change, {@link settle} is called.
   */
  addRow(row: CellRow): boolean {
    if (this.size === MOST_ROWS) {
      this.#problems.addForFile((place) => problem('pool.too-many-rows', { most: MOST_ROWS }, place));
      return false;
    }
    this.#block.add(row);
    if (this.#block.isFull) this.settle();
    return true;
  }

  /** Takes all that is needed out of the rows so far. */
  settle(): void {
    const block = this.#block;
    if (block.size === 0) return;
    const first = this.#taken;
    const found: { readonly row: number; readonly add: () => void }[] = [];
    const tell: Tell = (row, make, heading) => {
      const place = (): Place => this.#places.placeOf(first + row, heading);
      found.push({ row, add: () => this.#problems.add(make, place) });
    };
    for (const take of this.#takes) take(block, tell);
    this.#taken += block.size;
    block.clear();
    // Problems are told row by row, those of a row in the order of its columns.
    for (const { add } of found.toSorted((one, other) => one.row - other.row)) add();
  }

  /** The pool, or all problems found since the beginning. */
  finish(sha256: string): PoolReading {
    this.settle();
    if (this.size === 0) {
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
    const columns = new Map(
      [...this.#columns].map(([name, column]) => [name, this.#finished(name, column)] as const),
    );
    const extras = new Map(
      [...this.#extras].map(
        ([name, { cells, translate }]) => [name, new Texts(cells.written(), translate)] as const,
      ),
    );
    const written = this.#written;
    const byRow = this.#writtenByRow;
    const places = this.#places;
    const { size } = this;
    const ids = once(() => (this.#isWithoutIds ? numbersTo(size) : this.#ids.finish()));
    const names = this.#finishedNames();
    return {
      file: this.#problems.file,
      size,
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
      placeOf: (row, heading) => places.placeOf(row, byRow.get(heading)?.[row] ?? written.get(heading)),
      writtenAs: (name) => written.get(name),
      asWritten: (name) => {
        const column = this.#columns.get(name)?.written();
        return column === undefined ? undefined : new Texts(column);
      },
    };
  }

  /** Of candidates who come as objects, nothing is guessed. */
  #finished(name: string, growing: GrowingColumn<FactColumn>): FactColumn {
    const heading = this.#written.get(name);
    const column = growing.finish();
    if (this.#layout === undefined || heading === undefined) return column;
    return columnAsMeant(name, heading, column, this.#tellOdd);
  }

  /** What is odd in them has to be told with the pool; where nothing is, they can wait. */
  #finishedNames(): () => readonly string[] {
    if (this.#layout === undefined || !this.#names.mayBeTidied) return once(() => this.#names.finish());
    const names = namesAsMeant(this.#names.finish(), this.#tellOdd);
    return () => names;
  }

  readonly #tellOdd: TellOdd = (row, name, make) =>
    this.#notices.add(make, () => this.#places.placeOf(row, this.#written.get(name)));

  /** @param rest the cell in which a name goes on. */
  #takeOf({ cell, heading, role, translate }: PlannedColumn, rest?: number): Take | undefined {
    switch (role.is) {
      case 'unheaded':
        return (block, tell) => tellUnheaded(block, cell, tell);
      case 'extra':
        this.#written.set(plainText(role.name), heading);
        return this.#takeExtra(plainText(role.name), cell, translate);
      case 'fact':
        this.#written.set(role.name, heading);
        if (role.name === 'id') return this.#takeIds(cell, heading);
        if (role.name === 'name') return this.#takeNames(cell, heading, rest);
        return this.#takeKnown(role.name, heading, cell, translate);
      default:
        return undefined;
    }
  }

  #takeKnown(name: string, heading: string, cell: number, translate?: (raw: string) => string): Take {
    const column = growingKnownColumn(columnNamed(name)!, translate);
    this.#columns.set(name, column);
    return (block, tell) => column.addAll(block, cell, (row, fault) => tell(row, fault, heading));
  }

  #takeExtra(name: string, cell: number, translate?: (raw: string) => string): Take {
    const cells = new GrowingCells();
    this.#extras.set(name, { cells, translate });
    return (block) => cells.addAll(block, cell);
  }

  #takeParted(parted: readonly GenderColumn[], plan: ColumnPlan): Take {
    const isRead = (name: string): boolean =>
      plan.columns.some(({ role }) => role.is === 'fact' && role.name === name);
    const { heading } = parted[0]!;
    const holdsBirths = parted.some(({ role }) => role.holds === 'birthDate');
    const headings: string[] = [];
    /** A column that the table has under these headings. */
    const virtual = (name: string): GrowingColumn<FactColumn> => {
      const column = growingKnownColumn(columnNamed(name)!);
      this.#columns.set(name, column);
      this.#written.set(name, heading);
      this.#writtenByRow.set(name, headings);
      return column;
    };
    const told = {
      genders: isRead('gender') ? undefined : virtual('gender'),
      births: holdsBirths && !isRead('birthDate') ? virtual('birthDate') : undefined,
      headings,
    };
    return (block, tell) => takeByGender(parted, told, block, tell);
  }

  #takeIds(cell: number, heading: string): Take {
    return (block, tell) => {
      const first = this.#taken;
      this.#ids.addAll(block, cell, (row, added) => {
        if (added === 'empty') tell(row, (place) => problem('pool.empty-id', {}, place), heading);
        else {
          const { id, first: earlier } = added;
          tell(row, (place) => this.#places.duplicateId(id, earlier, first + row, place), heading);
        }
      });
    };
  }

  #takeNames(cell: number, heading: string, rest?: number): Take {
    return (block, tell) => {
      const tellEmpty = (row: number): void =>
        tell(row, (place) => problem('pool.empty-name', {}, place), heading);
      if (rest === undefined) this.#names.addAll(block, cell, tellEmpty);
      else this.#names.addParted(block, [cell, rest], tellEmpty);
    };
  }
}

/** `1`, `2`, … */
function numbersTo(count: number): readonly string[] {
  return Array.from({ length: count }, (_each, index) => String(index + 1));
}
