import { untranslated } from '../words/language.ts';
import type { Batch, BatchResult, ToldBatch } from './answers.ts';
import { batchParquet } from './batch-parquet.ts';
import { batchReport } from './batch-report.ts';
import { type NamedCases, batchColumns } from './batch-table.ts';
import { inertCsvLine } from '../tables/csv/write-csv.ts';

/** What a batch came to, of which the results are read as they are needed, as often as they are needed. */
export interface StreamedBatch extends Pick<ToldBatch, 'batch' | 'cases'> {
  readonly results: AsyncIterable<BatchResult>;
}

/** What is told of the cases themselves. */
export function toldCases({ cases }: NamedCases): ToldBatch['cases'] {
  return cases.map(({ named: { id, title, carried } }) => ({
    id,
    title,
    carried: Object.fromEntries(carried),
  }));
}

/** The cases of which something was told. */
export function namedCases(cases: ToldBatch['cases']): NamedCases {
  return {
    cases: cases.map(({ id, title, carried }) => ({
      named: { id, title: title ?? untranslated(id), carried: new Map(Object.entries(carried)) },
    })),
  };
}

/** A batch of which everything is at hand. */
export function streamed({ batch, cases, results }: ToldBatch): StreamedBatch {
  return { batch, cases, results: oneByOne(results) };
}

/** A list to be read as what comes bit by bit is. */
function oneByOne<Item>(items: readonly Item[]): AsyncIterable<Item> {
  return {
    async *[Symbol.asyncIterator]() {
      yield* items;
    },
  };
}

/** Results that are written at once. */
const AT_ONCE = 100;

/** A {@link ToldBatch} as JSON, some results at a time. */
export async function* toldAsJson({ batch, cases, results }: StreamedBatch): AsyncGenerator<string> {
  yield `{"batch":${JSON.stringify(batch)},"cases":${JSON.stringify(cases)},"results":[`;
  let some: string[] = [];
  let separator = '';
  for await (const result of results) {
    some.push(JSON.stringify(result));
    if (some.length < AT_ONCE) continue;
    yield separator + some.join(',');
    [some, separator] = [[], ','];
  }
  if (some.length > 0) yield separator + some.join(',');
  yield ']}';
}

/** One of the files that people read of a batch. */
export interface BatchFile {
  readonly name: string;
  readonly mediaType: string;
  readonly pieces: (
    batch: Batch,
    asked: NamedCases,
    results: AsyncIterable<BatchResult>,
  ) => AsyncIterable<string | Uint8Array>;
}

/** The files that people read of a batch. */
export const BATCH_FILES = {
  summary: {
    name: 'summary.json',
    mediaType: 'application/json',
    pieces: (batch) => oneByOne([`${JSON.stringify(batch, undefined, 2)}\n`]),
  },
  table: {
    name: 'cases.csv',
    mediaType: 'text/csv; charset=utf-8',
    pieces: (_batch, asked, results) => batchCsv(asked, results),
  },
  parquet: {
    name: 'cases.parquet',
    mediaType: 'application/vnd.apache.parquet',
    pieces: (_batch, asked, results) => batchParquet(asked, results),
  },
  report: {
    name: 'report.html',
    mediaType: 'text/html; charset=utf-8',
    pieces: (batch, asked, results) => reportAsPiece(batch, asked, results),
  },
} as const satisfies Readonly<Record<string, BatchFile>>;

async function* reportAsPiece(...asked: Parameters<typeof batchReport>): AsyncGenerator<string> {
  yield await batchReport(...asked);
}

/** Characters that are handed over at once. */
const CHARACTERS_AT_ONCE = 65_536;

/** The table of a batch as CSV, some lines at a time. */
async function* batchCsv(asked: NamedCases, results: AsyncIterable<BatchResult>): AsyncGenerator<string> {
  const columns = batchColumns(asked);
  let lines = inertCsvLine(columns.map(({ name }) => name));
  for await (const result of results) {
    lines += inertCsvLine(columns.map(({ cellOf }) => String(cellOf(result) ?? '')));
    if (lines.length < CHARACTERS_AT_ONCE) continue;
    yield lines;
    lines = '';
  }
  yield lines;
}
