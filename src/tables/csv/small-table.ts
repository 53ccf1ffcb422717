import { CsvRows } from './csv-rows.ts';
import { declaredDelimiter, DELIMITERS } from './delimiter.ts';
import { decoded } from '../text/encoding.ts';
import { fileKind } from '../file-kind.ts';
import { UnreadableWorkbook } from '../workbook/workbook-rows.ts';
import { csvLine } from './write-csv.ts';

/** A row of a small table, with the line on which it begins. */
export interface SmallRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * The rows of a small table of plain CSV, its headings among them: parted by what its first line declares
 * (`sep=;`), or by what parts its headings into most.
 *
 * @returns the line that cannot be read where there is one.
 */
export function smallTable(text: string): readonly SmallRow[] | { readonly unreadable: number } {
  const rows: SmallRow[] = [];
  const unreadable: number[] = [];
  const declared = declaredDelimiter(text);
  const [first = ''] = text.split(/\r\n|\r|\n/, 1);
  const parts = (delimiter: string): number => first.split(delimiter).length;
  const delimiter = declared ?? DELIMITERS.toSorted((one, other) => parts(other) - parts(one))[0]!;
  const tell = (line: number): void => void unreadable.push(line);
  const csv = new CsvRows(delimiter, {
    row: (row) => {
      if (declared === undefined || row.line > 1)
        rows.push({ cells: row.texts().map((cell) => cell.normalize('NFC').trim()), line: row.line });
    },
    strayQuote: tell,
    openQuote: tell,
    longRow: tell,
  });
  csv.push(new TextEncoder().encode(text));
  csv.end();
  return unreadable.length > 0 ? { unreadable: unreadable[0]! } : rows;
}

/**
 * A table in any format as the text of a CSV: of a workbook its first sheet that is not hidden, each row on the line
 * of its number. `undefined` where the bytes are no table.
 */
export async function textOfTable(bytes: Uint8Array): Promise<string | undefined> {
  const kind = fileKind(bytes);
  if (kind === 'text') {
    const read = decoded(bytes);
    return read.ok ? read.text.replace(/^\uFEFF/, '') : undefined;
  }
  if (kind !== 'xlsx' && kind !== 'ods' && kind !== 'xls') return undefined;
  try {
    // The library that reads workbooks is large, and few tables beside rules are some.
    const { openWorkbook } = await import('../workbook/workbook.ts');
    const workbook = await openWorkbook(bytes, kind);
    const sheet = workbook.sheets.findIndex(({ isHidden }) => !isHidden);
    const lines: string[] = [];
    for await (const { cells, row } of workbook.rows(Math.max(0, sheet))) {
      while (lines.length < row - 1) lines.push('\n');
      lines.push(csvLine(cells.map((cell) => cell.replaceAll(/[\r\n]+/g, ' '))));
    }
    return lines.join('');
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return undefined;
    throw error;
  }
}
