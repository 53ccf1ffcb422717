import { plainText } from '../cells/cells.ts';
import { bareGender, columnOfHeading, folded, isOrdinalHeading, namePartOf } from '../synonyms.ts';

/** A row of texts near the top of a table. */
export interface HeadRow {
  readonly cells: readonly string[];
  /** The line or row, from 1. */
  readonly line: number;
}

/** Where the headings of a table stand. */
export interface HeadingRows {
  /** One a column, the lines of a heading on several put together. */
  readonly headings: readonly string[];
  /** The lines of headings as they are written, without the numbers of columns. */
  readonly lines: readonly (readonly string[])[];
  /** The line of the first of them. */
  readonly line: number;
  /** The row below that says the same headings in other words, as tables in two languages have it. */
  readonly inOtherWords: HeadRow | undefined;
  /** How many of the rows are headings or stand above them. */
  readonly rows: number;
  /** Whether the table is laid out to be printed: with a title above, or headings on several lines. */
  readonly isPrinted: boolean;
}

/** Rows that are looked at to find the headings. */
export const HEAD_ROWS = 40;

/** Lines that a heading takes at most. */
const MOST_LINES = 3;

/**
 * Finds the headings among the first rows of a table, blank rows left out: the first row, if it names ids or
 * names; else the first that does, if there is one; else, below a title, the first that is as wide as the
 * table; below it what parts its headings (`Nam`, `Nữ` below `Ngày sinh`), and the numbers of columns, as
 * printed lists have them.
 *
 * @param given the line of the heading, where somebody says it.
 */
export function headingRows(rows: readonly HeadRow[], given?: number): HeadingRows | undefined {
  if (rows.length === 0) return undefined;
  const found = given === undefined ? foundIn(rows) : rows.findIndex(({ line }) => line >= given);
  const first = Math.max(found, 0);
  const { cells, line } = rows[first]!;
  let headings: readonly string[] = cells;
  let next = first + 1;
  for (; next < first + MOST_LINES && next < rows.length; next += 1) {
    const below = rows[next]!.cells;
    if (!partsHeadings(below, headings)) break;
    headings = joined(headings, below);
  }
  const lines = next - first;
  const below = rows[next];
  const inOtherWords = below !== undefined && saysInOtherWords(below.cells, headings) ? below : undefined;
  if (inOtherWords !== undefined) next += 1;
  const numbered = next < rows.length && numbersColumns(rows[next]!.cells);
  return {
    headings,
    lines: rows.slice(first, first + lines).map((row) => row.cells),
    line,
    inOtherWords,
    rows: next + Number(numbered),
    isPrinted: first > 0 || lines > 1 || numbered,
  };
}

function foundIn(rows: readonly HeadRow[]): number {
  const known = rows.findIndex(({ cells }, index) => looksLikeHeadings(cells, index));
  return known === -1 ? belowTitle(rows) : known;
}

/** A title and what else stands above a table fills a cell or two. */
const MOST_OF_TITLE = 2;

/** The first row that is as wide as the table, where those above it can only be its title. */
function belowTitle(rows: readonly Pick<HeadRow, 'cells'>[]): number {
  const filled = rows.map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length);
  const widest = Math.max(...filled);
  if (filled[0]! > MOST_OF_TITLE || widest <= 2 * filled[0]!) return 0;
  const first = filled.findIndex((count) => count > MOST_OF_TITLE);
  return filled[first]! >= widest - 1 ? first : 0;
}

/** Whether headings of candidates are among these rows. */
export function hasHeadings(rows: readonly Pick<HeadRow, 'cells'>[]): boolean {
  return rows.some(({ cells }, index) => looksLikeHeadings(cells, index));
}

function looksLikeHeadings(cells: readonly string[], index: number): boolean {
  const known = new Set(cells.map((cell) => columnOfHeading(plainText(cell))?.name));
  if (known.has('name')) return index === 0 || cells.filter((cell) => cell.trim() !== '').length > 1;
  return index === 0 && known.has('id');
}

/** The fewest columns that are numbered: two cells `1` and `2` may be a candidate. */
const LEAST_NUMBERED = 3;

