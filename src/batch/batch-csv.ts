import { csvLine } from '../tables/write-csv.ts';
import type { BatchResult } from './answers.ts';
import { batchColumns, type NamedCases } from './batch-table.ts';

/** Letters that are handed over at once. */
const AT_ONCE = 65_536;

/** The table of a batch as CSV, some lines at a time. */
export async function* batchCsv(
  asked: NamedCases,
  results: AsyncIterable<BatchResult>,
): AsyncGenerator<string> {
  const columns = batchColumns(asked);
  let lines = csvLine(columns.map(({ name }) => name));
  for await (const result of results) {
    lines += csvLine(columns.map(({ cellOf }) => inert(cellOf(result))));
    if (lines.length < AT_ONCE) continue;
    yield lines;
    lines = '';
  }
  yield lines;
}

/** A cell that no spreadsheet takes for a formula; a number stays one. */
function inert(cell: string | number | undefined): string {
  const text = String(cell ?? '');
  return /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
}
