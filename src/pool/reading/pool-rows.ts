import { problem, type Place, type Problem } from '../../words/problem.ts';
import { CellRow, fillRow } from '../../tables/cell-row.ts';
import { plainText } from '../cells/cells.ts';
import { planColumns } from '../headings/column-plan.ts';
import { GrowingCodes } from '../cells/growing-columns.ts';
import { HEAD_ROWS, type HeadingRows, headingRows, type HeadRow } from '../headings/heading-rows.ts';
import type { Mapping } from '../headings/mapping-schema.ts';
import { isLeftOut, repeatsHeadings, type TableOfPeople, tableOfPeople } from '../left-out-rows.ts';
import { PartTitles } from '../headings/part-titles.ts';
import { PoolBuilder } from './pool-builder.ts';
import type { PoolReading, SheetsFound } from '../pool.ts';
import { ProblemList } from '../cells/problem-list.ts';
import { Renumbering } from './renumbering.ts';
import { folded } from '../synonyms.ts';
import { readAs, type TableLayout, tableLayout } from '../headings/table-layout.ts';

/** Columns that a table may have; as many as a sheet of a workbook. */
const MOST_COLUMNS = 16_384;

/**
 * Makes a pool of the rows of a table, whatever format it came in: finds the headings among the first
 * rows, plans what each column is read as, and hands on the candidates. Rows without anything in them, sums
 * and what only parts or signs a printed list are left out.
 */
export class PoolRows {
  readonly #problems: ProblemList;
  readonly #notices: ProblemList;
  readonly #mapping: Mapping | undefined;
  readonly #lines = new GrowingCodes();
  /** The first rows, until the headings are found among them. */
  #head: HeadRow[] | undefined = [];
  #found: HeadingRows | undefined;
  #table: TableOfPeople | undefined;
  #renumbering: Renumbering | undefined;
  #partTitles: PartTitles | undefined;
  #layout: TableLayout | undefined;
  #builder: PoolBuilder | undefined;
  #width = 0;
  #isFull = false;
  #sheets: SheetsFound | undefined;

