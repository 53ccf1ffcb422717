import { paint, type Paint } from './paint.ts';
import { createRequire } from 'node:module';
import type * as StringWidth from 'string-width';

/** A column of a table. */
export interface Column {
  readonly heading: string;
  readonly align?: 'right';
  /** Where the terminal is too narrow, columns that may fold are made narrower; others never are. */
  readonly folds?: true;
  /** Where the terminal is too narrow even for folded columns, such ones are left out, the last first. */
  readonly isOptional?: true;
}

/** A cell: a text, or a text with its paint. */
type Cell = string | { readonly text: string; readonly paint: Paint | undefined };

/** A row of cells, or a line across the table that heads the rows after it. */
export type Row = readonly Cell[] | { readonly section: string };

/** Between two columns. */
const GAP = '  ';
/** No column is folded to less than this. */
const NARROWEST = 8;

/**
 * A table for people, in lines without ends. Widths are those that people see: of Vietnamese letters
 * with composed or separate marks alike. What stands in a cell cannot steer the terminal.
 *
 * @param width columns of the terminal; `undefined`: as many as needed
 */
export function tableLines(
  all: readonly Column[],
  rows: readonly Row[],
  width: number | undefined,
): readonly string[] {
  const whole = rows.map((row) => ('section' in row ? row : row.map((cell) => shownCell(cell))));
  const columns = columnsThatFit(all, whole, width);
  const kept = all.map((column) => columns.includes(column));
  const body = whole.map((row) => ('section' in row ? row : row.filter((_, at) => kept[at] === true)));
  const widths = widthsOf(columns, body, width);
  const head = columns.map(({ heading }): ShownCell => ({ text: heading, paint: 'faint' }));
  return [
    ...rowLines(columns, head, widths),
    ...body.flatMap((row) =>
      'section' in row ? [paint(printable(row.section), 'strong')] : rowLines(columns, row, widths),
    ),
  ];
}

/** The columns for which the terminal has room once those that fold are as narrow as can be. */
function columnsThatFit(
  columns: readonly Column[],
  rows: readonly ShownRow[],
  width: number | undefined,
): readonly Column[] {
  if (width === undefined) return columns;
  const least = columns.map(({ folds, heading }, index) => {
    const needed = textWidth(heading);
    return folds === true ? Math.max(NARROWEST, needed) : widest(rows, index, needed);
  });
  const isKept = columns.map(() => true);
  const used = (): number =>
    columns.reduce((total, _, at) => total + (isKept[at] === true ? least[at]! + GAP.length : 0), 0);
  for (let at = columns.length - 1; at >= 0 && used() - GAP.length > width; at -= 1) {
    if (columns[at]!.isOptional === true) isKept[at] = false;
  }
  return columns.filter((_, at) => isKept[at] === true);
}

/** The width of the widest cell of a column. */
function widest(rows: readonly ShownRow[], column: number, least: number): number {
  return rows.reduce(
    (most, row) => ('section' in row ? most : Math.max(most, textWidth(row[column]?.text ?? ''))),
    least,
  );
}

interface ShownCell {
  readonly text: string;
  readonly paint: Paint | undefined;
}

type ShownRow = readonly ShownCell[] | { readonly section: string };

function shownCell(cell: Cell): ShownCell {
  return typeof cell === 'string'
    ? { text: printable(cell), paint: undefined }
    : { text: printable(cell.text), paint: cell.paint };
}

/** A text on one line without control characters, which could move the cursor or hide what follows. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu, ' ');
}

function widthsOf(
  columns: readonly Column[],
  rows: readonly ShownRow[],
  limit: number | undefined,
): readonly number[] {
  const widths = columns.map(({ heading }, index) => widest(rows, index, textWidth(heading)));
  let over = limit === undefined ? 0 : sum(widths) + GAP.length * (columns.length - 1) - limit;
  for (; over > 0; over -= 1) {
    const widest = widestFolding(columns, widths);
    if (widest === -1) break;
    widths[widest]! -= 1;
  }
  return widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** The widest of the columns that may still be narrowed; -1 if there is none. */
function widestFolding(columns: readonly Column[], widths: readonly number[]): number {
  let widest = -1;
  columns.forEach(({ folds, heading }, index) => {
    const isNarrow = widths[index]! <= Math.max(NARROWEST, textWidth(heading));
    if (folds !== true || isNarrow) return;
    if (widest === -1 || widths[index]! > widths[widest]!) widest = index;
  });
  return widest;
}

function rowLines(
  columns: readonly Column[],
  cells: readonly ShownCell[],
  widths: readonly number[],
): readonly string[] {
  const folded = columns.map((_, index) => wrapped(cells[index]?.text ?? '', widths[index]!));
  const height = Math.max(...folded.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map(({ align }, index) => {
        const text = folded[index]![line] ?? '';
        const space = ' '.repeat(Math.max(0, widths[index]! - textWidth(text)));
        const painted = text === '' ? '' : paint(text, cells[index]?.paint);
        return align === 'right' ? space + painted : painted + space;
      })
      .join(GAP)
      .trimEnd(),
  );
}

/** A text in lines of at most `width` columns, parted at spaces, or inside a word that is too long. */
export function wrapped(text: string, width: number): readonly string[] {
  if (textWidth(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/).flatMap((each) => pieces(each, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** A word in pieces that fit; letters stay with their marks. */
function pieces(word: string, width: number): readonly string[] {
  if (textWidth(word) <= width) return [word];
  const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' });
  const parts: string[] = [];
  let part = '';
  for (const { segment } of letters.segment(word)) {
    if (part !== '' && textWidth(part + segment) > width) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}

/** Letters, digits and marks of one column each: those of Vietnamese and of the other Latin scripts. */
const PLAIN =
  /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u1E00-\u1EFF\u2010-\u2027\u2030-\u205E\u2200-\u22FF]*$/;

const require = createRequire(import.meta.url);

/**
 * How many columns of a terminal a text takes. The package that knows every script compiles its
 * patterns when it is loaded, for as long as a small slate takes: so only where there is need of it.
 */
export function textWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  const { default: stringWidth } = require('string-width') as typeof StringWidth;
  return stringWidth(text);
}
