import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeightRule,
  type IParagraphOptions,
  PageNumber,
  PageOrientation,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import { tableMeasures, sum } from './column-widths.ts';
import { headingRowsOf } from './heading-cells.ts';
import { LINES_ABOVE_SIGNATURE, outcomeLines } from './outcome-lines.ts';
import type { Roster } from './roster.ts';

/**
 * A4 and its margins by decree 30/2020 on paperwork, in twips. The library wants the sides of the page upright
 * and turns them itself.
 */
const PAGE = { width: 11_906, height: 16_838 } as const;
const MARGIN = { top: 1134, bottom: 1134, left: 1418, right: 851 } as const;
const ROOM = PAGE.height - MARGIN.left - MARGIN.right;

/** Twips that a letter of average width takes for each point of type. */
const LETTER = 10.5;
/** Points of the type of the table, as it has room. */
const SIZES = [11, 10, 9, 8] as const;
const FONT = 'Times New Roman';
const HEADING_HEIGHT = 380;

/**
 * A roster as a DOCX: A4 landscape, headings again on every page, no row parted between two pages, a heading
 * of a section never without its first row, and the signature never without the rows before it.
 */
export async function rosterDocx(roster: Roster): Promise<Uint8Array> {
  const { title, subtitle, provenance } = roster;
  const document = new Document({
    title: `${title}: ${subtitle}`,
    creator: 'Slate',
    styles: { default: { document: { run: { font: FONT, size: 26 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { ...PAGE, orientation: PageOrientation.LANDSCAPE },
            margin: { ...MARGIN, footer: 500 },
          },
        },
        footers: { default: pageNumbers() },
        children: [
          headOf(roster),
          textLine('', {}),
          textLine(title, { alignment: AlignmentType.CENTER }, { bold: true, size: 30 }),
          textLine(subtitle, { alignment: AlignmentType.CENTER, spacing: { after: 200 } }, { bold: true }),
          peopleTable(roster),
          ...outcomeOf(roster),
          textLine(
            provenance,
            { keepNext: true, spacing: { before: 160, after: 160 } },
            { size: 18, italics: true },
          ),
          signatureOf(roster),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

type Run = ConstructorParameters<typeof TextRun>[0];

function textLine(text: string, paragraph: IParagraphOptions, run: Exclude<Run, string> = {}): Paragraph {
  return new Paragraph({ ...paragraph, children: [new TextRun({ ...run, text })] });
}

function pageNumbers(): Footer {
  const children = [PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES];
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ size: 20, children })],
  });
  return new Footer({ children: [number] });
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
};

/** A row of texts side by side without lines around them, each in so many parts of the width. */
function sideBySide(
  columns: readonly { readonly part: number; readonly children: readonly Paragraph[] }[],
): Table {
  const whole = sum(columns.map(({ part }) => part));
  const widths = columns.map(({ part }) => Math.floor((ROOM * part) / whole));
  const cells = columns.map(
    ({ children }, at) =>
      new TableCell({
        width: { size: widths[at]!, type: WidthType.DXA },
        borders: { top: NONE, bottom: NONE, left: NONE, right: NONE },
        children: children.length > 0 ? children : [new Paragraph('')],
      }),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: ROOM, type: WidthType.DXA },
    columnWidths: widths,
    borders: NO_BORDERS,
    rows: [new TableRow({ cantSplit: true, children: cells })],
  });
}

function headOf({ issuer, nation }: Roster): Table {
  const centred = { alignment: AlignmentType.CENTER } as const;
  const lines = (texts: readonly string[], isBold: (at: number) => boolean): readonly Paragraph[] =>
    texts.map((text, at) => textLine(text, centred, { bold: isBold(at), size: 24 }));
  return sideBySide([
    { part: 1, children: lines(issuer, (at) => at === 1) },
    { part: 1, children: lines(nation, () => true) },
  ]);
}

function signatureOf({ placeAndDate, signature }: Roster): Table {
  const centred = { alignment: AlignmentType.CENTER } as const;
  const room = Array.from({ length: 4 }, () => textLine('', { ...centred, keepNext: true }));
  return sideBySide([
    { part: 3, children: [] },
    {
      part: 2,
      children: [
        textLine(placeAndDate, { ...centred, keepNext: true }, { italics: true }),
        ...signature.above.map((text) => textLine(text, { ...centred, keepNext: true }, { bold: true })),
        ...room,
        textLine(signature.name, centred, { bold: true }),
      ],
    },
  ]);
}

