import { inertCsvLine } from '../tables/write-csv.ts';
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
  let lines = inertCsvLine(columns.map(({ name }) => name));
  for await (const result of results) {
    lines += inertCsvLine(columns.map(({ cellOf }) => String(cellOf(result) ?? '')));
    if (lines.length < AT_ONCE) continue;
    yield lines;
    lines = '';
  }
  yield lines;
}
