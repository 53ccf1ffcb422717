import type { CsvBytes } from '../../tables/csv/csv-bytes.ts';
import { CsvRows, type CsvListener, MOST_ROW_BYTES } from '../../tables/csv/csv-rows.ts';
import { problem } from '../../words/problem.ts';
import { type CsvDialect, csvDialect } from './csv-dialect.ts';
import type { PoolRows } from './pool-rows.ts';

/** Reads a CSV to its end, or until no more rows are wanted. Throws what {@link CsvBytes} throws. */
export async function csvIntoRows(bytes: CsvBytes, rows: PoolRows): Promise<void> {
  const head = await bytes.head();
  if (head.length === 0) return;
  if (bytes.isUtf8AfterAll) rows.notice((place) => problem('notices.is-utf8', {}, place));
  const dialect = csvDialect(head.toString('utf8'));
  const csv = new CsvRows(dialect.delimiter, listenerOf(rows, dialect));
  for await (const chunk of bytes.chunks()) {
    csv.push(chunk);
    rows.settle();
    if (rows.isFull) return;
  }
  csv.end();
}

function listenerOf(rows: PoolRows, { isDeclared }: CsvDialect): CsvListener {
  return {
    row: (row) => {
      if (!(isDeclared && row.line === 1)) rows.row(row);
    },
    strayQuote: (line) => {
      const isHeading = rows.isEmpty;
      rows.findHeadings();
      rows.report((place) => problem('pool.stray-quote', {}, place), line);
      if (isHeading) rows.stop();
    },
    openQuote: (line) => {
      rows.findHeadings();
      rows.report((place) => problem('pool.unterminated-quote', {}, place), line);
    },
    longRow: (line) => {
      rows.findHeadings();
      rows.report((place) => problem('pool.long-row', { most: MOST_ROW_BYTES }, place), line);
    },
  };
}