  /** @param mapping how the office writes its tables; where the headings stand, among other things. */
  constructor(problems: ProblemList, mapping?: Mapping) {
    this.#problems = problems;
    this.#notices = new ProblemList(problems.file, problems.place.sheet);
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
    // Of blank rows only the first is kept, so that what stands below it is known to be no first row.
    this.#head = head.every(({ cells }) => cells.every((cell) => cell.trim() === '')) ? [] : undefined;
    if (this.#head !== undefined) return;
    const found = headingRows(head, this.#mapping?.headings)!;
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
    this.#problems.add(make, () => ({ ...this.#problems.place, line }));
  }

  /** Tells something that is possible and looks odd, of the table as a whole. */
  notice(make: (place: Place) => Problem): void {
    this.#notices.addForFile(make);
  }

  /** Tells which columns that are read, or carried along, nobody sees who opens the sheet. */
  noticeHiddenColumns(isHidden: (cell: number) => boolean): void {
    this.findHeadings();
    const hidden = (this.#layout?.plan.columns ?? []).filter(
      (column) => readAs(column) !== undefined && isHidden(column.cell),
    );
    const headings = hidden.map(({ heading }) => plainText(heading));
    if (headings.length > 0) this.notice((place) => problem('notices.hidden-columns', { headings }, place));
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
    this.#found = found;
    const { line } = found;
    const { parts } = this.#mapping ?? {};
    const headings = parts === undefined ? found.headings : [...found.headings, parts];
    const { place } = this.#problems;
    const lines = this.#lines;
    const below = head.slice(found.rows).map(({ cells }) => cells);
    const plan = planColumns(headings, { mapping: this.#mapping, below, line, mayNumber: true });
    const layout = tableLayout(plan, found, head);
    this.#layout = layout;
    const table = tableOfPeople(plan, found.isPrinted);
    this.#table = table;
    this.#renumbering = new Renumbering(table);
    this.#width = found.headings.length;
    if (parts !== undefined) this.#partTitles = new PartTitles(this.#width);
    this.#builder = new PoolBuilder(
      plan,
      (field) => ({ ...place, line, field }),
      {
        placeOf: (row, field) => ({ ...place, line: lines.at(row), ...(field !== undefined && { field }) }),
        duplicateId: (id, first, second, at) =>
          problem('pool.duplicate-id', { id, first: lines.at(first), second: lines.at(second) }, at),
      },
      this.#problems,
      { notices: this.#notices, accepted: this.#mapping?.accepted ?? [], sheets: this.#sheets, layout },
    );
    if (found.inOtherWords !== undefined) this.#noticeLeftOut(found.inOtherWords);
    const { unmet, outranked, restOfNames } = plan;
    for (const heading of unmet) {
      this.#noticeAt(line, (place) => problem('notices.unmet-heading', { heading }, place));
    }
    for (const { heading, by } of outranked) {
      this.#noticeAt(line, (place) => problem('notices.outranked-heading', { heading, by }, place));
    }
    if (restOfNames !== undefined) {
      this.#noticeAt(line, (place) => problem('notices.rest-of-names', { heading: restOfNames }, place));
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
    if (isLeftOut(row, this.#table!)) {
      this.#leaveOut(row);
      return;
    }
    this.#lines.add(row.line);
    this.#add(row);
  }

  #leaveOut(row: CellRow): void {
    const texts = row.texts().map(plainText);
    const other = repeatsHeadings(row, this.#table!) ? this.#otherHeading(texts) : undefined;
    if (other !== undefined) {
      this.report((place) => problem('pool.other-headings', { heading: other }, place), row.line);
      return;
    }
    this.#renumbering!.leftOut(row);
    const title = this.#partTitles?.leftOut(row);
    if (title !== undefined) {
      const fact = this.#mapping?.parts ?? '';
      this.#noticeAt(row.line, (place) => problem('notices.part-title', { fact, title }, place));
      return;
    }
    this.#noticeLeftOut({ cells: texts, line: row.line });
  }

  #noticeLeftOut({ cells, line }: HeadRow): void {
    const text = cells
      .map(plainText)
      .filter((cell) => cell !== '')
      .join(' ');
    this.#noticeAt(line, (place) => problem('notices.row-left-out', { text }, place));
  }

  /** Of headings that stand there once more the first that is none of its column: another table begins. */
  #otherHeading(texts: readonly string[]): string | undefined {
    const { headings, lines } = this.#found!;
    return texts.find((text, column) => {
      const own = [headings, ...lines].map((line) => folded(plainText(line[column] ?? '')));
      return text !== '' && !own.includes(folded(text));
    });
  }

  #add(row: CellRow): void {
    const builder = this.#builder!;
    const isAgain = this.#renumbering!.beginsAgain(row);
    const renumbered = this.#renumbering!.renumbered(row);
    const made = this.#partTitles?.titled(renumbered ?? row) ?? renumbered;
    if (made === undefined) {
      this.#isFull = !builder.addRow(row);
      return;
    }
    builder.settle();
    this.#isFull = !builder.addRow(made);
    const id = isAgain ? made.text(this.#table!.id!) : '';
    if (isAgain) this.#noticeAt(row.line, (place) => problem('notices.numbered-again', { id }, place));
    builder.settle();
  }

  #noticeAt(line: number, make: (place: Place) => Problem): void {
    this.#notices.add(make, () => ({ ...this.#problems.place, line }));
  }
}

function isBlankRow(row: CellRow): boolean {
  return areBlank(row, 0);
}

function areBlank(row: CellRow, from: number): boolean {
  for (let cell = from; cell < row.count; cell += 1) if (!row.isBlank(cell)) return false;
  return true;
}