/** The widths of columns in twips, and the size of type in half-points. */
function measures(roster: Roster): { readonly widths: readonly number[]; readonly size: number } {
  const { size, widths } = tableMeasures(roster, SIZES, (points) => ROOM / (LETTER * points));
  const whole = sum(widths);
  return { size: 2 * size, widths: widths.map((each) => Math.floor((each / whole) * ROOM)) };
}

function peopleTable(roster: Roster): Table {
  const { columns, sections } = roster;
  const { widths, size } = measures(roster);
  const rows = sections.flatMap(({ title, rows: people, note }) => [
    ...(title === undefined ? [] : [wideRow(title, roster, { size, isHeading: true })]),
    // No page begins with the last row of a section alone.
    ...people.map((cells, at) =>
      personRow(cells, { columns, widths, size, keepNext: at === people.length - 2 }),
    ),
    ...(note === undefined ? [] : [wideRow(note, roster, { size, isHeading: false })]),
  ]);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: sum(widths), type: WidthType.DXA },
    columnWidths: [...widths],
    rows: [...headingRows(columns, widths, size), ...rows],
  });
}

function headingRows(
  columns: Roster['columns'],
  widths: readonly number[],
  size: number,
): readonly TableRow[] {
  const [upper, lower] = headingRowsOf(columns);
  const height = { value: HEADING_HEIGHT, rule: HeightRule.ATLEAST } as const;
  const cellOf = (
    text: string,
    column: number,
    further: Pick<ConstructorParameters<typeof TableCell>[0], 'columnSpan' | 'verticalMerge'>,
  ): TableCell =>
    new TableCell({
      ...further,
      width: { size: sum(widths.slice(column, column + (further.columnSpan ?? 1))), type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [textLine(text, { alignment: AlignmentType.CENTER, keepNext: true }, { bold: true, size })],
    });
  const row = (children: readonly TableCell[]): TableRow =>
    new TableRow({ tableHeader: true, cantSplit: true, height, children });
  const isParted = lower.length > 0;
  const first = row(
    upper.map(({ text, column, across, down }) =>
      cellOf(text, column, {
        ...(across > 1 && { columnSpan: across }),
        ...(isParted && down > 1 && { verticalMerge: VerticalMergeType.RESTART }),
      }),
    ),
  );
  if (!isParted) return [first];
  const below = new Map(lower.map((cell) => [cell.column, cell.text]));
  const second = row(
    columns.map((_, column) =>
      cellOf(
        below.get(column) ?? '',
        column,
        below.has(column) ? {} : { verticalMerge: VerticalMergeType.CONTINUE },
      ),
    ),
  );
  return [first, second];
}

function wideRow(
  text: string,
  { columns }: Roster,
  { size, isHeading }: { readonly size: number; readonly isHeading: boolean },
): TableRow {
  const paragraph = textLine(text, { keepNext: isHeading }, { bold: isHeading, italics: !isHeading, size });
  return new TableRow({
    cantSplit: true,
    children: [new TableCell({ columnSpan: columns.length, children: [paragraph] })],
  });
}

function personRow(
  cells: readonly string[],
  how: {
    readonly columns: Roster['columns'];
    readonly widths: readonly number[];
    readonly size: number;
    readonly keepNext: boolean;
  },
): TableRow {
  const { columns, widths, size, keepNext } = how;
  const children = cells.map((text, at) => {
    const alignment = columns[at]!.kind === 'short' ? AlignmentType.CENTER : AlignmentType.LEFT;
    return new TableCell({
      width: { size: widths[at]!, type: WidthType.DXA },
      margins: { left: 60, right: 60 },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [textLine(text, { alignment, keepNext }, { size })],
    });
  });
  return new TableRow({ cantSplit: true, children });
}

function outcomeOf(roster: Roster): readonly Paragraph[] {
  const lines = outcomeLines(roster);
  return lines.map(({ text, isHeading = false }, at) =>
    textLine(
      text,
      {
        keepNext: isHeading || at >= lines.length - LINES_ABOVE_SIGNATURE,
        ...(isHeading ? { spacing: { before: 160 } } : { indent: { left: 300 } }),
      },
      { bold: isHeading, size: 24 },
    ),
  );
}
