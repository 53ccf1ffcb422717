import { csvLine } from '../tables/write-csv.ts';
import type { BatchResult } from './answers.ts';
import { batchTable } from './batch-table.ts';
import type { AskedBatch } from './jobs.ts';

/** The table of a batch as CSV. */
export function batchCsv(asked: AskedBatch, results: readonly BatchResult[]): string {
  const columns = batchTable(asked, results);
  const lines = results.map((_, index) => csvLine(columns.map(({ cells }) => inert(cells[index]))));
  return csvLine(columns.map(({ name }) => name)) + lines.join('');
}

/** A cell that no spreadsheet takes for a formula; a number stays one. */
function inert(cell: string | number | undefined): string {
  const text = String(cell ?? '');
  return /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
}
