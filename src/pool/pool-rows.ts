import { problem, type Place, type Problem } from '../words/problem.ts';
import { CellRow, fillRow } from '../tables/cell-row.ts';
import { plainText } from './cells.ts';
import { type ColumnPlan, planColumns } from './column-plan.ts';
import { GrowingCodes } from './growing-columns.ts';
import { HEAD_ROWS, type HeadingRows, headingRows, type HeadRow } from './heading-rows.ts';
import type { Mapping } from './mapping-schema.ts';
import { PoolBuilder } from './pool-builder.ts';
import type { PoolReading, SheetsFound } from './pool.ts';
import { ProblemList } from './problem-list.ts';
import { isSumHeading } from './synonyms.ts';
import { type TableLayout, tableLayout } from './table-layout.ts';

/** Columns that a table may have; as many as a sheet of a workbook. */
const MOST_COLUMNS = 16_384;

/**
 * Makes a pool of the rows of a table, whatever format it came in: finds the headings among the first
 * rows, plans what each column is read as, and hands on the candidates. Rows without anything in them, sums
 * and what only parts or signs a printed list are left out.
 */
export class PoolRows {
  readonly #file: string;
  readonly #problems: ProblemList;
  readonly #notices: ProblemList;
  readonly #mapping: Mapping | undefined;
  readonly #lines = new GrowingCodes();
  /** The first rows, until the headings are found among them. */
  #head: HeadRow[] | undefined = [];
  #headings: HeadingRows | undefined;
  /** Where ids and names stand in a row. */
  #cells: { readonly id?: number | undefined; readonly name?: number | undefined } = {};
  #layout: TableLayout | undefined;
  #builder: PoolBuilder | undefined;
  #width = 0;
  #isFull = false;
  #sheets: SheetsFound | undefined;

  /** @param mapping how the office writes its tables; where the headings stand, among other things. */
  constructor(file: string, problems: ProblemList, mapping?: Mapping) {
    this.#file = file;
    this.#problems = problems;
    this.#notices = new ProblemList(file);
    this.#mapping = mapping;
  }

  /** Whether no more rows are wanted, because there is no room or no heading. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** Whether nothing was found that could be headings. */
  get isEmpty(): boolean {
    return this.#builder === undefined && (this.#head ?? []).length === 0;
  }

  /** Told before the first row: they come from a workbook with these sheets. */
  ofWorkbook(sheets: SheetsFound): void {
    this.#sheets = sheets;
  }