/** `(1) (2) (3)`, `A B 1 2`: below headings, the numbers of their columns. */
export function numbersColumns(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => plainText(cell)).filter((cell) => cell !== '');
  if (filled.length < LEAST_NUMBERED || filled.length < cells.length / 2) return false;
  const numbers = filled
    .filter((cell) => /^\(?\d{1,3}\)?$/.test(cell))
    .map((cell) => Number.parseInt(cell.replace('(', ''), 10));
  const letters = filled.filter((cell) => /^\(?[A-ZĐ]\)?$/.test(cell));
  return (
    numbers.length + letters.length === filled.length &&
    numbers.length > 1 &&
    numbers.every((number, at) => at === 0 || number === numbers[at - 1]! + 1)
  );
}

/**
 * Whether a row below headings says the same as they do, as `id`, `name` below `Mã`, `Họ tên`: two cells or
 * more are headings of their columns, that of the names among them, and none is that of another column.
 */
function saysInOtherWords(below: readonly string[], headings: readonly string[]): boolean {
  const pairs = headings.map((heading, at) => {
    const [above, here] = [heading, below[at] ?? ''].map((cell) => columnOfHeading(plainText(cell))?.name);
    return { above, here };
  });
  const said = pairs.filter(({ above, here }) => above !== undefined && above === here);
  const isOfAnother = pairs.some(
    ({ above, here }) => above !== undefined && here !== undefined && above !== here,
  );
  return said.length > 1 && said.some(({ here }) => here === 'name') && !isOfAnother;
}

/** Whether a row is the lower line of the headings above it, and no candidate. */
function partsHeadings(below: readonly string[], headings: readonly string[]): boolean {
  const texts = below.map((cell) => plainText(cell));
  const filled = texts.flatMap((text, at) => (text === '' ? [] : [at]));
  if (filled.length === 0 || filled.some((at) => /\d/.test(texts[at]!))) return false;
  const spans = headings.map((heading) => plainText(heading));
  const isWhole = (at: number): boolean => {
    const name = columnOfHeading(spans[at] ?? '')?.name;
    return name === 'name' || name === 'id' || isOrdinalHeading(spans[at] ?? '');
  };
  // A name may be parted, too: family name and given name.
  const isPartOf = (at: number): boolean =>
    folded(texts[at]!) === folded(spans[at]!) ||
    (namePartOf(texts[at]!) !== undefined && columnOfHeading(spans[at]!)?.name === 'name');
  if (filled.some((at) => isWhole(at) && !isPartOf(at))) return false;
  const underSpan = filled.some((at) => (spans[at] ?? '') === '');
  const parts = filled.some((at) => bareGender(texts[at]!) !== undefined && isParted(spanOver(spans, at)));
  return underSpan || parts;
}

/** Whether what stands below a heading parts it: births and genders are parted by gender, names into two. */
function isParted(heading: string): boolean {
  const name = columnOfHeading(heading)?.name;
  return name === 'birthDate' || name === 'gender';
}

/** The heading that spans a column: its own, or the next one to the left. */
function spanOver(spans: readonly string[], at: number): string {
  for (let column = Math.min(at, spans.length - 1); column >= 0; column -= 1) {
    if (spans[column] !== '') return spans[column]!;
  }
  return '';
}

/** Headings of two lines as one: what spans several columns stands before what is below it. */
function joined(above: readonly string[], below: readonly string[]): readonly string[] {
  const spans = above.map((cell) => plainText(cell));
  const width = Math.max(above.length, below.length);
  return Array.from({ length: width }, (_each, at) => {
    const lower = plainText(below[at] ?? '');
    const upper = spans[at] ?? '';
    // Cells merged over several lines say the same in each of them.
    if (lower === '' || folded(upper).endsWith(folded(lower))) return upper;
    if (namePartOf(lower) !== undefined && columnOfHeading(spanOver(spans, at))?.name === 'name')
      return lower;
    const span = upper === '' ? spanOver(spans, at) : upper;
    const together = `${span} ${lower}`.trim();
    const isKnown = columnOfHeading(together) !== undefined || isParted(span);
    return !isKnown && columnOfHeading(lower) !== undefined ? lower : together;
  });
}
