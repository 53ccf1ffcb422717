import { type Cell, type CellStyle, type MergeRange, writeXlsx } from 'hucre/xlsx';
import { phrase } from '../words/catalogue.ts';
import { linesOfText, tableMeasures, type TableMeasures, sum } from './column-widths.ts';
import { headingRowsOf } from './heading-cells.ts';
import { LINES_ABOVE_SIGNATURE, outcomeLines } from './outcome-lines.ts';
import type { Roster } from './roster.ts';

/** Letters across an A4 page in landscape at 11 points, with some to spare: fonts differ between programs. */
const PAGE_LETTERS = 128;
/** Points of the type of the table, as it has room. */
const SIZES = [11, 10, 9, 8] as const;
/** Points down such a page between its margins. */
const PAGE_POINTS = 480;
/** Points from line to line, for each point of type. */
const LINE = 1.36;
const FONT = { name: 'Times New Roman', size: 11 } as const;
const LINE_POINTS = FONT.size * LINE;

const THIN = { style: 'thin' } as const;
const LINED: CellStyle = { border: { top: THIN, bottom: THIN, left: THIN, right: THIN } };

interface Placed {
  readonly text: string | number;
  readonly column: number;
  readonly across?: number;
  readonly style: CellStyle;
}

interface Row {
  readonly cells: readonly Placed[];
  readonly height: number;
  /** Whether the next row must stand on the same page. */
  readonly keepsNext: boolean;
}

/**
 * A roster as a workbook of one sheet: A4 landscape, headings again on every page, numbers of pages, pages
 * broken so that no heading of a section ends one and no row stands alone with the signature. Its table is
 * read as a slate or a plan again. All cells are texts and numbers, so none is a formula.
 */
export async function rosterXlsx(roster: Roster): Promise<Uint8Array> {
  const measures = tableMeasures(roster, SIZES, (size) => (PAGE_LETTERS * FONT.size) / size);
  // Workbooks count widths in letters of their own type.
  const widths = measures.widths.map((width) => (width * measures.size) / FONT.size);
  const head = headRows(roster);
  const headings = headingRows(roster, measures);
  const rows = [...head, ...headings, ...peopleRows(roster, measures), ...endRows(roster)];
  const first = head.length;
  const { cells, merges } = cellsOf(rows);
  const { language } = roster;
  return writeXlsx({
    defaultFont: FONT,
    sheets: [
      {
        // Without blanks: the library does not put its name into quotation marks where rows are repeated.
        name: phrase(language, 'papers.sheet', undefined),
        columns: widths.map((width) => ({ width })),
        rows: rows.map(({ cells: placed }) => {
          const values = Array.from({ length: widths.length }, (): string | number | null => null);
          for (const { text, column } of placed) values[column] = text;
          return values;
        }),
        cells,
        merges: [...headingMerges(roster, first), ...merges],
        rowDefs: new Map(rows.map(({ height }, row) => [row, { height }])),
        rowBreaks: [...pageBreaks(rows, sum(headings.map(({ height }) => height)), first + headings.length)],
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          margins: { top: 0.6, bottom: 0.7, left: 0.6, right: 0.4, header: 0.3, footer: 0.3 },
          horizontalCentered: true,
          printTitlesRow: `$${first + 1}:$${first + headings.length}`,
        },
        headerFooter: { oddFooter: '&C&P/&N' },
      },
    ],
  });
}

/** Every cell by `row,column`, and which cells are one across. */
function cellsOf(rows: readonly Row[]): {
  readonly cells: Map<string, Partial<Cell>>;
  readonly merges: readonly MergeRange[];
} {
  const cells = new Map<string, Partial<Cell>>();
  const merges: MergeRange[] = [];
  rows.forEach(({ cells: placed }, row) => {
    for (const { text, column, across = 1, style } of placed) {
      for (let each = column; each < column + across; each += 1) {
        cells.set(`${row},${each}`, {
          value: each === column ? text : null,
          style: { font: FONT, ...style },
        });
      }
      if (across > 1)
        merges.push({ startRow: row, endRow: row, startCol: column, endCol: column + across - 1 });
    }
  });
  return { cells, merges };
}

const CENTRED = { horizontal: 'center', vertical: 'center', wrapText: true } as const;

function headRows({ issuer, nation, title, subtitle, columns }: Roster): readonly Row[] {
  const half = Math.ceil(columns.length / 2);
  const bold = (size: number): CellStyle => ({ font: { ...FONT, size, bold: true }, alignment: CENTRED });
  const line = (text: string, column: number, across: number, style: CellStyle): Placed => ({
    text,
    column,
    across,
    style,
  });
  const sides = Array.from({ length: Math.max(issuer.length, nation.length) }, (_, at) => [
    ...(issuer[at] === undefined
      ? []
      : [line(issuer[at], 0, half, at === 1 ? bold(11) : { alignment: CENTRED })]),
    ...(nation[at] === undefined ? [] : [line(nation[at], half, columns.length - half, bold(11))]),
  ]);
  const wide = (text: string, size: number): Placed => line(text, 0, columns.length, bold(size));
  return [
    ...sides.map((cells) => ({ cells, height: LINE_POINTS + 2, keepsNext: true })),
    { cells: [], height: LINE_POINTS, keepsNext: true },
    { cells: [wide(title, 15)], height: 22, keepsNext: true },
    { cells: [wide(subtitle, 12)], height: 20, keepsNext: true },
    { cells: [], height: LINE_POINTS, keepsNext: true },
  ];
}

