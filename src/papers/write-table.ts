import { inertCsvLine } from '../tables/csv/write-csv.ts';

/** Formats of tables. */
export const TABLE_FORMATS = ['csv', 'xlsx'] as const;
type TableFormat = (typeof TABLE_FORMATS)[number];

/** A table to be worked on further: numbers as numbers; nothing where a row has no value. */
export interface PlainTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number | undefined)[])[];
}

/** Letters of the widest column of a sheet; longer texts go on beyond it. */
const WIDEST = 60;

/** A table as CSV, of which no cell begins like a formula. */
export function tableCsv({ headings, rows }: PlainTable): string {
  const cells = rows.map((row) => row.map((cell) => String(rounded(cell) ?? '')));
  return [headings, ...cells].map(inertCsvLine).join('');
}

/** A table as a file. In CSV no cell begins like a formula; in a workbook all cells are texts and numbers. */
export async function writeTable(
  { headings, rows }: PlainTable,
  format: TableFormat,
  name: string,
): Promise<Uint8Array> {
  if (format === 'csv') return new TextEncoder().encode(tableCsv({ headings, rows }));
  const { writeXlsx } = await import('hucre/xlsx');
  const lines = [[...headings], ...rows.map((row) => row.map((cell) => rounded(cell) ?? null))];
  const width = (column: number): number =>
    Math.min(WIDEST, lines.reduce((most, line) => Math.max(most, String(line[column] ?? '').length), 4) + 2);
  return writeXlsx({
    sheets: [
      {
        name,
        columns: headings.map((_, column) => ({ width: width(column) })),
        rows: lines,
        cells: new Map(headings.map((_, column) => [`0,${column}`, { style: { font: { bold: true } } }])),
        freezePane: { rows: 1 },
      },
    ],
  });
}

/** A number without the last places that binary arithmetic leaves behind. */
function rounded(cell: string | number | undefined): string | number | undefined {
  return typeof cell === 'number' ? Math.round(cell * 1e9) / 1e9 : cell;
}
