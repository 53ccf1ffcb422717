import { fileKind } from '../tables/file-kind.ts';
import { openWorkbook } from '../tables/workbook.ts';
import { csvLine } from '../tables/write-csv.ts';

/** Letters that the text of a sheet may have, to be mended on a page. */
const MOST_TEXT = 4_000_000;

/**
 * A sheet as the text of a CSV file that reads the same, each row on the line of its number, so that places in
 * the one are places in the other; `undefined` for one that is not there, or too large to be mended by hand.
 */
export async function sheetAsCsv(bytes: Buffer, sheet: string): Promise<string | undefined> {
  const kind = fileKind(bytes);
  if (kind !== 'xlsx' && kind !== 'ods' && kind !== 'xls') return undefined;
  const workbook = await openWorkbook(bytes, kind);
  const at = workbook.sheets.findIndex(({ name }) => name === sheet);
  if (at === -1) return undefined;
  const lines: string[] = [];
  let size = 0;
  for await (const { cells, row } of workbook.rows(at)) {
    while (lines.length < row - 1) lines.push('\n');
    const line = csvLine(cells.map((cell) => cell.replaceAll(/\s+/g, ' ')));
    size += line.length + 1;
    if (size > MOST_TEXT) return undefined;
    lines.push(line);
  }
  return lines.join('');
}