function headingRows({ columns }: Roster, { size, widths }: TableMeasures): readonly Row[] {
  const style: CellStyle = { ...LINED, font: { ...FONT, size, bold: true }, alignment: CENTRED };
  const [upper, lower] = headingRowsOf(columns);
  const lines = Math.max(...columns.map(({ heading }, at) => linesOfText(heading, widths[at]! - 1)));
  const isParted = lower.length > 0;
  const height = size * LINE * Math.max(1, isParted ? Math.ceil(lines / 2) : lines) + 4;
  const below = new Map(lower.map(({ column, text }) => [column, text]));
  const first = upper.map(({ text, column, across }) => ({ text, column, across, style }));
  const second = columns.map((_, column) => ({ text: below.get(column) ?? '', column, style }));
  const rows = [first, ...(isParted ? [second] : [])];
  return rows.map((cells) => ({ cells, height, keepsNext: true }));
}

/** Headings that take both lines. */
function headingMerges({ columns }: Roster, row: number): readonly MergeRange[] {
  return headingRowsOf(columns)[0]
    .filter(({ down }) => down > 1)
    .map(({ column }) => ({ startRow: row, endRow: row + 1, startCol: column, endCol: column }));
}

function peopleRows({ columns, sections }: Roster, { size, widths }: TableMeasures): readonly Row[] {
  const wide = (text: string, style: CellStyle, keepsNext: boolean): Row => ({
    cells: [{ text, column: 0, across: columns.length, style: { ...LINED, ...style } }],
    height: size * LINE * linesOfText(text, sum(widths)) + 3,
    keepsNext,
  });
  const person = (row: readonly string[], keepsNext: boolean): Row => ({
    cells: row.map((text, column) => ({
      text: column === 0 ? Number(text) : text,
      column,
      style: {
        ...LINED,
        font: { ...FONT, size },
        alignment: columns[column]!.kind === 'short' ? CENTRED : { vertical: 'center', wrapText: true },
      },
    })),
    height: size * LINE * Math.max(...row.map((text, at) => linesOfText(text, widths[at]! - 1))) + 3,
    keepsNext,
  });
  return sections.flatMap(({ title, rows, note }) => [
    ...(title === undefined ? [] : [wide(title, { font: { ...FONT, size, bold: true } }, true)]),
    // No page begins with the last of all rows alone.
    ...rows.map((row, at) => person(row, at === rows.length - 2)),
    ...(note === undefined ? [] : [wide(note, { font: { ...FONT, size, italic: true } }, false)]),
  ]);
}

/** What the slate is made of, what it breaks and misses, place and date, and room to sign. */
function endRows(roster: Roster): readonly Row[] {
  const { columns, placeAndDate, signature, provenance } = roster;
  const line = (text: string, font: CellStyle['font'] = {}): Row => ({
    cells: [
      {
        text,
        column: 0,
        across: columns.length,
        style: { font: { ...FONT, ...font }, alignment: { vertical: 'center', wrapText: true } },
      },
    ],
    height: LINE_POINTS * linesOfText(text, PAGE_LETTERS) + 1,
    keepsNext: false,
  });
  const right = Math.min(columns.length - 1, Math.ceil(columns.length * 0.6));
  const signed = (text: string, font: CellStyle['font']): Row => ({
    cells: [
      {
        text,
        column: right,
        across: columns.length - right,
        style: { font: { ...FONT, ...font }, alignment: CENTRED },
      },
    ],
    height: LINE_POINTS + 2,
    keepsNext: true,
  });
  const blank: Row = { cells: [], height: LINE_POINTS, keepsNext: true };
  const bold = { bold: true };
  const lines = [
    ...outcomeLines(roster).map(({ text, isHeading }) =>
      isHeading === true ? keptWithNext(line(text, bold)) : line(text),
    ),
    line(provenance, { size: 9, italic: true }),
  ];
  return [
    blank,
    ...lines.map((each, at) => (at < lines.length - LINES_ABOVE_SIGNATURE ? each : keptWithNext(each))),
    blank,
    signed(placeAndDate, { italic: true }),
    ...signature.above.map((text) => signed(text, bold)),
    ...Array.from({ length: 4 }, () => blank),
    signed(signature.name, bold),
  ];
}

function keptWithNext(row: Row): Row {
  return { ...row, keepsNext: true };
}

/**
 * The rows after which a page ends (from 0). Rows that must stand together go to the next page together,
 * where a page has room for them at all.
 *
 * @param repeated points that the headings take on every page after the first.
 * @param first the first row below the headings.
 */
function* pageBreaks(rows: readonly Row[], repeated: number, first: number): Generator<number> {
  let used = 0;
  for (let row = 0; row < rows.length;) {
    let end = row;
    while (end < rows.length - 1 && rows[end]!.keepsNext) end += 1;
    const group = rows.slice(row, end + 1);
    const height = sum(group.map((each) => each.height));
    if (row > first && used + height > PAGE_POINTS) {
      // A group that no page holds is parted wherever a page ends.
      const fits = repeated + height <= PAGE_POINTS;
      if (fits || used >= PAGE_POINTS) {
        yield row - 1;
        used = repeated;
      }
    }
    for (let each = row; each <= end; each += 1) {
      if (each > row && used + rows[each]!.height > PAGE_POINTS) {
        yield each - 1;
        used = repeated;
      }
      used += rows[each]!.height;
    }
    row = end + 1;
  }
}