  /** Takes the next row of the table; its bytes stay until {@link settle}. */
  row(row: CellRow): void {
    if (this.#isFull) return;
    if (this.#head === undefined) {
      this.#take(row);
      return;
    }
    if (row.count > MOST_COLUMNS) {
      this.report((place) => problem('pool.too-many-columns', { most: MOST_COLUMNS }, place), row.line);
      this.#isFull = true;
      return;
    }
    if (isBlankRow(row) && this.#head.length > 0) return;
    this.#head.push({ cells: row.texts(), line: row.line });
    if (this.#head.length === HEAD_ROWS) this.findHeadings();
  }

  /** Looks for the headings among what came so far; what is wrong with a later row is told after theirs. */
  findHeadings(): void {
    const head = this.#head;
    if (head === undefined || head.length === 0) return;
    this.#head = undefined;
    const found = headingRows(head, this.#mapping?.headings)!;
    this.#headings = found;
    this.#build(found, head);
    const row = new CellRow();
    for (const { cells, line } of head.slice(found.rows)) {
      fillRow(row, cells, line);
      if (!this.#isFull) this.#take(row);
      this.settle();
    }
  }

  /** Takes what is needed out of the rows so far; called before their bytes change. */
  settle(): void {
    this.#builder?.settle();
  }

  /** Tells a problem of a line. */
  report(make: (place: Place) => Problem, line: number): void {
    // What is wrong with earlier rows is told before.
    this.settle();
    this.#problems.add(make, () => ({ file: this.#file, line }));
  }

  /** Tells something that is possible and looks odd, of the table as a whole. */
  notice(make: (place: Place) => Problem): void {
    this.#notices.addForFile(make);
  }

  /** No more can be read: without headings nothing that follows can be understood. */
  stop(): void {
    this.#isFull = true;
  }

  /** The pool, or all problems; the hash is asked for only where it is needed and complete. */
  finish(sha256: () => string): PoolReading {
    this.findHeadings();
    if (this.#builder === undefined) {
      if (this.#problems.isEmpty) this.#problems.addForFile((place) => problem('pool.empty-file', {}, place));
      return { ok: false, problems: this.#problems.finish(), sheets: this.#sheets };
    }
    const read = this.#builder.finish(this.#problems.isEmpty ? sha256() : '');
    return read.ok ? read : { ...read, sheets: this.#sheets, layout: this.#layout };
  }

  #build(found: HeadingRows, head: readonly HeadRow[]): void {
    const { headings, line } = found;
    const file = this.#file;
    const lines = this.#lines;
    const plan = planColumns(headings, this.#mapping);
    const layout = tableLayout(plan, found, head);
    this.#layout = layout;
    this.#cells = { id: cellOf(plan, 'id'), name: cellOf(plan, 'name') };
    this.#width = headings.length;
    this.#builder = new PoolBuilder(
      plan,
      (field) => ({ file, line, field }),
      {
        placeOf: (row, field) => ({ file, line: lines.at(row), ...(field !== undefined && { field }) }),
        duplicateId: (id, first, second, place) =>
          problem('pool.duplicate-id', { id, first: lines.at(first), second: lines.at(second) }, place),
      },
      this.#problems,
      { notices: this.#notices, accepted: this.#mapping?.accepted ?? [], sheets: this.#sheets, layout },
    );
    for (const heading of plan.unmet) {
      this.#notices.add(
        (place) => problem('notices.unmet-heading', { heading }, place),
        () => ({ file, line }),
      );
    }
    for (const { heading, by } of plan.outranked) {
      this.#notices.add(
        (place) => problem('notices.outranked-heading', { heading, by }, place),
        () => ({ file, line }),
      );
    }
  }

  #take(row: CellRow): void {
    const width = this.#width;
    // A row of nothing but delimiters is how spreadsheets save an empty line.
    if (row.isBlank(0) && isBlankRow(row)) return;
    if (row.count > width && !areBlank(row, width)) {
      const parameters = { expected: width, found: row.count };
      this.report((place) => problem('pool.cell-count', parameters, place), row.line);
      return;
    }
    if (this.#isLeftOut(row)) {
      const text = row
        .texts()
        .map(plainText)
        .filter((cell) => cell !== '')
        .join(' ');
      this.#notices.add(
        (place) => problem('notices.row-left-out', { text }, place),
        () => ({ file: this.#file, line: row.line }),
      );
      return;
    }
    this.#lines.add(row.line);
    this.#isFull = !this.#builder!.addRow(row);
  }

  /** Sums, and in a printed list also its parts and what stands below it. */
  #isLeftOut(row: CellRow): boolean {
    const { id, name } = this.#cells;
    const hasId = id !== undefined && !row.isBlank(id);
    const hasName = name !== undefined && !row.isBlank(name);
    if (hasId && hasName && this.#headings?.isPrinted !== true) return false;
    if (isSum(row, id) || (!hasId && isSum(row, name))) return true;
    if (this.#headings?.isPrinted !== true) return false;
    const others = countFilled(row) - Number(hasId) - Number(hasName);
    if (!hasId && !hasName) return others <= 2;
    return others === 0 && (!hasId || isPartNumber(row.text(id)) || !hasName);
  }
}

function cellOf({ columns }: ColumnPlan, name: string): number | undefined {
  return columns.find(({ role }) => role.is === 'fact' && role.name === name)?.cell;
}

function isBlankRow(row: CellRow): boolean {
  return areBlank(row, 0);
}

function areBlank(row: CellRow, from: number): boolean {
  for (let cell = from; cell < row.count; cell += 1) if (!row.isBlank(cell)) return false;
  return true;
}

function countFilled(row: CellRow): number {
  let filled = 0;
  for (let cell = 0; cell < row.count; cell += 1) filled += Number(!row.isBlank(cell));
  return filled;
}

function isSum(row: CellRow, cell: number | undefined): boolean {
  return cell !== undefined && !row.isBlank(cell) && isSumHeading(row.text(cell));
}

/** `I.`, `IV`, `A`: the number of a part of a list, where candidates have Arabic ones. */
function isPartNumber(text: string): boolean {
  return /^(?:[IVXLC]+|[A-ZĐ])[.)]?$/.test(plainText(text));
}
